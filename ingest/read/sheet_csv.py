"""Read tables as text: the delimiter is what parts most rows into equally many cells."""

import re
from collections import Counter

from ingest.read.encodings import decode
from ingest.read.model import Flaw, UnreadableError
from ingest.read.sheet_layout import Sheet

_DELIMITERS = ",\t;|"
_SAMPLE = 200_000  # characters that the choice of the delimiter looks at
_NAMED = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)  # a first line by which Excel is told the delimiter
_FORMULA_TEXT = re.compile(r'="([^"]*)"')  # how text is kept from being taken for a number
_LARGEST = 1_000_000  # filled cells

Rows = list[list[str]]


def read_csv(data: bytes) -> tuple[Sheet, str, list[Flaw]]:
    """Return the one sheet of a table as text, its encoding, and what is doubtful.

    Raises:
        UnreadableError: it is no text, or holds too much.
    """
    decoded = decode(data)
    if isinstance(decoded, str):
        code = "binary-file" if decoded.startswith("binary") else "undecodable"
        raise UnreadableError(code, "a table as text in UTF-8, GB18030, Big5 or UTF-16", decoded)
    flaws = []
    if decoded.doubt is not None:
        flaws.append(Flaw("doubtful-encoding", "an encoding that is certain", decoded.doubt))
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    named = _NAMED.match(text)
    delimiter = named[1] if named else find_delimiter(text[:_SAMPLE])
    rows = _parse(text[named.end() if named else 0 :], delimiter)
    first = 1 + (named is not None)
    cells = {
        (row, column): _FORMULA_TEXT.sub(r"\1", cell)
        for row, line in enumerate(rows, start=first)
        for column, cell in enumerate(line, start=1)
        if cell.strip()
    }
    if len(cells) > _LARGEST:
        raise UnreadableError("too-large", f"at most {_LARGEST:,} cells", f"{len(cells):,} cells")
    return Sheet(None, cells), decoded.encoding, flaws


def find_delimiter(text: str) -> str:
    """Return what parts the cells of a text, and what parts nothing where it has no table."""
    best, most = "\x1f", 0.0
    for delimiter in _DELIMITERS:
        if delimiter in text:
            score = _regularity(_parse(text, delimiter))
            if score > most:
                best, most = delimiter, score
    return best


def _regularity(rows: Rows) -> float:
    """Say how much of a text a delimiter parts into rows of one length; 0 for commas in prose."""
    widths = Counter(len(row) for row in rows if any(cell.strip() for cell in row))
    parted = Counter({width: count for width, count in widths.items() if width > 1})
    if not parted:
        return 0.0
    width, count = max(parted.items(), key=lambda one: (one[1], one[0]))
    share = count / widths.total()
    if share < 0.5 and (width < 3 or count < 2):
        return 0.0
    return share + min(width, 20) / 100


def _parse(text: str, delimiter: str) -> Rows:
    """Return the rows of a text.

    A quote opens a cell only where one closes it before a delimiter: `"放管服"改革` keeps its quotes, and
    one that is never closed does not swallow the rows below (the csv module does both).
    """
    ends = re.escape(delimiter) + r"\n"
    cell = re.compile(rf'"((?:[^"]++|"")*+)"(?=[{ends}]|\Z)|([^{ends}]*+)')
    rows: Rows = [[]]
    at = 0
    while (match := cell.match(text, at)) is not None:
        quoted = match[1]
        rows[-1].append(match[2] if quoted is None else quoted.replace('""', '"'))
        at = match.end() + 1
        if at > len(text):
            break
        if text[at - 1] == "\n":
            rows.append([])
    return rows
