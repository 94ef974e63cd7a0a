"""Read a page of a government site: its text and tables without what belongs to the site.

Libraries that find the main text of news pages (trafilatura, readability) were tried: they drop or flatten
tables and lose lines, and roles stand in both. Here everything stays that is not plainly the site's:
what comes after in the pipeline copes with a line too many, not with one too few.
"""

import re

from lxml import html
from lxml.etree import ParserError

from ingest.read.encodings import decode
from ingest.read.grid import Writer
from ingest.read.model import Content, Flaw, UnreadableError
from ingest.read.web_parts import drop_site
from ingest.read.web_tables import is_layout, rows_of

_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_HEAD = 4096  # bytes in which a page names its encoding
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs"}  # what browsers read instead
_TITLES = ("ArticleTitle", "articletitle", "og:title")
_BLOCK_NAMES = """
    address article aside blockquote body center dd details dir div dl dt fieldset figcaption figure footer
    form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody td
    tfoot th thead tr ul ucapcontent ucaptitle
"""
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_SPACE = re.compile(r"[ \t\r\n\f]+")
_HAN_BREAK = re.compile(
    r"(?<=[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef])\n[ \t]*(?=[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef])"
)
_DEEPEST = 400  # elements in elements


def read(data: bytes, form: str) -> Content:
    """Return the text of a page."""
    text, encoding, flaws = _decode(data)
    parser = html.HTMLParser(huge_tree=True)
    try:
        page = html.document_fromstring(_without_declaration(text), parser=parser)
    except ParserError as error:
        raise UnreadableError("empty-file", "a page with text", "none in it") from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise UnreadableError("damaged-file", f"elements at most {_DEEPEST} deep", "deeper ones")
    title = _title(page)
    drop_site(page)
    writer = Writer()
    _Blocks(writer).block(page)
    text = writer.text()
    if title and re.sub(r"\s", "", title) not in re.sub(r"\s", "", text):
        text = f"{title}\n{text}"
    return Content(text, flaws=flaws, encoding=encoding)


def _space(match: re.Match[str]) -> str:
    """Return what white space is to a reader: a tab inside a line parts cells."""
    return "\t" if "\t" in match[0] and "\n" not in match[0] else " "


def _decode(data: bytes) -> tuple[str, str, tuple[Flaw, ...]]:
    """Return the text in the encoding that the page names, if it is that one."""
    named = _CHARSET.search(data[:_HEAD])
    if named:
        name = named[1].decode("ascii").lower()
        try:
            return data.decode(_WIDER.get(name, name)), _WIDER.get(name, name), ()
        except (UnicodeDecodeError, LookupError):
            pass
    decoded = decode(data)
    if isinstance(decoded, str):
        raise UnreadableError("undecodable", "a page in UTF-8, GB18030 or Big5", decoded)
    flaws = (
        ()
        if decoded.doubt is None
        else (Flaw("doubtful-encoding", "an encoding that is certain", decoded.doubt),)
    )
    return decoded.text, decoded.encoding, flaws


def _without_declaration(text: str) -> str:
    """Drop `<?xml … encoding=…?>`: the parser refuses it in text that is decoded already."""
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", text.removeprefix("\ufeff"))


def _title(page: html.HtmlElement) -> str | None:
    """Return the title that the page gives its text in a `meta` element."""
    for meta in page.iter("meta"):
        if (meta.get("name") or meta.get("property")) in _TITLES and (meta.get("content") or "").strip():
            return _SPACE.sub(" ", meta.get("content")).strip()
    return None


class _Blocks:
    """Writes the blocks of a page as lines."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._line: list[str] = []

    def block(self, element: html.HtmlElement) -> None:
        """Write an element and all that it holds."""
        self._inside(element, 0)
        self._end()

    def _inside(self, element: html.HtmlElement, depth: int) -> None:
        if depth > _DEEPEST:
            raise UnreadableError("damaged-file", f"elements at most {_DEEPEST} deep", "deeper ones")
        keep = element.tag == "pre"
        self._add(element.text, keep=keep)
        for child in element:
            if isinstance(child.tag, str):
                self._child(child, depth)
            self._add(child.tail, keep=keep)

    def _child(self, child: html.HtmlElement, depth: int) -> None:
        if child.tag == "br":
            self._end(blank=True)
        elif child.tag == "table" and not is_layout(child):
            self._end()
            self._writer.table(rows_of(child, cell_text))
        elif child.tag in _BLOCKS:
            self._end()
            self._add(_number(child), keep=False)
            self._inside(child, depth + 1)
            self._end(blank=child.tag == "p")
        else:
            self._inside(child, depth + 1)

    def _add(self, text: str | None, *, keep: bool) -> None:
        if not text:
            return
        if keep:
            *lines, last = text.split("\n")
            for line in lines:
                self._line.append(line)
                self._end()
            self._line.append(last)
            return
        self._line.append(_SPACE.sub(_space, _HAN_BREAK.sub("", text)))

    def _end(self, *, blank: bool = False) -> None:
        """End the line; one with nothing in it counts only where the page shows it."""
        line = "".join(self._line).replace("\xa0", " ").strip(" \r\n")
        self._line.clear()
        if line or blank:
            self._writer.line(line)


def cell_text(cell: html.HtmlElement) -> str:
    """Return the text of a table's cell, a line for each block in it."""
    writer = Writer()
    _Blocks(writer).block(cell)
    return writer.text().rstrip("\n")


def _number(element: html.HtmlElement) -> str | None:
    """Return the number that a browser shows before an entry of an ordered list."""
    parent = element.getparent()
    if element.tag != "li" or parent is None or parent.tag != "ol":
        return None
    first = parent.get("start", "1")
    before = sum(1 for sibling in element.itersiblings("li", preceding=True))
    return (
        f"{(int(first) if first.isdigit() else 1) + before}."
        if "none" not in (parent.get("style") or "")
        else None
    )
