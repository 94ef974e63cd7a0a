"""How likely a Chinese character is after others: jieba's dictionary and the document itself."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

# Weights of the models that are mixed; they were chosen on random damage in documents that no test uses.
DOCUMENT_WEIGHTS = (0.15, 0.30, 0.30)
DICTIONARY_WEIGHTS = (0.10, 0.25, 0.25)
FLOOR = 1e-8
ORDER = 3
DOCUMENT_COUNT = 3000  # times in the dictionary that one time in the document is worth
SUCCESSORS = 300
# The forms of headings, which a document shows too seldom to be learnt from it.
NUMERALS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
HEADINGS = "".join(f"\n({numeral})" for numeral in NUMERALS) * 6


class Counts(NamedTuple):
    """How often each run of one, two and three characters occurs."""

    grams: tuple[Counter[str], Counter[str], Counter[str]]
    total: int


def count(texts: Iterable[tuple[str, int]]) -> Counts:
    """Count the runs of characters in texts that each have a weight."""
    grams: tuple[Counter[str], Counter[str], Counter[str]] = (Counter(), Counter(), Counter())
    for text, weight in texts:
        for length, counter in enumerate(grams, start=1):
            for start in range(len(text) - length + 1):
                counter[text[start : start + length]] += weight
    return Counts(grams, max(1, grams[0].total()))


@cache
def dictionary() -> Counts:
    """Count the runs in jieba's dictionary, each word as often as it is used; 1.5 s on first use."""
    from ingest import nlp  # heavy, and only damaged text needs it

    return count(nlp.words())


def followers(counts: Counts) -> dict[str, dict[str, int]]:
    """Return what follows each character, and how often."""
    found: dict[str, dict[str, int]] = {}
    for run, times in counts.grams[1].items():
        found.setdefault(run[0], {})[run[1]] = times
    return found


@cache
def dictionary_followers() -> dict[str, dict[str, int]]:
    """Return what follows each character in jieba's dictionary."""
    return followers(dictionary())


class Language:
    """The mixture of models for one document."""

    def __init__(self, text: str) -> None:
        """Learn from the undamaged parts of a document."""
        document = count([(text, 1), (HEADINGS, 1)])
        self._models = ((document, DOCUMENT_WEIGHTS), (dictionary(), DICTIONARY_WEIGHTS))
        self._followers = followers(document)
        self._cache: dict[str, float] = {}
        self._successors: dict[str, tuple[str, ...]] = {}

    def log_probability(self, run: str) -> float:
        """Return how likely the last of three characters is after the first two."""
        known = self._cache.get(run)
        if known is None:
            known = self._cache[run] = math.log(sum(self._shares(run)) + FLOOR)
        return known

    def score(self, text: str, before: str) -> float:
        """Return how likely a text is after two characters."""
        whole = before + text
        return sum(self.log_probability(whole[place : place + ORDER]) for place in range(len(text)))

    def successors(self, char: str) -> tuple[str, ...]:
        """Return the characters that most often follow one, in the document and in words."""
        known = self._successors.get(char)
        if known is None:
            seen = Counter(dictionary_followers().get(char, {}))
            for follower, times in self._followers.get(char, {}).items():
                seen[follower] += times * DOCUMENT_COUNT
            known = tuple(follower for follower, _ in seen.most_common(SUCCESSORS))
            self._successors[char] = known
        return known

    def _shares(self, run: str) -> Iterator[float]:
        for counts, weights in self._models:
            singles, doubles, triples = counts.grams
            yield weights[0] * singles[run[2]] / counts.total
            if before := singles[run[1]]:
                yield weights[1] * doubles[run[1:]] / before
            if before := doubles[run[:2]]:
                yield weights[2] * triples[run] / before
