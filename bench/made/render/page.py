"""Renders PDF: pages with header and number, wrapped lines, ruled tables that run over pages."""

from html import escape
from io import BytesIO
from random import Random
from typing import Any

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import LongTable, SimpleDocTemplate, Spacer, TableStyle
from reportlab.platypus import Paragraph as Flowed

from bench.made.model import Content, Paragraph, Table
from bench.made.render.grid import placed, width

FONT = "STSong-Light"
"""A font that viewers have: no font file is needed, and the text can be read back."""
SIZE = 15
CELL_SIZE = 10
MARGIN = 25 * mm
NUMBERS = ("— {} —", "- {} -", "{}")


def _style(name: str, **more: Any) -> ParagraphStyle:
    """Return a style for Chinese text."""
    given = {"fontName": FONT, "fontSize": SIZE, "leading": SIZE * 1.7, "wordWrap": "CJK", **more}
    return ParagraphStyle(name, **given)


def _styles() -> dict[str, ParagraphStyle]:
    """Return the styles by kind of paragraph."""
    body = _style("body", firstLineIndent=2 * SIZE)
    centred = _style("title", fontSize=20, leading=30, alignment=TA_CENTER, spaceAfter=8)
    flush = _style("flush")
    return {
        "title": centred,
        "meta": _style("meta", alignment=TA_CENTER),
        "right": _style("right", alignment=TA_RIGHT),
        "address": flush,
        "page": flush,
        "table-title": flush,
        "body": body,
        "cell": _style("cell", fontSize=CELL_SIZE, leading=CELL_SIZE * 1.4),
    }


def _flowed(text: str, style: ParagraphStyle) -> Flowed:
    """Return a paragraph; line breaks stay."""
    return Flowed(escape(text, quote=False).replace("\n", "<br/>"), style)


def _widths(table: Table) -> list[float]:
    """Return the widths of columns, wider where the longest texts are."""
    longest = [3.0] * width(table)
    for place in placed(table):
        if place.cell.columns == 1:
            longest[place.column] = max(longest[place.column], min(len(place.cell.text), 18))
    room = A4[0] - 2 * MARGIN
    return [room * each / sum(longest) for each in longest]


def _table(table: Table, style: ParagraphStyle) -> LongTable:
    """Return a ruled table whose header comes again on each page."""
    rows: list[list[Any]] = [[""] * width(table) for _ in table.rows]
    rules: list[tuple[Any, ...]] = [
        ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
    ]
    for place in placed(table):
        rows[place.row][place.column] = _flowed(place.cell.text, style)
        if place.cell.rows > 1 or place.cell.columns > 1:
            end = (place.column + place.cell.columns - 1, place.row + place.cell.rows - 1)
            rules.append(("SPAN", (place.column, place.row), end))
    return LongTable(rows, colWidths=_widths(table), repeatRows=table.header, style=TableStyle(rules))


def render(content: Content, rng: Random) -> bytes:
    """Return the document as PDF."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    sign, headed = rng.choice(NUMBERS), rng.random() < 0.4
    styles = _styles()
    story: list[Any] = []
    for block in content.blocks:
        if isinstance(block, Table):
            story += [Spacer(1, 8), _table(block, styles["cell"]), Spacer(1, 8)]
        elif isinstance(block, Paragraph):
            story.append(_flowed(block.full, styles.get(block.style, styles["body"])))

    def decorate(canvas: Any, document: Any) -> None:
        canvas.setFont(FONT, 9)
        canvas.drawCentredString(A4[0] / 2, 15 * mm, sign.format(document.page))
        if headed:
            canvas.drawString(MARGIN, A4[1] - 15 * mm, content.site)

    written = BytesIO()
    frame = SimpleDocTemplate(
        written,
        pagesize=A4,
        leftMargin=MARGIN,
        rightMargin=MARGIN,
        topMargin=MARGIN,
        bottomMargin=MARGIN,
        invariant=1,
    )
    frame.build(story, onFirstPage=decorate, onLaterPages=decorate)
    return written.getvalue()
