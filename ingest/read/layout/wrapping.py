"""Tell by the room that was left whether a line was broken because it was full."""

import re
from collections.abc import Sequence

from ingest.read.layout.lines import CELL_SPACES
from ingest.read.layout.model import Char, Line

CLOSING = frozenset("，。、；：！？）》”’】〕」』…%％℃,.;:!?)]")  # may not begin a line
OPENING = frozenset("（《“‘【〔「『([")  # may not end one
_QUOTES = frozenset("“‘")
_LATIN = re.compile(r"[!-~]")
_LONGEST_WORD = 12  # of the size; nothing longer is kept together
HAIR = 0.05  # of the size
_LETTER = re.compile(r"[A-Za-z]")
BRACKETS = (("（(", "）)"), ("《", "》"), ("“", "”"), ("〔[【", "〕]】"))


def first_piece(line: Line) -> float:
    """Return the width of what stands together at a line's start: a word, or one character."""
    chars = line.chars
    end = _piece_end(chars, 0)
    while end < len(chars) and chars[end].text in _QUOTES:
        end = _piece_end(chars, end)  # some programs break lines neither before nor behind a quotation mark
    return min(chars[max(end, 1) - 1].x1 - chars[0].x0, _LONGEST_WORD * line.size)


def _piece_end(chars: Sequence[Char], start: int) -> int:
    """Return where a word or character ends, with the brackets before and the punctuation behind it."""
    end = start
    while end < len(chars) and chars[end].text in OPENING:
        end += 1
    end = _word_end(chars, end)
    while end < len(chars) and chars[end].text in CLOSING:
        end += 1
    return end


def _word_end(chars: Sequence[Char], start: int) -> int:
    """Return where the word ends that begins at a character."""
    end = start
    while end < len(chars) and _LATIN.match(chars[end].text):
        end += 1
    return max(end, start + 1)


def would_fit(line: Line, room: float, hair: float = HAIR) -> bool:
    """Say whether the first piece of a line fits into the room left on the one before, and a hair more."""
    return first_piece(line) <= room - hair * line.size


def glue(text: str, before: Line, after: Line) -> str:
    """Return what stands between two lines of one paragraph: nothing, or the space between words.

    Args:
        text: the paragraph so far.
        before: its last line.
        after: the line that goes on with it.
    """
    space = before.trail + after.lead
    if space:
        return "\t" if space.count(" ") >= CELL_SPACES else " "
    if _LETTER.match(text[-1:]) and _LETTER.match(after.text) and " " in text[-40:]:
        return " "
    return ""


def first_gap(line: Line) -> str:
    """Return what stands before a paragraph: nothing, or the gap of an empty first cell."""
    return "\t" if line.lead.count(" ") >= CELL_SPACES and "\t" in line.text else ""


def has_open_bracket(text: str) -> bool:
    """Say whether a bracket or quotation mark that the text opens is not closed in it."""
    return any(sum(map(text.count, opening)) > sum(map(text.count, closing)) for opening, closing in BRACKETS)
