"""Read spreadsheets (xlsx, xlsm) and tables as text (csv, tsv): every cell with its sheet and address.

Hidden sheets are not read, since whoever opens the file does not see them; hidden rows and columns are,
since a filter hides what belongs to the plan. Both are said.
"""

import re

from ingest.read.grid import Writer
from ingest.read.model import Content, Place
from ingest.read.sheet_csv import read_csv
from ingest.read.sheet_layout import Sheet, write_sheet
from ingest.read.sheet_xlsx import WorkbookReader

_GIVEN_NAME = re.compile(r"(?:sheet|工作表|表)\s*\d*(?:\s*\(\d+\))?", re.IGNORECASE)  # by a program
_FIRST = 3  # cells in which a sheet may say its name itself


def read(data: bytes, form: str) -> Content:
    """Return the text of a spreadsheet.

    Raises:
        UnreadableError: it is damaged, encrypted, too large, or no spreadsheet.
    """
    writer = Writer()
    if form == "csv":
        sheet, encoding, flaws = read_csv(data)
        write_sheet(writer, sheet)
        return Content(writer.text(), writer.places(), tuple(flaws), encoding)
    book = WorkbookReader(data)
    for sheet in book.sheets():
        if _is_telling(sheet):
            writer.line(sheet.name or "", Place(0, sheet=sheet.name))
        write_sheet(writer, sheet)
    return Content(writer.text(), writer.places(), tuple(book.flaws()))


def _is_telling(sheet: Sheet) -> bool:
    """Say whether a sheet's name tells a reader what its cells do not."""
    name = (sheet.name or "").strip()
    if not name or not sheet.cells or _GIVEN_NAME.fullmatch(name):
        return False
    first = sorted(sheet.cells)[:_FIRST]
    return not any(name in sheet.cells[at] for at in first)
