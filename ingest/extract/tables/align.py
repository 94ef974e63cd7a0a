"""Give cells to columns by what they look like, where empty or merged cells were lost."""

from ingest.extract.tables.cells import cell_type
from ingest.extract.tables.model import Cell

# How well a sort of cell fits a kind of column; pairs that are not named do not fit at all.
_FITS: dict[tuple[str, str], float] = {
    ("number", "number"): 3.0,
    ("units", "lead"): 3.0,
    ("units", "participate"): 3.0,
    ("units", "responsible"): 3.0,
    ("person", "leader"): 3.0,
    ("text", "leader"): 0.8,
    ("deadline", "deadline"): 3.0,
    ("text", "task"): 2.2,
    ("text", "measure"): 2.1,
    ("text", "content"): 2.1,
    ("text", "category"): 2.0,
    ("section", "category"): 2.0,
    ("units", "task"): 0.1,
    ("deadline", "measure"): 1.0,
    ("deadline", "task"): 1.0,
    ("deadline", "note"): 1.0,
    ("number", "note"): 1.0,
    ("text", "note"): 1.0,
    ("units", "note"): 0.5,
    ("person", "task"): 1.0,
    ("person", "category"): 1.0,
}
_MAY_HOLD_DEADLINES = ("measure", "content", "note")
_FITS_NONE = 0.5  # a cell with a dash says that any column is empty

_Best = list[list[float]]  # [i][j]: the best score of cells from i on in columns from j on


def align(cells: list[Cell], columns: list[str]) -> list[tuple[str, Cell]]:
    """Return (column kind, cell) pairs, in order, so that the cells fit their columns best.

    A number before the first two cells that has no column of its own is the number of the row.
    """
    sorts = [cell_type(cell) for cell in cells]
    pairs: list[tuple[str, Cell]] = []
    if "number" not in columns and "number" in sorts[:2] and len(cells) > 2:
        at = sorts.index("number")
        pairs = [("number", cells[at]), *(("category", cell) for cell in cells[:at])]
        cells, sorts = cells[at + 1 :], sorts[at + 1 :]
    return pairs + _walk(cells, sorts, columns, _scores(sorts, columns))


def with_deadline(pairs: list[tuple[str, Cell]], columns: list[str]) -> list[tuple[str, Cell]]:
    """Call the last cell that is nothing but a deadline one where no header says so (进度, 备注)."""
    if "deadline" in columns:
        return pairs
    for index in range(len(pairs) - 1, -1, -1):
        kind, cell = pairs[index]
        if kind in _MAY_HOLD_DEADLINES and cell_type(cell) == "deadline":
            return [*pairs[:index], ("deadline", cell), *pairs[index + 1 :]]
    return pairs


def _fit(sort: str, column: str) -> float:
    return _FITS_NONE if sort == "none" else _FITS.get((sort, column), 0.0)


def _scores(sorts: list[str], columns: list[str]) -> _Best:
    best = [[0.0] * (len(columns) + 1) for _ in range(len(sorts) + 1)]
    for i in range(len(sorts) - 1, -1, -1):
        for j in range(len(columns) - 1, -1, -1):
            fit = _fit(sorts[i], columns[j])
            paired = fit + best[i + 1][j + 1] if fit else 0.0
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    return best


def _walk(cells: list[Cell], sorts: list[str], columns: list[str], best: _Best) -> list[tuple[str, Cell]]:
    """Read the pairs of the best assignment from the scores."""
    pairs, i, j = [], 0, 0
    while i < len(cells) and j < len(columns):
        fit = _fit(sorts[i], columns[j])
        if fit and best[i][j] == fit + best[i + 1][j + 1]:
            pairs.append((columns[j], cells[i]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            i += 1
    return pairs
