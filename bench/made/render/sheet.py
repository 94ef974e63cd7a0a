"""Renders xlsx and csv: a row a paragraph, tables with merged cells."""

import csv
from io import BytesIO, StringIO
from random import Random
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment

from bench.made.model import Content, Paragraph, Table
from bench.made.render.grid import placed, texts, width
from bench.made.render.steady import steadied


def _columns(content: Content) -> int:
    """Return how many columns the tables of a document have, at least one."""
    return max([1, *(width(block) for block in content.blocks if isinstance(block, Table))])


def _paragraph(sheet: Any, row: int, block: Paragraph, columns: int) -> None:
    """Write a paragraph into the first column, over all columns where there is a table."""
    sheet.cell(row, 1, block.full)
    sheet.cell(row, 1).alignment = Alignment(
        horizontal="center" if block.style == "title" else None, wrap_text=True
    )
    if columns > 1:
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=columns)


def _table(sheet: Any, start: int, block: Table) -> None:
    """Write a table from a row on; numbers are numbers."""
    for place in placed(block):
        row, column, cell = start + place.row, place.column + 1, place.cell
        value = int(cell.text) if cell.text.isdigit() and len(cell.text) < 5 else cell.text
        sheet.cell(row, column, value)
        if cell.rows > 1 or cell.columns > 1:
            sheet.merge_cells(
                start_row=row,
                end_row=row + cell.rows - 1,
                start_column=column,
                end_column=column + cell.columns - 1,
            )


def render(content: Content, rng: Random) -> bytes:
    """Return the document as xlsx; some have an empty sheet beside it."""
    book = Workbook()
    sheet: Any = book.active
    sheet.title = rng.choice(("Sheet1", "任务分解表", "附件"))
    row, columns = 1, _columns(content)
    for block in content.blocks:
        if isinstance(block, Table):
            _table(sheet, row, block)
            row += len(block.rows)
        else:
            _paragraph(sheet, row, block, columns)
            row += 1
    if rng.random() < 0.3:
        book.create_sheet("Sheet2")
    written = BytesIO()
    book.save(written)
    return steadied(written.getvalue())


def render_csv(content: Content, rng: Random) -> str:
    """Return the document as csv; merged cells stand in their first field, or in each."""
    written = StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    repeated = rng.random() < 0.3
    for block in content.blocks:
        if isinstance(block, Table):
            writer.writerows(texts(block, repeated=repeated))
        else:
            writer.writerow([block.full])
    return written.getvalue()
