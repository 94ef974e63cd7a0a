"""Find the rows and columns of Word's tables: cells merged both ways, borders that are a little off."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from ingest.read.word_xml import MAIN, Element, as_number, find, number, unwrapped, value

_WIDTH = 1000  # of a grid column that has none: twentieths of a point
_NEAR = 425  # 7.5 mm: borders nearer than this are one, dragged by hand, unless a cell stands between them
_WIDEST = 1000  # grid columns of a cell; Word allows 63
_LARGEST = 1_000_000  # places for cells
_SMALL = 4  # rows of a table that only lays out a letterhead or a signature
_SHORT = 12  # letters of a header cell
_NO_LINE = ("none", "nil", None)

Content = TypeVar("Content")


@dataclass
class Placed(Generic[Content]):
    """A cell of a table with what is in it."""

    content: Content
    rows: int = 1
    columns: int = 1


class _Raw(NamedTuple):
    """A cell as the file has it: the grid columns [start, end), and whether it goes on with the one above."""

    start: int
    end: int
    continues: bool
    element: Element


def table_rows(table: Element, read: Callable[[Element], Content]) -> list[list[Placed[Content] | None]]:
    """Return the rows of a table, all of the same length; None where another cell covers the place.

    Args:
        table: `w:tbl`.
        read: gives what is in a cell; called for each cell once, in order.
    """
    raw = [list(_cells(row)) for row in unwrapped(table) if row.tag == f"{MAIN}tr" and not _is_deleted(row)]
    columns = _columns(raw, _positions(table))
    width = max((columns[cell.end] for row in raw for cell in row), default=0)
    if width * len(raw) > _LARGEST:
        raw = [[_Raw(n, n + 1, False, cell.element) for n, cell in enumerate(row)] for row in raw]
        width = max(map(len, raw), default=0)
        columns = {n: n for n in range(width + 1)}
    rows: list[list[Placed[Content] | None]] = []
    above: dict[int, Placed[Content]] = {}
    for row in raw:
        out: list[Placed[Content] | None] = [None] * width
        now: dict[int, Placed[Content]] = {}
        for cell in row:
            at, end = columns[cell.start], columns[cell.end]
            if cell.continues and at in above:
                now[at] = above[at]
                now[at].rows += 1
            elif at < width and out[at] is None:
                now[at] = out[at] = Placed(read(cell.element), columns=max(1, end - at))
        above = now
        rows.append(out)
    return rows


def is_layout(
    table: Element, styles: Callable[[str], Element | None], texts: Sequence[Sequence[str]]
) -> bool:
    """Say whether a small table without lines only puts paragraphs side by side.

    Args:
        table: `w:tbl`.
        styles: gives the style of a name.
        texts: what the cells of each row hold.
    """
    if len(texts) > _SMALL or _has_lines(table, styles):
        return False
    first = texts[0] if texts else []
    return len(first) <= 2 or not all(0 < len(text) <= _SHORT for text in first)


def _is_deleted(row: Element) -> bool:
    return find(row, "trPr", "del") is not None


def _cells(row: Element) -> Iterator[_Raw]:
    at = min(max(number(row, "trPr", "gridBefore"), 0), _WIDEST)
    for cell in unwrapped(row):
        if cell.tag != f"{MAIN}tc":
            continue
        properties = find(cell, "tcPr")
        span = min(max(number(properties, "gridSpan", default=1), 1), _WIDEST)
        merged = find(properties, "vMerge")
        continues = merged is not None and merged.get(f"{MAIN}val", "continue") == "continue"
        yield _Raw(at, at + span, continues, cell)
        at += span


def _positions(table: Element) -> Callable[[int], int]:
    """Return what gives the place of a border of the grid, in twentieths of a point."""
    grid = find(table, "tblGrid")
    widths = [as_number(column.get(f"{MAIN}w")) for column in ([] if grid is None else grid)]
    places = [0]
    for width in widths:
        places.append(places[-1] + (width if width > 0 else _WIDTH))
    return lambda border: (
        places[border] if border < len(places) else places[-1] + (border - len(places) + 1) * _WIDTH
    )


def _columns(raw: list[list[_Raw]], position: Callable[[int], int]) -> dict[int, int]:
    """Return the column that begins at each border of the grid that a cell has.

    A row whose borders were dragged gets grid columns of its own: borders that are near and have no
    cell just between them are one.
    """
    shortest: dict[int, int] = {}  # start -> the nearest end of a cell that begins there
    for row in raw:
        for cell in row:
            shortest[cell.start] = min(cell.end, shortest.get(cell.start, cell.end))
    borders = sorted({border for row in raw for cell in row for border in (cell.start, cell.end)})
    columns: dict[int, int] = {}
    count, first, nearest_end = -1, 0, 0
    for border in borders:
        if count < 0 or position(border) - position(first) > _NEAR or nearest_end <= border:
            count, first, nearest_end = count + 1, border, border + _WIDEST
        columns[border] = count
        nearest_end = min(nearest_end, shortest.get(border, nearest_end))
    return columns


def _has_lines(table: Element, styles: Callable[[str], Element | None]) -> bool:
    """Say whether a table has lines between its cells, by itself, by a cell of it or by its style."""
    if any(_draws(borders) for borders in table.iter(f"{MAIN}tcBorders")):
        return True
    own = find(table, "tblPr", "tblBorders")
    if own is not None:
        return _draws(own)
    style = styles(value(table, "tblPr", "tblStyle") or "")
    for _ in range(20):  # styles that are based on one another; more is a circle
        if style is None:
            break
        if (borders := find(style, "tblPr", "tblBorders")) is not None:
            return _draws(borders)
        style = styles(value(style, "basedOn") or "")
    return False


def _draws(borders: Element) -> bool:
    return any(
        value(borders, side) not in _NO_LINE
        for side in ("left", "start", "right", "end", "insideV", "insideH")
    )
