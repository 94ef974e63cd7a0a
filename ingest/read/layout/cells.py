"""Read the text in the cells of a grid."""

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from ingest.read.layout.lines import make_lines
from ingest.read.layout.model import ASCENT, DESCENT, Char, Entry, Grid, Line, Spot, Table
from ingest.read.layout.wrapping import OPENING, first_piece, glue, would_fit

_MOST_PADDING = 8.0  # points between a rule and the text
HAIR = 0.25  # of the size: where rules are drawn and where text ends is rounded
_CENTRED = 0.6  # of the size
_UNIT_END = re.compile(r"[局委办厅部院会社处科所站队馆校司行]$|中心$|政府$|街道$|[乡镇]$|公司$|小组$")
_UNIT_START = re.compile(r"[★☆●]?(?:各|[省市区县州旗][\u4e00-\u9fff])")
_PROSE = re.compile("[、，。；：]")


def parts(chars: Iterable[Char], grids: Sequence[Grid]) -> tuple[list[Char], list[list[Char]]]:
    """Return the characters outside all grids, and those inside each."""
    outside: list[Char] = []
    inside: list[list[Char]] = [[] for _ in grids]
    for char in chars:
        x, y = _middle(char)
        for index, grid in enumerate(grids):
            if grid.x0 <= x <= grid.x1 and grid.top <= y <= grid.bottom:
                inside[index].append(char)
                break
        else:
            outside.append(char)
    return outside, inside


def _middle(char: Char) -> tuple[float, float]:
    return (char.x0 + char.x1) / 2, char.base - (ASCENT - DESCENT) / 2 * char.size


def read_table(grid: Grid, chars: Iterable[Char], page: int) -> Table:
    """Return the table that a grid and the characters in it make."""
    lines = _lines_of_spots(grid, chars)
    padding = _padding(grid, lines)
    rows: list[list[Entry | None]] = [[None] * (len(grid.xs) - 1) for _ in grid.ys[1:]]
    for spot, own in zip(grid.spots, lines, strict=True):
        rows[spot.row][spot.column] = _entry(spot, own, padding, page)
    table = Table(rows, grid.xs, page, grid.top, grid.bottom, grid.is_open)
    return _without_rest(table) if grid.is_open else table


def _without_rest(table: Table) -> Table:
    """Return a table without the room below its last row, down to which its upright rules go."""
    last = len(table.rows) - 1
    if last == 0 or any(entry is not None and entry.text for entry in table.rows[last]):
        return table
    for at, row in enumerate(table.rows):
        for entry in row:
            if entry is not None and at < last < at + entry.rows:
                entry.rows -= 1
    table.rows.pop()
    table.is_open = False
    return table


def _lines_of_spots(grid: Grid, chars: Iterable[Char]) -> list[list[Line]]:
    owner = {
        (row, column): index
        for index, spot in enumerate(grid.spots)
        for row in range(spot.row, spot.row + spot.rows)
        for column in range(spot.column, spot.column + spot.columns)
    }
    inside: list[list[Char]] = [[] for _ in grid.spots]
    for char in chars:
        x, y = _middle(char)
        row = min(max(bisect_right(grid.ys, y) - 1, 0), len(grid.ys) - 2)
        column = min(max(bisect_right(grid.xs, x) - 1, 0), len(grid.xs) - 2)
        inside[owner[row, column]].append(char)
    return [make_lines(own) for own in inside]


def _padding(grid: Grid, lines: Sequence[Sequence[Line]]) -> float:
    """Return the least room between a rule and the text right of it, where no bracket is set closer."""
    gaps = [
        line.x0 - spot.x0
        for spot, own in zip(grid.spots, lines, strict=True)
        for line in own
        if line.text[0] not in OPENING
    ]
    return min(max(min(gaps, default=0.0), 0.0), _MOST_PADDING)


def _entry(spot: Spot, lines: Sequence[Line], padding: float, page: int) -> Entry:
    """Return what stands in a cell, with those line ends that want of room does not explain."""
    entry = Entry("", spot.rows, spot.columns, page)
    if not lines:
        return entry
    left, right = spot.x0 + padding, spot.x1 - padding
    entry.text = lines[0].text
    for before, after in itertools.pairwise(lines):
        if would_fit(after, _room(before, left, right), HAIR) or _lists(before, after):
            entry.text += "\n" + after.text
        else:
            entry.text += glue(entry.text, before, after) + after.text
    entry.need = first_piece(lines[0]) + HAIR * lines[0].size
    entry.room = _room(lines[-1], left, right)
    return entry


def _room(line: Line, left: float, right: float) -> float:
    """Return the room that a line leaves; a centred one leaves it on both sides."""
    before, after = line.x0 - left, right - line.x1
    return before + after if abs(before - after) <= _CENTRED * line.size else after


def _lists(before: Line, after: Line) -> bool:
    """Say whether two full lines are names of units below one another."""
    return (
        _UNIT_END.search(before.text) is not None
        and _UNIT_START.match(after.text) is not None
        and not _PROSE.search(before.text + after.text)
    )
