"""The forms in which names and titles are compared, and how alike two titles are."""

import difflib
import re
import unicodedata
from functools import cache

from rapidfuzz.distance import Indel

_BRACKETS = str.maketrans(dict.fromkeys("(〔[【〈<《", "（") | dict.fromkeys(")〕]】〉>》", "）"))
_LEVEL = re.compile(r"^(?:全?[省市区县州旗镇乡盟])(?=..)")
_TRAILING = re.compile(r"(?:等?部门|等)$")
_NOISE = re.compile(r"[\s\W_]+")
_SPACE = re.compile(r"\s+")


def plain(text: str) -> str:
    """Return the letters and digits of a text, so that layout never decides."""
    return _NOISE.sub("", unicodedata.normalize("NFKC", text))


@cache
def unit_key(unit: str, *, strict: bool) -> str:
    """Return the form in which two mentions of a unit are compared.

    Args:
        strict: to the letter, but for brackets and white space; else the level (区, 市) in front and a
            部门 or 等 behind are dropped as well.
    """
    key = _SPACE.sub("", unicodedata.normalize("NFKC", unit)).translate(_BRACKETS)
    return key if strict else _TRAILING.sub("", _LEVEL.sub("", key))


def likeness(one: str, other: str) -> float:
    """Return how alike two texts are, from 0 to 1: twice the letters in matching blocks over all letters."""
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio()


def likeness_bound(one: str, other: str) -> float:
    """Return what `likeness` cannot exceed, a hundred times faster: it allows any common subsequence."""
    return Indel.normalized_similarity(one, other)
