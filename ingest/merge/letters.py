"""Compare texts by their letters and digits alone: signs, spaces and width are left to the printer."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from ingest.merge.spans import Span

Difference = tuple[int, int, int, int]  # start and end here, start and end there

RUN = re.compile(r"[^\W_]+")
LINE = re.compile(r"\S[^\n]*")
WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ]+")
WIDTH = str.maketrans({code: code - 0xFEE0 for code in range(0xFF10, 0xFF5B)})

BLOCK = 9_000_000  # product of the lengths above which two stretches are not compared by character


def plain(text: str) -> str:
    """Return the letters and digits of a text, in half width."""
    return "".join(RUN.findall(_half_width(text)))


@lru_cache(maxsize=16_384)  # copies have the same titles
def plain_words(words: str) -> str:
    """Return the letters and digits of a few words, which many plans have."""
    return plain(words)


def differences(here: str, there: str) -> Iterator[Difference]:
    """Yield (start, end) here and (start, end) there of all words that differ.

    Lines are aligned first, then the runs of letters within the lines that are left, then the
    characters: comparing whole texts by character takes seconds.
    """
    our_lines, their_lines = list(LINE.finditer(here)), list(LINE.finditer(there))
    for i, i_end, j, j_end in _unequal([line[0] for line in our_lines], [line[0] for line in their_lines]):
        ours = _read(here, *_stretch(our_lines, i, i_end, len(here)))
        theirs = _read(there, *_stretch(their_lines, j, j_end, len(there)))
        yield from _by_letter(ours, theirs)


def _half_width(text: str) -> str:
    # Of the same length; `translate` alone takes longer than all the rest.
    return WIDE.sub(lambda wide: wide[0].translate(WIDTH), text)


def _stretch(lines: Sequence[re.Match[str]], first: int, end: int, length: int) -> Span:
    if first < end:
        return lines[first].start(), lines[end - 1].end()
    place = lines[first].start() if first < len(lines) else length
    return place, place


class _Letters(NamedTuple):
    """A stretch of a text without its signs and spaces, and where each run of letters stands."""

    runs: list[str]
    starts: list[int]  # of the runs, in letters; one more for the end
    letters: str
    places: list[int]  # of the runs, in the text
    before: int  # the end of the last letter above

    def span(self, start: int, end: int) -> Span:
        if start < end:
            return self._place(start), self._place(end - 1) + 1
        place = self._place(start - 1) + 1 if start > 0 else self.before
        return place, place

    def _place(self, letter: int) -> int:
        run = bisect_right(self.starts, letter) - 1
        return self.places[run] + letter - self.starts[run]


def _read(text: str, start: int, end: int) -> _Letters:
    found = list(RUN.finditer(_half_width(text[start:end])))
    runs = [run[0] for run in found]
    starts = list(accumulate(map(len, runs), initial=0))
    places = [start + run.start() for run in found]
    while start > 0 and not text[start - 1].isalnum():
        start -= 1
    return _Letters(runs, starts, "".join(runs), places, start)


def _by_letter(ours: _Letters, theirs: _Letters) -> Iterator[Difference]:
    """Yield what differs between two stretches; runs that are cut otherwise (2016 年) do not."""
    for i, i_end, j, j_end in _unequal(ours.runs, theirs.runs):
        a, b = ours.starts[i], theirs.starts[j]
        left, right = ours.letters[a : ours.starts[i_end]], theirs.letters[b : theirs.starts[j_end]]
        if left == right:
            continue
        whole = len(left) * len(right) > BLOCK
        for k, k_end, m, m_end in [(0, len(left), 0, len(right))] if whole else _unequal(left, right):
            yield (*ours.span(a + k, a + k_end), *theirs.span(b + m, b + m_end))


def _unequal(one: Sequence[str], other: Sequence[str]) -> Iterator[Difference]:
    """Yield the stretches between what is equal in both, each as long as it goes."""
    at, there = 0, 0
    for block in Levenshtein.opcodes(one, other).as_matching_blocks():
        if (at, there) != (block.a, block.b):
            yield at, block.a, there, block.b
        at, there = block.a + block.size, block.b + block.size
