"""Renders a document to the formats in which offices publish."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from bench.made.damage.traditional import converted
from bench.made.model import Content
from bench.made.render import html, markdown, ofd, page, sheet, text, word

Renderer = Callable[[Content, Random], bytes]


@dataclass(frozen=True, slots=True)
class Format:
    """How files of a format end, and what writes them."""

    ending: str
    render: Renderer


def encoded(write: Callable[[Content, Random], str], encoding: str) -> Renderer:
    """Return a renderer of text in an encoding; signs that it lacks are left out."""
    return lambda content, rng: write(content, rng).encode(encoding, "ignore")


def big5(content: Content, rng: Random) -> bytes:
    """Return plain text in Big5, which has traditional characters only."""
    return converted(text.render(content, rng)).encode("big5", "ignore")


def utf16(content: Content, rng: Random) -> bytes:
    """Return plain text in UTF-16 with its byte order mark, the same on every machine."""
    return ("\ufeff" + text.render(content, rng)).encode("utf-16-le")


def csv(content: Content, rng: Random) -> bytes:
    """Return csv as spreadsheets save it: with a byte order mark, or in GB 18030."""
    return sheet.render_csv(content, rng).encode(rng.choice(("utf-8-sig", "gb18030")))


RENDERERS = {
    "txt": Format("txt", encoded(text.render, "utf-8")),
    "txt-gb18030": Format("txt", encoded(text.render, "gb18030")),
    "txt-big5": Format("txt", big5),
    "txt-utf16": Format("txt", utf16),
    "md": Format("md", encoded(markdown.render, "utf-8")),
    "html": Format("html", encoded(html.render, "utf-8")),
    "docx": Format("docx", word.render),
    "pdf": Format("pdf", page.render),
    "xlsx": Format("xlsx", sheet.render),
    "csv": Format("csv", csv),
    "ofd": Format("ofd", ofd.render),
}
