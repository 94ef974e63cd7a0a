"""Compute the labels that Word's automatic numbering puts before paragraphs: 一、（二） 3.1 ①.

The rules are those of ECMA-376 part 1, 17.9, and where it is silent what Word does: lists of one abstract
definition count on together, a level begins again after any higher one, and a start that an instance
overrides counts when the instance is first used.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ingest.read.numerals import in_format
from ingest.read.symbols import readable
from ingest.read.word_xml import MAIN, Element, as_number, find, is_on, number, value

LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_LONGEST_CHAIN = 50  # styles that are based on one another; more is a circle
_GAP = {"nothing": "", "space": " "}
_CLOSED = re.compile(r"[、。．.，：:）)】〕\]》〉\s·•—①-⓿㉑-㊿]$")


class Level(NamedTuple):
    """A level of a list."""

    start: int
    form: str
    text: str
    gap: str
    restart: int | None  # begins again only after a level up to this one, counted from 1; 0 is never
    is_legal: bool  # all numbers in its label are 1, 2, 3
    style: str | None


class _List(NamedTuple):
    """An instance of a list: the key of what it counts on with, its levels, the starts that it overrides."""

    key: str
    levels: dict[int, Level]
    starts: dict[int, int]


class Numbering:
    """The numbering of one document; it counts what it is asked for, in the order of the paragraphs."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        """Read the definitions, None where the document has none."""
        self._styles = {one.get(f"{MAIN}styleId"): one for one in _children(styles, "style")}
        self._abstract = {one.get(f"{MAIN}abstractNumId"): one for one in _children(numbering, "abstractNum")}
        self._instances = {one.get(f"{MAIN}numId"): one for one in _children(numbering, "num")}
        self._default = next(
            (name for name, one in self._styles.items() if _is_default_paragraph_style(one)), None
        )
        self._lists: dict[str, _List | None] = {}
        self._counters: dict[str, dict[int, int]] = {}
        self._started: set[tuple[str, int]] = set()

    def label(self, properties: Element | None) -> str:
        """Return the label of the paragraph with these properties (`w:pPr`), "" for none, and count it.

        A space follows where the text behind would run into a number.
        """
        style = value(properties, "pStyle") or self._default
        chain = list(self._chain(style))
        sources = [properties, *(find(one, "pPr") for one in chain)]
        name = next((found for one in sources if (found := value(one, "numPr", "numId"))), "0")
        used = self._list(name)
        if used is None:
            return ""
        depth = min(max(self._depth(properties, chain, used), 0), LEVELS - 1)
        level = used.levels.get(depth)
        if level is None:
            return ""
        counters = self._count(used, name, depth)
        if level.form == "bullet":
            return readable(level.text)
        return spaced(self._text(used, level, counters), _GAP.get(level.gap, " "))

    def _chain(self, style: str | None) -> Iterator[Element]:
        """Yield a style and those that it is based on."""
        for _ in range(_LONGEST_CHAIN):
            found = self._styles.get(style)
            if found is None:
                return
            yield found
            style = value(found, "basedOn")

    def _depth(self, properties: Element | None, chain: list[Element], used: _List) -> int:
        direct = value(properties, "numPr", "ilvl")
        if direct is not None:
            return as_number(direct)
        for style in chain:
            name = style.get(f"{MAIN}styleId")
            linked = next((depth for depth, level in used.levels.items() if level.style == name), None)
            if linked is not None:
                return linked
            if (own := value(style, "pPr", "numPr", "ilvl")) is not None:
                return as_number(own)
        return 0

    def _list(self, name: str) -> _List | None:
        if name not in self._lists:
            self._lists[name] = self._read_list(name)
        return self._lists[name]

    def _read_list(self, name: str) -> _List | None:
        instance = self._instances.get(name)
        key = value(instance, "abstractNumId") or ""
        abstract = self._abstract.get(key)
        for _ in range(_LONGEST_CHAIN):  # a list may say that a list style defines it
            linked = value(self._styles.get(value(abstract, "numStyleLink")), "pPr", "numPr", "numId")
            if linked is None:
                break
            key = value(self._instances.get(linked), "abstractNumId") or ""
            abstract = self._abstract.get(key)
        if instance is None or abstract is None:
            return None
        levels = dict(_levels(abstract))
        starts: dict[int, int] = {}
        for override in _children(instance, "lvlOverride"):
            levels.update(_levels(override))
            if (start := value(override, "startOverride")) is not None:
                starts[as_number(override.get(f"{MAIN}ilvl"))] = as_number(start)
        return _List(key, levels, starts)

    def _count(self, used: _List, name: str, depth: int) -> dict[int, int]:
        """Count a paragraph; returns the numbers of all levels at it."""
        counters = self._counters.setdefault(used.key, {})
        if depth in used.starts and (name, depth) not in self._started:
            self._started.add((name, depth))
            counters[depth] = used.starts[depth]
        elif depth in counters:
            counters[depth] += 1
        else:
            counters[depth] = used.levels[depth].start
        for higher in range(depth):  # one that was passed over counts as begun
            counters.setdefault(higher, used.levels[higher].start if higher in used.levels else 0)
        for deeper in range(depth + 1, LEVELS):
            level = used.levels.get(deeper)
            if level is None or level.restart is None or depth < level.restart:
                counters.pop(deeper, None)
        return counters

    def _text(self, used: _List, level: Level, counters: dict[int, int]) -> str:
        def numeral(match: re.Match[str]) -> str:
            depth = int(match[1]) - 1
            of = used.levels.get(depth, level)
            form = "decimal" if level.is_legal and of.form != "none" else of.form
            return in_format(counters.get(depth, of.start), form)

        return _PLACE.sub(numeral, level.text)


def _children(parent: Element | None, name: str) -> list[Element]:
    return [] if parent is None else parent.findall(MAIN + name)


def _is_default_paragraph_style(style: Element) -> bool:
    return style.get(f"{MAIN}type") == "paragraph" and style.get(f"{MAIN}default") in ("1", "true", "on")


def _levels(parent: Element) -> Iterator[tuple[int, Level]]:
    for one in _children(parent, "lvl"):
        restart = value(one, "lvlRestart")
        yield (
            as_number(one.get(f"{MAIN}ilvl")),
            Level(
                start=number(one, "start", default=0),
                form=_form(one),
                text=value(one, "lvlText") or "",
                gap=value(one, "suff") or "tab",
                restart=None if restart is None else as_number(restart),
                is_legal=is_on(one, "isLgl"),
                style=value(one, "pStyle"),
            ),
        )


def _form(level: Element) -> str:
    """Return a level's format; one of its own (`001, 002, …`) is given for new programs only."""
    formats = list(level.iter(f"{MAIN}numFmt"))
    custom = next((own for one in formats if (own := one.get(f"{MAIN}format"))), None)
    if custom is not None and custom.startswith("0"):
        return "0" * len(custom.split(",")[0].strip())
    return (formats[-1].get(f"{MAIN}val") if formats else None) or "decimal"


def labelled(label: str, text: str) -> str:
    """Return a paragraph with its label; no number may run into a digit that the text begins with."""
    if not label:
        return text
    text = text.lstrip(" \t\u3000")
    is_number = label[-1] in ".．" and text[:1].isdecimal()
    return label + (" " if is_number else "") + text


def spaced(label: str, gap: str = " ") -> str:
    """Return a label with what parts it from the text: Word draws a gap, which `一、` does not need."""
    return label if not label or _CLOSED.search(label) else label + gap
