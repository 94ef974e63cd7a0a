"""All that the project uses of jieba and spaCy: nothing else may import them.

jieba cuts running text into words, with the names of units added to its dictionary; spaCy holds the words as
a `Doc` and finds the names of the lexicon in it.
"""

import logging
import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import product
from typing import NamedTuple

import jieba
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from ingest import lexicon

HAN = re.compile("[\u4e00-\u9fff]+")


@cache
def _dictionary() -> jieba.Tokenizer:
    """jieba's own dictionary without any words added, loaded on first use."""
    jieba.setLogLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    tokenizer.initialize()
    return tokenizer


def log_probability(text: str) -> float:
    """Return the natural logarithm of the probability of the likeliest way to read a text as words."""
    tokenizer = _dictionary()
    total = 0.0
    for block in HAN.findall(text):
        route: dict[int, tuple[float, int]] = {}
        tokenizer.calc(block, tokenizer.get_DAG(block), route)
        total += route[0][0]
    return total


def words() -> Iterator[tuple[str, int]]:
    """Yield the words of jieba's dictionary with their counts."""
    for word, count in _dictionary().FREQ.items():
        if count > 0:
            yield word, count


# A dictionary word must be likelier than its parts to be kept whole; this count is above every word of
# jieba's own dictionary that could compete with the name of a unit.
_UNIT_COUNT = 20_000
_ENDINGS = ("局", "委", "厅", "办", "办公室", "部门", "委员会")


@cache
def _unit_names() -> tuple[str, ...]:
    """Return the names of departments that the lexicon can make: stem and ending."""
    return tuple(stem + ending for stem, ending in product(lexicon.words("unit_stems"), _ENDINGS))


@cache
def _tokenizer() -> jieba.Tokenizer:
    """Return jieba with the names of units added, so that 教育局 and 人力资源社会保障厅 are one word each."""
    plain, tokenizer = _dictionary(), jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = dict(plain.FREQ), plain.total  # much faster than to load it again
    tokenizer.initialized = True
    for name in _unit_names():
        tokenizer.add_word(name, _UNIT_COUNT)
    return tokenizer


@cache
def _matcher() -> PhraseMatcher:
    matcher = PhraseMatcher(_vocab())
    matcher.add("unit", [_doc([name]) for name in _unit_names()])
    return matcher


@cache
def _vocab() -> Vocab:
    return Vocab()


def _doc(tokens: list[str]) -> Doc:
    return Doc(_vocab(), words=tokens, spaces=[False] * len(tokens))


def read_words(text: str) -> Doc:
    """Cut a sentence into words and mark the names of the lexicon.

    Returns:
        A spaCy `Doc` of jieba's words; `doc.spans["units"]` holds the departments of the lexicon.
    """
    doc = _doc(_tokenizer().lcut(text))
    doc.spans["units"] = [doc[start:end] for _, start, end in _matcher()(doc)]
    return doc


# jieba cuts each of these runs by itself; every other letter is a word of its own.
_RUN = re.compile(r"[\u4e00-\u9fd5a-zA-Z0-9+#&._%\-]+")
_UNIT_SIGN = re.compile("|".join(_ENDINGS))


class _Cut(NamedTuple):
    """Where the words of a run end, and the spans of the departments in it."""

    ends: frozenset[int]
    units: tuple[tuple[int, int], ...]


@lru_cache(maxsize=16384)
def _cut(run: str) -> _Cut:
    """Cut one run: the offices repeat their phrases, so that many runs are cut once."""
    doc = read_words(run)
    ends = frozenset(token.idx + len(token) for token in doc)
    return _Cut(ends, tuple((span.start_char, span.end_char) for span in doc.spans["units"]))


class Words:
    """The words of a sentence; only the runs that are asked for are cut."""

    def __init__(self, sentence: str) -> None:
        """Find the runs of a sentence; nothing is cut yet."""
        self._sentence = sentence
        self._runs = [found.span() for found in _RUN.finditer(sentence)]

    def end_at(self, offset: int) -> bool:
        """Say whether a word ends at an offset."""
        index = bisect_right(self._runs, offset - 1, key=lambda run: run[0]) - 1
        if index < 0 or offset > self._runs[index][1]:
            return True
        start, end = self._runs[index]
        return offset - start in _cut(self._sentence[start:end]).ends

    def units(self) -> Iterator[tuple[int, int]]:
        """Yield the spans of the departments of the lexicon."""
        for start, end in self._runs:
            if _UNIT_SIGN.search(self._sentence, start, end):
                for a, b in _cut(self._sentence[start:end]).units:
                    yield start + a, start + b


@cache
def _departments() -> frozenset[str]:
    return frozenset(_unit_names())


def is_department(name: str) -> bool:
    """Say whether a name, with or without its level prefix, is a department of the lexicon."""
    return name in _departments() or (name[:1] in "省市区县州镇" and name[1:] in _departments())
