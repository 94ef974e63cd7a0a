"""Find the responsibility tables of a text by their headers."""

import re
from functools import cache
from itertools import accumulate

from ingest import lexicon
from ingest.extract.tables.cells import Span, line_cells
from ingest.extract.tables.headers import WIDE, column_kind, header_columns, spaced_columns
from ingest.extract.tables.lined import read_separated, read_spaced
from ingest.extract.tables.model import ROLE_COLUMNS, Table
from ingest.extract.tables.stacked import read_stacked
from ingest.extract.tables.wrapped import header_end

_LONGEST_SPACED, _SHORTEST_SPACED = 60, 6  # letters of a header whose cells are parted by spaces
_LONGEST_STACKED = 16  # letters of a line that is the first header cell
_FIRST_STACKED = ("number", "category", "task")
_LONGEST_TITLE = 60
_BEFORE = 160  # letters before a table in which its title stands


def find_tables(text: str, start: int, end: int) -> list[Table]:
    """Return the responsibility tables of [start, end) with their rows."""
    tables: list[Table] = []
    words = text[start:end].split("\n")
    lines: list[Span] = []
    following = 0
    for index, line in enumerate(words):
        if index < following or not _may_be_header(line):
            continue
        lines = lines or _spans(words, start)
        table, following = _table_at(text, lines, index)
        if table and not _looks_alike(text, start, table.start):
            tables.append(table)
    return tables


def _spans(lines: list[str], start: int) -> list[Span]:
    starts = accumulate((len(line) + 1 for line in lines), initial=start)
    return [(at, at + len(line)) for at, line in zip(starts, lines, strict=False)]


@cache
def _role_word() -> re.Pattern[str]:
    """Return an expression that is found in every header with a role column."""
    words = {*lexicon.mapping("label_heads"), *lexicon.mapping("label_nouns")}
    for pattern, kind, _ in lexicon.rows("table_headers", 3):
        words.update(pattern.split("|") if kind in ROLE_COLUMNS else ())
    return re.compile("|".join(sorted(words)))


def _may_be_header(line: str) -> bool:
    """Say whether a line may be a header: cheap tests, since most plans hold no table."""
    if len(line) <= _LONGEST_STACKED and column_kind(line.strip()) in _FIRST_STACKED:
        return True
    parted = "\t" in line or "|" in line or (len(line) <= _LONGEST_SPACED and (" " in line or WIDE in line))
    return parted and _role_word().search(line) is not None


def _looks_alike(text: str, start: int, table_start: int) -> bool:
    """Say whether the title above a table says that its rows are no items."""
    lines = text[max(start, table_start - _BEFORE) : table_start].splitlines()
    above = [line for line in lines if line.strip()][-2:]
    return any(len(line) < _LONGEST_TITLE and lexicon.patterns("look_alikes").search(line) for line in above)


def _table_at(text: str, lines: list[Span], index: int) -> tuple[Table | None, int]:
    a, b = lines[index]
    if line_cells(text, a, b):
        return _separated_at(text, lines, index)
    line = text[a:b].strip()
    if _SHORTEST_SPACED <= len(line) <= _LONGEST_SPACED:
        for space in (" ", WIDE):
            if space in line and (columns := spaced_columns(line, space)):
                return read_spaced(text, lines, index, columns, space)
    if column_kind(line) in _FIRST_STACKED:
        return read_stacked(text, lines, index)
    return None, index + 1


def _separated_at(text: str, lines: list[Span], index: int) -> tuple[Table | None, int]:
    """Read a table of lines with tabs or pipes, if its header stands here, on one line or several."""
    more = header_end(text, lines, index) - index
    if more:
        lines = [*lines[:index], (lines[index][0], lines[index + more][1]), *lines[index + more + 1 :]]
    columns = header_columns(line_cells(text, *lines[index]) or [])
    if columns is None:
        return None, index + 1
    table, following = read_separated(text, lines, index, columns)
    return table, following + more
