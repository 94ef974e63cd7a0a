"""Read the text of Word's paragraphs: runs, breaks, fields, symbols, and what is anchored in them."""

import re
from collections import Counter
from dataclasses import dataclass, field

from ingest.read.numerals import circled
from ingest.read.symbols import UNKNOWN, symbol
from ingest.read.word_xml import (
    COMPATIBILITY,
    MAIN,
    RELATIONSHIPS,
    Element,
    as_number,
    chosen,
    find,
    is_on,
    unwrapped,
)

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_VML = "{urn:schemas-microsoft-com:vml}"
_OFFICE = "{urn:schemas-microsoft-com:office:office}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_PLACED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_LARGE = 3_600_000 * 1_800_000  # EMU²: a picture of 10 cm by 5 cm may hold text
_SIGNS = {
    f"{MAIN}tab": "\t",
    f"{MAIN}ptab": "\t",
    f"{MAIN}cr": "\n",
    f"{MAIN}noBreakHyphen": "-",
}
_PAGE = "\f"  # the end of a page or a column inside a paragraph
_GRAPHICS = frozenset((f"{MAIN}drawing", f"{MAIN}pict", f"{MAIN}object"))
_NOTES = {f"{MAIN}footnoteReference": "footnote", f"{MAIN}endnoteReference": "endnote"}
_LINES = re.compile(r"\s*[\r\n]\s*")
_ENCLOSED = re.compile(r"\\o\s*\\ac\s*\(\s*([○〇◯])\s*[,，;]\s*(\w+)\s*\)", re.IGNORECASE)
_EQUATION = re.compile(r"^\s*eq\b", re.IGNORECASE)
_SWITCH = re.compile(r"\\[a-z]+\d*", re.IGNORECASE)


@dataclass
class _Field:
    """A field that is being read: the code is no text, the result is."""

    code: str = ""
    in_result: bool = False
    start: int = 0  # pieces of text before its result

    def is_contents(self) -> bool:
        return self.in_result and self.code.split()[:1] == ["TOC"]


@dataclass
class Inline:
    """What a paragraph holds: its text, the boxes and parts anchored in it, the notes that it refers to."""

    text: str = ""
    boxes: list[Element] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)  # words drawn as a picture
    notes: list[tuple[str, str]] = field(default_factory=list)  # (footnote or endnote, id)
    is_contents: bool = False  # it belongs to a table of contents and has no text of its own


