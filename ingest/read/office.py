"""Read old Office documents (doc, wps, rtf, odt, xls, et): LibreOffice makes them docx or xlsx.

Many a file's name says what it is not: the content decides, so a web page, a table as text or an archive
of a web page (MHT) under such a name is read as what it is.
"""

import io
from contextlib import suppress
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from importlib import import_module
from typing import NamedTuple

import olefile

from ingest.read.encodings import decode
from ingest.read.formats import READERS
from ingest.read.libreoffice import convert
from ingest.read.model import Content, Flaw, UnreadableError
from ingest.read.unpack import open_zip, unpack
from ingest.read.word_flat import as_package, is_flat

_CFB = b"\xd0\xcf\x11\xe0"
_HEAD = 4_000  # bytes in which XML says for which program it is
_FIRST_WORD_97 = 0xC1  # version of the first format that LibreOffice's `MS Word 97` reads
_WORD_ENCRYPTED = 0x0100
_MANIFEST = 5_000_000  # bytes that the list of the parts may have
_BIFF = (b"\x09\x08", b"\x09\x04\x06\x00", b"\x09\x02\x06\x00", b"\x09\x00\x04\x00")  # bare, without CFB
_FILE_PASS = 0x2F


class _Kind(NamedTuple):
    """What a document is: the ending for LibreOffice, what it becomes, LibreOffice's name for its reader."""

    ending: str
    target: str
    reader: str | None = None


_DOC = _Kind("doc", "docx", "MS Word 97")
_OLD_DOC = _Kind("doc", "docx")
_XLS = _Kind("xls", "xlsx", "MS Excel 97")
_OLD_XLS = _Kind("xls", "xlsx")
_RTF = _Kind("rtf", "docx", "Rich Text Format")
_ODT = _Kind("odt", "docx", "writer8")
_ODS = _Kind("ods", "xlsx", "calc8")
_WORKS = _Kind("wps", "docx")
_XML_SHEET = _Kind("xml", "xlsx", "MS Excel 2003 XML")
_SHEET = b"urn:schemas-microsoft-com:office:spreadsheet"


def read(data: bytes, form: str) -> Content:
    """Return the text of a document.

    Raises:
        UnreadableError: it is encrypted, damaged or of a kind that is not read, or LibreOffice is missing.
    """
    if data.startswith(_CFB):
        return _read_ole(data)
    head = data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"{\\rtf"):
        return _convert(data, _RTF)
    if data.startswith(b"PK"):
        return _convert(data, _checked_odt(data))
    if head.lower().startswith((b"mime-version:", b"from:", b"message-id:")) or b"multipart/related" in head:
        return _read_web_archive(data)
    if head.startswith(b"<?xml"):
        if is_flat(data[:_HEAD]):
            document: Content = import_module(READERS["docx"]).read(as_package(data), "docx")
            return document
        if _SHEET in data[:_HEAD]:
            return _convert(data, _XML_SHEET)
    if form == "xls" and data.startswith(_BIFF):
        return _convert(data, _OLD_XLS)
    return _read_text(data, form)


def _convert(data: bytes, kind: _Kind, flaws: tuple[Flaw, ...] = ()) -> Content:
    converted = convert(data, kind.ending, kind.target, reader=kind.reader)
    content: Content = import_module(READERS[kind.target]).read(converted, kind.target)
    return Content(content.text, content.places, (*flaws, *content.flaws))


def _read_ole(data: bytes) -> Content:
    """Read a compound file: what streams it has says what it is."""
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            kind = _kind_of(ole)
            has_macros = ole.exists("Macros") or ole.exists("_VBA_PROJECT_CUR")
            is_locked = kind.target == "xlsx" and _has_password(ole)
    except (OSError, ValueError, IndexError) as error:  # olefile raises all of these for damaged files
        raise UnreadableError("damaged-file", "an Office document", str(error)[:200]) from error
    flaw = Flaw("macros-ignored", "a document without programs", "macros, which were not run")
    # A workbook can have the password that Excel gives by itself, which LibreOffice knows.
    try:
        content = _convert(data, kind, (flaw,) if has_macros else ())
    except UnreadableError as error:
        raise _encrypted() if is_locked else error from error
    if is_locked and not content.text.strip():
        raise _encrypted()
    return content


