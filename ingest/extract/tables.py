"""Find responsibility tables in plain text and read their rows.

Tables come as tab-separated lines, lines with `|`, lines whose cells are parted by single spaces, or with every
cell on a line of its own. Only a header row with a role column makes a table; code tables are left alone.
"""

import re
from dataclasses import dataclass, field
from functools import cache

from ingest import lexicon
from ingest.extract.deadlines import find_deadline
from ingest.extract.statements import label_kind, person_claims
from ingest.extract.units import is_unit_name, split_units

ROLE_COLUMNS = ("lead", "participate", "responsible")
TEXT_COLUMNS = ("category", "task", "measure")
_NUMBER = re.compile(r"\d{1,3}[.、．]?")
_SECTION = re.compile(
    r"(?:[一二三四五六七八九十]+[、．.]|[（(][一二三四五六七八九十]+[）)]|第[一二三四五六七八九十]+[章部类])\S"
)
_NONE = re.compile(r"[/／—\-－–无、\s]*")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's text without surrounding space; half-open span in the plan's text."""

    start: int
    end: int
    text: str


@dataclass(slots=True)
class Row:
    """One row: column kind -> cells. `section` is the heading row above it."""

    start: int
    end: int
    section: tuple[Cell, ...]
    cells: dict[str, Cell] = field(default_factory=dict)


@dataclass(slots=True)
class Table:
    """A responsibility table; `columns` are the kinds of its header cells, in order."""

    start: int
    end: int
    columns: list[str]
    rows: list[Row] = field(default_factory=list)


@cache
def _headers() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(f"(?:{row[0]})"), row[1]) for row in lexicon.rows("table_headers", 3))


@cache
def column_kind(cell: str) -> str | None:
    """Return what a header cell announces, None if it is no known header."""
    plain = re.sub(r"[\s*：:（）()]|[（(][^）)]*[）)]", "", cell)
    if not 1 < len(plain) <= 12:
        return None
    kind = label_kind(plain)
    if kind in (*ROLE_COLUMNS, "deadline"):
        return kind
    if kind == "person":
        return "leader"
    for pattern, column in _headers():
        if pattern.fullmatch(plain):
            return column
    return None


def header_columns(cells: list[Cell]) -> list[str] | None:
    """Return the column kinds of a header row, None if the row is no header of a responsibility table."""
    kinds = [column_kind(cell.text) for cell in cells]
    known = [kind for kind in kinds if kind]
    if len(known) < 2 or 2 * len(known) < len([c for c in cells if c.text]):
        return None
    if not any(k in ROLE_COLUMNS for k in known) or not any(k in TEXT_COLUMNS for k in known):
        return None
    return name_columns([kind or "note" for kind in kinds])


def name_columns(kinds: list[str]) -> list[str]:
    """Of two task columns the first is what the rows belong to."""
    if kinds.count("task") == 2 and "category" not in kinds:
        kinds[kinds.index("task")] = "category"
    return kinds


def _cells(text: str, start: int, end: int, separator: str) -> list[Cell]:
    out, at = [], start
    for part in text[start:end].split(separator):
        lead = len(part) - len(part.lstrip(" 　*"))
        core = part.strip(" 　*")
        out.append(Cell(at + lead, at + lead + len(core), core))
        at += len(part) + len(separator)
    return out


def _line_cells(text: str, start: int, end: int) -> list[Cell] | None:
    """Return the cells of a line, None if it has no cell separators."""
    line = text[start:end]
    if "\t" in line:
        return _cells(text, start, end, "\t")
    if line.count("|") >= 2:
        a, b = start + line.index("|") + 1, start + line.rindex("|")
        inner = _cells(text, a, b, "|")
        lead, tail = text[start : a - 1].strip(), text[b + 1 : end].strip()
        if lead:
            inner.insert(0, Cell(start, a - 1, lead))
        if tail:
            inner.append(Cell(b + 1, end, tail))
        return inner
    return None


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    out, at = [], start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        out.append((at, stop))
        at = stop + 1
    return out


_GATE = re.compile(
    r"(?:序号|任务|事项|内容|项目|措施)[^\n]{0,40}(?:单位|部门|科室)|(?:单位|部门|科室)[\t |]+[^\n]{0,20}(?:任务|事项|内容|工作)|^(?:序号|编号)\s*$",
    re.M,
)


def _deeper(section: tuple[Cell, ...], title: Cell) -> tuple[Cell, ...]:
    """Return the headings that hold below a heading row: （一） stands below 一、."""
    if title.text.startswith(("（", "(")):
        return (*(s for s in section if not s.text.startswith(("（", "("))), title)
    return (title,)


def find_tables(text: str, start: int, end: int) -> list[Table]:
    """Return the responsibility tables of [start, end) with their rows."""
    if not _GATE.search(text, start, end):
        return []
    lines = _lines(text, start, end)
    tables: list[Table] = []
    index = 0
    while index < len(lines):
        table, following = _table_at(text, lines, index)
        if table and not _looks_alike(text, start, table.start):
            tables.append(table)
        index = following
    return tables


def _looks_alike(text: str, start: int, table_start: int) -> bool:
    before = [
        line for line in text[max(start, table_start - 160) : table_start].splitlines() if line.strip()
    ][-2:]
    return any(lexicon.patterns("look_alikes").search(line) and len(line) < 60 for line in before)


_HEADER_WORD = re.compile("单位|部门|科室|领导|责任人|牵头|序号|编号|任务|事项|项目|类别")


def _table_at(text: str, lines: list[tuple[int, int]], index: int) -> tuple[Table | None, int]:
    a, b = lines[index]
    if not _HEADER_WORD.search(text, a, b):
        return None, index + 1
    cells = _line_cells(text, a, b)
    if cells:
        columns = header_columns(cells)
        return _separated(text, lines, index, columns) if columns else (None, index + 1)
    line = text[a:b].strip()
    if " " in line and 6 <= len(line) <= 60:
        columns = header_columns(_header_cells(line))
        if columns:
            return _spaced(text, lines, index, columns)
    if column_kind(line) in ("number", "category", "task"):
        return _stacked(text, lines, index)
    return None, index + 1


def _header_cells(line: str) -> list[Cell]:
    """Cut a header at spaces, except between single letters that are spread for looks (任 务)."""
    return [
        Cell(0, 0, cell)
        for cell in re.sub(r"(?<=(?<![^ ])[\u4e00-\u9fff]) (?=[\u4e00-\u9fff](?![^ ]))", "", line).split(" ")
    ]


def _separated(text: str, lines: list[tuple[int, int]], index: int, columns: list[str]) -> tuple[Table, int]:
    """Read lines with tabs or pipes below a header."""
    table = Table(lines[index][0], lines[index][1], columns)
    section: tuple[Cell, ...] = ()
    index += 1
    while index < len(lines):
        a, b = lines[index]
        line = text[a:b].strip()
        if line.startswith("|"):
            index, b = _whole_row(text, lines, index, len(table.columns))
            line = text[a:b].strip()
        cells = _line_cells(text, a, b)
        if cells is None:
            if line and not (_SECTION.match(line) and len(line) <= 40 and _table_goes_on(text, lines, index)):
                break
            section = _deeper(section, Cell(a, b, line)) if line else section
        elif set(line) <= set("|-: \t"):
            pass
        elif (again := header_columns(cells)) is not None:
            table.columns = again
        else:
            section = _add_row(table, cells, section, a, b)
        if line:
            table.end = b
        index += 1
    return table, index


def _whole_row(text: str, lines: list[tuple[int, int]], index: int, columns: int) -> tuple[int, int]:
    """Return the last line of a row whose cells run over several lines, and where it ends."""
    a = lines[index][0]
    for last in range(index, min(index + 15, len(lines))):
        if text.count("|", a, lines[last][1]) >= columns and text[a : lines[last][1]].rstrip().endswith("|"):
            return last, lines[last][1]
    return index, lines[index][1]


def _table_goes_on(text: str, lines: list[tuple[int, int]], index: int) -> bool:
    return any(_line_cells(text, *lines[i]) for i in range(index + 1, min(index + 3, len(lines))))


def _add_row(
    table: Table, cells: list[Cell], section: tuple[Cell, ...], start: int, end: int
) -> tuple[Cell, ...]:
    """Add a row; returns the headings that hold from here on, where cells are headings of their own."""
    filled = [cell for cell in cells if cell.text]
    if (
        len(filled) == 1
        and (_SECTION.match(filled[0].text) or len(cells) > 2)
        and not _NUMBER.fullmatch(filled[0].text)
    ):
        return _deeper(section, filled[0])
    if len(cells) != len(table.columns):
        while len(filled) > 2 and cell_type(filled[0]) == "section":
            section = _deeper(section, filled[0])
            cells, filled = filled[1:], filled[1:]
    row = Row(start, end, section)
    shifted = _typed_needed(cells, table.columns)
    if len(cells) == len(table.columns) and not (shifted and not cells[-1].text):
        pairs = list(zip(table.columns, cells, strict=True))
    else:
        pairs = _typed(filled, table.columns)
    for kind, cell in pairs:
        if kind not in row.cells or not row.cells[kind].text:
            row.cells[kind] = cell
    if "number" in row.cells or any(kind in row.cells for kind in ROLE_COLUMNS):
        table.rows.append(row)
    return section


def _typed_needed(cells: list[Cell], columns: list[str]) -> bool:
    return any(
        kind in ROLE_COLUMNS and c.text and not _is_units(c.text)
        for kind, c in zip(columns, cells, strict=False)
    )


def _is_units(cell: str) -> bool:
    mentions = split_units(cell)
    return bool(mentions) and all(is_unit_name(m.name) for m in mentions) and "。" not in cell


def _is_person(cell: Cell) -> bool:
    found = person_claims(cell.text, 0, len(cell.text))
    return bool(found) and len(cell.text) <= 12 and not _is_units(cell.text)


def cell_type(cell: Cell) -> str:
    """Say what a cell looks like by itself: number, section, units, person, deadline, none or text."""
    if _NUMBER.fullmatch(cell.text):
        return "number"
    if _NONE.fullmatch(cell.text):
        return "none"
    if _SECTION.match(cell.text) and len(cell.text) <= 40:
        return "section"
    if find_deadline(cell.text, 0, len(cell.text), whole=True):
        return "deadline"
    if _is_units(cell.text) and len(cell.text) <= 120:
        return "units"
    return "person" if _is_person(cell) else "text"


_FITS: dict[tuple[str, str], float] = {
    ("number", "number"): 3.0,
    ("units", "lead"): 3.0,
    ("units", "participate"): 3.0,
    ("units", "responsible"): 3.0,
    ("person", "leader"): 3.0,
    ("deadline", "deadline"): 3.0,
    ("text", "task"): 2.2,
    ("text", "measure"): 2.1,
    ("text", "category"): 2.0,
    ("section", "category"): 2.0,
    ("units", "task"): 1.0,
    ("deadline", "measure"): 1.0,
    ("deadline", "task"): 1.0,
    ("number", "note"): 1.0,
    ("text", "note"): 1.0,
    ("units", "note"): 0.5,
    ("person", "task"): 1.0,
    ("person", "category"): 1.0,
}


def _fit(sort: str, column: str) -> float:
    """Say how well a cell of a sort fits a column; 0 not at all."""
    if sort == "none":
        return 0.5
    return _FITS.get((sort, column), 0.0)


def _typed(cells: list[Cell], columns: list[str]) -> list[tuple[str, Cell]]:
    """Give cells to columns by what they look like, in order, where empty or merged cells were lost."""
    sorts = [cell_type(cell) for cell in cells]
    pairs: list[tuple[str, Cell]] = []
    if "number" not in columns and "number" in sorts[:2] and len(cells) > 2:
        at = sorts.index("number")
        pairs = [("number", cells[at]), *(("category", cell) for cell in cells[:at])]
        cells, sorts = cells[at + 1 :], sorts[at + 1 :]
    best: dict[tuple[int, int], tuple[float, tuple[int, int] | None]] = {}
    for i in range(len(cells), -1, -1):
        for j in range(len(columns), -1, -1):
            options: list[tuple[float, tuple[int, int] | None]] = [(0.0, None)]
            if i < len(cells) and j < len(columns) and (fit := _fit(sorts[i], columns[j])):
                options.insert(0, (fit + best[i + 1, j + 1][0], (i, j)))
            if i < len(cells):
                options.append((best[i + 1, j][0], None))
            if j < len(columns):
                options.append((best[i, j + 1][0], None))
            best[i, j] = max(options, key=lambda option: option[0])
    return pairs + _walk(cells, columns, best)


def _walk(
    cells: list[Cell], columns: list[str], best: dict[tuple[int, int], tuple[float, tuple[int, int] | None]]
) -> list[tuple[str, Cell]]:
    """Read the pairs of the best assignment from its table."""
    pairs, i, j = [], 0, 0
    while i < len(cells) and j < len(columns):
        score, pair = best[i, j]
        if pair:
            pairs.append((columns[j], cells[i]))
            i, j = i + 1, j + 1
        elif score == best[i, j + 1][0]:
            j += 1
        else:
            i += 1
    return pairs


def _spaced(
    text: str, lines: list[tuple[int, int]], index: int, columns: list[str]
) -> tuple[Table | None, int]:
    """Read rows whose cells are parted by single spaces; each begins with its number."""
    table = Table(lines[index][0], lines[index][1], columns)
    section: tuple[Cell, ...] = ()
    index += 1
    while index < len(lines):
        a, b = lines[index]
        line = text[a:b]
        if line.strip():
            if re.match(r"\d{1,3} ", line):
                section = _add_row(table, _cells(text, a, b, " "), section, a, b)
            elif _SECTION.match(line.strip()) and len(line) <= 40:
                section = _deeper(section, Cell(a, b, line.strip()))
            else:
                break
            table.end = b
        index += 1
    return (table if table.rows else None), index


def _stacked(text: str, lines: list[tuple[int, int]], index: int) -> tuple[Table | None, int]:
    """Read a table with every cell on a line of its own, with or without lines of `|` between."""
    first, columns = index, []
    while index < len(lines):
        line = text[slice(*lines[index])].strip(" 　|\t")
        kind = column_kind(line)
        if line and kind is None:
            break
        columns += [kind] if kind else []
        index += 1
    if (
        not any(c in ROLE_COLUMNS for c in columns)
        or not any(c in TEXT_COLUMNS for c in columns)
        or len(columns) < 3
    ):
        return None, first + 1
    table = Table(lines[first][0], lines[index - 1][1], columns)
    group: list[Cell] = []
    columns = table.columns = name_columns(columns)
    spread = "\n\n" in text[table.start : table.end]
    section: tuple[Cell, ...] = ()
    tail = False
    while index < len(lines):
        a, b = lines[index]
        raw = text[a:b].strip(" 　|\t*")
        index += 1
        if not raw:
            continue
        cell = Cell(text.index(raw, a), text.index(raw, a) + len(raw), raw)
        sort = cell_type(cell)
        if sort == "person" and "leader" not in columns:
            sort = "text"
        if (
            group
            and sort == "units"
            and group[-1].end == a - 1
            and cell_type(group[-1]) == "units"
            and spread
        ):
            group[-1] = Cell(group[-1].start, cell.end, text[group[-1].start : cell.end])
            table.end = b
            continue
        if _ends_table(sort, cell, group, columns):
            index -= 1
            break
        first_is_unit = columns.index(next(c for c in columns if c in ROLE_COLUMNS)) < columns.index(
            next(c for c in columns if c in TEXT_COLUMNS)
        )
        opens = sort == "section" or (sort == "number" and _opens_row(group, tail=tail, columns=columns))
        opens = opens or (tail and sort == "text" and not first_is_unit)
        if group and opens:
            _flush(table, group, section)
            group, tail = [], False
        if sort == "section":
            section = _deeper(section, cell)
        else:
            group.append(cell)
            tail = tail or sort in ("units", "person", "deadline")
        table.end = b
    _flush(table, group, section)
    return (table if table.rows else None), index


def _opens_row(group: list[Cell], *, tail: bool, columns: list[str]) -> bool:
    """Say whether a number begins a row: it does after a full row, not inside one (分值)."""
    if "note" in columns and len(group) < len(columns) - 1:
        return False
    return tail or len(group) > 1


def _ends_table(sort: str, cell: Cell, group: list[Cell], columns: list[str]) -> bool:
    """A long sentence after a full row, or page furniture, ends the table."""
    if sort != "text":
        return False
    if re.match(r"(?:上一篇|下一篇|版权所有|扫一扫|附件|备注|注[：:]|主办|抄送|分享)", cell.text):
        return True
    return len(group) > len(columns) + 2


def _flush(table: Table, group: list[Cell], section: tuple[Cell, ...]) -> None:
    if len(group) < 2:
        return
    row = Row(group[0].start, group[-1].end, section)
    for kind, cell in _typed(group, table.columns):
        row.cells.setdefault(kind, cell)
    table.rows.append(row)
