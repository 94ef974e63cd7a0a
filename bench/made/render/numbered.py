"""Automatic numbering of word processors: marks that stand in no paragraph's text."""

import re
from dataclasses import dataclass, field
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from bench.made.model import Content, Paragraph
from bench.made.numerals import chinese

CHINESE = "chineseCountingThousand"
COUNTED = re.compile(r"[〇一二三四五六七八九十]+|\d+")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how its marks look, and whether it goes on below a new heading."""

    pattern: str
    is_chinese: bool
    goes_on: bool


@dataclass(slots=True)
class Marks:
    """What the marks of a document are, by rank; a rank whose marks do not count is not there."""

    levels: dict[int, Level] = field(default_factory=dict)


def _level(marks: list[tuple[int, str]], rank: int) -> Level | None:
    """Return the level that would write these marks (each with the marks of lower ranks before it)."""
    own = [mark for found, mark in marks if found == rank]
    patterns = {COUNTED.sub("%", mark, count=1) for mark in own}
    if len(patterns) != 1 or "%" not in next(iter(patterns)):
        return None
    counts = [COUNTED.search(mark) for mark in own]
    is_chinese = not any(match and match[0].isdigit() for match in counts)
    for goes_on in (True, False):
        if _written(marks, rank, is_chinese, goes_on) == [match[0] for match in counts if match]:
            return Level(patterns.pop(), is_chinese, goes_on)
    return None


def _written(marks: list[tuple[int, str]], rank: int, is_chinese: bool, goes_on: bool) -> list[str]:
    """Return what a list would count."""
    found, count = [], 0
    for each, _ in marks:
        if each < rank and not goes_on:
            count = 0
        elif each == rank:
            count += 1
            found.append(chinese(count) if is_chinese else str(count))
    return found


def marks_of(content: Content) -> Marks:
    """Return the ranks that a list can number by itself: every mark as the list would write it."""
    marks = [(block.rank, block.mark) for block in content.paragraphs() if block.rank and block.mark]
    found = Marks()
    for rank in sorted({rank for rank, _ in marks}):
        level = _level(marks, rank)
        if level is not None:
            found.levels[rank] = level
    return found


def _level_xml(rank: int, level: Level) -> str:
    """Return the declaration of a level."""
    text = level.pattern.replace("%", f"%{rank}")
    kind = CHINESE if level.is_chinese else "decimal"
    restart = '<w:lvlRestart w:val="0"/>' if level.goes_on else ""
    return (
        f'<w:lvl w:ilvl="{rank - 1}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{restart}'
        f'<w:suff w:val="nothing"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
    )


def declare(document: Any, marks: Marks) -> int:
    """Add the list to a document, and return its number."""
    root = document.part.numbering_part.element
    levels = "".join(_level_xml(rank, level) for rank, level in sorted(marks.levels.items()))
    abstract = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77"><w:multiLevelType w:val="multilevel"/>'
        f"{levels}</w:abstractNum>"
    )
    first = root.find(qn("w:num"))
    root.insert(list(root).index(first) if first is not None else len(root), abstract)
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    return 77


def apply(paragraph: Any, block: Paragraph, number: int) -> None:
    """Make a paragraph one of the list."""
    properties = paragraph._p.get_or_add_pPr()
    properties.append(
        parse_xml(
            f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{block.rank - 1}"/><w:numId w:val="{number}"/></w:numPr>'
        )
    )
