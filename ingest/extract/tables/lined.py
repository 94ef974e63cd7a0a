"""Read tables with a row a line: cells parted by tabs, by `|` or by single spaces."""

import re

from ingest import lexicon
from ingest.extract.tables.align import align, with_deadline
from ingest.extract.tables.cells import (
    NUMBER,
    SECTION,
    Span,
    cell_type,
    heads_rows,
    is_section,
    is_units,
    line_cells,
    split_cells,
)
from ingest.extract.tables.contents import resolve
from ingest.extract.tables.headers import column_kind, header_columns
from ingest.extract.tables.mended import mend_texts
from ingest.extract.tables.model import ROLE_COLUMNS, Cell, Row, Section, Table, deeper
from ingest.extract.tables.wrapped import Shape, mend_cells, row_end, shape_of

_LONGEST_ROW = 60  # lines of a row whose cells are broken
_CELLS_OF_HEADING = 3  # cells of a line, all but the number and the words of a heading empty
_CHAPTER = re.compile(r"[一二三四五六七八九十]{1,3}[、.．]?|[（(][一二三四五六七八九十]{1,3}[）)]")
_RULE = frozenset("|-: \t")


def read_separated(text: str, lines: list[Span], index: int, columns: list[str]) -> tuple[Table, int]:
    """Read lines with tabs or pipes below a header.

    Args:
        lines: the spans of the lines of the text.
        index: the line of the header.

    Returns:
        The table and the line after it.
    """
    header = lines[index]
    table = Table(*header, columns)
    above = line_cells(text, *header) or []
    section: Section = ()
    index += 1
    if second := _second_header(text, lines, index, columns):
        table.columns, index = second
    shape = shape_of(text, header, table.columns)
    while index < len(lines):
        a, first = lines[index][0], index
        index, b = _last_of_row(text, lines, index, shape, len(table.columns))
        line = text[a:b].strip()
        cells = line_cells(text, a, b)
        if cells is None:
            if line and not (is_section(line) and _goes_on(text, lines, index)):
                break
            section = deeper(section, Cell(a, b, line)) if line else section
        elif not _RULE.issuperset(line):
            cells = mend_cells(cells, table.columns) if shape and index > first else cells
            above = _without_dittos(cells, above)
            section = _read_line(table, above, section, (a, b))
        if line:
            table.end = b
        index += 1
    _settle_contents(table)
    return table, index


def _second_header(
    text: str, lines: list[Span], index: int, columns: list[str]
) -> tuple[list[str], int] | None:
    """Return the columns after a second header row that parts one of units, and the line after it.

    Such a row names units only: `责任分工` above `牵头单位` and `配合单位`. Other cells are empty.
    """
    while index < len(lines) and _RULE.issuperset(text[slice(*lines[index])].strip()):
        index += 1
    cells = line_cells(text, *lines[index]) if index < len(lines) else None
    kinds = [column_kind(cell.text) if cell.text else None for cell in cells or ()]
    named = [kind for kind in kinds if kind]
    at = next((i for i, kind in enumerate(columns) if kind in ROLE_COLUMNS), None)
    if at is None or len(named) < 2 or not set(named) <= set(ROLE_COLUMNS):
        return None
    if any(cell.text and kind is None for cell, kind in zip(cells or (), kinds, strict=True)):
        return None
    behind = columns[at + 1 :]
    while behind[:1] == ["note"]:  # the empty cells of the merged one
        behind = behind[1:]
    return [*columns[:at], *named, *behind], index + 1


def _settle_contents(table: Table) -> None:
    """Say of every cell under a heading such as 工作内容 whether it is the task."""
    head = "task" if "task" in table.columns else "category"
    cells = (row.cells.get(head) for row in table.rows)
    meaning = resolve(table.columns, [cell.text if cell and cell.text else None for cell in cells])
    if meaning:
        table.columns = [meaning.get(kind, kind) for kind in table.columns]
        for row in table.rows:
            row.cells = {meaning.get(kind, kind): cell for kind, cell in row.cells.items()}


def _last_of_row(
    text: str, lines: list[Span], index: int, shape: Shape | None, columns: int
) -> tuple[int, int]:
    """Return the last line of the row that begins at a line, and where it ends."""
    a, b = lines[index]
    if text[a:b].lstrip().startswith("|"):
        return _whole_row(text, lines, index, columns)
    last = row_end(text, lines, index, shape) if shape else index
    return last, lines[last][1]


