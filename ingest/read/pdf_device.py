"""Take from a PDF page what the layout needs: characters with their places, rules, the area of pictures."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import hypot

from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdfdevice import PDFTextDevice, PDFTextSeq
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFGraphicState, PDFResourceManager, PDFTextState
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream
from pdfminer.utils import Matrix, PathSegment, Point, apply_matrix_pt

from ingest.read.layout import Char, Page, Rule
from ingest.read.layout.glyphs import LOST, is_lost

_INVISIBLE = (3, 7)  # ways of drawing text that leave no ink
_SKEWED = 0.05  # of the size: text at a slant is a watermark
_WORDS = 10  # characters
_THIN = 3.0  # points: a filled rectangle as narrow is a rule
_STRAIGHT = 1.0  # points


@dataclass(slots=True)
class Sheet:
    """What a page draws; of each turn of the text (0: upright) its characters."""

    width: float
    height: float
    shown: dict[int, list[Char]] = field(default_factory=dict)
    hidden: list[Char] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    pictures: float = 0.0  # share of the page
    shapes: int = 0  # drawn, rules apart
    lost: int = 0  # characters whose font does not say what they are

    def turn(self) -> int:
        """Return in which direction most of the text runs."""
        return max(self.shown, key=lambda turn: len(self.shown[turn]), default=0)

    def turned(self) -> bool:
        """Say whether words run in another direction than most of the text."""
        return sum(len(chars) for turn, chars in self.shown.items() if turn != self.turn()) >= _WORDS

    def page(self, number: int) -> Page:
        """Return the page as it is read, turned so that its text is upright."""
        turn = self.turn()
        width, height = (self.height, self.width) if turn % 2 else (self.width, self.height)
        rules = [self._turned(rule, turn) for rule in self.rules]
        return Page(number, width, height, self.shown.get(turn, []), rules)

    def _turned(self, rule: Rule, turn: int) -> Rule:
        a, b = self.seen((rule.x0, rule.y0), turn), self.seen((rule.x1, rule.y1), turn)
        return Rule(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))

    def seen(self, point: Point, turn: int) -> Point:
        """Return a point of the page's own system as it is seen when text of a turn is upright."""
        x, y = point
        places = ((x, self.height - y), (y, x), (self.width - x, y), (self.height - y, self.width - x))
        return places[turn]


class Device(PDFTextDevice):
    """Collects what pdfminer's interpreter draws."""

    ctm: Matrix

    def __init__(self, manager: PDFResourceManager) -> None:
        """Begin with an empty sheet."""
        super().__init__(manager)
        self.sheet = Sheet(0, 0)
        self._is_hidden = False

    def begin_page(self, page: PDFPage, ctm: Matrix) -> None:
        """Take the size of the page."""
        x0, y0, x1, y1 = page.mediabox
        a, b = apply_matrix_pt(ctm, (x0, y0)), apply_matrix_pt(ctm, (x1, y1))
        self.sheet = Sheet(abs(a[0] - b[0]), abs(a[1] - b[1]))

    def render_string(
        self, textstate: PDFTextState, seq: PDFTextSeq, ncs: PDFColorSpace, graphicstate: PDFGraphicState
    ) -> None:
        """Draw text, visible or not."""
        self._is_hidden = textstate.render in _INVISIBLE
        super().render_string(textstate, seq, ncs, graphicstate)

    def render_char(
        self,
        matrix: Matrix,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: PDFColorSpace,
        graphicstate: PDFGraphicState,
    ) -> float:
        """Draw a character and return how far it moves on."""
        advance = float(font.char_width(cid) * fontsize * scaling)
        if font.is_vertical():
            advance = float(font.char_width(cid) * fontsize)
        try:
            text = font.to_unichr(cid)
        except PDFUnicodeNotDefined:
            text = LOST
        self._add(text, matrix, fontsize, rise, advance)
        return advance

    def _add(self, text: str, matrix: Matrix, fontsize: float, rise: float, advance: float) -> None:
        a, b, c, d, _, _ = matrix
        along, up = hypot(a, b), hypot(c, d)
        turn = _turn_of(a, b)
        size = abs(fontsize) * up
        if turn is None or along == 0 or size == 0:
            return
        start = self.sheet.seen(apply_matrix_pt(matrix, (0, rise)), turn)
        width = advance * along
        char = Char(text, min(start[0], start[0] + width), max(start[0], start[0] + width), start[1], size)
        if self._is_hidden:
            self.sheet.hidden.append(char)
        else:
            self.sheet.lost += is_lost(text)
            self.sheet.shown.setdefault(turn, []).append(char)

    def paint_path(
        self,
        graphicstate: PDFGraphicState,
        stroke: bool,
        fill: bool,
        evenodd: bool,
        path: Sequence[PathSegment],
    ) -> None:
        """Keep the level and upright lines of what is drawn."""
        points: list[Point] = []
        for segment in [*path, ("m",)]:
            if segment[0] == "m":
                self._add_rules(points, stroke=stroke)
                points = []
            if segment[0] == "h" and points:
                points.append(points[0])
            elif len(segment) > 2:
                points.append(apply_matrix_pt(self.ctm, (float(segment[-2]), float(segment[-1]))))

    def _add_rules(self, points: list[Point], *, stroke: bool) -> None:
        """Add the lines between points, or the rule that a thin filled shape is."""
        if len(points) < 2:
            return
        xs, ys = [x for x, _ in points], [y for _, y in points]
        x0, y0, x1, y1 = min(xs), min(ys), max(xs), max(ys)
        if x1 - x0 <= _THIN or y1 - y0 <= _THIN:
            self.sheet.rules.append(Rule(x0, y0, x1, y1))
            return
        self.sheet.shapes += 1
        if stroke:
            for (ax, ay), (bx, by) in itertools.pairwise(points):
                if min(abs(ax - bx), abs(ay - by)) < _STRAIGHT:
                    self.sheet.rules.append(Rule(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)))

    def render_image(self, name: str, stream: PDFStream) -> None:
        """Add up the area of pictures."""
        a, b, c, d, _, _ = self.ctm
        area = self.sheet.width * self.sheet.height
        self.sheet.pictures += abs(a * d - b * c) / area if area else 0.0


def _turn_of(a: float, b: float) -> int | None:
    """Return how often text in a direction is turned by a right angle, None for text at a slant."""
    if abs(b) <= _SKEWED * abs(a):
        return 0 if a > 0 else 2
    if abs(a) <= _SKEWED * abs(b):
        return 1 if b > 0 else 3
    return None
