"""Let pdfminer draw on a sheet: characters with their places, rules, the area of pictures."""

from collections.abc import Sequence
from math import hypot

from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdfdevice import PDFTextDevice, PDFTextSeq
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFGraphicState, PDFResourceManager, PDFTextState
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream
from pdfminer.utils import Matrix, PathSegment, Point, apply_matrix_pt

from ingest.read.layout import Sheet
from ingest.read.layout.glyphs import LOST

_INVISIBLE = (3, 7)  # ways of drawing text that leave no ink


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
        advance = float(font.char_width(cid) * fontsize * (1 if font.is_vertical() else scaling))
        try:
            text = font.to_unichr(cid)
        except PDFUnicodeNotDefined:
            text = LOST
        a, b, c, d, _, _ = matrix
        start = apply_matrix_pt(matrix, (0, rise))
        size = abs(fontsize) * hypot(c, d)
        self.sheet.add_char(text, start, (a, b), advance * hypot(a, b), size, hidden=self._is_hidden)
        return advance

    def paint_path(
        self,
        graphicstate: PDFGraphicState,
        stroke: bool,
        fill: bool,
        evenodd: bool,
        path: Sequence[PathSegment],
    ) -> None:
        """Draw the parts of a path."""
        points: list[Point] = []
        for segment in [*path, ("m",)]:
            if segment[0] == "m":
                self.sheet.add_path(points, stroke=stroke)
                points = []
            if segment[0] == "h" and points:
                points.append(points[0])
            elif len(segment) > 2:
                points.append(apply_matrix_pt(self.ctm, (float(segment[-2]), float(segment[-1]))))

    def render_image(self, name: str, stream: PDFStream) -> None:
        """Add up the area of pictures."""
        a, b, c, d, _, _ = self.ctm
        area = self.sheet.width * self.sheet.height
        self.sheet.pictures += abs(a * d - b * c) / area if area else 0.0
