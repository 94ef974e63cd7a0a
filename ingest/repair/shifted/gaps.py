"""Pairs of bytes that stand for no character vanish without trace, and half a character on each side."""

from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from heapq import nlargest
from typing import NamedTuple

from ingest.repair.characters import frequent
from ingest.repair.shifted import gbk
from ingest.repair.shifted.language import Language

VANISHED = 0.0  # nats; a pair that left no trace: the text decides, its bytes vanish surely
LOST_CHAR = -2.0  # a second pair, and the whole character between the two
KEPT = 12  # ways across a gap
FIRSTS = 8  # characters that end in a gap
MIDDLES = 12  # characters between two gaps
UNLIKELY = -16.5  # nats for a character: not worth trying
TOO_UNLIKELY = -14.5  # the same where a whole character is to be made up behind it


class Before(NamedTuple):
    """The characters before the end of a gap, the last byte of them that vanished, their likelihood."""

    score: float
    trail: int
    chars: str
    simple: str


class Gap(NamedTuple):
    """The characters before a gap, the lead byte that waits behind it, and their likelihood."""

    score: float
    lead: int
    chars: str
    simple: str


class Gaps:
    """Finds what can have vanished between two characters of one document."""

    def __init__(self, language: Language, simple: Callable[[str], str]) -> None:
        """Take the document's language and the form in which it knows a character."""
        self._language = language
        self._simple = simple
        self._tables = gbk.tables()
        self.find = lru_cache(maxsize=100_000)(self._find)

    def _find(self, pending: int, last: str, trails: tuple[int, ...]) -> tuple[Gap, ...]:
        """Return the likeliest gaps behind a lead byte, before a character that starts with a trail."""
        singles = nlargest(FIRSTS, self._firsts(pending, last))
        doubles = nlargest(MIDDLES, self._middles(singles, last))
        found = [way for before in (*singles, *doubles) for way in self._ways(before, last, trails)]
        return tuple(gap for _, gap in nlargest(KEPT, found))

    def _firsts(self, pending: int, last: str) -> Iterator[Before]:
        """Yield the characters that the lead byte makes with the first byte of a vanished pair."""
        for trail in self._tables.vanishing:
            for lead, char in self._tables.leads[trail]:
                if pending in (gbk.ANY, lead):
                    simple = self._simple(char)
                    score = self._language.log_probability(last + simple)
                    if score > UNLIKELY:
                        yield Before(score + VANISHED, trail, char, simple)

    def _middles(self, firsts: list[Before], last: str) -> Iterator[Before]:
        """Yield the same with a whole character behind it that lay between two vanished pairs."""
        middles = _middles(self._simple)
        for first in firsts:
            if first.score < TOO_UNLIKELY:
                continue
            context = last[1] + first.simple
            for likely in self._language.successors(first.simple):
                for lead, trail, char in middles.get(likely, ()):
                    if lead in self._tables.vanishing[first.trail]:
                        score = first.score + LOST_CHAR + self._language.log_probability(context + likely)
                        yield Before(score, trail, first.chars + char, first.simple + likely)

    def _ways(self, before: Before, last: str, trails: tuple[int, ...]) -> Iterator[tuple[float, Gap]]:
        """Yield the lead bytes that can have vanished last, weighed by the characters that they make."""
        context = (last + before.simple)[-2:]
        for lead, char in _followers(before.trail, trails):
            score = before.score + self._language.log_probability(context + self._simple(char))
            yield score, Gap(before.score, lead, before.chars, before.simple)


@cache
def _followers(trail: int, trails: tuple[int, ...]) -> list[tuple[int, str]]:
    tables = gbk.tables()
    vanishing = tables.vanishing[trail]
    return [(lead, char) for end in trails for lead, char in tables.leads.get(end, ()) if lead in vanishing]


@cache
def _middles(simple: Callable[[str], str]) -> dict[str, list[tuple[int, int, str]]]:
    """Return the characters whose two halves can both have vanished, by their simplified form."""
    tables = gbk.tables()
    found: dict[str, list[tuple[int, int, str]]] = {}
    for lead, row in tables.chars.items():
        for trail, char in row.items():
            if trail in tables.vanishing and simple(char) in frequent():
                found.setdefault(simple(char), []).append((lead, trail, char))
    return found
