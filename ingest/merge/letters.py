"""Compare texts by their letters and digits alone: signs, spaces and width are left to the printer."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

Span = tuple[int, int]
Difference = tuple[int, int, int, int]  # start and end here, start and end there

RUN = re.compile(r"[^\W_]+")
WIDTH = str.maketrans({code: code - 0xFEE0 for code in range(0xFF10, 0xFF5B)})

BLOCK = 9_000_000  # product of the lengths above which two stretches are not compared by character


def plain(text: str) -> str:
    """Return the letters and digits of a text, in half width."""
    return "".join(RUN.findall(text.translate(WIDTH)))


def differences(here: str, there: str) -> Iterator[Difference]:
    """Yield (start, end) here and (start, end) there of all words that differ.

    Runs of letters are aligned first, then the characters within what is left: comparing whole
    texts by character takes seconds.
    """
    ours, theirs = _read(here), _read(there)
    for i, i_end, j, j_end in _unequal(ours.runs, theirs.runs):
        a, b = ours.starts[i], theirs.starts[j]
        left, right = ours.letters[a : ours.starts[i_end]], theirs.letters[b : theirs.starts[j_end]]
        whole = len(left) * len(right) > BLOCK
        for k, k_end, m, m_end in [(0, len(left), 0, len(right))] if whole else _unequal(left, right):
            yield (*ours.span(a + k, a + k_end), *theirs.span(b + m, b + m_end))


class _Letters(NamedTuple):
    """A text without its signs and spaces, and where each letter of it stands."""

    runs: list[str]
    starts: list[int]  # of the runs, in letters; one more for the end
    letters: str
    places: list[int]

    def span(self, start: int, end: int) -> Span:
        if start < end:
            return self.places[start], self.places[end - 1] + 1
        place = self.places[start - 1] + 1 if start > 0 else 0
        return place, place


def _read(text: str) -> _Letters:
    found = list(RUN.finditer(text.translate(WIDTH)))
    runs = [run[0] for run in found]
    starts = list(accumulate(map(len, runs), initial=0))
    return _Letters(runs, starts, "".join(runs), [place for run in found for place in range(*run.span())])


def _unequal(one: Sequence[str], other: Sequence[str]) -> Iterator[Difference]:
    if one == other:  # runs may be cut otherwise (2016 年) and hold the same letters
        return
    for code in Levenshtein.opcodes(one, other):
        if code.tag != "equal":
            yield code.src_start, code.src_end, code.dest_start, code.dest_end
