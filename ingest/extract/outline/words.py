"""Find items that are numbered by a word: 任务1 …, 项目一：…, and rank them among the other marks."""

import re
from functools import cache

from ingest import lexicon
from ingest.extract.outline.mark import Mark
from ingest.extract.outline.marks import Span, number_of

_NUMBER = r"[一二三四五六七八九十]{1,3}|\d{1,2}"
_TOP, _HALF = 1, 0.5
_UNRANKED = -1.0


@cache
def _word_marks() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return expressions for a mark that opens the text, and for one that opens a line of it."""
    # What parts the number from the text keeps 项目3个 and 问题一直 out.
    mark = (
        rf"[ 　#*>\t]*(?P<word>{lexicon.either('item_words')})[ 　]?"
        rf"(?:[（(](?P<inner>{_NUMBER})[）)]|(?P<number>{_NUMBER}))"
        r"(?:[ 　]{0,2}[：:、]|[．.](?!\d)|[ 　]+|(?<=[）)]))[ 　*]*(?=[^\s，。；：:、])"
    )
    return re.compile(mark), re.compile(rf"\n{mark}")


def with_words(text: str, start: int, end: int, marks: list[Mark], skip: list[Span]) -> list[Mark]:
    """Return the marks of [start, end) together with words that carry a number at the start of a line."""
    words = [m for m in _words(text, start, end) if not any(a <= m.start < b for a, b in skip)]
    if not words:
        return marks
    taken = {mark.start for mark in words}
    found = sorted([*(m for m in marks if m.start not in taken), *words], key=lambda m: m.start)
    return _ranked(found)


def _words(text: str, start: int, end: int) -> list[Mark]:
    """Return the words that count at least up to two: one alone is no numbering."""
    by_word: dict[str, list[Mark]] = {}
    first, line = _word_marks()
    opening = first.match(text, 0, end) if start <= 1 else None
    for m in (*([opening] if opening else []), *line.finditer(text, max(0, start - 1), end)):
        label = m["inner"] or m["number"]
        mark = Mark(_UNRANKED, number_of(label), label, m.start("word"), m.end(), False)
        by_word.setdefault(m["word"], []).append(mark)
    return [mark for marks in by_word.values() if len({m.value for m in marks}) > 1 for mark in marks]


def _ranked(marks: list[Mark]) -> list[Mark]:
    """Rank words right under the mark above the first of them, and above what is numbered inside them."""
    out: list[Mark] = []
    rank = _UNRANKED
    for index, mark in enumerate(marks):
        if mark.rank == _UNRANKED:
            above = out[-1].rank if out else 0
            if rank == _UNRANKED or above < rank:
                rank = max(_TOP, above + 1)
                inside = marks[index + 1] if index + 1 < len(marks) else mark
                if inside.value == 1 and above < inside.rank <= rank and inside.rank != _UNRANKED:
                    rank = inside.rank - _HALF
            mark = mark._replace(rank=rank)
        out.append(mark)
    return out