def _kind_of(ole: "olefile.OleFileIO[str]") -> _Kind:
    if ole.exists("EncryptedPackage") or ole.exists("EncryptionInfo"):
        raise _encrypted()
    if ole.exists("WordDocument"):
        head = ole.openstream("WordDocument").read(12)
        if len(head) == 12 and int.from_bytes(head[10:12], "little") & _WORD_ENCRYPTED:
            raise _encrypted()
        return _DOC if int.from_bytes(head[2:4], "little") >= _FIRST_WORD_97 else _OLD_DOC
    if ole.exists("Workbook"):
        return _XLS
    if ole.exists("Book"):
        return _OLD_XLS
    if ole.exists("MatOST") or ole.exists("CONTENTS"):
        return _WORKS
    streams = ", ".join("/".join(path) for path in ole.listdir()[:5]) or "no streams"
    raise UnreadableError("unsupported-format", "a Word or Excel document", f"another one, with {streams}")


def _has_password(ole: "olefile.OleFileIO[str]") -> bool:
    """Say whether the records that open a workbook demand a password."""
    stream = ole.openstream("Workbook" if ole.exists("Workbook") else "Book")
    for _ in range(20):
        head = stream.read(4)
        if len(head) < 4:
            break
        if int.from_bytes(head[:2], "little") == _FILE_PASS:
            return True
        stream.read(int.from_bytes(head[2:], "little"))
    return False


def _encrypted() -> UnreadableError:
    return UnreadableError("encrypted-file", "a file without a password", "one that needs a password")


def _checked_odt(data: bytes) -> _Kind:
    """Return the kind of an OpenDocument file.

    Raises:
        UnreadableError: it is encrypted or damaged.
    """
    archive = open_zip(data, "damaged-file", "an OpenDocument text")
    names = {part.filename: part for part in archive.infolist()}
    manifest, kind = (
        unpack(archive, names[name], _MANIFEST, "damaged-file") if name in names else b""
        for name in ("META-INF/manifest.xml", "mimetype")
    )
    if not manifest:
        raise UnreadableError("damaged-file", "an OpenDocument text", "no list of its parts")
    if b"encryption-data" in manifest:
        raise _encrypted()
    return _ODS if b"spreadsheet" in kind else _ODT


def _read_web_archive(data: bytes) -> Content:
    """Read the page of a web archive (MHT), as Word and some office systems save it."""
    message = BytesParser(policy=policy.default).parsebytes(data)
    page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    if not isinstance(page, EmailMessage):
        raise UnreadableError("damaged-file", "a web archive with a page", "none in it")
    html = page.get_payload(decode=True)
    if not isinstance(html, bytes):
        raise UnreadableError("damaged-file", "a web archive with a page", "one without content")
    charset = page.get_content_charset()
    if charset is not None:
        with suppress(LookupError):  # an unknown name: the page may say itself
            html = html.decode(charset, errors="replace").encode("utf-8-sig")
    content: Content = import_module(READERS["html"]).read(html, "html")
    return content


def _read_text(data: bytes, form: str) -> Content:
    """Read what is plain text under an Office document's name."""
    decoded = decode(data)
    if isinstance(decoded, str):
        raise UnreadableError("damaged-file", f"a {form} document", decoded)
    if form == "xls":
        table: Content = import_module(READERS["csv"]).read(data, "csv")
        return table
    flaw = Flaw("misnamed-file", f"a {form} document", "plain text")
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    return Content(text, flaws=(flaw,), encoding=decoded.encoding)
