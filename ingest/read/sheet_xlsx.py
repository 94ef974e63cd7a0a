"""Read the filled cells of an Excel workbook as a stream: empty styled cells by the million cost nothing."""

import math
import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from ingest.read.model import Flaw, UnreadableError
from ingest.read.ooxml import Package
from ingest.read.sheet_formats import BUILT_IN, shown
from ingest.read.sheet_layout import Area, Box, Sheet, address

Element = etree._Element
_RELATIONSHIP = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ADDRESS = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_LARGEST = 1_000_000  # filled cells of a workbook; so many take a minute
_LISTED = 5  # names that a flaw gives
_YES = ("1", "true", "on")
# What is counted while reading -> code, what was expected, what was found ({} is how many).
_SEEN = {
    "formula": ("formula-without-value", "formulas with the values that were last computed", "{} without"),
    "error": ("cell-error", "cells with values", "{} formulas that failed, as #REF!"),
    "row": ("hidden-cells", "rows and columns that are shown", "{} hidden rows, which are read"),
    "column": ("hidden-cells", "rows and columns that are shown", "{} hidden columns, which are read"),
    "comment": ("comments-left-out", "cells without comments", "{} sheets with comments, not read"),
}


class WorkbookReader:
    """Reads the sheets of one workbook; `flaws` says what of it was not read."""

    def __init__(self, data: bytes) -> None:
        """Open it.

        Raises:
            UnreadableError: it is damaged, encrypted or no workbook.
        """
        self._package = Package(data)
        self._main = self._package.main("xl/workbook.xml")
        root = self._package.tree(self._main)
        if any(name.endswith("workbook.bin") for name in self._package.names()):
            raise UnreadableError("unsupported-format", "a workbook of XML parts", "a binary one (xlsb)")
        if root is None or etree.QName(root).localname != "workbook":
            raise UnreadableError("damaged-file", "a workbook", f"none in {self._main}")
        self._root = root
        related = list(self._package.related(self._main))
        self._parts = {one.id: one for one in related}
        by_kind = {one.kind: one.part for one in related}
        self._formats = list(self._cell_formats(by_kind.get("styles", "xl/styles.xml")))
        self._strings = list(self._shared(by_kind.get("sharedStrings", "xl/sharedStrings.xml")))
        self._since_1904 = any(one.get("date1904") in _YES for one in root.iter("{*}workbookPr"))
        self._seen: Counter[str] = Counter()
        self._formulas: list[str] = []
        self._hidden: list[str] = []
        self._filled = 0

    def sheets(self) -> Iterator[Sheet]:
        """Yield the sheets that are shown, in order; where none is, all.

        Raises:
            UnreadableError: they hold too much.
        """
        named = [one for one in self._root.iter("{*}sheet") if one.get(_RELATIONSHIP) in self._parts]
        visible = [one for one in named if one.get("state", "visible") == "visible"]
        self._hidden = [one.get("name") or "" for one in named if visible and one not in visible]
        for one in visible or named:
            part = self._parts[one.get(_RELATIONSHIP) or ""]
            if part.kind == "worksheet":
                yield self._sheet(one.get("name") or "", part.part)

    def flaws(self) -> list[Flaw]:
        """Return what is doubtful or was not read, when all sheets are read."""
        flaws = list(self._package.flaws)
        if self._package.has_macros():
            flaws.append(Flaw("macros-ignored", "a workbook without programs", "macros, which were not run"))
        if self._hidden:
            flaws.append(
                Flaw("hidden-sheet", "sheets that are shown", f"hidden, not read: {_some(self._hidden)}")
            )
        for name, (code, expected, found) in _SEEN.items():
            if self._seen[name]:
                cells = f": {_some(self._formulas)}" if name == "formula" else ""
                flaws.append(Flaw(code, expected, found.format(self._seen[name]) + cells))
        return flaws

    def _shared(self, part: str) -> Iterator[str]:
        return (_text(one) for one in self._package.stream(part, "si"))

    def _cell_formats(self, part: str) -> Iterator[str]:
        """Yield the number format of each style of cells."""
        root = self._package.tree(part)
        if root is None:
            return
        own = {one.get("numFmtId"): one.get("formatCode") or "" for one in root.iter("{*}numFmt")}
        for styles in root.iter("{*}cellXfs"):
            for one in styles.iter("{*}xf"):
                number = one.get("numFmtId") or "0"
                yield own.get(number) or BUILT_IN.get(_whole(number, 0), "General")

    def _sheet(self, name: str, part: str) -> Sheet:
        cells: dict[tuple[int, int], str] = {}
        merged: list[Area] = []
        hidden: list[range] = []
        row = 0
        for element in self._package.stream(part, "row", "mergeCell", "col"):
            tag = etree.QName(element).localname
            if tag == "row":
                row = _whole(element.get("r"), row + 1)
                before = len(cells)
                cells.update(self._row(name, element, row))
                self._seen["row"] += element.get("hidden") in _YES and len(cells) > before
                self._check_size(len(cells) - before)
            elif tag == "mergeCell" and (area := _area(element.get("ref") or "")) is not None:
                merged.append(area)
            elif tag == "col" and element.get("hidden") in _YES:
                hidden.append(range(_whole(element.get("min"), 0), _whole(element.get("max"), 0) + 1))
        if hidden:
            columns = {column for _, column in cells}
            self._seen["column"] += sum(any(column in one for one in hidden) for column in columns)
        related = list(self._package.related(part))
        self._seen["comment"] += any(one.kind in ("comments", "threadedComment") for one in related)
        boxes = [box for one in related if one.kind == "drawing" for box in self._boxes(one.part)]
        return Sheet(name, cells, merged, boxes)

    def _boxes(self, part: str) -> Iterator[Box]:
        """Yield the text of shapes that are drawn over the cells."""
        for anchor in self._package.stream(part, "oneCellAnchor", "twoCellAnchor", "absoluteAnchor"):
            row = _whole(anchor.findtext("{*}from/{*}row"), 0) + 1
            for body in anchor.iter("{*}txBody"):
                for paragraph in body.iter("{*}p"):
                    text = "".join(one.text or "" for one in paragraph.iter("{*}t"))
                    if text.strip():
                        yield Box(row, text)

    def _check_size(self, more: int) -> None:
        self._filled += more
        if self._filled > _LARGEST:
            raise UnreadableError("too-large", f"at most {_LARGEST:,} filled cells", "more than that")

    def _row(self, name: str, row: Element, number: int) -> Iterator[tuple[tuple[int, int], str]]:
        column = 0
        for cell in row.iter("{*}c"):
            at = _position(cell.get("r") or "")
            column = column + 1 if at is None else at[1]
            text = self._cell(cell)
            if text is None:
                self._seen["formula"] += 1
                self._formulas.append(f"{name}!{address(number, column)}")
            elif text.strip():
                yield (number, column), text

    def _cell(self, cell: Element) -> str | None:
        """Return what a cell shows, None for a formula whose value the file does not have."""
        kind = cell.get("t") or "n"
        if kind == "inlineStr":
            return _text(cell)
        value = cell.findtext("{*}v")
        if value is None:
            return None if cell.find("{*}f") is not None else ""
        if kind == "s":
            at = _whole(value, -1)
            return self._strings[at] if 0 <= at < len(self._strings) else ""
        if kind == "b":
            return "TRUE" if value.strip() in _YES else "FALSE"
        self._seen["error"] += kind == "e"
        return self._number(value, cell.get("s")) if kind == "n" else _unescaped(value)

    def _number(self, value: str, style: str | None) -> str:
        try:
            number = float(value)
        except ValueError:
            return value
        if not math.isfinite(number):
            return value
        at = _whole(style, 0)
        code = self._formats[at] if 0 <= at < len(self._formats) else "General"
        return shown(number, code, since_1904=self._since_1904)


def _text(element: Element) -> str:
    """Return the text of a string and its runs, without the reading aids for Japanese."""
    texts = (
        one.text or ""
        for one in element.iter("{*}t")
        if all(etree.QName(above).localname != "rPh" for above in one.iterancestors())
    )
    return _unescaped("".join(texts))


def _unescaped(text: str) -> str:
    text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _whole(text: str | None, default: int) -> int:
    return int(text) if text is not None and text.isdecimal() and len(text) < 10 else default


def _position(name: str) -> tuple[int, int] | None:
    """Return row and column of a cell's name, None for what is none."""
    match = _ADDRESS.fullmatch(name)
    if match is None:
        return None
    column = 0
    for letter in match[1]:
        column = 26 * column + ord(letter) - ord("A") + 1
    return int(match[2]), column


def _area(name: str) -> Area | None:
    first, _, last = name.partition(":")
    start, end = _position(first), _position(last or first)
    return None if start is None or end is None else Area(*start, *end)


def _some(names: list[str]) -> str:
    rest = len(names) - _LISTED
    return ", ".join(names[:_LISTED]) + (f" and {rest} more" if rest > 0 else "")
