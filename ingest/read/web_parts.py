"""Take out of a page what belongs to the site: navigation, buttons, lists of links, the foot."""

import re
from functools import cache
from pathlib import Path

from lxml import html

_FOLDER = Path(__file__).parents[2] / "data" / "formats"
_NEVER_TEXT = """
    script style noscript template svg canvas iframe object embed video audio map select option button input
    textarea datalist nav footer head
"""
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_WORD = re.compile(r"[a-z]+|[A-Z][a-z]*")
_SPACE = re.compile(r"\s+")
_MAIN = 0.3  # of the page's text: a block with as much is no furniture, whatever it is called
_LINKED = 0.6  # of a block's text in links: a list of links
_FEWEST_LINKS = 3
_FOOT = 600  # characters; a foot is short


def drop_site(page: html.HtmlElement) -> None:
    """Remove from the tree what is no part of the page's own text."""
    for tag in _NEVER_TEXT.split():
        for element in list(page.iter(tag)):
            _drop(element)
    for element in list(page.iter()):
        if (
            not isinstance(element.tag, str)
            or element.get("hidden") is not None
            or _HIDDEN.search(element.get("style") or "")
        ):
            _drop(element)
    whole = _length(page)
    for element in list(page.iter()):
        if element.getroottree().getroot() is not page:
            continue  # inside of what was dropped
        size = _length(element)
        if size < _MAIN * whole and (
            _is_named(element) or _is_linked(element, size) or _is_foot(element, size)
        ):
            _drop(element)


def _drop(element: html.HtmlElement) -> None:
    """Remove an element but not the text behind it; the root and headings in it stay."""
    if element.getparent() is not None:
        element.drop_tree()


def _length(element: html.HtmlElement) -> int:
    return len(_SPACE.sub("", element.text_content()))


def _is_named(element: html.HtmlElement) -> bool:
    """Say whether class or id call an element a part of the site; one with the page's heading is none."""
    words = {w.lower() for key in ("class", "id") for w in _WORD.findall(element.get(key) or "")}
    return not words.isdisjoint(_parts()) and element.find(".//h1") is None


def _is_linked(element: html.HtmlElement, size: int) -> bool:
    links = list(element.iter("a"))
    return len(links) >= _FEWEST_LINKS and sum(map(_length, links)) >= _LINKED * size


def _is_foot(element: html.HtmlElement, size: int) -> bool:
    return size <= _FOOT and _ends().search(element.text_content()) is not None


@cache
def _parts() -> frozenset[str]:
    return frozenset(_entries("site_parts.tsv"))


@cache
def _ends() -> re.Pattern[str]:
    return re.compile("|".join(_entries("site_phrases.tsv")))


def _entries(name: str) -> list[str]:
    lines = (_FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t")[0] for line in lines if line and not line.startswith("#")]
