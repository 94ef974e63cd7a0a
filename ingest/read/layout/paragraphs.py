"""Tell which lines go on with a paragraph, by where they begin and end and how far apart they are."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from ingest.read.layout.habits import NUMBERED, Habits, end_kind, learn, parts_paragraphs, start_kind
from ingest.read.layout.margins import line_pitch
from ingest.read.layout.model import Line, Region
from ingest.read.layout.wrapping import has_open_bracket, would_fit

_INDENT = 1.2  # of the size: lines that begin further right begin a paragraph
_CENTRED = 1.0  # of the size by which the margins of a centred line may differ
_TITLE_CENTRED = 0.4  # of the size, for titles
_LEAST_MARGIN = 2.6  # of the size; what begins nearer to the margin may be indented
_ONE_SIZE = 0.08  # of the size
_APART = 1.35  # of the distance of lines: more room than that parts paragraphs
_MOST_EMPTY = 3
_EMPTY = 1.6  # of the distance of lines: room for an empty line, which may be a little smaller
_CELL_GAP = 0.8  # of the size
_SAME_PLACE = 2.0  # points
_SPACE = 0.4  # of the size
_HANGING = 0.6  # of the size
_LONGEST_LABEL = 12  # of the size
_OWN_LINE = re.compile(  # a date, the number of a document
    r"(?:\d{4}|[二〇○零Ｏ一三四五六七八九]{4})\s*年[^，。；]{2,9}日|\S{2,12}\s*[〔\[（(]\d{4}[〕\]）)]\s*\d{1,4}\s*号"
)


@dataclass(frozen=True, slots=True)
class Style:
    """How a document sets its paragraphs."""

    pitch: float  # distance of the lines of a paragraph, as a multiple of the size
    indented: bool  # the first line of a paragraph
    close: float  # odds, as a logarithm, that a line is a paragraph's first with no more room before it
    emptied: bool  # an empty line before most paragraphs
    habits: Habits


def find_style(regions: Sequence[Region]) -> Style:
    """Return how the regions set their paragraphs."""
    pitch = line_pitch(regions)
    breaks = [pair for pair in _pairs(regions) if _is_sure_break(*pair)]
    indents = [
        _indent(after, region) / after.size for _, after, region in breaks if not is_centred(after, region)
    ]
    indented = sum(1 for indent in indents if _INDENT <= indent < 5)
    apart = sum(1 for before, after, _ in breaks if _distance(before, after) > _APART * pitch)
    empty = sum(1 for before, after, _ in breaks if _distance(before, after) > _EMPTY * pitch)
    return Style(
        pitch,
        indented=2 * indented > len(indents),
        close=log((len(breaks) - apart + 0.5) / (len(breaks) + 1)) if pitch > 0 else 0.0,
        emptied=pitch > 0 and 2 * empty > len(breaks),
        habits=_habits(regions, breaks),
    )


def _pairs(regions: Sequence[Region]) -> list[tuple[Line, Line, Region]]:
    return [
        (before, after, region)
        for region in regions
        for before, after in zip(region.blocks, region.blocks[1:], strict=False)
        if isinstance(before, Line) and isinstance(after, Line)
    ]


def _is_sure_break(before: Line, after: Line, region: Region) -> bool:
    """Say whether a line was broken with room left."""
    return would_fit(after, _room(before, region))


def _room(line: Line, region: Region) -> float:
    """Return the room that a line leaves, less the space with which it ends."""
    return region.right - line.x1 - (_SPACE * line.size if line.trail else 0.0)


def _habits(regions: Sequence[Region], breaks: Sequence[tuple[Line, Line, Region]]) -> Habits:
    ends = {id(before) for before, _, _ in breaks}
    starts = {id(after) for _, after, _ in breaks}
    lines = [block for region in regions for block in region.blocks if isinstance(block, Line)]
    return learn((line.text, id(line) in starts, id(line) in ends) for line in lines)


def _distance(before: Line, after: Line) -> float:
    return (after.base - before.base) / after.size


def _indent(line: Line, region: Region) -> float:
    return line.x0 - region.left


def is_indented(line: Line, region: Region) -> bool:
    """Say whether a line begins as a paragraph does, not as a centred title or a signature on the right."""
    return _INDENT * line.size <= _indent(line, region) < 5 * line.size and not is_centred(line, region)


def is_centred(line: Line, region: Region) -> bool:
    """Say whether a line stands in the middle of its column."""
    before, after = line.x0 - region.left, region.right - line.x1
    if _is_large(line, region):
        return abs(before - after) <= _TITLE_CENTRED * line.size and before > -line.size
    return abs(before - after) <= _CENTRED * line.size and before > _LEAST_MARGIN * line.size


def _is_large(line: Line, region: Region) -> bool:
    """Say whether a line is printed as titles are."""
    return line.size > (1 + _ONE_SIZE) * region.size


@dataclass(slots=True)
class Seam:
    """Two lines that follow one another, each with its region, and the paragraph that the first one ends."""

    paragraph: list[Line]
    text: str  # the end of it
    before_region: Region
    after: Line
    after_region: Region

    @property
    def first(self) -> Line:
        """Return the first line of the paragraph."""
        return self.paragraph[0]

    @property
    def before(self) -> Line:
        """Return the line above."""
        return self.paragraph[-1]


def goes_on(seam: Seam, style: Style) -> bool:
    """Say whether a line goes on with the paragraph of the line before."""
    before, after = seam.before, seam.after
    if abs(before.size - after.size) > _ONE_SIZE * max(before.size, after.size):
        return False
    if _is_apart(seam, style):
        return False
    if is_centred(after, seam.after_region):
        return _title_goes_on(seam)
    if is_centred(before, seam.before_region):
        return False
    if would_fit(after, _room(before, seam.before_region)):
        return False
    if _indent(after, seam.after_region) >= _INDENT * after.size:
        return _hangs(seam)
    return _flows(seam, style)


def _is_apart(seam: Seam, style: Style) -> bool:
    """Say whether more room is between two lines than between those of a paragraph."""
    if seam.before_region is not seam.after_region or style.pitch == 0:
        return False
    return _distance(seam.before, seam.after) > _APART * style.pitch


def empty_lines(before: Line, after: Line, style: Style, *, apart: bool) -> int:
    """Return how many empty lines there is room for between two paragraphs.

    Args:
        before: the last line of the first one.
        after: the first line of the second one.
        style: of the document.
        apart: they stand on different pages or in different columns, so that there are as many as is usual.
    """
    if apart or style.pitch == 0:
        return int(style.emptied)
    return max(0, min(_MOST_EMPTY, int(_distance(before, after) / style.pitch + 2 - _EMPTY) - 1))


def _title_goes_on(seam: Seam) -> bool:
    """Say whether a centred line goes on with a title: one that filled its line, or left a bracket open."""
    before, after, region = seam.before, seam.after, seam.before_region
    if seam.before_region is not seam.after_region:
        return False
    is_full = not would_fit(after, region.right - region.left - (before.x1 - before.x0))
    if is_full:
        return _is_large(before, region) or len(seam.paragraph) == 1
    return is_centred(before, region) and has_open_bracket(seam.text)


def _hangs(seam: Seam) -> bool:
    """Say whether a line stands below the text behind the label or number that its paragraph begins with."""
    shift = seam.after_region.left - seam.before_region.left
    place, size = seam.after.x0 - shift, seam.after.size
    if place <= seam.first.x0 + size:
        return False
    if len(seam.paragraph) > 1:
        return abs(place - seam.before.x0) < _HANGING * size
    starts = [
        char.x0
        for last, char in zip(seam.first.chars, seam.first.chars[1:], strict=False)
        if last.text in "：:.．、 \u3000" and char.x0 - seam.first.x0 < _LONGEST_LABEL * size
    ]
    return any(abs(place - start) < _HANGING * size for start in starts[:3])


def _flows(seam: Seam, style: Style) -> bool:
    """Say whether a line at the margin goes on with a full one."""
    if _are_rows(seam.before, seam.after):
        return False
    odds = style.close if seam.before_region is seam.after_region else 0.0
    if style.indented and is_indented(seam.first, seam.before_region):
        is_heading = start_kind(seam.after.text) in NUMBERED and end_kind(seam.text) in ("stop", "close")
        return not (is_heading and parts_paragraphs(style.habits, seam.text, seam.after.text, odds))
    if _OWN_LINE.fullmatch(seam.after.text):
        return False
    return not parts_paragraphs(style.habits, seam.text, seam.after.text, odds)


def _are_rows(before: Line, after: Line) -> bool:
    """Say whether two lines are rows of a table without rules: cells begin below one another."""
    if "\t" not in before.text or "\t" not in after.text:
        return False
    cells = [_cell_starts(line) for line in (before, after)]
    return any(abs(a - b) < _SAME_PLACE for a in cells[0] for b in cells[1])


def _cell_starts(line: Line) -> list[float]:
    """Return where text begins behind wide gaps."""
    shown = [char for char in line.chars if not char.text.isspace()]
    return [b.x0 for a, b in itertools.pairwise(shown) if b.x0 - a.x1 > _CELL_GAP * line.size]
