"""Read the numbering of a plan into a tree of headings.

Marks such as 一、 （一） 1. （1） open a node; a node's rank is that of its mark's form. Marks inside a line
are taken only where they continue a numbering, so that text on one line is read and `1.15` is not.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")}
_CN = "[一二三四五六七八九十百]{1,5}"
_FORMS = (
    rf"(?P<r0>第{_CN}(?:章|部分|篇|节))[ 　、.：:]*"
    rf"|(?P<r1>{_CN}) ?(?:、|[．.](?!\d))(?!、)"
    rf"|(?P<r2>[（(] ?{_CN} ?[）)])[、.．]?"
    rf"|(?P<r3>\d{{1,3}}) {{0,2}}(?:[．、﹒](?!\d)|\.(?![\d]))"
    rf"|(?P<a3>第{_CN}条)"
    rf"|(?P<r4>[（(] ?\d{{1,3}} ?[）)])[、.．]?"
    rf"|(?P<r5>[①-⑳])"
)
_FIRST = r"第一二三四五六七八九十百（(\d①-⑳"  # how the forms begin
_LINE_START = re.compile(rf"[ 　#*>\t{_FIRST}]")
_LINE_MARK = re.compile(
    rf"[ 　#*>\t]*(?:{_FORMS}|(?P<d3>\d{{1,3}})[.．](?=\d{{1,5}}(?![万亿%倍])[\u4e00-\u9fff]))[ 　]*(?=\S)"
)
# Before a mark inside a line; a cheap test for the place where the expression below may match.
_BEFORE_MARK = re.compile(rf"[。！）)\]〕】” 　](?=[ 　]{{0,4}}[{_FIRST}])")
_INLINE_MARK = re.compile(
    rf"(?:(?<=[。！）)\]〕】”])[ 　]{{0,4}}|(?<=\S)[ 　]{{1,6}})(?:{_FORMS})[ 　]*(?=[\u4e00-\u9fff“《\"\d])"
)
# Where a document has lost its line breaks a mark may stand right behind any word.
_FLAT_MARK = re.compile(
    rf"(?<=[\u4e00-\u9fff。；：:！）)\]〕” 　])"
    rf"(?:(?P<r1>{_CN})、|(?P<r2>[（(]{_CN}[）)])|(?P<r3>\d{{1,3}})[.．、](?!\d))(?=[\u4e00-\u9fff“《])"
)
_FLAT = 600
_STATED = re.compile(r"[（(][^）)]*(?:完成|月|年底|牵头|负责)[^）)]*[）)]$")
_RUN_IN = re.compile(r"[。；;：:\n]|$")


@dataclass(slots=True, eq=False)
class Node:
    """A heading or numbered paragraph.

    `start` is where its text begins (after the mark), `own` where its own text ends (the first child), `end`
    where the whole node ends. `rank` is 0 (第一章) to 5 (①).
    """

    rank: int
    number: str
    start: int
    own: int
    end: int
    mark: int
    parent: "Node | None" = None
    children: "list[Node]" = field(default_factory=list)
    heading: str | None = None  # kept by `heading`, which is asked for it again for every item below

    def walk(self) -> "list[Node]":
        """Return this node and all below it, in the order of the text."""
        out = []
        waiting = [self]
        while waiting:
            node = waiting.pop()
            out.append(node)
            waiting += reversed(node.children)
        return out


class Mark(NamedTuple):
    """A numbering mark: [start, end) with the space behind it; `value` is its number.

    `inline` marks stand inside a line and count only where they continue a numbering.
    """

    rank: int
    value: int
    label: str
    start: int
    end: int
    inline: bool


@lru_cache(maxsize=1024)
def number_of(label: str) -> int:
    """Return the number in a mark: 十二 -> 12, （3） -> 3, ④ -> 4."""
    core = label.strip("（()） 第章节部分篇、.．")
    if len(core) == 1 and "①" <= core <= "⑳":
        return ord(core) - ord("①") + 1
    if core.isdecimal():
        return int(core)
    total, digit = 0, 0
    for char in core:
        if char == "百":
            total, digit = total + (digit or 1) * 100, 0
        elif char == "十":
            total, digit = total + (digit or 1) * 10, 0
        else:
            digit = _DIGITS.get(char, 0)
    return total + digit


def _mark(match: re.Match[str], inline: bool) -> Mark:
    name = match.lastgroup or "r0"
    label = match[name].replace(" ", "")
    return Mark(int(name[1]), number_of(label), label, match.start(name), match.end(), inline)


def _label(mark: Mark) -> str:
    """Return the number as the plan would print it: （一） and （1） keep their brackets."""
    return mark.label.replace("(", "（").replace(")", "）")


def _long_lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the lines that are too long to be a paragraph: a document that lost its line breaks."""
    if end - start < _FLAT:
        return []
    out, at = [], start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        if stop - at > _FLAT:
            out.append((at, stop))
        at = stop + 1
    return out


