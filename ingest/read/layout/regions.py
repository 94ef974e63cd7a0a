"""Find the order in which the parts of a page are read: one column, or two where a gutter parts them."""

import itertools
from collections.abc import Sequence
from statistics import median

from ingest.read.layout.lines import make_lines
from ingest.read.layout.model import Block, Char, Line, Page, Region, Table

_MIDDLE = (0.35, 0.65)  # of the width: where a gutter may be
_STEP = 2.0  # points
_GUTTER = 6.0  # points that are free on both sides of its middle
_FEWEST = 5  # lines of a column
_NARROWEST = 9.0  # of the size: what is narrower is a column of names
_SOME, _MANY = 3, 15  # full lines, and lines, of columns of short paragraphs
_EVEN = 0.05  # by which the widths of such columns may differ
_FULL = 2.0  # of the size: lines of running text end this near to the gutter


def make_regions(
    pages: Sequence[Page], lines: Sequence[list[Line]], tables: Sequence[list[Table]]
) -> list[Region]:
    """Return the columns of all pages in the order in which they are read."""
    blocks = [_in_order([*own, *grids]) for own, grids in zip(lines, tables, strict=True)]
    gutters = [_gutter(page, own) for page, own in zip(pages, blocks, strict=True)]
    regions: list[Region] = []
    for page, own, gutter in zip(pages, blocks, gutters, strict=True):
        regions += _page_regions(page, own, gutter, _FEWEST)
    if not any(region.column for region in regions):
        return regions
    usual = median(gutter for gutter in gutters if gutter is not None)
    return [
        region
        for page, own, gutter in zip(pages, blocks, gutters, strict=True)
        for region in _page_regions(page, own, gutter or usual, 1)
    ]


def _in_order(blocks: list[Block]) -> list[Block]:
    return sorted(blocks, key=lambda block: block.top)


def _page_regions(page: Page, blocks: list[Block], gutter: float | None, fewest: int) -> list[Region]:
    """Return the columns of a page; a column has at least so many lines."""
    if gutter is None:
        return [Region(page, 0, blocks)] if blocks else []
    regions: list[Region] = []
    for is_parted, zone in _zones(blocks, gutter):
        if is_parted and _has_columns(zone, gutter, fewest):
            left, right = _halves(zone, gutter)
            regions += [Region(page, 1, left), Region(page, 2, right)]
        elif regions and regions[-1].column == 0:
            regions[-1].blocks += zone
        else:
            regions.append(Region(page, 0, list(zone)))
    return regions


def _gutter(page: Page, blocks: Sequence[Block]) -> float | None:
    """Return the place that the most lines leave free with text on both sides, None where few do."""
    gaps = [(block, _gaps(block) if isinstance(block, Line) else []) for block in blocks]
    count = int((_MIDDLE[1] - _MIDDLE[0]) * page.width / _STEP) + 1
    places = [_MIDDLE[0] * page.width + _STEP * step for step in range(count)]
    scores = [_lines_beside(gaps, place) for place in places]
    most = max(scores)
    if most < _FEWEST:
        return None
    return median(place for place, score in zip(places, scores, strict=True) if score == most)


def _lines_beside(gaps: Sequence[tuple[Block, list[tuple[float, float]]]], place: float) -> int:
    """Return how many lines stand beside others with a place free between them, less those that cross it."""
    left = right = parted = crossing = 0
    for block, own in gaps:
        lines = 1 if isinstance(block, Line) else len(block.rows)
        if block.x1 < place - _GUTTER:
            left += lines
        elif block.x0 > place + _GUTTER:
            right += lines
        elif any(a < place - _GUTTER and place + _GUTTER < b for a, b in own):
            parted += 1
        else:
            crossing += lines
    return min(left, right) + parted - crossing


def _gaps(line: Line) -> list[tuple[float, float]]:
    """Return the wide gaps of a line."""
    shown = [char for char in line.chars if not char.text.isspace()]
    return [
        (before.x1, after.x0)
        for before, after in itertools.pairwise(shown)
        if after.x0 - before.x1 > line.size
    ]


def _is_parted(block: Block, gutter: float) -> bool:
    """Say whether a block leaves the gutter free."""
    if block.x1 < gutter or block.x0 > gutter:
        return True
    return isinstance(block, Line) and any(
        a < gutter - _GUTTER and gutter + _GUTTER < b for a, b in _gaps(block)
    )


def _zones(blocks: Sequence[Block], gutter: float) -> list[tuple[bool, list[Block]]]:
    """Return runs of blocks that leave the gutter free, and of those that do not."""
    zones: list[tuple[bool, list[Block]]] = []
    for block in blocks:
        is_parted = _is_parted(block, gutter)
        if zones and zones[-1][0] == is_parted:
            zones[-1][1].append(block)
        else:
            zones.append((is_parted, [block]))
    return zones


def _halves(zone: Sequence[Block], gutter: float) -> tuple[list[Block], list[Block]]:
    """Return what stands left and right of the gutter, each from top to bottom."""
    sides: tuple[list[Block], list[Block]] = ([], [])
    chars: tuple[list[Char], list[Char]] = ([], [])
    for block in zone:
        if isinstance(block, Table):
            sides[block.x0 > gutter].append(block)
        else:
            for char in block.chars:
                chars[char.x0 > gutter].append(char)
    for side, own in zip(sides, chars, strict=True):
        side += make_lines(own)
        side.sort(key=lambda block: block.top)
    return sides


def _has_columns(zone: Sequence[Block], gutter: float, fewest: int) -> bool:
    """Say whether a zone is two columns of running text: lines on both sides, many on the left full."""
    left, right = ([one for one in side if isinstance(one, Line)] for side in _halves(zone, gutter))
    if left and right and any(isinstance(block, Table) for block in zone):
        return True
    if fewest == 1 and not right:
        return True  # the last column of a document that has columns
    if min(len(left), len(right)) < fewest:
        return False
    if min(_width(left), _width(right)) < _NARROWEST * median(line.size for line in left):
        return False
    edge = max(line.x1 for line in left)
    full = sum(1 for line in left if edge - line.x1 < _FULL * line.size)
    if full >= _SOME and min(len(left), len(right)) >= _MANY:
        return abs(_width(left) / _width(right) - 1) < _EVEN or 4 * full >= len(left)
    return 4 * full >= len(left)


def _width(lines: Sequence[Line]) -> float:
    return max(line.x1 for line in lines) - min(line.x0 for line in lines)
