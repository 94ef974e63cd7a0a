"""Say what the header cells of a table announce."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from ingest import lexicon
from ingest.extract.statements import label_kind
from ingest.extract.tables.model import ROLE_COLUMNS, WORDS, Cell
from ingest.extract.units import last_letters

_SIGNS = re.compile(r"[\s*：:（）()]|[（(][^）)]*[）)]")
_SPREAD = re.compile(r"(?<=(?<![^ ])[\u4e00-\u9fff]) (?=[\u4e00-\u9fff](?![^ ]))")
_NO_TASK = re.compile(r"[^\u4e00-\u9fff ]|姓名|职务|电话|地[址点]|金额|文号|部门|单位")
_LONGEST_HEADER = 12
_LONGEST_NOUN = 4  # letters of the sort of unit in a header
WIDE = "\u3000"  # the space that is as wide as a character


@cache
def _headers() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(row[0]), row[1]) for row in lexicon.rows("table_headers", 3))


@cache
def _any_header() -> re.Pattern[str]:
    """Return one expression for all headers: few of the short lines that are tried match any."""
    return re.compile("|".join(f"(?:{row[0]})" for row in lexicon.rows("table_headers", 3)))


@lru_cache(maxsize=8192)
def column_kind(cell: str) -> str | None:
    """Return what a header cell announces, None if it is no known header."""
    plain = _SIGNS.sub("", cell)
    if not 1 < len(plain) <= _LONGEST_HEADER:
        return None
    kind = label_kind(plain)
    if kind in (*ROLE_COLUMNS, "deadline"):
        return kind
    if kind == "person":
        return "leader"
    if _any_header().fullmatch(plain):
        return next(column for pattern, column in _headers() if pattern.fullmatch(plain))
    return _unit_column(plain)


def _unit_column(plain: str) -> str | None:
    """Return the role that a header gives whose second word is some sort of unit: 牵头司室, 责任镇村."""
    heads = lexicon.mapping("label_heads")
    head = next((word for word in heads if plain.startswith(word)), None)
    rest = plain.removeprefix(head or "")
    return heads[head] if head and 0 < len(rest) <= _LONGEST_NOUN and rest[-1] in last_letters() else None


def header_columns(cells: Sequence[Cell]) -> list[str] | None:
    """Return the column kinds of a header row, None if the row is no header of a responsibility table."""
    return _columns([cell.text for cell in cells])


def spaced_columns(line: str, space: str) -> list[str] | None:
    """Return the column kinds of a header whose cells are parted by spaces, usual or wide ones.

    Spaces between single letters that are spread for looks (任 务) part nothing.
    """
    line = re.sub(f"{space}+", " ", line) if space == WIDE else line
    return _columns(_SPREAD.sub("", line).split(" "))


def _columns(cells: list[str]) -> list[str] | None:
    kinds = _with_task([column_kind(cell) for cell in cells], cells)
    known = [kind for kind in kinds if kind]
    if len(known) < 2 or 2 * len(known) < len([cell for cell in cells if cell]):
        return None
    return name_columns([kind or "note" for kind in kinds]) if is_responsibility(known) else None


def _with_task(kinds: list[str | None], cells: list[str]) -> list[str | None]:
    """Take the first unknown column for the task where the others say who and when, and none says what."""
    unknown = next((i for i, kind in enumerate(kinds) if kind is None and cells[i].strip()), None)
    if unknown is None or "deadline" not in kinds or any(kind in WORDS for kind in kinds):
        return kinds
    named = any(kind in ROLE_COLUMNS for kind in kinds) and _NO_TASK.search(cells[unknown]) is None
    return [*kinds[:unknown], "task", *kinds[unknown + 1 :]] if named else kinds


def is_responsibility(kinds: Sequence[str]) -> bool:
    """Say whether columns of these kinds make a responsibility table: units and what they do."""
    return any(kind in ROLE_COLUMNS for kind in kinds) and any(kind in WORDS for kind in kinds)


def name_columns(kinds: list[str]) -> list[str]:
    """Return the kinds so that of two task columns the first is what the rows belong to."""
    if kinds.count("task") != 2 or "category" in kinds:
        return kinds
    at = kinds.index("task")
    return [*kinds[:at], "category", *kinds[at + 1 :]]
