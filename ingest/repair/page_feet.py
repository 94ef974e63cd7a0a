"""Take out the heads and feet of printed pages: lines that come back at the breaks of the pages."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from ingest.repair.edits import Edit

_DASHES = r"[-—–－─·]{1,3}"
# What ends a page and stands on a line by itself.
BREAK = re.compile(
    rf"\s*(?:{_DASHES}\s*\d{{1,3}}\s*{_DASHES}|第\s*\d{{1,3}}\s*页(?:[,，/\s]*共\s*\d{{1,3}}\s*页)?"
    r"|(?:https?|file)://\S+(?:\s+\d{1,3}\s*/\s*\d{1,3})?)\s*"
)
_BREAK_END = frozenset("-—–－─·页0123456789")
BARE = re.compile(r"\s*\d{1,3}\s*")
RULE = re.compile(r"\s*(?:[*＊=_\-—]\s*){3,}")
INLINE = re.compile(
    r"(?<=[\u4e00-\u9fff，、；。）])[ 　]*(?:[-—－]{1,2}[ 　]*(?P<dashed>\d{1,3})[ 　]*[-—－]{1,2}"
    r"|第 ?(?P<named>\d{1,3}) ?页[，, 　]?共 ?\d{1,3} ?页)[ 　]*(?=[\u4e00-\u9fff，、（《“])"
)
_INLINE_CUES = (
    re.compile(r"[-—－][ 　]*\d{1,3}[ 　]*[-—－]"),
    re.compile(r"第 ?\d{1,3} ?页"),
)  # found sooner
_AS_KEY = str.maketrans(dict.fromkeys("123456789", "0") | dict.fromkeys(" \u3000\t*#"))
_STOPS = frozenset("。；;：:，,、>")  # how a head or foot does not end: text, a label
_NO_HEAD = re.compile(r"[，。；、|]|[：:](?!\d)|^[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,3})[）)、.．]")
_LETTER = re.compile(r"[\u4e00-\u9fff]{2}")
_SHORTEST, _LONGEST = 5, 50  # letters of a head or foot
_NEAR = 3  # lines beside a break among which heads and feet stand
_TYPICAL = 18  # letters of a typical line from which on a text is no table with a cell a line
_WANTED = 3  # times that a line without a break beside it must come back
_FIELD = re.compile(r"\s*[\u4e00-\u9fff]{2,8}\s*[：:]")
_PROSE = re.compile("[，。；]")
_LONG_LINE = 20  # letters of a line that a page has cut
_ENDED = frozenset("。；：！？…;:!?）)】〕]》|>")


class _Lines(NamedTuple):
    """The lines of a text, where each begins, the indexes of those that hold anything, and of the breaks."""

    words: list[str]
    starts: list[int]
    filled: list[int]
    breaks: list[int]

    def around(self, index: int, before: int, after: int) -> list[int]:
        """Return the lines that hold anything around one, that one left out."""
        at = bisect_left(self.filled, index)
        near = self.filled[max(0, at - before) : at + after + 1]
        return [i for i in near if i != index]

    def cut(self, index: int) -> Edit:
        """Return the edit that empties a line."""
        start = self.starts[index]
        return Edit(start, start + len(self.words[index]), "")


def is_possible(chars: frozenset[str]) -> bool:
    """Tell from the characters of a text whether it can have pages: their numbers, or lines."""
    return "\n" in chars or not chars.isdisjoint("0123456789")


def find(text: str) -> list[Edit]:
    """Return the heads, feet and numbers of pages to take out; the ends of their lines stay."""
    edits = list(_inline_numbers(text))
    if "\n" in text:
        lines = _read_lines(text)
        edits += _line_edits(lines)
    out: list[Edit] = []
    for edit in sorted(edits):
        if not out or edit.start >= out[-1].end:
            out.append(edit)
    return out


def _inline_numbers(text: str) -> Iterator[Edit]:
    """Yield the numbers of pages inside running text; one alone could be anything."""
    if not any(cue.search(text) for cue in _INLINE_CUES):
        return
    found = list(INLINE.finditer(text))
    values = [int(m["dashed"] or m["named"]) for m in found]
    if len(found) > 1 and all(a < b for a, b in pairwise(values)):
        yield from (Edit(*m.span(), "") for m in found)


def _read_lines(text: str) -> _Lines:
    words = text.split("\n")
    starts, at = [], 0
    for line in words:
        starts.append(at)
        at += len(line) + 1
    filled = [index for index, line in enumerate(words) if line and not line.isspace()]
    short = [i for i in filled if len(words[i]) <= 3 * _LONGEST and words[i].rstrip()[-1] in _BREAK_END]
    breaks = [i for i in short if BREAK.fullmatch(words[i])]
    bare = [i for i in short if BARE.fullmatch(words[i])]
    lines = _Lines(words, starts, filled, breaks)
    return lines._replace(breaks=sorted({*breaks, *bare})) if _count_pages(lines, bare) else lines


def _count_pages(lines: _Lines, bare: list[int]) -> bool:
    """Tell whether lines with nothing but a number count pages and not the rows of a table."""
    values = [int(lines.words[i]) for i in bare]
    if len(bare) < 2 or any(b != a + 1 for a, b in pairwise(values)):
        return False
    return _is_prose(lines, lines.filled)


def _is_prose(lines: _Lines, indexes: list[int]) -> bool:
    """Tell whether a typical line is longer than the cells of a table with one a line."""
    return len(indexes) > 0 and median(len(lines.words[i]) for i in indexes) >= _TYPICAL


def _line_edits(lines: _Lines) -> Iterator[Edit]:
    """Yield the lines, and the openings of lines, that are heads, feet and numbers of pages."""
    beside = _beside(lines)
    known = (_repeated_beside(lines, beside) if beside else set()) | _repeated_alone(lines)
    taken = set(lines.breaks) if len(lines.breaks) > 1 else set()
    headed: set[int] = set()
    if known:
        own = _first_of_each(lines, known)  # the title or red head that the heads of the pages repeat
        for index in lines.filled:
            words = lines.words[index]
            if len(words) <= 2 * _LONGEST and words.translate(_AS_KEY) in known:
                taken |= {index} - own
            elif index in beside and (opening := _opening(words)) and opening.translate(_AS_KEY) in known:
                headed.add(index)
                start = lines.starts[index]
                yield Edit(start, start + words.index(opening) + len(opening) + 1, "")
    rules = [i for i in lines.filled if RULE.fullmatch(lines.words[i])] if taken or headed else []
    taken.update(i for i in rules if not (taken | headed).isdisjoint(lines.around(i, 1, 1)))
    yield from map(lines.cut, taken)


def _first_of_each(lines: _Lines, known: set[str]) -> set[int]:
    """Return where each head or foot stands first, if that is before the first break."""
    limit = lines.breaks[0] if lines.breaks else len(lines.words)
    first: dict[str, int] = {}
    for index in lines.filled:
        if index < limit and (key := lines.words[index].translate(_AS_KEY)) in known:
            first.setdefault(key, index)
    return {i for i in first.values() if limit not in lines.around(i, 0, 1)}


def _beside(lines: _Lines) -> set[int]:
    """Return the lines near a break, or right below a rule that stands in for one."""
    if len(lines.breaks) < 2:
        return set()
    out: set[int] = set()
    for index in lines.breaks:
        out.update(lines.around(index, _NEAR, _NEAR))
    for index in lines.filled:
        if RULE.fullmatch(lines.words[index]):
            out.update(lines.around(index, 0, 1))
    return out


def _may_be_furniture(words: str) -> bool:
    plain = words.strip()
    return (
        _SHORTEST <= len(plain) <= _LONGEST
        and plain[-1] not in _STOPS
        and _NO_HEAD.search(plain) is None
        and _LETTER.search(plain) is not None
    )


def _opening(words: str) -> str | None:
    """Return the first words of a line that goes on behind a gap."""
    first, gap, rest = words.lstrip().partition(" ")
    return first if gap and rest and _may_be_furniture(first) else None


def _repeated_beside(lines: _Lines, beside: set[int]) -> set[str]:
    """Return what comes back beside at least half of the breaks, as a line or as the opening of one."""
    counts: Counter[str] = Counter()
    for index in beside:
        words = lines.words[index]
        head = words if _may_be_furniture(words) else _opening(words)
        if head is not None:
            counts[head.translate(_AS_KEY)] += 1
    wanted = max(2, (len(lines.breaks) + 1) // 2)
    return {key for key, count in counts.items() if count >= wanted}


def _repeated_alone(lines: _Lines) -> set[str]:
    """Return the lines that come back inside sentences, without any break beside them."""
    inside_sentences = [i for before, i in pairwise(lines.filled) if _has_no_end(lines.words[before])]
    if not any(_may_be_furniture(lines.words[i].translate(_AS_KEY)) for i in inside_sentences):
        return set()
    short = (i for i in lines.filled if len(lines.words[i]) <= _LONGEST and lines.words[i][-1] not in _STOPS)
    keys = {i: lines.words[i].translate(_AS_KEY) for i in short}
    counts = Counter(keys.values())
    often = {key for key, count in counts.items() if count >= _WANTED and _may_be_furniture(key)}
    if not often or not _is_prose(lines, [i for i in lines.filled if keys.get(i) not in often]):
        return set()
    inside = Counter(keys[i] for i in inside_sentences if keys.get(i) in often)
    return {key for key in often if 2 * inside[key] >= counts[key] - 1}


def _has_no_end(words: str) -> bool:
    """Tell whether a line is a long one whose sentence has not ended."""
    line = words.rstrip()
    return (
        len(line) >= _LONG_LINE
        and line[-1] not in _ENDED
        and not _FIELD.match(line)
        and _PROSE.search(line) is not None
    )
