"""Decide which numbered paragraphs are items, and which statements hold for more than one item."""

import re
from bisect import bisect_left
from functools import cache
from operator import attrgetter
from typing import NamedTuple

from ingest import lexicon
from ingest.extract.outline import Node, heading, number_of
from ingest.extract.statements import Statement

_START = attrgetter("start")
_NUMERAL = r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})"
_SCOPE_LINE = re.compile(
    rf"[ 　]*(?:(?:以上|上述|本节|本章|本部分|该部分|本类)(?:[^，。；\n]{{0,6}}?(?P<count>{_NUMERAL})项)?[^，。；\n]{{0,10}}(?:由|任务|工作|改革|事项|目标|单位)"
    rf"|(?P<named>第?{_NUMERAL}(?:[、至到\-—－和]第?{_NUMERAL})*[两三四五六七八九十]?项)[^，。；\n]{{0,8}}(?:由|单位))"
)
_RANGE = re.compile(rf"第?({_NUMERAL})(?:([至到\-—－])第?({_NUMERAL}))?")
_FIRMLY = r"(?:进一步|切实|全面)?(?:加强|强化|明确|严格|完善|健全|落实|提高|抓好|狠抓|做好|注重|严肃|有关|相关|工作|确保|凝聚|建立|建立健全|夯实|压实|从严|密切)?"
_CLAUSE = re.compile(r"[，,、 　]")
_TASKS = re.compile(r"任务|分工|重点(?:项目|工作|改革|任务)|主要(?:内容|任务|措施)|工作措施")


@cache
def _general() -> re.Pattern[str]:
    body = "|".join(f"(?:{pattern})" for pattern in lexicon.words("general_parts"))
    return re.compile(rf"{_FIRMLY}(?:{body})(?:工作|机制|措施)?")


def is_general(text: str, node: Node) -> bool:
    """Say whether a heading opens a general part (指导思想, 组织领导 …) that holds no items."""
    return bool(_general().fullmatch(_CLAUSE.split(heading(text, node), 1)[0]))


def is_duty_part(text: str, node: Node) -> bool:
    """Say whether a heading opens a part in which sentences give units their duties."""
    words = heading(text, node)
    return len(words) <= 16 and bool(lexicon.patterns("duty_parts").search(words))


def chain(node: Node) -> list[Node]:
    """Return a node and what stands above it, the root left out."""
    out = []
    at: Node | None = node
    while at is not None and at.rank >= 0:
        out.append(at)
        at = at.parent
    return out


def statements_in(statements: list[Statement], start: int, end: int) -> list[Statement]:
    """Return the statements that begin in [start, end)."""
    low = bisect_left(statements, start, key=_START)
    high = low
    while high < len(statements) and statements[high].start < end:
        high += 1
    return statements[low:high]


def leaves(root: Node, statements: list[Statement]) -> list[Node]:
    """Return the nodes that may be items: the smallest numbered ones, except that sub-points without a
    statement or deadline of their own belong to the point above them."""
    any_claims = any(s.claims or s.deadlines for s in statements)
    out: list[Node] = []
    collapsed: set[Node] = set()
    for node in root.walk():
        if node.rank < 0 or not collapsed.isdisjoint(chain(node)):
            continue
        if node.children:
            if not _collapses(node, statements, any_claims):
                continue
            collapsed.add(node)
        out.append(node)
    return out


def _collapses(node: Node, statements: list[Statement], any_claims: bool) -> bool:
    if not any_claims or any(child.rank < 4 for child in node.children) or node.rank < 2:
        return False
    stated = [bool(statements_in(statements, child.start, child.end)) for child in node.children]
    return not any(stated) or (len(stated) > 1 and stated[-1] and not any(stated[:-1]))


class ScopeLine(NamedTuple):
    """A line that speaks about items before it: the last `count`, those with the `numbers`, or the section."""

    start: int
    end: int
    count: int | None
    numbers: frozenset[int]


def _count_or_numbers(found: re.Match[str]) -> tuple[int | None, frozenset[int]]:
    if found["count"]:
        return number_of(found["count"]), frozenset()
    numbers: set[int] = set()
    for one in _RANGE.finditer(re.sub(r"[两三四五六七八九十]?项$", "", found["named"] or "")):
        first = number_of(one[1])
        numbers.update(range(first, (number_of(one[3]) if one[3] else first) + 1))
    return None, frozenset(numbers)


def scope_parts(text: str, line: ScopeLine) -> list[ScopeLine]:
    """Return the sentences of a line that each name items of their own: `第12项…；第13项…`."""
    parts = []
    for part in re.finditer(r"[^；;。\n]+", text[line.start : line.end]):
        if found := _SCOPE_LINE.match(part[0]):
            count, numbers = _count_or_numbers(found)
            parts.append(ScopeLine(line.start + part.start(), line.start + part.end(), count, numbers))
    return parts or [line]


def closing_cut(text: str, start: int, end: int, statements: list[Statement]) -> tuple[int, list[ScopeLine]]:
    """Cut from a paragraph what closes a section or the document.

    Returns:
        Where the item ends, and the lines that speak about items before them.
    """
    scopes = []
    stated = [s.start for s in statements_in(statements, start, end) if s.claims]
    at = text.find("\n", start, end)
    stop = end
    while 0 <= at < end:
        line_end = text.find("\n", at + 1, end)
        line_end = end if line_end < 0 else line_end
        if found := _SCOPE_LINE.match(text, at + 1, line_end):
            scopes.append(ScopeLine(at + 1, line_end, *_count_or_numbers(found)))
            stop = min(stop, at)
        elif _closes(text, at + 1, line_end) and not any(begin > at for begin in stated):
            stop = min(stop, at)
            break
        at = line_end if line_end < end else -1
    return stop, scopes


def _closes(text: str, start: int, end: int) -> bool:
    while start < end and text[start] in " 　\t":
        start += 1
    return bool(lexicon.patterns("closing_openers", anchored=True).match(text[start:end]))


def task_sections(text: str, root: Node, statements: list[Statement]) -> set[int] | None:
    """Return the starts of the top sections that hold items, None if every section may.

    Where a section that is called 任务 or 分工 states roles, sections that state none are about something else.
    """
    tops = root.children
    if len({top.rank for top in tops}) != 1 or len(tops) < 2:
        return None
    stated = [
        bool([s for s in statements_in(statements, top.start, top.end) if s.claims or s.deadlines])
        for top in tops
    ]
    if any(has and _TASKS.search(heading(text, top)) for has, top in zip(stated, tops, strict=True)):
        return {
            top.start
            for has, top in zip(stated, tops, strict=True)
            if has or _TASKS.search(heading(text, top))
        }
    return None
