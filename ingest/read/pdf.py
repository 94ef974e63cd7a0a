"""Read PDF documents: their pages as characters with places, put in order by `ingest.read.layout`.

pdfminer.six reads the file (pdfplumber, built on it, drops how text is drawn and takes twice the time).
"""

import io
import logging
from collections.abc import Iterator

from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser

from ingest.read import ocr
from ingest.read.drawn import Drawn
from ingest.read.layout import Sheet
from ingest.read.model import Content, Flaw, UnreadableError
from ingest.read.pdf_device import Device


def read(data: bytes, form: str) -> Content:
    """Return the text of a PDF document; pages without text are read by OCR if Tesseract is installed."""
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # it reports each odd font
    drawn, flaws = Drawn(), []
    try:
        _draw_pages(data, drawn)
    except UnreadableError as error:
        mended = _mend(data) if error.code == "damaged-file" else None
        if mended is None:
            raise
        data, drawn = mended, Drawn()
        _draw_pages(data, drawn)
        flaws.append(Flaw("mended-file", "a PDF document without damage", error.found))
    wanted = drawn.unread()
    content = drawn.content(ocr.read_pages(data, wanted) if wanted else {})
    return Content(content.text, content.places, (*content.flaws, *flaws))


def _mend(data: bytes) -> bytes | None:
    """Return a damaged document as PDFium, which forgives more, writes it anew; None where it cannot."""
    import pypdfium2  # type: ignore[import-untyped]  # slow to load, and only damaged documents need it

    out = io.BytesIO()
    try:
        pypdfium2.PdfDocument(data).save(out)
    except pypdfium2.PdfiumError:
        return None
    return out.getvalue()


def _open(data: bytes) -> PDFDocument:
    try:
        return PDFDocument(PDFParser(io.BytesIO(data)))  # an empty password is tried
    except PDFEncryptionError as error:
        wanted, found = "a file without a password", "one that needs a password"
        raise UnreadableError("encrypted-file", wanted, found) from error
    except Exception as error:  # pdfminer throws whatever the damage leads to
        raise _damage(error) from error


def _damage(error: Exception) -> UnreadableError:
    return UnreadableError("damaged-file", "a PDF document", f"{type(error).__name__}: {error}"[:200])


def _draw_pages(data: bytes, drawn: Drawn) -> None:
    """Draw the pages one after the other, up to the limits."""
    document = _open(data)
    manager = PDFResourceManager()
    device = Device(manager)
    interpreter = PDFPageInterpreter(manager, device)
    for number, page in enumerate(_pages(document), 1):
        if drawn.is_enough():
            return
        device.sheet = Sheet(0, 0)  # nothing of the page before, should this one fail at once
        try:
            interpreter.process_page(page)
        except Exception:  # as above; what was drawn before the damage is kept
            drawn.damaged.append(number)
        drawn.add(device.sheet)
    if not drawn.pages:
        raise UnreadableError("damaged-file", "a PDF document with pages", "none that can be found")


def _pages(document: PDFDocument) -> Iterator[PDFPage]:
    """Yield the pages of a document."""
    try:
        yield from PDFPage.create_pages(document)
    except Exception as error:  # as above
        raise _damage(error) from error
