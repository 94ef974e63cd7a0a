"""Find where the lines of text begin and end, and how far they are apart."""

import itertools
from collections import Counter
from collections.abc import Sequence
from statistics import median

from ingest.read.layout.model import Line, Region
from ingest.read.layout.wrapping import CLOSING

_FEW = 8  # lines from which the margins of a page cannot be told
_SHIFT = 3.0  # points: left and right pages have different margins
_ONE_SIZE = 0.5  # points
_NEAR_THE_EDGE = 5  # of the size: lines that end there may be full
_NARROWEST = 15  # of the size: text with shorter lines is not broken at their width


def body_size(regions: Sequence[Region]) -> float:
    """Return the size in which most of the text is printed."""
    sizes: Counter[float] = Counter()
    for region in regions:
        for line in _lines(region):
            sizes[round(line.size / _ONE_SIZE) * _ONE_SIZE] += len(line.chars)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def set_margins(regions: Sequence[Region]) -> None:
    """Set the size of most text, and the margins that columns at one place share on all pages."""
    groups: dict[tuple[int, int], list[Region]] = {}
    size = body_size(regions)
    for region in regions:
        region.size = size
        groups.setdefault((region.column, round(region.page.width)), []).append(region)
    for group in groups.values():
        halves = [[one for one in group if one.page.number % 2 == side] for side in (0, 1)]
        if all(len(_all_lines(half)) >= _FEW for half in halves) and _are_shifted(halves):
            for half in halves:
                _set(half)
        else:
            _set(group)


def _are_shifted(halves: Sequence[Sequence[Region]]) -> bool:
    lefts = [_left(_all_lines(half)) for half in halves]
    rights = [_right(_all_lines(half)) for half in halves]
    shift = lefts[0] - lefts[1]
    return abs(shift) > _SHIFT and abs(rights[0] - rights[1] - shift) < _SHIFT


def _set(group: Sequence[Region]) -> None:
    lines = _all_lines(group)
    tables = [block for region in group for block in region.blocks if not isinstance(block, Line)]
    if not lines:
        left = min((table.x0 for table in tables), default=0.0)
        right = max((table.x1 for table in tables), default=0.0)
    else:
        left = _left(lines)
        right = _far_right(group, lines, left)
    for region in group:
        region.left, region.right = left, right


def _far_right(group: Sequence[Region], lines: Sequence[Line], left: float) -> float:
    """Return where full lines end; of text that fills none, where the margin on the left says they would."""
    right = _right(lines)
    size = median(line.size for line in lines)
    mirrored = group[0].page.width - left
    if group[0].column or right > mirrored - 2 * size:
        return right
    full = sum(1 for line in lines if right - line.x1 < 1.5 * size)
    is_wrapped = right - left > _NARROWEST * size and 4 * full >= len(lines) and full >= _FEW
    return right if is_wrapped else mirrored


def _left(lines: Sequence[Line]) -> float:
    """Return the smallest left edge; in longer texts one that at least two lines share."""
    edges = sorted(line.x0 for line in lines)
    if len(lines) < _FEW:
        return edges[0]
    return next((a for a, b in itertools.pairwise(edges) if b - a < 2), edges[0])


def _right(lines: Sequence[Line]) -> float:
    """Return the largest right edge that several lines reach, or nearly."""
    hanging = [
        line for line in lines if line.text[-1] not in CLOSING
    ]  # punctuation may stand beyond the edge
    edges = sorted((line.x1 for line in hanging or lines), reverse=True)
    size = median(line.size for line in lines)
    needed = max(1, sum(1 for edge in edges if edges[0] - edge < _NEAR_THE_EDGE * size) // 20)
    for index, edge in enumerate(edges):
        if index + needed < len(edges) and edge - edges[index + needed] < 0.7 * size:
            return edge
    return edges[0]


def line_pitch(regions: Sequence[Region]) -> float:
    """Return the distance of lines within paragraphs, as a multiple of their size; 0 where nothing says."""
    close, all_steps = [], []
    for region in regions:
        for before, after in zip(region.blocks, region.blocks[1:], strict=False):
            if not isinstance(before, Line) or not isinstance(after, Line):
                continue
            step = (after.base - before.base) / after.size
            if step > 0.5 and abs(before.size - after.size) < _ONE_SIZE:
                all_steps.append(step)
                if before.x1 > region.right - 1.2 * before.size and after.x0 < region.left + before.size:
                    close.append(step)
    if len(close) >= 3:
        return median(close)
    return min(all_steps, default=0.0)


def _lines(region: Region) -> list[Line]:
    return [block for block in region.blocks if isinstance(block, Line)]


def _all_lines(group: Sequence[Region]) -> list[Line]:
    return [line for region in group for line in _lines(region)]