def _whole_row(text: str, lines: list[Span], index: int, columns: int) -> tuple[int, int]:
    """Return the last line of a row whose cells run over several lines, and where it ends."""
    start = lines[index][0]
    for last in range(index, min(index + _LONGEST_ROW, len(lines))):
        end = lines[last][1]
        if text.count("|", start, end) >= columns and text[start:end].rstrip().endswith("|"):
            return last, end
    return index, lines[index][1]


def _without_dittos(cells: list[Cell], above: list[Cell]) -> list[Cell]:
    """Put the cells above in the place of those that say that they are the same."""
    if len(cells) != len(above):
        return cells
    dittos = lexicon.words("dittos")
    return [before if cell.text in dittos else cell for cell, before in zip(cells, above, strict=True)]


def _goes_on(text: str, lines: list[Span], index: int) -> bool:
    return any(line_cells(text, *line) for line in lines[index + 1 : index + 3])


def _read_line(table: Table, cells: list[Cell], section: Section, span: Span) -> Section:
    """Read the header said again, or a row; returns the headings that hold from here on."""
    again = header_columns(cells)
    if again is None:
        return _add_row(table, cells, section, span)
    table.columns = again
    return section


def _add_row(table: Table, cells: list[Cell], section: Section, span: Span) -> Section:
    """Add a row; returns the headings that hold from here on, where cells are headings of their own."""
    filled = [cell for cell in cells if cell.text]
    if len(filled) == 1 and _is_heading(filled[0], len(cells)):
        return deeper(section, filled[0])
    if len(filled) == 2 and len(cells) > _CELLS_OF_HEADING and _CHAPTER.fullmatch(filled[0].text):
        chapter = (
            filled[1]._replace(text=filled[0].text + filled[1].text)
            if filled[0].text[0] in "（("
            else filled[1]
        )
        return deeper(section, chapter)
    if len(cells) != len(table.columns):
        while len(filled) > 2 and cell_type(filled[0]) == "section":
            section = deeper(section, filled[0])
            cells, filled = cells[1:], filled[1:]
    row = Row(*span, section)
    pairs = _by_place(cells, table.columns) or align(filled, table.columns)
    for kind, cell in with_deadline(pairs, table.columns):
        if kind not in row.cells or not row.cells[kind].text:
            row.cells[kind] = cell
    if "number" in row.cells or any(kind in row.cells for kind in ROLE_COLUMNS):
        table.rows.append(row)
    return section


def _is_heading(only: Cell, cells: int) -> bool:
    return (cells > 2 or SECTION.match(only.text) is not None) and not NUMBER.fullmatch(only.text)


def _by_place(cells: list[Cell], columns: list[str]) -> list[tuple[str, Cell]] | None:
    """Pair cells and columns one by one; None where their numbers differ or lost cells moved the units."""
    if len(cells) != len(columns):
        return None
    pairs = list(zip(columns, cells, strict=True))
    moved = any(kind in ROLE_COLUMNS and cell.text and not is_units(cell.text) for kind, cell in pairs)
    return None if moved and not cells[-1].text else pairs


def read_spaced(
    text: str, lines: list[Span], index: int, columns: list[str], space: str
) -> tuple[Table | None, int]:
    """Read rows whose cells are parted by single spaces or by wide ones; each begins with its number.

    The arguments and the result are those of `read_separated`; None where no row follows.
    """
    numbered = re.compile(rf"\d{{1,3}}{space}")
    table = Table(*lines[index], columns)
    section: Section = ()
    index += 1
    while index < len(lines):
        a, b = lines[index]
        line = text[a:b]
        if numbered.match(line):
            cells = mend_texts(_spaced_cells(text, a, b, space), table.columns)
            section = _add_row(table, cells, section, (a, b))
        elif heads_rows(text, lines, index):
            section = deeper(section, Cell(a, b, line.strip()))
        elif line.strip():
            break
        table.end = b if line.strip() else table.end
        index += 1
    _settle_contents(table)
    return (table if table.rows else None), index


def _spaced_cells(text: str, start: int, end: int, space: str) -> list[Cell]:
    """Cut a row at its spaces; those inside a name that is spread to three letters (何　敏) part nothing."""
    out: list[Cell] = []
    for cell in split_cells(text, start, end, space):
        if space != " " and not cell.text:
            continue  # cells are aligned by several wide spaces
        if (
            out
            and len(cell.text) == 1 == len(out[-1].text)
            and not cell.text.isdigit()
            and not out[-1].text.isdigit()
        ):
            out[-1] = Cell(out[-1].start, cell.end, text[out[-1].start : cell.end])
        else:
            out.append(cell)
    return out
