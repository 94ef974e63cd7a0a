"""Make a docx package of the two forms in which Word writes a document as one XML file.

Office systems fill templates of these forms and give the result the ending `.doc`; LibreOffice takes the
newer one for text and loses the merged cells and numbers of the older.
"""

import io
import zipfile

from lxml import etree

from ingest.read.model import UnreadableError
from ingest.read.ooxml import parse
from ingest.read.word_xml import MAIN, Element

PACKAGE = b"http://schemas.microsoft.com/office/2006/xmlPackage"
WORD_2003 = b"http://schemas.microsoft.com/office/word/2003/wordml"
_PKG = "{" + PACKAGE.decode() + "}"
_HINT = "{http://schemas.microsoft.com/office/word/2003/auxHint}"
_ANNOTATION = "{http://schemas.microsoft.com/aml/2001/core}"
_RELATIONSHIPS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" '
    'Target="{}"/></Relationships>'
)
# Names that the older form writes otherwise; what is around content only becomes a wrapper.
_NAMES = {
    f"{MAIN}vmerge": f"{MAIN}vMerge",
    f"{_HINT}sect": f"{MAIN}customXml",
    f"{_HINT}sub-section": f"{MAIN}customXml",
    f"{_HINT}pBdrGroup": f"{MAIN}customXml",
    f"{_ANNOTATION}content": f"{MAIN}customXml",
}
_CHANGES = {"Word.Insertion": f"{MAIN}ins", "Word.Deletion": f"{MAIN}del", "Word.Comment": f"{MAIN}del"}


def is_flat(data: bytes) -> bool:
    """Say whether these are the first bytes of a Word document in one XML file."""
    return PACKAGE in data or WORD_2003 in data


def as_package(data: bytes) -> bytes:
    """Return the document as a docx package, with what is read of such.

    Raises:
        UnreadableError: the XML is no Word document.
    """
    main = MAIN.strip("{}").encode()
    root, _ = parse(data.replace(WORD_2003, main), "the document")
    if root is None:
        raise UnreadableError("damaged-file", "a Word document as XML", "no XML")
    parts = _parts(root) if root.tag == f"{_PKG}package" else _parts_2003(root)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def _parts(root: Element) -> dict[str, bytes]:
    parts = {}
    for part in root.iter(f"{_PKG}part"):
        content = part.find(f"{_PKG}xmlData")
        if content is not None and len(content):
            parts[(part.get(f"{_PKG}name") or "").lstrip("/")] = etree.tostring(content[0])
    return parts


def _parts_2003(root: Element) -> dict[str, bytes]:
    for element in list(root.iter()):
        if element.tag == f"{_ANNOTATION}annotation":
            element.tag = _CHANGES.get(element.get(f"{MAIN}type") or "", f"{MAIN}customXml")
        elif isinstance(element.tag, str):
            element.tag = _NAMES.get(element.tag, element.tag)
    for paragraph in root.iter(f"{MAIN}p"):
        _write_label(paragraph)
    document = etree.Element(f"{MAIN}document")
    document.extend(root.findall(f"{MAIN}body"))
    parts = {
        "_rels/.rels": _RELATIONSHIPS.format("officeDocument", "word/document.xml").encode(),
        "word/document.xml": etree.tostring(document),
    }
    styles = root.find(f"{MAIN}styles")
    if styles is not None:
        parts["word/_rels/document.xml.rels"] = _RELATIONSHIPS.format("styles", "styles.xml").encode()
        parts["word/styles.xml"] = etree.tostring(styles)
    return parts


def _write_label(paragraph: Element) -> None:
    """Put the label of an automatic number, which this form gives as text, before its paragraph."""
    hint = paragraph.find(f"{MAIN}pPr/{MAIN}listPr/{_HINT}t")
    label = "" if hint is None else hint.get(f"{_HINT}val") or ""
    if label:
        run = etree.Element(f"{MAIN}r")
        etree.SubElement(run, f"{MAIN}t").text = label
        paragraph.insert(1, run)
