"""Take out what cannot be seen: zero-width marks and control characters, and unusual spaces."""

import re

from ingest.repair.edits import Edit

INVISIBLE = "".join(
    map(
        chr,
        (
            *range(0x09),
            *range(0x0B, 0x20),
            *range(0x7F, 0xA0),
            0xAD,  # soft hyphen
            *range(0x200B, 0x2010),  # zero-width space and joiners, marks of direction
            *range(0x2028, 0x202F),  # separators and directions
            *range(0x2060, 0x2070),
            0xFEFF,
            0xFFFE,
            0xFFFF,
        ),
    )
)
BREAKS = "\x0b\x0c\x85\u2028\u2029"  # invisible ones that end a line
SPACES = {"\xa0": " ", "\u2002": " ", "\u2003": "\u3000", "\u202f": " ", "\u205f": " "}
SPACES |= {chr(code): " " for code in range(0x2004, 0x200B)}
JUNK = frozenset(INVISIBLE) | frozenset(SPACES)
FOUND = re.compile(f"[{re.escape(INVISIBLE)}{''.join(SPACES)}]")


def is_possible(chars: frozenset[str]) -> bool:
    """Tell from the characters of a text whether it holds any junk."""
    return not chars.isdisjoint(JUNK)


def find(text: str) -> list[Edit]:
    """Return the characters to take out or to replace by what they stand for."""
    return [Edit(match.start(), match.end(), _instead(text, match)) for match in FOUND.finditer(text)]


def _instead(text: str, match: re.Match[str]) -> str:
    if match[0] in BREAKS:
        at_line_end = text[match.end() : match.end() + 1] in ("", "\n") or text[: match.start()][-1:] in (
            "",
            "\n",
        )
        return "" if at_line_end else "\n"
    return SPACES.get(match[0], "")
