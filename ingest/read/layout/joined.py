"""Join the parts of a table that goes on over pages: headers dropped, rows that the page cut made whole."""

import re
from collections.abc import Sequence

from ingest.read.layout.model import Entry, Table

_SAME_PLACE = 5.0  # points
_NUMBER = re.compile(
    r"\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[（(][\d一二三四五六七八九十]{1,3}[)）])\s*[.．、]?\s*"
)
_PROSE = 12  # characters
_ENDED = re.compile(r"[。；！？.;]$")
Row = list[Entry | None]
Pair = tuple[int, Entry, Entry]  # a column, the cell above the page's end and the one below


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
    pairs = _pairs(above.rows, rows[0])
    if pairs and (above.is_open or _is_cut(above.rows, pairs)):
        for _, holder, entry in pairs:
            _complete(holder, entry, entry.rows - 1)
        rows = rows[1:]
    else:
        for column, holder, entry in pairs:
            if _is_merged(above.rows, column, holder, entry):
                _complete(holder, entry, entry.rows)
                rows[0][column] = None
    return Table([*above.rows, *rows], above.xs, below.page, above.top, below.bottom, below.is_open)


def _pairs(above: Sequence[Row], first: Row) -> list[Pair]:
    """Return the cells of a page's first row, with those above them that the page before ends with.

    None where their columns differ, so that they cannot be parts of one cell.
    """
    pairs = []
    for column, entry in enumerate(first):
        holder = _holder(above, len(above) - 1, column)
        if entry is not None:
            if holder is None or holder.columns != entry.columns:
                return []
            pairs.append((column, holder, entry))
    return pairs


def _holder(rows: Sequence[Row], row: int, column: int) -> Entry | None:
    """Return the cell that covers a place and begins in its column."""
    for up in range(row, -1, -1):
        entry = rows[up][column]
        if entry is not None:
            return entry if entry.rows > row - up else None
    return None


def _without_header(above: Sequence[Row], below: list[Row]) -> list[Row]:
    """Return the rows below those that say the header again."""
    count = 0
    while count < min(len(above), len(below) - 1) and _texts(above[count]) == _texts(below[count]):
        count += 1
    while count and any(entry is None and _holder(below, count, at) for at, entry in enumerate(below[count])):
        count -= 1  # a header never ends inside a merged cell
    return below[count:] if count and any(_texts(above[0])) else below


def _texts(row: Row) -> list[str | None]:
    return [None if entry is None else re.sub(r"\s", "", entry.text) for entry in row]


def _is_cut(above: Sequence[Row], pairs: Sequence[Pair]) -> bool:
    """Say whether the first row of a page is the rest of the last row of the page before.

    It has no number where the rows above have one; cells are empty right of those with text, or a cell above
    stops in the middle of a sentence. A row of its own below merged cells is empty on the left only.
    """
    numbered = _is_numbered(above)
    first = next((at for at, (_, _, entry) in enumerate(pairs) if entry.text.strip()), None)
    if first is None or (numbered and first == 0):
        return False
    own = [(holder, entry) for _, holder, entry in pairs[first:] if holder.rows == 1]
    is_short = any(holder.text.strip() and not entry.text.strip() for holder, entry in own)
    is_broken = any(entry.text.strip() and _is_broken(holder, entry) for holder, entry in own)
    if not numbered:
        return is_short and is_broken
    is_ended = _ENDED.search(pairs[first][1].text) is not None
    return is_broken or (is_short and (first == 1 or not is_ended))


def _is_broken(holder: Entry, rest: Entry) -> bool:
    """Say whether a text stops in the middle: names fill their cell by chance, sentences end with a stop."""
    if holder.room >= rest.need or _ENDED.search(holder.text):
        return False
    return len(holder.text.rsplit("\n", 1)[-1]) >= _PROSE or holder.text.endswith(("、", "，"))


def _is_merged(above: Sequence[Row], column: int, holder: Entry, entry: Entry) -> bool:
    """Say whether a cell at the top of a page is the rest of a merged one, with its text on one page only."""
    if holder.text.strip() and entry.text.strip():
        return False
    if entry.rows > 1 or (holder.rows > 1 and not holder.text.strip()):
        return True
    covered = sum(1 for row in above if row[column] is None)
    return holder.rows > 1 and 2 * covered >= len(above)


def _is_numbered(rows: Sequence[Row]) -> bool:
    """Say whether the first column numbers the rows."""
    entries = [row[0] for row in rows[1:] if row[0] is not None]
    numbers = sum(1 for entry in entries if _NUMBER.fullmatch(entry.text))
    return numbers > 0 and 2 * numbers >= len(entries)


def _complete(holder: Entry, rest: Entry, rows: int) -> None:
    """Add to a cell what the next page has of it: text, and rows."""
    if rest.text:
        between = "" if not holder.text or holder.room < rest.need else "\n"
        holder.text += between + rest.text
        holder.room = rest.room
    holder.rows += rows
