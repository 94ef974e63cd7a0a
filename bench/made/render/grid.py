"""Where the cells of a table lie, once their spans are known."""

from dataclasses import dataclass

from bench.made.model import Cell, Table


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell at its row and column."""

    row: int
    column: int
    cell: Cell


def placed(table: Table) -> list[Placed]:
    """Return the cells at the places that are free when their turn comes, as browsers lay tables out."""
    taken: set[tuple[int, int]] = set()
    found = []
    for row, cells in enumerate(table.rows):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            found.append(Placed(row, column, cell))
            taken |= {(row + r, column + c) for r in range(cell.rows) for c in range(cell.columns)}
            column += cell.columns
    return found


def width(table: Table) -> int:
    """Return the number of columns."""
    return max(place.column + place.cell.columns for place in placed(table))


def texts(table: Table, *, repeated: bool = False) -> list[list[str]]:
    """Return all fields of a table; a merged cell shows in its first field, or in all of them."""
    fields = [[""] * width(table) for _ in table.rows]
    for place in placed(table):
        for row in range(place.row, place.row + (place.cell.rows if repeated else 1)):
            fields[row][place.column] = place.cell.text
    return fields
