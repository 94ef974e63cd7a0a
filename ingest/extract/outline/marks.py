"""Find the numbering marks of a plan."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from ingest.extract.outline.decimals import find_decimals
from ingest.extract.outline.mark import Mark

Span = tuple[int, int]
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
_FIRST = (
    "第一二三四五六七八九十百（(0123456789０１２３４５６７８９①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"  # how the forms begin
)
_OPENING = (
    rf"[ 　#*>\t]*(?:{_FORMS}|(?P<d3>\d{{1,3}})[.．](?=\d{{1,5}}(?![万亿%倍])[\u4e00-\u9fff]))[ 　]*(?=\S)"
)
_FIRST_MARK, _LINE_MARK = re.compile(_OPENING), re.compile(rf"\n{_OPENING}")
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
_FLAT = 600  # letters of a line that is no paragraph: the document lost its line breaks
_NEAR = 60  # letters from a mark to the first mark below it on the same line; more in one sentence
_ARTICLE, _REPEATED = 3, 2  # rank of articles and of 1.; how often the numbers must begin again
_AHEAD = 20  # marks among which the second of a numbering must stand


@lru_cache(maxsize=1024)
def number_of(label: str) -> int:
    """Return the number in a mark: 十二 -> 12, （3） -> 3, ④ -> 4."""
    core = label.strip("（()） 第章节部分篇条、.．")
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


def find_marks(text: str, start: int, end: int, skip: list[Span]) -> list[Mark]:
    """Return the marks of [start, end) that do not lie in a stretch of `skip` (tables)."""
    lines = find_decimals(text, start, end)
    taken = {mark.start for mark in lines}
    lines += [mark for mark in _line_marks(text, start, end) if mark.start not in taken]
    inline = [_mark(m, True) for m in _inline_marks(text, start, end)]
    for span in _flat_lines(text, start, end):
        inline += [_mark(m, True) for m in _FLAT_MARK.finditer(text, *span)]
    taken = {mark.end for mark in lines}
    marks = lines + list({m.end: m for m in inline if m.end not in taken}.values())
    marks.sort(key=lambda m: m.start)
    if skip:
        marks = [m for m in marks if not any(a <= m.start < b for a, b in skip)]
    return _articles_above(_in_sequence(text, marks))


def _articles_above(marks: list[Mark]) -> list[Mark]:
    """Put articles (第三条) above the numbers that begin again right below several of them."""
    pairs = sum(a.label.endswith("条") and b.rank == _ARTICLE and b.label == "1" for a, b in pairwise(marks))
    if pairs < _REPEATED:
        return marks
    return [m._replace(rank=_ARTICLE - 0.5) if m.label.endswith("条") else m for m in marks]


def _line_marks(text: str, start: int, end: int) -> list[Mark]:
    """Return the marks that open lines; a text begins with a line."""
    found = [_FIRST_MARK.match(text, 0, end)] if start == 0 else []
    found += _LINE_MARK.finditer(text, max(0, start - 1), end)
    return [_mark(m, m.lastgroup == "d3") for m in found if m]


def _flat_lines(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the lines that are too long to be a paragraph."""
    at = start
    for line in text[start:end].split("\n"):
        if len(line) > _FLAT:
            yield at, at + len(line)
        at += len(line) + 1


def _inline_marks(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    tried = start
    for before in _BEFORE_MARK.finditer(text, max(0, start - 1), end):
        at = before.end()
        while at > tried and text[at - 1] in " 　":
            at -= 1
        if at >= tried and (found := _INLINE_MARK.match(text, at, end)):
            yield found
            tried = found.end()


def _in_sequence(text: str, marks: list[Mark]) -> list[Mark]:
    """Keep inline marks only where they go on with a numbering, or open one right under a higher mark."""
    if not any(mark.inline for mark in marks):
        return marks
    kept: list[Mark] = []
    last: dict[float, int] = {}  # rank -> the number reached
    for index, mark in enumerate(marks):
        follows = last.get(mark.rank) == mark.value - 1
        if mark.inline and not follows and not _opens(text, mark, kept, marks[index + 1 : index + _AHEAD]):
            continue
        last[mark.rank] = mark.value
        if mark.rank <= 2:
            last.pop(4, None)
            last.pop(5, None)
        kept.append(mark)
    return kept


def _opens(text: str, mark: Mark, kept: list[Mark], following: list[Mark]) -> bool:
    """Say whether an inline mark opens a numbering: right under a higher mark, with the second to come."""
    if mark.value != 1 or not any(m.rank == mark.rank and m.value == 2 for m in following):
        return False
    if not kept:
        return True
    above = kept[-1]
    near = mark.start - above.end < _NEAR or not text.count("。", above.end, mark.start)
    return above.rank < mark.rank and near
