"""Find numbers of two or three parts (1.1, 2.3.1), and the chapters above them whose number stands alone.

A line may begin with a quantity (1.5万亩), so numbers count only where each goes on with the one before.
"""

import re
from collections.abc import Iterator

from ingest.extract.outline.mark import Mark

_NUMBER = re.compile(
    r"(?:(?:^|\n)[ 　#*>\t]*|(?<=[。；！）)】])[ 　]*|(?<=\S)[ 　]{1,6})"
    r"(?P<label>\d{1,2}[.．\-]\d{1,2}(?:[.．\-]\d{1,2})?)(?:[.．、](?!\d))?[ 　]*"
    r"(?!(?:[年月日号]|季度|万|亿|倍|个百分|亩|元|吨|米|公里|公顷|平方|兆|千[瓦米]))(?=[\u4e00-\u9fff“《（(【])"
)
_CHAPTER = re.compile(
    r"(?:(?:^|\n)[ 　#*>\t]*|(?<=[。；！）)】])[ 　]*|(?<=\S)[ 　]{1,6})"
    r"(?P<label>\d{1,2})[ 　]{1,4}(?=[\u4e00-\u9fff“《])"
)
_PART = re.compile(r"\d+")
_FIRST = re.compile(r"1[.．\-]1(?!\d)")
_CHAPTER_RANK, _RANKS = 3, {2: 3.5, 3: 3.7}  # below 1. and above （1）
_FARTHEST = 160  # letters from the number of a chapter to the first number below it

_Parts = tuple[int, ...]


def find_decimals(text: str, start: int, end: int) -> list[Mark]:
    """Return the marks of a numbering by numbers of several parts, with those of its chapters."""
    if _FIRST.search(text, start, end) is None:
        return []
    found = [(m, _parts(m["label"])) for m in _NUMBER.finditer(text, max(0, start - 1), end)]
    kept = list(_in_order(found))
    if all(parts[-1] == 1 for _, parts in kept):
        return []
    marks = []
    done = start
    for match, parts in kept:
        if parts[1:] in ((1,), (1, 1)) and (above := _chapter(text, done, match, parts[0])):
            marks.append(above)
        label = match["label"].replace("．", ".")
        rank = _RANKS[len(parts)]
        marks.append(Mark(rank, parts[-1], label, match.start("label"), match.end(), False))
        done = match.end()
    return marks


def _parts(label: str) -> _Parts:
    return tuple(map(int, _PART.findall(label)))


def _in_order(found: list[tuple[re.Match[str], _Parts]]) -> Iterator[tuple[re.Match[str], _Parts]]:
    """Yield the numbers that go on with the one before; the first is 1.1."""
    last: _Parts = (0,)
    for match, parts in found:
        if parts in _following(last):
            yield match, parts
            last = parts


def _following(last: _Parts) -> Iterator[_Parts]:
    """Yield the numbers that may stand behind one: behind 2.2 these are 2.3, 3.1 and 2.2.1."""
    yield (last[0] + 1, 1)
    yield (last[0] + 1, 1, 1)
    if len(last) > 1:
        yield (*last, 1)
        for size in range(2, len(last) + 1):
            yield (*last[: size - 1], last[size - 1] + 1)
        yield (*last[:1], last[1] + 1, 1)


def _chapter(text: str, start: int, first: re.Match[str], number: int) -> Mark | None:
    """Return the mark of the chapter right above its first number."""
    low = max(start, first.start() - _FARTHEST)
    above = [m for m in _CHAPTER.finditer(text, max(0, low - 1), first.start()) if int(m["label"]) == number]
    if not above:
        return None
    return Mark(_CHAPTER_RANK, number, above[-1]["label"], above[-1].start("label"), above[-1].end(), False)
