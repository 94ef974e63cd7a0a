"""All that the project uses of jieba and spaCy: nothing else may import them.

jieba cuts running text into words, with the names of units added to its dictionary; spaCy holds the words as a
`Doc` and finds the names of the lexicon in it.
"""

import logging
import re
from collections.abc import Iterator
from functools import cache
from itertools import product

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


# A dictionary word must be likelier than its parts to be kept whole; this count is above every word of jieba's own
# dictionary that could compete with the name of a unit.
_UNIT_COUNT = 20_000
_ENDINGS = ("局", "委", "厅", "办", "办公室", "部门", "委员会")


@cache
def _unit_names() -> tuple[str, ...]:
    """Return the names of departments that the lexicon can make: stem and ending."""
    return tuple(stem + ending for stem, ending in product(lexicon.words("unit_stems"), _ENDINGS))


@cache
def _tokenizer() -> jieba.Tokenizer:
    """Return jieba with the names of units added, so that 教育局 and 人力资源社会保障厅 are one word each."""
    jieba.setLogLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    tokenizer.initialize()
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


@cache
def _departments() -> frozenset[str]:
    return frozenset(_unit_names())


def is_department(name: str) -> bool:
    """Say whether a name, with or without its level prefix, is a department of the lexicon."""
    return name in _departments() or (name[:1] in "省市区县州镇" and name[1:] in _departments())
