"""Open the zip packages that Office writes (docx, xlsx): parts by name and by relationship, within limits.

The XML is parsed here and not by python-docx or openpyxl, because those refuse macro-enabled and strict
files, load every picture, and stop at the first fault that another office suite forgives.
"""

import io
import posixpath
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

from lxml import etree

from ingest.read.model import Flaw, UnreadableError
from ingest.read.unpack import open_zip, unpack

MAX_PART = 150_000_000  # bytes of one part; the XML of a plan of 300 pages has 5 million
MAX_PARTS = 20_000
_HEAD = 8_000  # bytes in which a part declares its type and its namespaces
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT = b"http://purl.oclc.org/ooxml/"
# ISO's strict names for what all readers know by the transitional ones.
_NAMESPACES = (
    (b"/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"/spreadsheetml/main", b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
    (b"/drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
    (
        b"/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)


class Related(NamedTuple):
    """A part that another has a relationship to."""

    id: str
    kind: str  # the last step of the relationship's type, as `officeDocument`
    part: str


class Package:
    """An opened package; `flaws` says what in it is damaged or was not read."""

    def __init__(self, data: bytes) -> None:
        """Open it.

        Raises:
            UnreadableError: it is no zip archive, or has too many parts.
        """
        self._zip = open_zip(data, "damaged-file", "a zip archive of XML parts")
        self._infos = {_plain(info.filename): info for info in self._zip.infolist()}
        if len(self._infos) > MAX_PARTS:
            raise UnreadableError("too-large", f"at most {MAX_PARTS:,} parts", f"{len(self._infos):,} parts")
        self.flaws: list[Flaw] = []

    def names(self) -> list[str]:
        """Return the names of all parts, in lower case."""
        return list(self._infos)

    def has_macros(self) -> bool:
        """Say whether there is a program in it."""
        return any(name.endswith("vbaproject.bin") for name in self._infos)

    def content(self, name: str) -> bytes | None:
        """Return the bytes of a part, None where there is no such part.

        Raises:
            UnreadableError: the part is damaged, needs a password, or is too large.
        """
        info = self._infos.get(_plain(name))
        if info is None:
            return None
        return _transitional(unpack(self._zip, info, MAX_PART, "damaged-file"))

    def tree(self, name: str) -> etree._Element | None:
        """Return the XML of a part, mended where it is damaged, None where there is no such part."""
        data = self.content(name)
        if data is None:
            return None
        root, flaw = parse(data, name)
        if flaw is not None:
            self.flaws.append(flaw)
        return root

    def stream(self, name: str, *tags: str) -> Iterator[etree._Element]:
        """Yield the elements of a part with these names (without namespace); each is emptied afterwards.

        Where the part is damaged, what stands before the damage is yielded.
        """
        data = self.content(name)
        if not data:
            return
        _check_head(data, name)
        wanted = [f"{{*}}{tag}" for tag in tags]
        source = io.BytesIO(data)
        try:
            for _, element in etree.iterparse(source, tag=wanted, resolve_entities=False, no_network=True):
                yield element
                element.clear()
                parent = element.getparent()
                while parent is not None and parent[0] is not element:
                    del parent[0]
        except etree.XMLSyntaxError as error:
            self.flaws.append(Flaw("damaged-part", f"{name} as well-formed XML", str(error)[:200]))

    def related(self, name: str) -> Iterator[Related]:
        """Yield the parts inside the package that a part has relationships to; `""` is the package itself."""
        folder, base = posixpath.split(name)
        root = self.tree(posixpath.join(folder, "_rels", base + ".rels"))
        for one in () if root is None else root.iter(_RELATIONSHIP):
            if one.get("TargetMode") != "External":
                target = posixpath.join("/", folder, unquote(one.get("Target") or ""))
                kind = posixpath.basename(one.get("Type") or "")
                yield Related(one.get("Id") or "", kind, posixpath.normpath(target).lstrip("/"))

    def main(self, default: str) -> str:
        """Return the name of the part that everything begins with."""
        found = (one.part for one in self.related("") if one.kind == "officeDocument")
        return next((part for part in found if _plain(part) in self._infos), default)


def parse(data: bytes, name: str) -> tuple[etree._Element | None, Flaw | None]:
    """Return the root of an XML part; what is not well formed is mended and said.

    Raises:
        UnreadableError: it declares a document type, which Office never does: entities could be bombs.
    """
    _check_head(data, name)
    flaw = None
    try:
        root = etree.fromstring(data, _parser(recover=False))
    except etree.XMLSyntaxError as error:
        flaw = Flaw("damaged-part", f"{name} as well-formed XML", str(error)[:200])
        root = etree.fromstring(data, _parser(recover=True)) if data.strip() else None
    return root, flaw


def _check_head(data: bytes, name: str) -> None:
    if b"<!DOCTYPE" in data[:_HEAD]:
        raise UnreadableError("unsafe-xml", "XML without a document type declaration", f"one in {name}")


def _parser(*, recover: bool) -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=recover)


def _plain(name: str) -> str:
    """Return a part's name as all writers of packages mean it: case does not count, slashes lean forward."""
    return name.replace("\\", "/").lstrip("/").lower()


def _transitional(data: bytes) -> bytes:
    if _STRICT in data[:_HEAD]:
        for strict, usual in _NAMESPACES:
            data = data.replace(_STRICT + strict[1:], usual)
    return data
