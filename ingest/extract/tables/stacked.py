"""Read tables with every cell on a line of its own, with or without lines of `|` between."""

from ingest import lexicon
from ingest.extract.tables.align import align
from ingest.extract.tables.cells import EDGE, Span, cell_type, heads_rows, is_section
from ingest.extract.tables.headers import column_kind, is_responsibility, name_columns
from ingest.extract.tables.model import ROLE_COLUMNS, TEXT_COLUMNS, Cell, Row, Section, Table, deeper

_FEWEST_COLUMNS = 3
_CLOSING = ("units", "person", "deadline")  # sorts of cells that stand at the end of a row


def read_stacked(text: str, lines: list[Span], index: int) -> tuple[Table | None, int]:
    """Read a table whose header begins at a line.

    Args:
        lines: the spans of the lines of the text.
        index: the line of the first header cell.

    Returns:
        The table, None where the lines are no header or no row follows, and the line after it.
    """
    columns, after = _header(text, lines, index)
    if len(columns) < _FEWEST_COLUMNS or not is_responsibility(columns):
        return None, index + 1
    table = Table(lines[index][0], lines[after - 1][1], name_columns(columns))
    stack = _Stack(text, table)
    while after < len(lines) and not _heads_prose(text, lines, after) and stack.add(*lines[after]):
        after += 1
    stack.close_row()
    return (table if table.rows else None), after


def _header(text: str, lines: list[Span], index: int) -> tuple[list[str], int]:
    """Return the column kinds that follow each other from a line on, and the line after them."""
    columns: list[str] = []
    while index < len(lines):
        line = text[slice(*lines[index])].strip(" 　|\t")
        kind = column_kind(line)
        if line and kind is None:
            break
        columns += [kind] if kind else []
        index += 1
    return columns, index


def _heads_prose(text: str, lines: list[Span], index: int) -> bool:
    """Say whether a line is a heading after the table."""
    return is_section(text[slice(*lines[index])].strip(EDGE)) and not heads_rows(text, lines, index)


class _Stack:
    """The cells of the row that is being read."""

    def __init__(self, text: str, table: Table) -> None:
        self._text = text
        self._table = table
        self._columns = table.columns
        self._spread = "\n\n" in text[table.start : table.end]
        self._lone = sum(kind in ROLE_COLUMNS for kind in table.columns) == 1
        first_unit = next(i for i, kind in enumerate(table.columns) if kind in ROLE_COLUMNS)
        first_text = next(i for i, kind in enumerate(table.columns) if kind in TEXT_COLUMNS)
        self._units_first = first_unit < first_text
        self._cells: list[Cell] = []
        self._section: Section = ()
        self._closing = False

    def add(self, start: int, end: int) -> bool:
        """Take the line [start, end); False where it no longer belongs to the table."""
        raw = self._text[start:end].strip(EDGE)
        if not raw:
            return True
        at = self._text.index(raw, start)
        cell = Cell(at, at + len(raw), raw)
        sort = cell_type(cell)
        if sort == "person" and "leader" not in self._columns:
            sort = "text"
        if self._continues(start, sort):
            before = self._cells[-1]
            self._cells[-1] = Cell(before.start, cell.end, self._text[before.start : cell.end])
        elif sort == "text" and self._ends(cell):
            return False
        else:
            self._append(cell, sort)
        self._table.end = end
        return True

    def _append(self, cell: Cell, sort: str) -> None:
        if self._cells and self._opens(sort):
            self.close_row()
        if sort == "section":
            self._section = deeper(self._section, cell)
        else:
            self._cells.append(cell)
            self._closing = self._closing or sort in _CLOSING

    def _continues(self, start: int, sort: str) -> bool:
        """Say whether a line goes on with the units of the line before: where empty lines part the cells, or
        where the table has but one column for units."""
        if not self._cells or sort != "units" or cell_type(self._cells[-1]) != "units":
            return False
        return self._lone or (self._spread and self._cells[-1].end == start - 1)

    def _ends(self, cell: Cell) -> bool:
        """A text after a full row, or page furniture, ends the table."""
        furniture = lexicon.patterns("page_furniture").match(cell.text)
        return furniture is not None or len(self._cells) > len(self._columns) + 2

    def _opens(self, sort: str) -> bool:
        """Say whether a cell begins a row; a number does so after a full row, not inside one (分值)."""
        if sort == "section":
            return True
        if sort == "text":
            return self._closing and not self._units_first
        if sort != "number" or ("note" in self._columns and len(self._cells) < len(self._columns) - 1):
            return False
        return self._closing or len(self._cells) > 1

    def close_row(self) -> None:
        """Make a row of the cells that were read since the last one."""
        if len(self._cells) >= 2:
            row = Row(self._cells[0].start, self._cells[-1].end, self._section)
            for kind, cell in align(self._cells, self._columns):
                row.cells.setdefault(kind, cell)
            self._table.rows.append(row)
        self._cells, self._closing = [], False
