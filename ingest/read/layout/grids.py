"""Find the grids that the rules of a page make: cells, also those merged by leaving out rules."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from ingest.read.layout.model import Grid, Rule, Spot

_SNAP = 3.0  # points: rules as near as this are one, drawn double or thick
_REACH = 4.0  # points by which rules that meet may miss each other
_LEAST_ROW = 6.0  # points
_MOST_RULES = 6_000  # of a page; a drawing has more
_MOST_CELLS = 40_000  # of a grid


def find_grids(rules: Iterable[Rule]) -> list[Grid]:
    """Return the grids with at least two cells, from top to bottom."""
    level, upright = _merged(rules, level=True), _merged(rules, level=False)
    if len(level) + len(upright) > _MOST_RULES:
        return []
    grids = []
    for group in _connected(level, upright):
        grid = _grid([rule for rule in group if _is_level(rule)], [r for r in group if not _is_level(r)])
        if grid is not None and len(grid.spots) > 1:
            grids.append(grid)
    return _outermost(sorted(grids, key=lambda grid: grid.top))


def _is_level(rule: Rule) -> bool:
    return rule.x1 - rule.x0 > rule.y1 - rule.y0


def _turned(rule: Rule) -> Rule:
    return Rule(rule.y0, rule.x0, rule.y1, rule.x1)


def _merged(rules: Iterable[Rule], *, level: bool) -> list[Rule]:
    """Return the level (or upright) rules with those joined that lie on one line and touch."""
    chosen = [rule if level else _turned(rule) for rule in rules if _is_level(rule) == level]
    chosen.sort()
    lines: list[tuple[float, list[Rule]]] = []
    for rule in sorted(chosen, key=lambda one: one.y0 + one.y1):
        middle = (rule.y0 + rule.y1) / 2
        if lines and middle - lines[-1][0] <= _SNAP:
            lines[-1][1].append(rule)
        else:
            lines.append((middle, [rule]))
    joined = [piece for middle, pieces in lines for piece in _joined(middle, pieces)]
    return joined if level else [_turned(rule) for rule in joined]


def _joined(middle: float, pieces: list[Rule]) -> list[Rule]:
    joined: list[Rule] = []
    for piece in sorted(pieces):
        if joined and piece.x0 <= joined[-1].x1 + _SNAP:
            joined[-1] = joined[-1]._replace(x1=max(joined[-1].x1, piece.x1))
        else:
            joined.append(Rule(piece.x0, middle, piece.x1, middle))
    return [rule for rule in joined if rule.x1 - rule.x0 > _SNAP]


def _connected(level: Sequence[Rule], upright: Sequence[Rule]) -> list[list[Rule]]:
    """Return the rules in groups of those that cross or touch."""
    rules = [*level, *upright]
    parent = list(range(len(rules)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    order = sorted(range(len(level), len(rules)), key=lambda index: rules[index].x0)
    places = [rules[index].x0 for index in order]
    for one, flat in enumerate(level):
        first = bisect_right(places, flat.x0 - _REACH)
        last = bisect_right(places, flat.x1 + _REACH)
        for other in order[first:last]:
            if rules[other].y0 - _REACH <= flat.y0 <= rules[other].y1 + _REACH:
                parent[root(other)] = root(one)
    groups: dict[int, list[Rule]] = {}
    for index, rule in enumerate(rules):
        groups.setdefault(root(index), []).append(rule)
    return [group for group in groups.values() if len(group) > 2]


def _grid(level: Sequence[Rule], upright: Sequence[Rule]) -> Grid | None:
    """Return the grid of rules that hang together."""
    if len(level) < 2 or not upright:
        return None
    left, right = min(rule.x0 for rule in level), max(rule.x1 for rule in level)
    top, bottom = _ends(level, upright)
    is_open = bottom > max(rule.y0 for rule in level)
    frame = [Rule(x, top, x, bottom) for x in (left, right)]  # tables are often open at the sides
    level = [*level, Rule(left, top, right, top), Rule(left, bottom, right, bottom)]
    xs = _distinct([*(rule.x0 for rule in upright), left, right])
    ys = _distinct([rule.y0 for rule in level])
    if len(xs) < 2 or len(ys) < 2 or (len(xs) - 1) * (len(ys) - 1) > _MOST_CELLS:
        return None
    return _compact(Grid(xs, ys, _spots(xs, ys, level, [*upright, *frame]), is_open))


def _ends(level: Sequence[Rule], upright: Sequence[Rule]) -> tuple[float, float]:
    """Return where a grid begins and ends; several upright rules go on where the page has cut a row."""
    tops, bottoms = sorted(rule.y0 for rule in upright), sorted(rule.y1 for rule in upright)
    top, bottom = min(rule.y0 for rule in level), max(rule.y0 for rule in level)
    if len(upright) > 1 and top - tops[1] > _LEAST_ROW:
        top = tops[1]
    if len(upright) > 1 and bottoms[-2] - bottom > _LEAST_ROW:
        bottom = bottoms[-2]
    return top, bottom


def _distinct(values: list[float]) -> list[float]:
    """Return the values in order, those as near as a thick rule only once."""
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > _REACH:
            kept.append(value)
    return kept


def _spots(xs: list[float], ys: list[float], level: Sequence[Rule], upright: Sequence[Rule]) -> list[Spot]:
    """Return the cells: places of the grid are one where no rule parts them."""
    columns, rows = len(xs) - 1, len(ys) - 1
    below = _covered(ys, xs, level)
    beside = _covered(xs, ys, [_turned(rule) for rule in upright])
    owner = [[(row, column) for column in range(columns)] for row in range(rows)]
    spots = []
    for row in range(rows):
        for column in range(columns):
            if owner[row][column] != (row, column):
                continue
            right = column + 1
            while right < columns and owner[row][right] == (row, right) and (right, row) not in beside:
                right += 1
            low = row + 1
            while low < rows and not any((low, at) in below for at in range(column, right)):
                low += 1
            for one in range(row, low):
                owner[one][column:right] = [(row, column)] * (right - column)
            spots.append(Spot(row, column, low - row, right - column, xs[column], xs[right]))
    return spots


def _compact(grid: Grid) -> Grid:
    """Return a grid without the rows and columns in which no cell begins: rules that part nothing."""
    columns = sorted({spot.column for spot in grid.spots})
    rows = sorted({spot.row for spot in grid.spots})
    spots = []
    for spot in grid.spots:
        row, column = rows.index(spot.row), columns.index(spot.column)
        last_row = bisect_left(rows, spot.row + spot.rows)
        last_column = bisect_left(columns, spot.column + spot.columns)
        spots.append(Spot(row, column, last_row - row, last_column - column, spot.x0, spot.x1))
    xs = [*(grid.xs[column] for column in columns), grid.xs[-1]]
    ys = [*(grid.ys[row] for row in rows), grid.ys[-1]]
    return Grid(xs, ys, spots, grid.is_open)


def _covered(lines: list[float], stops: list[float], rules: Sequence[Rule]) -> set[tuple[int, int]]:
    """Return (line, part) for each part between two stops that a rule on that line covers."""
    covered = set()
    for rule in rules:
        line = min(range(len(lines)), key=lambda index: abs(lines[index] - rule.y0))
        for part in range(len(stops) - 1):
            middle = (stops[part] + stops[part + 1]) / 2
            if rule.x0 - _SNAP <= middle <= rule.x1 + _SNAP:
                covered.add((line, part))
    return covered


def _outermost(grids: list[Grid]) -> list[Grid]:
    """Return the grids that do not lie in another one."""
    return [
        grid
        for grid in grids
        if not any(
            other is not grid
            and other.x0 - _SNAP <= grid.x0
            and grid.x1 <= other.x1 + _SNAP
            and other.top - _SNAP <= grid.top
            and grid.bottom <= other.bottom + _SNAP
            for other in grids
        )
    ]
