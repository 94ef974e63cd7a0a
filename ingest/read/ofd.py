"""Read OFD documents (GB/T 33190, the Chinese standard for documents of fixed layout), page by page.

A file holds one document or several, their pages in XML with everything in millimetres. Seals, signatures
and notes lie in files of their own, which are not opened. The layout of the pages is read as that of PDF.
"""

import posixpath
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from ingest.read import ocr
from ingest.read.drawn import Drawn
from ingest.read.layout import Sheet
from ingest.read.model import Content, UnreadableError
from ingest.read.ofd_page import POINTS, Units, draw
from ingest.read.ofd_values import attribute, children, numbers
from ingest.read.ooxml import Package

_ENTRY = "OFD.xml"
_A4 = (0.0, 0.0, 210.0, 297.0)
_Tree = etree._Element


class _Document(NamedTuple):
    """A document of the file: the folder that its paths start from, and what its pages share."""

    folder: str
    tree: _Tree
    box: tuple[float, ...]
    templates: dict[str, _Tree]  # pages that others are drawn upon
    units: Units
    pictures: dict[str, str]  # id -> path


def read(data: bytes, form: str) -> Content:
    """Return the text of an OFD file; pages without text are read by OCR if Tesseract is installed."""
    package = Package(data)
    drawn = Drawn()
    pictures: list[ocr.Picture] = []
    for document in _documents(package):
        for path in _paths(document.tree, "Pages", "Page", document.folder):
            if drawn.is_enough():
                break
            pictures += _draw_page(package, document, path, drawn)
    if not drawn.pages:
        raise UnreadableError("damaged-file", "an OFD document with pages", "none that can be found")
    wanted = set(drawn.unread())
    content = drawn.content(
        ocr.read_pictures(one for one in pictures if one.page in wanted) if wanted else {}
    )
    return Content(content.text, content.places, (*content.flaws, *package.flaws))


def _documents(package: Package) -> Iterator[_Document]:
    """Yield the documents of a file."""
    entry = package.tree(_ENTRY)
    if entry is None:
        raise UnreadableError("damaged-file", f"an OFD file with {_ENTRY}", "none in it")
    if package.content("Encryptions.xml") is not None or entry.find(".//{*}Encryptions") is not None:
        raise UnreadableError("encrypted-file", "a file without a password", "one that is encrypted")
    for root in entry.iter("{*}DocRoot"):
        path = _join("", root.text or "")
        tree = package.tree(path)
        if tree is not None:
            yield _document(package, tree, posixpath.dirname(path))


def _document(package: Package, tree: _Tree, folder: str) -> _Document:
    box = next((numbers(one.text) for one in tree.iterfind("{*}CommonData/{*}PageArea/{*}PhysicalBox")), _A4)
    templates = {}
    for one in tree.iterfind("{*}CommonData/{*}TemplatePage"):
        page = package.tree(_join(folder, one.get("BaseLoc") or ""))
        if page is not None:
            templates[one.get("ID") or ""] = page
    units: Units = {}
    pictures: dict[str, str] = {}
    for name in ("PublicRes", "DocumentRes"):
        for path in _paths(tree, "CommonData", name, folder):
            _add_resources(package, path, units, pictures)
    return _Document(folder, tree, box if len(box) == 4 else _A4, templates, units, pictures)


def _add_resources(package: Package, path: str, units: Units, pictures: dict[str, str]) -> None:
    """Add the pictures and the drawings used several times that a file of resources names."""
    tree = package.tree(path)
    if tree is None:
        return
    folder = _join(posixpath.dirname(path), tree.get("BaseLoc") or "")
    for unit in tree.iter("{*}CompositeGraphicUnit"):
        units[unit.get("ID") or ""] = unit
    for media in tree.iter("{*}MultiMedia"):
        file = next((one.text for one in children(media, "MediaFile")), None)
        if attribute(media, "Type", "Image").lower() == "image" and file:
            pictures[media.get("ID") or ""] = _join(folder, file)


def _paths(tree: _Tree, parent: str, name: str, folder: str) -> list[str]:
    """Return the paths that a list of the document names."""
    found = tree.iterfind(f"{{*}}{parent}/{{*}}{name}")
    return [_join(folder, one.get("BaseLoc") or one.text or "") for one in found]


def _join(folder: str, path: str) -> str:
    """Return a path of the file; one that begins with a slash starts from its root."""
    return posixpath.normpath(posixpath.join("/", folder, path.strip())).lstrip("/")


def _draw_page(package: Package, document: _Document, path: str, drawn: Drawn) -> list[ocr.Picture]:
    """Draw a page on what it is drawn upon; returns its pictures."""
    number = len(drawn.pages) + 1
    page = _tree(package, path)
    if page is None:
        drawn.damaged.append(number)
        drawn.add(Sheet(0, 0))
        return []
    box = next((numbers(one.text) for one in page.iterfind("{*}Area/{*}PhysicalBox")), document.box)
    box = box if len(box) == 4 else document.box
    sheet = Sheet(box[2] * POINTS, box[3] * POINTS)
    units, pictures = dict(document.units), dict(document.pictures)
    for one in page.iterfind("{*}PageRes"):
        _add_resources(package, _join(document.folder, one.text or ""), units, pictures)
    for template in page.iterfind("{*}Template"):
        below = document.templates.get(template.get("TemplateID") or "")
        if below is not None:
            draw(sheet, below, units)
    placed = draw(sheet, page, units)
    drawn.add(sheet)
    return list(_pictures(package, number, placed, pictures))


def _tree(package: Package, path: str) -> _Tree | None:
    """Return the XML of a page, None where it is missing or damaged."""
    try:
        return package.tree(path)
    except UnreadableError as error:
        if error.code != "damaged-file":
            raise
        return None


def _pictures(
    package: Package, number: int, placed: list[tuple[str, tuple[float, ...]]], paths: dict[str, str]
) -> Iterator[ocr.Picture]:
    """Yield the pictures of a page that are in the file, with their places."""
    for resource, (x, y, width, _) in placed:
        data = package.content(paths.get(resource, ""))
        if data and width > 0:
            yield ocr.Picture(number, data, x * POINTS, y * POINTS, width * POINTS)
