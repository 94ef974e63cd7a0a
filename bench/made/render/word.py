"""Renders docx: real tables with merged cells, lists that number themselves, header and footer."""

from io import BytesIO
from random import Random
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

from bench.made.model import Content, Paragraph, Table
from bench.made.render import numbered
from bench.made.render.grid import placed, width
from bench.made.render.steady import steadied

ALIGNED = {
    "title": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "meta": WD_ALIGN_PARAGRAPH.CENTER,
}
FLUSH = ("title", "meta", "address", "right", "page", "table-title")


def _paragraph(document: Any, block: Paragraph, marks: numbered.Marks, number: int, heads: bool) -> None:
    """Add a paragraph, its mark as text or as a list's."""
    counted = number and block.mark and block.rank in marks.levels
    added = document.add_paragraph(block.text if counted else block.full)
    if heads and block.style == "heading":
        added.style = document.styles[f"Heading {block.rank or 1}"]
    if block.style in ALIGNED:
        added.alignment = ALIGNED[block.style]
    elif block.style not in FLUSH:
        added.paragraph_format.first_line_indent = Pt(32)
    if counted:
        numbered.apply(added, block, number)


def _table(document: Any, block: Table) -> None:
    """Add a table, merged both ways."""
    added = document.add_table(rows=len(block.rows), cols=width(block), style="Table Grid")
    for place in placed(block):
        cell = added.cell(place.row, place.column)
        last = added.cell(place.row + place.cell.rows - 1, place.column + place.cell.columns - 1)
        merged = cell.merge(last) if last is not cell else cell
        first, *rest = place.cell.text.split("\n")
        merged.paragraphs[0].text = first
        for line in rest:
            merged.add_paragraph(line)


def _footer(document: Any, content: Content, rng: Random) -> None:
    """Put the office above the pages and a counted number below them."""
    section = document.sections[0]
    if rng.random() < 0.5:
        section.header.paragraphs[0].text = content.site
    paragraph = section.footer.paragraphs[0]
    paragraph.add_run("— ")
    paragraph._p.append(
        parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>')
    )
    paragraph.add_run(" —")


def render(content: Content, rng: Random) -> bytes:
    """Return the document as docx; half of them number their lists themselves."""
    document = docx.Document()
    marks = numbered.marks_of(content)
    number = numbered.declare(document, marks) if marks.levels and rng.random() < 0.5 else 0
    heads = rng.random() < 0.5
    for block in content.blocks:
        if isinstance(block, Table):
            _table(document, block)
        else:
            _paragraph(document, block, marks, number, heads)
    _footer(document, content, rng)
    written = BytesIO()
    document.save(written)
    return steadied(written.getvalue())
