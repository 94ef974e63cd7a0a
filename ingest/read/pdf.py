"""Read PDF documents: their pages as characters with places, put in order by `ingest.read.layout`.

pdfminer.six reads the file (pdfplumber, built on it, drops how text is drawn and takes twice the time).
What a page does not give as text is named in flaws: pictures, fonts without characters, damage, limits.
"""

import io
import logging
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser

from ingest.read import ocr
from ingest.read.grid import Writer
from ingest.read.layout import Page, write_pages
from ingest.read.model import Content, Flaw, UnreadableError
from ingest.read.pdf_device import Device, Sheet

MAX_PAGES = 2_000  # of a document; a yearbook has 800
MAX_CHARS = 4_000_000  # of a document, for the sake of memory
SECONDS = 75.0  # to read pages; the child process has 120 for all
_FEWEST = 30  # characters of a page that is no picture: a stamp, a page number
_PICTURE = 0.5  # of the page
_OUTLINES = 300  # shapes of a page whose text was drawn as shapes
_BULLETS = 0.05  # of the characters: the bullets of symbol fonts are private characters too
_BROKEN = 0.3  # of the characters of a page; the others are of no use then


@dataclass(slots=True)
class _Found:
    """The pages of a document, and the numbers of those of which something is wrong."""

    pages: list[Page] = field(default_factory=list)
    scanned: list[int] = field(default_factory=list)
    layered: list[int] = field(default_factory=list)  # scanned, with the text that a scanner read
    broken: list[int] = field(default_factory=list)  # of no use
    doubtful: list[int] = field(default_factory=list)  # with some characters that the font does not name
    turned: list[int] = field(default_factory=list)
    damaged: list[int] = field(default_factory=list)
    left: int | None = None  # the first page that was not read


def read(data: bytes, form: str) -> Content:
    """Return the text of a PDF document; pages without text are read by OCR if Tesseract is installed."""
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # it reports each odd font
    found = _Found()
    _read_pages(data, found)
    wanted = sorted({*found.scanned, *found.broken})
    seen = ocr.read_pages(data, wanted) if wanted else {}
    for page in found.pages:
        page.chars = seen.get(page.number, page.chars)
    writer = Writer()
    write_pages(found.pages, writer)
    text, flaws = writer.text(), tuple(_flaws(found, sorted(seen)))
    if not text.strip() and flaws:
        raise UnreadableError(flaws[0].code, flaws[0].expected, flaws[0].found)
    return Content(text, writer.places(), flaws)


def _damage(error: Exception) -> UnreadableError:
    return UnreadableError("damaged-file", "a PDF document", f"{type(error).__name__}: {error}"[:200])


def _open(data: bytes) -> PDFDocument:
    try:
        return PDFDocument(PDFParser(io.BytesIO(data)))  # an empty password is tried
    except PDFEncryptionError as error:
        raise UnreadableError(
            "encrypted-file", "a file without a password", "one that needs a password"
        ) from error
    except Exception as error:  # pdfminer throws whatever the damage leads to
        raise UnreadableError(
            "damaged-file", "a PDF document", f"{type(error).__name__}: {error}"[:200]
        ) from error


def _read_pages(data: bytes, found: _Found) -> None:
    """Read the pages one after the other, up to the limits."""
    document = _open(data)
    manager = PDFResourceManager()
    device = Device(manager)
    interpreter = PDFPageInterpreter(manager, device)
    end, chars, number = time.monotonic() + SECONDS, 0, 0
    for number, drawn in enumerate(_pages(document), 1):
        if number > MAX_PAGES or chars > MAX_CHARS or time.monotonic() > end:
            found.left = number
            return
        try:
            interpreter.process_page(drawn)
        except Exception:  # as above; what was drawn before the damage is kept
            found.damaged.append(number)
        _sort(device.sheet, number, found)
        chars += len(found.pages[-1].chars)
    if number == 0:
        raise UnreadableError("damaged-file", "a PDF document with pages", "none that can be found")


def _pages(document: PDFDocument) -> Iterator[PDFPage]:
    """Yield the pages of a document up to the first that cannot be found."""
    try:
        yield from PDFPage.create_pages(document)
    except Exception as error:  # as above
        raise UnreadableError(
            "damaged-file", "a PDF document", f"{type(error).__name__}: {error}"[:200]
        ) from error


def _sort(sheet: Sheet, number: int, found: _Found) -> None:
    """Add a page, and note what is wrong with it."""
    page = sheet.page(number)
    found.pages.append(page)
    shown = sum(1 for char in page.chars if not char.text.isspace())
    if shown < _FEWEST and (sheet.pictures >= _PICTURE or sheet.shapes >= _OUTLINES):
        if len(sheet.hidden) >= _FEWEST:
            page.chars = sheet.hidden
            found.layered.append(number)
        else:
            found.scanned.append(number)
    elif sheet.lost > _BROKEN * shown:
        page.chars = []
        found.broken.append(number)
    elif sheet.lost > _BULLETS * shown:
        found.doubtful.append(number)
    if sheet.turned():
        found.turned.append(number)


def _flaws(found: _Found, seen: Sequence[int]) -> Iterator[Flaw]:
    """Yield what could not be read, or may be wrong, with the pages."""
    text = "pages with text"
    lost = "fonts that say which characters they draw"
    unread = [number for number in found.scanned if number not in seen]
    broken = [number for number in found.broken if number not in seen]
    yield from _flaw("scanned-pages", text, unread, "{} without text, only pictures")
    yield from _flaw("broken-fonts", lost, broken, "{} of which the text cannot be had")
    yield from _flaw("broken-fonts", lost, found.doubtful, "{} on which characters are missing")
    yield from _flaw("ocr-pages", text, [*found.layered, *seen], "{} read by OCR, not certain")
    yield from _flaw("turned-text", "text in one direction", found.turned, "{} with other text, left out")
    yield from _flaw("damaged-pages", "pages that can be read", found.damaged, "{} read only in part")
    if found.left is not None:
        limit = f"at most {MAX_PAGES:,} pages that are read in {SECONDS:.0f} seconds"
        yield Flaw("pages-not-read", limit, f"pages from {found.left} on not read")


def _flaw(code: str, expected: str, numbers: Iterable[int], found: str) -> Iterator[Flaw]:
    named = name_pages(numbers)
    if named:
        yield Flaw(code, expected, found.format(named))


def name_pages(numbers: Iterable[int]) -> str:
    """Return page numbers in words: `page 3`, `pages 2, 5-7`."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    if not runs:
        return ""
    named = ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in runs)
    return f"page {named}" if named.isdigit() else f"pages {named}"
