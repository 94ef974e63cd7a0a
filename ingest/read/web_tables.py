"""Read the tables of a page with their spans; tables that only lay a page out are none."""

from collections.abc import Callable, Iterator

from lxml import html

from ingest.read.grid import Cell
from ingest.read.model import UnreadableError

MAX_CELLS = 400_000  # of one table, with what its cells cover
_LONGEST_CELL = 3_000  # characters; a cell with more holds a page


def is_layout(table: html.HtmlElement) -> bool:
    """Say whether a table only lays a page out: one with tables in it, one column, or a page in a cell."""
    if table.get("role") == "presentation" or table.find(".//table") is not None:
        return True
    rows = list(_rows(table))
    if max((len(list(_cells(row))) for row in rows), default=0) < 2:
        return True
    return any(len(cell.text_content()) > _LONGEST_CELL for row in rows for cell in _cells(row))


def rows_of(table: html.HtmlElement, text_of: Callable[[html.HtmlElement], str]) -> list[list[Cell | None]]:
    """Return the rows of a table, each with a cell or None (covered) for every column.

    Raises:
        UnreadableError: its spans declare more cells than a table can have.
    """
    grid: list[dict[int, Cell | None]] = []
    found = list(_rows(table))
    covered: dict[tuple[int, int], None] = {}
    for index, row in enumerate(found):
        cells: dict[int, Cell | None] = {}
        column = 0
        for element in _cells(row):
            while (index, column) in covered:
                cells[column] = None
                column += 1
            down = min(_span(element, "rowspan"), len(found) - index)
            across = _span(element, "colspan")
            if len(covered) + down * across > MAX_CELLS:
                raise UnreadableError("too-large", f"tables of at most {MAX_CELLS:,} cells", "more than that")
            cells[column] = Cell(text_of(element), down, across)
            covered.update(dict.fromkeys((index + y, column + x) for y in range(down) for x in range(across)))
            column += across
        grid.append(cells)
    width = max((column + 1 for _, column in covered), default=0)
    return [[row.get(column) for column in range(width)] for row in _filled(grid, covered, width)]


def _filled(
    grid: list[dict[int, Cell | None]], covered: dict[tuple[int, int], None], width: int
) -> Iterator[dict[int, Cell | None]]:
    """Yield the rows with an empty cell where a row is short."""
    for index, row in enumerate(grid):
        empty = (c for c in range(width) if c not in row and (index, c) not in covered)
        yield {**row, **{column: Cell("") for column in empty}}


def _rows(table: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """Yield the rows of a table, not those of tables in it."""
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in child if row.tag == "tr")


def _cells(row: html.HtmlElement) -> Iterator[html.HtmlElement]:
    return (cell for cell in row if cell.tag in ("td", "th"))


def _span(cell: html.HtmlElement, name: str) -> int:
    """Return a span as browsers read it: at least one, at most a thousand."""
    value = (cell.get(name) or "").strip()
    return min(max(int(value), 1), 1000) if value.isascii() and value.isdigit() else 1
