"""Join the parts of a table that goes on over pages: headers dropped, rows that the page cut made whole."""

import re
from collections.abc import Sequence

from ingest.read.layout.model import Entry, Table

_SAME_PLACE = 5.0  # points
_NUMBER = re.compile(
    r"\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[（(][\d一二三四五六七八九十]{1,3}[)）])\s*[.．、]?\s*"
)
_ENDED = re.compile(r"[。；！？.;]$")
Row = list[Entry | None]


def goes_on(above: Table, below: Table) -> bool:
    """Say whether a table has the columns of the one that the page before ended with."""
    if len(above.xs) != len(below.xs):
        return False
    shift = below.xs[0] - above.xs[0]
    return all(abs(b - a - shift) < _SAME_PLACE for a, b in zip(above.xs, below.xs, strict=True))


def join(above: Table, below: Table) -> Table:
    """Return one table of two parts."""
    rows = _without_header(above.rows, below.rows)
    if not rows:
        return above
    if _is_cut(above.rows, rows[0]):
        _complete(above.rows, rows[0])
        rows = rows[1:]
    elif rows:
        _cover(above.rows, rows[0])
    return Table([*above.rows, *rows], above.xs, above.page, above.top, below.bottom)


def _without_header(above: Sequence[Row], below: list[Row]) -> list[Row]:
    """Return the rows below those that say the header again."""
    count = 0
    while count < min(len(above), len(below) - 1) and _texts(above[count]) == _texts(below[count]):
        count += 1
    while count and any(
        entry is None and _reaches(below, count, at) for at, entry in enumerate(below[count])
    ):
        count -= 1  # a header never ends inside a merged cell
    return below[count:] if count and any(_texts(above[0])) else below


def _reaches(rows: Sequence[Row], row: int, column: int) -> bool:
    """Say whether a cell above covers a place."""
    for up in range(row - 1, -1, -1):
        entry = rows[up][column]
        if entry is not None:
            return entry.rows > row - up
    return False


def _texts(row: Row) -> list[str | None]:
    return [None if entry is None else re.sub(r"\s", "", entry.text) for entry in row]


def _is_cut(above: Sequence[Row], first: Row) -> bool:
    """Say whether the first row of a page is the rest of the last row of the page before.

    It has no number where the rows above have one, and it leaves cells empty that a row of its own would
    fill, or the row above stops in the middle of a sentence.
    """
    last = above[-1]
    if any((a is None) != (b is None) for a, b in zip(last, first, strict=True)) or not any(_texts(first)):
        return False
    column = _number_column(above)
    if column is not None:
        entry = first[column]
        if entry is None or entry.text.strip():
            return False
    pairs = [(a, b) for a, b in zip(last, first, strict=True) if a is not None and b is not None]
    empty = [b for a, b in pairs if a.text.strip() and not b.text.strip()]
    cut = [a for a, b in pairs if b.text.strip() and a.room < b.need and not _ENDED.search(a.text)]
    if column is None:
        return len(empty) > 0 and len(cut) > 0
    leading = next((at for at, (_, b) in enumerate(pairs) if b.text.strip()), 0)
    return len(empty) > leading or len(cut) > 0


def _number_column(rows: Sequence[Row]) -> int | None:
    """Return the first column if it numbers the rows."""
    entries = [row[0] for row in rows[1:] if row[0] is not None]
    numbers = sum(1 for entry in entries if _NUMBER.fullmatch(entry.text))
    return 0 if numbers and 2 * numbers >= len(entries) else None


def _complete(rows: Sequence[Row], rest: Row) -> None:
    """Add to the cells of the last row what the next page has of them."""
    for entry, more in zip(rows[-1], rest, strict=True):
        if entry is None or more is None or not more.text:
            continue
        between = "" if entry.room < more.need else "\n"
        entry.text += (between if entry.text else "") + more.text
        entry.room = more.room


def _cover(rows: Sequence[Row], first: Row) -> None:
    """Make the empty cells that begin a page part of the merged cells that the page's end cut."""
    for column, entry in enumerate(first):
        if entry is None or entry.text.strip():
            break
        up = next((at for at in range(len(rows) - 1, -1, -1) if rows[at][column] is not None), None)
        above = rows[up][column] if up is not None else None
        if up is None or above is None or above.columns != entry.columns or not above.text.strip():
            break
        if up + above.rows != len(rows) or not any(other and other.text for other in first[column + 1 :]):
            break
        above.rows += entry.rows
        first[column] = None
