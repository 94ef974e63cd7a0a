"""Cut lines into cells and say what a cell looks like by itself."""

import re
from functools import lru_cache

from ingest import lexicon
from ingest.extract.deadlines import find_deadline, has_stages
from ingest.extract.statements import has_verb, is_person, parse_verbs, person_claims
from ingest.extract.tables.model import Cell
from ingest.extract.units import is_unit_name, split_units

Span = tuple[int, int]
NUMBER = re.compile(r"\d{1,3}[.、．]?")
SECTION = re.compile(
    r"(?:[一二三四五六七八九十]+[、．.]|[（(][一二三四五六七八九十]+[）)]|第[一二三四五六七八九十]+[章部类]"
    r"|(?:行动|工程|板块|专题|方面)[一二三四五六七八九十]+[：:、])\S"
)
_PROSE_ITEM = re.compile(r"\d{1,3}[.．、](?!\d).*[。；）)]$")
_LONGEST_SECTION = 40
_NEAR = 7  # lines, empty ones included, in which the first row below a heading stands
EDGE = " 　|\t*"
_NONE = re.compile(r"[/／—\-－–无、\s]*")
_LONGEST_UNITS, _LONGEST_PERSON = 120, 12


def split_cells(text: str, start: int, end: int, separator: str) -> list[Cell]:
    """Cut [start, end) at a separator."""
    out, at = [], start
    for part in text[start:end].split(separator):
        begin = at + len(part) - len(part.lstrip(" 　*"))
        core = part.strip(" 　*")
        out.append(Cell(begin, begin + len(core), core))
        at += len(part) + len(separator)
    return out


def line_cells(text: str, start: int, end: int) -> list[Cell] | None:
    """Return the cells of a line, None if it has no cell separators."""
    line = text[start:end]
    if "\t" in line:
        return split_cells(text, start, end, "\t")
    if line.count("|") < 2:
        return None
    first, last = start + line.index("|"), start + line.rindex("|")
    cells = split_cells(text, first + 1, last, "|")
    if lead := text[start:first].strip():
        at = text.index(lead, start)
        cells.insert(0, Cell(at, at + len(lead), lead))
    if tail := text[last + 1 : end].strip():
        at = text.index(tail, last + 1)
        cells.append(Cell(at, at + len(tail), tail))
    return cells


def is_section(line: str) -> bool:
    """Say whether a line or cell is the heading of the rows below it."""
    return len(line) <= _LONGEST_SECTION and SECTION.match(line) is not None


def heads_rows(text: str, lines: list[Span], index: int) -> bool:
    """Say whether a line is a heading inside a table: the next line goes on with a row, not with prose."""
    if not is_section(text[slice(*lines[index])].strip(EDGE)):
        return False
    following = (text[slice(*line)].strip(EDGE) for line in lines[index + 1 : index + 1 + _NEAR])
    return not _PROSE_ITEM.match(next((words for words in following if words), ""))


def is_units(cell: str) -> bool:
    """Say whether a cell is a list of units; 创建节水型企业 is what to do."""
    mentions = split_units(cell)
    if cell.startswith(lexicon.words("cell_openers")):
        return any(is_unit_name(m.name, strong=True) for m in mentions)
    return bool(mentions) and all(is_unit_name(m.name) for m in mentions) and "。" not in cell


def cell_type(cell: Cell) -> str:
    """Say what a cell looks like by itself: number, section, units, person, deadline, none or text."""
    return _type(cell.text)


@lru_cache(maxsize=8192)
def _type(text: str) -> str:
    if NUMBER.fullmatch(text):
        return "number"
    if _NONE.fullmatch(text):
        return "none"
    if is_section(text):
        return "section"
    if find_deadline(text, 0, len(text), whole=True) or has_stages(text):
        return "deadline"
    if is_units(text) or _says_who(text):
        return "units" if len(text) <= _LONGEST_UNITS else "text"
    return "person" if len(text) <= _LONGEST_PERSON and _is_persons(text) else "text"


def _says_who(text: str) -> bool:
    """Say whether a cell is nothing but units with their verbs: 县公安局牵头，县民政局参与."""
    claims = parse_verbs(text, 0, len(text), None, "table-verb") if has_verb(text, 0, len(text)) else []
    if not claims or not all(is_unit_name(claim.mention.name) for claim in claims):
        return False
    return not text[: claims[0].start].strip("由") and not text[max(c.last for c in claims) :].strip("。；;")


def _is_persons(text: str) -> bool:
    """Say whether a cell names persons, by their surnames."""
    names = [claim.mention.name for claim in person_claims(text, 0, len(text))]
    return len(names) > 0 and all(is_person(name) for name in names)
