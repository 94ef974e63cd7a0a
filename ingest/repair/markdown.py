"""Take out Markdown's marks for bold, headings, bullets, escapes and line ends; tables stay tables."""

import re

from ingest.repair.edits import Edit

TRIGGERS = frozenset("*#\\-+<")
BREAK = re.compile(r"<br */?>", re.IGNORECASE)  # how Markdown writes a line end inside a cell
BOLD = re.compile(r"(?<!\*)\*\*(?!\*)[^*\n]+?\*\*(?!\*)")
SIGNS = ("# ", "#\t", "- ", "* ", "+ ", "\\")  # one of which every mark holds
MARK = re.compile(
    r"""
    ^[ ]{0,3}\#{1,6}[ \t]+           # heading
    | ^[ ]{0,3}[-*+][ ]+(?=[^\s\-])  # bullet
    | \\(?=[!-/:-@\[-`{-~])          # escape
    """,
    re.VERBOSE | re.MULTILINE,
)


def is_possible(chars: frozenset[str]) -> bool:
    """Tell from the characters of a text whether it can hold Markdown."""
    return not chars.isdisjoint(TRIGGERS)


def find(text: str) -> list[Edit]:
    """Return the marks to take out. A row of asterisks is a mask (`******意见`) and stays."""
    marked = any(sign in text for sign in SIGNS)
    places = [(match.start(), match.end()) for match in MARK.finditer(text)] if marked else []
    for match in BOLD.finditer(text) if "**" in text else ():
        places += [(match.start(), match.start() + 2), (match.end() - 2, match.end())]
    edits = [Edit(start, end, "") for start, end in places]
    edits += [Edit(match.start(), match.end(), "\n") for match in BREAK.finditer(text)]
    return sorted(edits)
