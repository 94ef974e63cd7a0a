"""Write the filled cells of a sheet as a reader sees them: paragraphs, and tables with merged cells."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ingest.read.grid import Cell, Writer
from ingest.read.model import Place, UnreadableError

_LARGEST = 3_000_000  # cells, empty ones between filled ones among them
_PARAGRAPHS = 3  # rows with one cell each, one after the other: text, no headings inside a table
_HEADER = 15  # letters of a header cell
_BLANK_LINES = 2  # that stand for a gap between paragraphs, however wide
_NUMBER = re.compile(r"[\d.]*")


class Area(NamedTuple):
    """A stretch of merged cells, its last row and column included."""

    top: int
    left: int
    bottom: int
    right: int


class Box(NamedTuple):
    """Text that is drawn over the cells, and the row at which its box begins."""

    row: int
    text: str


class Sheet(NamedTuple):
    """The filled cells of a sheet: (row, column), counted from 1, to text."""

    name: str | None
    cells: dict[tuple[int, int], str]
    merged: Sequence[Area] = ()
    boxes: Sequence[Box] = ()


class _Line(NamedTuple):
    """A row of the sheet, brought together with others without the empty rows and columns."""

    row: int  # in the sheet
    cells: list[Cell | None]

    def filled(self) -> list[Cell]:
        return [cell for cell in self.cells if cell is not None and cell.text]


def write_sheet(writer: Writer, sheet: Sheet) -> None:
    """Write a sheet; boxes that begin above all cells come first, the others last.

    Raises:
        UnreadableError: its filled cells lie too far apart.
    """
    lines = _lines(sheet)
    first = lines[0].row if lines else 1
    _write_boxes(writer, sheet, [box for box in sheet.boxes if box.row <= first])
    at = 0
    for start, end in _tables(lines):
        _write_paragraphs(writer, lines[at:start], lines[at - 1].row if at else None)
        writer.table([line.cells for line in lines[start:end]])
        at = end
    _write_paragraphs(writer, lines[at:], lines[at - 1].row if at else None)
    _write_boxes(writer, sheet, [box for box in sheet.boxes if box.row > first])


def _write_boxes(writer: Writer, sheet: Sheet, boxes: Iterable[Box]) -> None:
    for box in sorted(boxes):
        writer.line(box.text, Place(0, sheet=sheet.name))


def address(row: int, column: int) -> str:
    """Return the name of a cell, as C5."""
    letters = ""
    while column > 0:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row}"


def _lines(sheet: Sheet) -> list[_Line]:
    """Return the rows with text, without the rows and columns that have none."""
    cells = {at: text for at, text in sheet.cells.items() if text.strip()}
    areas = _areas(sheet.merged, cells)
    rows = sorted({row for row, _ in cells})
    columns = sorted({column for _, column in cells})
    if len(rows) * len(columns) > _LARGEST:
        found = f"{len(rows):,} rows and {len(columns):,} columns"
        raise UnreadableError("too-large", f"at most {_LARGEST:,} cells", found)
    positions = {column: n for n, column in enumerate(columns)}
    lines = [_Line(row, [Cell("")] * len(columns)) for row in rows]
    by_row = {line.row: line for line in lines}
    for (row, column), text in cells.items():
        place = Place(0, sheet=sheet.name, cell=address(row, column))
        by_row[row].cells[positions[column]] = Cell(text, place=place)
    for area in areas:
        down = lines[bisect_left(rows, area.top) : bisect_right(rows, area.bottom)]
        across = range(bisect_left(columns, area.left), bisect_right(columns, area.right))
        first = down[0].cells[across[0]]
        for line in down:
            line.cells[across.start : across.stop] = [None] * len(across)
        if first is not None:
            down[0].cells[across[0]] = first._replace(rows=len(down), columns=len(across))
    return lines


def _areas(merged: Iterable[Area], cells: dict[tuple[int, int], str]) -> list[Area]:
    """Return the merged areas that hold text, and take from the cells what they hide."""
    areas = [area for area in merged if (area.top, area.left) in cells]
    starts = {(area.top, area.left) for area in areas}
    by_row: dict[int, list[int]] = {}
    for row, column in sorted(cells) if areas else ():
        by_row.setdefault(row, []).append(column)
    rows = list(by_row)
    kept: list[Area] = []
    work = 0
    for area in areas:
        down = rows[bisect_left(rows, area.top) : bisect_right(rows, area.bottom)]
        work += len(down)
        if work > _LARGEST:
            raise UnreadableError("too-large", f"merged cells over {_LARGEST:,} rows at most", "more of them")
        hidden = [(row, column) for row in down for column in _between(by_row[row], area.left, area.right)]
        hidden.remove((area.top, area.left))
        if starts.isdisjoint(hidden):  # areas that overlap are none
            kept.append(area)
            for at in hidden:
                cells.pop(at, None)
    return kept


def _between(columns: list[int], left: int, right: int) -> list[int]:
    return columns[bisect_left(columns, left) : bisect_right(columns, right)]


def _tables(lines: Sequence[_Line]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of rows that are tables: from a row with several cells to the last such row.

    Inside, a row with one cell is a heading, unless several follow one another or a header follows.
    """
    several = [n for n, line in enumerate(lines) if len(line.filled()) > 1 or _is_covered(line)]
    start = end = -1
    for n in several:
        if start >= 0 and _is_apart(lines, end, n):
            yield start, end
            start = -1
        if start < 0 or (start == end - 1 and _is_above_header(lines[start], lines[n])):
            start = n
        end = n + 1
    if start >= 0:
        while end < len(lines) and _NUMBER.fullmatch("".join(cell.text for cell in lines[end].filled())):
            end += 1
        yield start, end


def _is_covered(line: _Line) -> bool:
    """Say whether a row goes on with a merged cell of the row above."""
    return len(line.filled()) < len(line.cells) and line.cells[0] is None


def _is_apart(lines: Sequence[_Line], end: int, following: int) -> bool:
    """Say whether the rows between two rows of a table are paragraphs that part two tables."""
    if following - end >= _PARAGRAPHS:
        return True
    has_gap = any(lines[n].row > lines[n - 1].row + 1 for n in range(end, following + 1))
    return has_gap and following > end and _is_header(lines[following])


def _is_above_header(line: _Line, following: _Line) -> bool:
    """Say whether a row is two notes above a table (`填报单位：… 单位：万元`), not its header."""
    filled = line.filled()
    return len(filled) == 2 and len(following.filled()) > 3 and all(cell.rows == 1 for cell in filled)


def _is_header(line: _Line) -> bool:
    filled = line.filled()
    return len(filled) > 2 and not any(
        len(cell.text) > _HEADER or _NUMBER.fullmatch(cell.text) for cell in filled
    )


def _write_paragraphs(writer: Writer, lines: Sequence[_Line], before: int | None) -> None:
    """Write rows of one cell each; `before` is the row of the sheet above them."""
    for line in lines:
        if before is not None:
            for _ in range(min(line.row - before - 1, _BLANK_LINES)):
                writer.line("")
        before = line.row
        for cell in line.filled():
            for text in cell.text.splitlines():
                writer.line(text, cell.place)