def _line_marks(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    at = start if start == 0 or text[start - 1] == "\n" else text.find("\n", start, end) + 1
    while start <= at < end:
        if _LINE_START.match(text, at) and (found := _LINE_MARK.match(text, at, end)):
            yield found
        at = text.find("\n", at, end) + 1 or end


def _inline_marks(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    tried = start
    for before in _BEFORE_MARK.finditer(text, max(0, start - 1), end):
        at = before.end()
        while at > tried and text[at - 1] in " 　":
            at -= 1
        if at >= tried and (found := _INLINE_MARK.match(text, at, end)):
            yield found
            tried = found.end()


def find_marks(text: str, start: int, end: int, skip: list[tuple[int, int]]) -> list[Mark]:
    """Return the marks of [start, end) that do not lie in a stretch of `skip` (tables)."""
    found = [_mark(m, m.lastgroup == "d3") for m in _line_marks(text, start, end)]
    taken = {mark.end for mark in found}
    inline = [_mark(m, True) for m in _inline_marks(text, start, end)]
    for a, b in _long_lines(text, start, end):
        inline += [_mark(m, True) for m in _FLAT_MARK.finditer(text, a, b)]
    marks = sorted(
        found + list({m.end: m for m in inline if m.end not in taken}.values()), key=lambda m: m.start
    )
    if skip:
        marks = [m for m in marks if not any(a <= m.start < b for a, b in skip)]
    return _in_sequence(marks)


def _in_sequence(marks: list[Mark]) -> list[Mark]:
    """Keep inline marks only where they go on with a numbering, or open one right under a higher mark."""
    if not any(mark.inline for mark in marks):
        return marks
    kept: list[Mark] = []
    last: dict[int, int] = {}
    for index, mark in enumerate(marks):
        if mark.inline:
            follows = last.get(mark.rank) == mark.value - 1
            near = not kept or (kept[-1].rank < mark.rank and mark.start - kept[-1].end < 60)
            opens = (
                mark.value == 1
                and near
                and any(m.rank == mark.rank and m.value == 2 for m in marks[index + 1 : index + 20])
            )
            if not (follows or opens):
                continue
        last[mark.rank] = mark.value
        for rank in [rank for rank in last if rank > mark.rank]:
            if mark.rank <= 2 and rank >= 4:
                del last[rank]
        kept.append(mark)
    return kept


def read_outline(text: str, start: int, end: int, skip: list[tuple[int, int]] | None = None) -> Node:
    """Return the root of the tree of headings of [start, end); the root itself has no mark."""
    root = Node(-1, "", start, end, end, start)
    stack = [root]
    for mark in find_marks(text, start, end, skip or []):
        while stack[-1].rank >= mark.rank:
            closed = stack.pop()
            closed.end, closed.own = mark.start, min(closed.own, mark.start)
        for open_node in stack:
            if not open_node.children:
                open_node.own = min(open_node.own, mark.start)
        node = Node(mark.rank, _label(mark), mark.end, end, end, mark.start, stack[-1])
        stack[-1].children.append(node)
        stack.append(node)
    return root


def heading(text: str, node: Node) -> str:
    """Return the heading of a node: its run-in title up to the first stop or line end."""
    if node.heading is None:
        stop = _RUN_IN.search(text, node.start, node.own)
        raw = text[node.start : stop.start() if stop else node.own].strip(" 　*#")
        node.heading = _STATED.sub("", raw) if raw.endswith(("）", ")")) else raw
    return node.heading
