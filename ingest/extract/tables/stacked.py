"""Read tables with every cell on a line of its own, with or without lines of `|` between."""

from ingest import lexicon
from ingest.extract.tables.align import align, with_deadline
from ingest.extract.tables.cells import EDGE, Span, cell_type, heads_rows, is_section
from ingest.extract.tables.contents import resolve
from ingest.extract.tables.groups import with_group_rows
from ingest.extract.tables.headers import column_kind, is_responsibility, name_columns
from ingest.extract.tables.model import ROLE_COLUMNS, WORDS, Cell, Row, Section, Table, deeper

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
    while after < len(lines) and not _heads_prose(text, lines, after):
        again, beyond = _header(text, lines, after)
        if again == columns:
            after = beyond
        elif stack.add(*lines[after]):
            after += 1
        else:
            break
    stack.finish()
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
        first_text = next(i for i, kind in enumerate(table.columns) if kind in WORDS)
        self._units_first = first_unit < first_text
        self._rows: list[tuple[Section, list[Cell]]] = []
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
            following = self._take_following() if sort == "number" else []
            self.close_row()
            self._cells = following
        if sort == "section":
            self._section = deeper(self._section, cell)
        else:
            self._cells.append(cell)
            self._closing = self._closing or sort in _CLOSING

    def _continues(self, start: int, sort: str) -> bool:
        """Say whether a line goes on with the cell before: where empty lines part the cells and none is here,
        after a comma, and where the table has but one column for units and both are units."""
        if not self._cells:
            return False
        before = self._cells[-1]
        if self._spread and before.end == start - 1 and cell_type(before) != "number":
            return True
        if before.text.endswith("、"):
            return True
        return self._lone and sort == "units" and cell_type(before) == "units"

    def _ends(self, cell: Cell) -> bool:
        """A text after a full row, or page furniture, ends the table."""
        furniture = lexicon.patterns("page_furniture").match(cell.text)
        return furniture is not None or len(self._cells) > len(self._columns) + 2

    def _opens(self, sort: str) -> bool:
        """Say whether a cell begins a row; a number does so after a full row, not inside one (分值)."""
        if sort == "section":
            return True
        if sort == "text":
            return self._closing and not self._units_first and not self._awaits_text()
        if sort != "number" or ("note" in self._columns and len(self._cells) < len(self._columns) - 1):
            return False
        return self._closing or len(self._cells) > 1

    def _awaits_text(self) -> bool:
        """Say whether the row that is read has a column of text behind its units that is still empty."""
        last = max(i for i, kind in enumerate(self._columns) if kind in ROLE_COLUMNS)
        behind = [kind for kind in self._columns[last + 1 :] if kind != "deadline"]
        sorts = [cell_type(cell) for cell in self._cells]
        since = sorts[::-1].index("units") if "units" in sorts else 0
        return self._columns[0] == "number" and sorts[len(sorts) - since :].count("text") < len(behind)

    def _take_following(self) -> list[Cell]:
        """Take from the end of the row the texts that stand before the number of the next one."""
        if "number" not in self._columns[1:]:
            return []
        sorts = [cell_type(cell) for cell in self._cells]
        if "number" not in sorts:
            return []
        columns = self._columns[self._columns.index("number") :]
        behind = sum(kind in (*WORDS, "note") for kind in columns)
        surplus = 0
        while surplus < len(sorts) and sorts[-1 - surplus] == "text":
            surplus += 1
        texts = sorts[sorts.index("number") :].count("text")
        taken = min(surplus, max(0, texts - behind))
        following = self._cells[len(self._cells) - taken :]
        del self._cells[len(self._cells) - taken :]
        return following

    def close_row(self) -> None:
        """End the row."""
        if len(self._cells) >= 2:
            self._rows.append((self._section, self._cells))
        self._cells, self._closing = [], False

    def finish(self) -> None:
        """Make rows of all cells that were read."""
        self.close_row()
        self._rows = with_group_rows(self._rows, sum(kind in (*WORDS, "note") for kind in self._columns))
        meaning = resolve(self._columns, [_name(cells) for _, cells in self._rows])
        self._table.columns = [meaning.get(kind, kind) for kind in self._columns]
        for section, cells in self._rows:
            row = Row(cells[0].start, cells[-1].end, section)
            pairs = with_deadline(align(cells, self._table.columns), self._table.columns)
            for kind, cell in self._with_further_units(cells, pairs):
                row.cells.setdefault(kind, cell)
            self._table.rows.append(row)

    def _with_further_units(self, cells: list[Cell], pairs: list[tuple[str, Cell]]) -> list[tuple[str, Cell]]:
        """Put a list of units that no column is left for into the column of the units before it."""
        out: list[tuple[str, Cell]] = []
        paired = {cell.start: kind for kind, cell in pairs}
        for cell in cells:
            if cell.start in paired:
                out.append((paired[cell.start], cell))
            elif out and out[-1][0] in ROLE_COLUMNS and cell_type(cell) == "units":
                kind, before = out[-1]
                out[-1] = kind, Cell(before.start, cell.end, self._text[before.start : cell.end])
        return out


def _name(cells: list[Cell]) -> str | None:
    """Return the first of the texts of a row, None where it has but one."""
    texts = [cell.text for cell in cells if cell_type(cell) in ("text", "person", "section")]
    return texts[0] if len(texts) > 1 else None
