"""Which formats are read, by which module, and how they are told by their first bytes."""

import io
import re
import zipfile
from typing import NamedTuple

from ingest.read.unpack import BROKEN

# Ending of a name -> format. The content decides where it says something else.
ENDINGS = {
    ".txt": "txt",
    ".md": "md",
    ".html": "html",
    ".htm": "html",
    ".shtml": "html",
    ".xhtml": "html",
    ".docx": "docx",
    ".docm": "docx",
    ".pdf": "pdf",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".csv": "csv",
    ".tsv": "csv",
    ".ofd": "ofd",
    ".doc": "doc",
    ".wps": "doc",
    ".rtf": "rtf",
    ".odt": "odt",
    ".xls": "xls",
    ".et": "xls",
    ".zip": "zip",
}
TEXT_FORMATS = ("txt", "md")
# Format -> module with `read(data: bytes, form: str) -> Content`, run in the child process.
READERS = {
    "html": "ingest.read.web",
    "docx": "ingest.read.word",
    "pdf": "ingest.read.pdf",
    "xlsx": "ingest.read.sheets",
    "csv": "ingest.read.sheets",
    "ofd": "ingest.read.ofd",
    "doc": "ingest.read.office",
    "rtf": "ingest.read.office",
    "odt": "ingest.read.office",
    "xls": "ingest.read.office",
}
# The name of a member -> format; some writers count their parts (word/document2.xml).
_MEMBERS = (
    (re.compile(r"word/document\d*\.xml"), "docx"),
    (re.compile(r"xl/workbook\d*\.(?:xml|bin)"), "xlsx"),
    (re.compile(r"ofd\.xml"), "ofd"),
)
_OPEN_DOCUMENT = {"content.xml", "meta-inf/manifest.xml"}
_OFFICE = ("doc", "xls")  # old Office documents share their first bytes


class Magic(NamedTuple):
    """The first bytes of a format that is not read, and its name in words."""

    start: bytes
    what: str


OTHERS = (
    Magic(b"\x89PNG", "a PNG picture"),
    Magic(b"\xff\xd8\xff", "a JPEG picture"),
    Magic(b"\x1f\x8b", "a gzip archive"),
    Magic(b"Rar!", "a RAR archive"),
    Magic(b"7z\xbc\xaf", "a 7z archive"),
)


def find_format(data: bytes, named: str) -> str:
    """Return the format of bytes whose name says `named`; the name decides where the bytes say nothing."""
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if data[:1024].find(b"%PDF-") >= 0 and named != "zip":
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_format(data, named)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return named if named in _OFFICE else "doc"
    if start.startswith(b"{\\rtf"):
        return "rtf"
    if start.startswith((b"<!doctype html", b"<html", b"<head", b"<body")) or b"<html" in start:
        return "html"
    return named


def _zip_format(data: bytes, named: str) -> str:
    """Tell an Office document from an archive by its members."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = {name.replace("\\", "/").lower() for name in archive.namelist()}
    except BROKEN:
        return named if named not in TEXT_FORMATS else "zip"
    for member, form in _MEMBERS:
        if any(map(member.fullmatch, names)):
            return form
    return "odt" if named == "odt" or names >= _OPEN_DOCUMENT else "zip"