class TextReader:
    """Reads paragraphs in their order; fields may run over several. `seen` counts what is not read."""

    def __init__(self, body: Element) -> None:
        """Look whether the fields of a document are whole: one that never ends must not swallow the rest."""
        marks = Counter(mark.get(f"{MAIN}fldCharType") for mark in body.iter(f"{MAIN}fldChar"))
        self._whole = marks["begin"] == marks["end"]
        self._fields: list[_Field] = []
        self._parts: list[str] = []
        self._hidden = False
        self.seen: Counter[str] = Counter()

    def paragraph(self, paragraph: Element) -> Inline:
        """Read a paragraph."""
        self._parts = []
        inline = Inline(is_contents=self._in_contents())
        self._walk(paragraph, inline)
        self._fields = [one for one in self._fields if one.in_result]
        inline.is_contents = inline.is_contents or self._in_contents()
        inline.text = "".join(self._parts).strip(_PAGE).replace(_PAGE, "\n")
        return inline

    def _in_contents(self) -> bool:
        return self._whole and any(one.is_contents() for one in self._fields)

    def _walk(self, parent: Element, inline: Inline) -> None:
        for child in unwrapped(parent):
            if child.tag == f"{MAIN}r":
                self._hidden = is_on(child, "rPr", "vanish")
                self.seen["hidden"] += self._hidden and child.find(f"{MAIN}t") is not None
                self._run(child, inline)
                self._hidden = False
            elif isinstance(child.tag, str) and child.tag.startswith(_MATH):
                self._add("".join(one.text or "" for one in child.iter(f"{_MATH}t")))

    def _run(self, run: Element, inline: Inline) -> None:
        for child in run:
            tag = child.tag
            if tag == f"{MAIN}t":
                self._add(_LINES.sub(" ", child.text or ""))
            elif tag in _SIGNS:
                self._add(_SIGNS[tag])
            elif tag == f"{MAIN}br":
                self._add(_PAGE if child.get(f"{MAIN}type") in ("page", "column") else "\n")
            elif tag == f"{MAIN}instrText" and self._fields:
                self._fields[-1].code += child.text or ""
            elif tag == f"{MAIN}fldChar":
                self._field(child.get(f"{MAIN}fldCharType") or "")
            elif tag == f"{MAIN}sym":
                self._add(self._symbol(child))
            elif tag in _NOTES:
                inline.notes.append((_NOTES[tag], child.get(f"{MAIN}id") or ""))
            elif tag == f"{MAIN}commentReference":
                self.seen["comment"] += 1
            else:
                self._rare(child, inline)

    def _rare(self, child: Element, inline: Inline) -> None:
        if child.tag in _GRAPHICS:
            self._graphic(child, inline)
        elif child.tag == f"{COMPATIBILITY}AlternateContent":
            self._run(chosen(child), inline)
        elif child.tag == f"{MAIN}ruby" and (base := find(child, "rubyBase")) is not None:
            self._walk(base, inline)

    def _add(self, text: str) -> None:
        if not self._hidden and all(one.in_result for one in self._fields) and not self._in_contents():
            self._parts.append(text)

    def _symbol(self, element: Element) -> str:
        try:
            sign = symbol(int(element.get(f"{MAIN}char") or "", 16), element.get(f"{MAIN}font") or "")
        except ValueError:
            sign = UNKNOWN
        self.seen["symbol"] += sign == UNKNOWN
        return sign

    def _field(self, mark: str) -> None:
        if mark == "begin":
            self._fields.append(_Field())
        elif self._fields and mark == "separate":
            self._fields[-1].in_result = True
            self._fields[-1].start = len(self._parts)
        elif self._fields and mark == "end":
            done = self._fields.pop()
            if not "".join(self._parts[done.start :] if done.in_result else ()).strip():
                self._add(_equation(done.code))

    def _graphic(self, graphic: Element, inline: Inline) -> None:
        boxes = [box for box in graphic.iter(f"{MAIN}txbxContent") if _is_outermost(box, graphic)]
        inline.boxes += boxes
        inline.lines += [words for path in graphic.iter(f"{_VML}textpath") if (words := path.get("string"))]
        if boxes:
            return
        self.seen["object"] += any(True for _ in graphic.iter(f"{_OFFICE}OLEObject"))
        area = max((_area(extent) for extent in graphic.iter(f"{_PLACED}extent")), default=0)
        pictured = any(True for _ in graphic.iter(f"{_DRAWING}blip", f"{_VML}imagedata"))
        self.seen["picture"] += pictured and area >= _LARGE
        self.seen["diagram"] += any(
            "diagram" in uri or "chart" in uri
            for data in graphic.iter(f"{_DRAWING}graphicData")
            if (uri := data.get("uri"))
        )


def chunk_id(element: Element) -> str:
    """Return the relationship of a part of another format that stands in the text."""
    return element.get(f"{RELATIONSHIPS}id") or ""


def _is_outermost(box: Element, graphic: Element) -> bool:
    """Say whether a box is in no other box, and is not the older form of one that is read."""
    for above in box.iterancestors():
        if above is graphic:
            return True
        if above.tag == f"{MAIN}txbxContent":
            return False
        if above.tag == f"{COMPATIBILITY}Fallback" and chosen(_parent(above)) is not above:
            return False
    return True


def _parent(element: Element) -> Element:
    parent = element.getparent()
    return element if parent is None else parent


def _area(extent: Element) -> int:
    return as_number(extent.get("cx")) * as_number(extent.get("cy"))


def _equation(code: str) -> str:
    """Return what a field without a result draws: ① for a circle around 1, the letters of other formulas."""
    if not _EQUATION.match(code):
        return ""
    if match := _ENCLOSED.search(code):
        return circled(int(match[2])) if match[2].isdecimal() else match[2]
    return _SWITCH.sub("", _EQUATION.sub("", code)).strip(" ()")
