"""Say what reads as the name of a unit, of many units at once, or as an ordinary word that ends like one."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from ingest import lexicon
from ingest.records import MentionKind

OPEN, CLOSE = lexicon.brackets()
_BRACKETED = re.compile(r"[（(〈<〔][^）)〉>〕]*[）)〉>〕]")
_TAIL = re.compile(r"(?:[（(〈<〔][^）)〉>〕]+[）)〉>〕])*(?:等)?$")
_TAIL_LETTERS, _TAIL_OPENERS = frozenset("等）)〉>〕"), frozenset("等（(〈<〔")
_LETTERS = re.compile(r"[\u4e00-\u9fffA-Za-z0-9“”·、\-]+")
_COUNTED = re.compile(r"\d[\u4e00-\u9fff]$")
_TWO_BODIES = re.compile("(?<=党委|工委)、(?=管委会|管理委员会|办事处|政府|人民政府)")  # of one place
_LONGEST_NAME = 30


class Mention(NamedTuple):
    """One unit named in a list; `start` and `end` are offsets into the list.

    `surface` is what stands there, `name` the same with left-out parts completed; `acting_as` is the office
    that the unit houses (编办 in 区委组织部〈编办〉); `leads` says that it is marked by ★ or （牵头）.
    """

    start: int
    end: int
    surface: str
    name: str
    kind: MentionKind
    acting_as: str | None = None
    leads: bool = False


@cache
def _suffixes() -> tuple[dict[str, str], int]:
    """Return how strong each suffix is, and how long the longest is."""
    strengths = lexicon.mapping("unit_suffixes")
    return strengths, max(map(len, strengths))


@cache
def _collective() -> re.Pattern[str]:
    return lexicon.patterns("collectives")


@cache
def _ordinary() -> frozenset[str]:
    return frozenset(lexicon.words("ordinary_words"))


@cache
def _stems() -> frozenset[str]:
    return frozenset(lexicon.words("unit_stems"))


@cache
def _clause_word() -> re.Pattern[str]:
    return re.compile(lexicon.either("clause_words"))


@cache
def last_letters() -> frozenset[str]:
    """Return the letters with which names of units end: a cheap test before `is_unit_name`."""
    return frozenset(word[-1] for word in _suffixes()[0]) | frozenset("）)〉>〕")


def _has_suffix(name: str, *, strong: bool) -> bool:
    """Say whether a name ends in a suffix of units, brackets and 等 behind it left aside."""
    if _ends_in_suffix(name, strong=strong):
        return True
    if name[-1:] not in _TAIL_LETTERS:
        return False
    tails = (at for at, letter in enumerate(name) if letter in _TAIL_OPENERS and _TAIL.match(name, at))
    return any(_ends_in_suffix(name[:at], strong=strong) for at in tails)


def _ends_in_suffix(name: str, *, strong: bool) -> bool:
    """Say whether a name ends in a suffix; the longest that it ends in says how strong it is."""
    strengths, longest = _suffixes()
    for size in range(min(longest, len(name)), 0, -1):
        if strength := strengths.get(name[-size:]):
            return not strong or strength == "strong"
    return False


@lru_cache(maxsize=16384)
def ends_like_unit(name: str, *, strong: bool = False) -> bool:
    """Say whether a name ends as names of units do; `strong` endings are enough in running text."""
    if strong and is_ordinary(name):
        return False
    if strong and name.endswith("部") and name[:-1] in _stems():
        return True
    if not _has_suffix(name, strong=strong):
        return False
    return (
        not name.endswith(lexicon.words("ordinary_endings")) and _COUNTED.search(name, len(name) - 2) is None
    )


def is_ordinary(name: str) -> bool:
    """Say whether a name is an ordinary word by itself (办公室): a unit in a field, none in running text."""
    return name in _ordinary()


def is_collective(name: str) -> bool:
    """Say whether a name stands for many units at once (各街道办, 有关部门)."""
    return _collective().match(name) is not None or name.endswith(lexicon.words("collective_endings"))


@lru_cache(maxsize=16384)
def is_unit_name(name: str, *, strong: bool = False) -> bool:
    """Say whether a whole string reads as the name of one unit or collective.

    Args:
        name: as it stands in the text, brackets included.
        strong: the name stands in running text, where weak endings (部, 会 …) and 办公室 alone are none.
    """
    plain = _BRACKETED.sub("", name)
    if not 2 <= len(plain) <= _LONGEST_NAME or not _LETTERS.fullmatch(plain):
        return False
    collective = is_collective(name)
    if "、" in plain and not collective and "、" in _TWO_BODIES.sub("", plain):
        return False
    if strong and (is_ordinary(name) or _clause_word().search(plain)):
        return False
    return ends_like_unit(name, strong=strong and not collective)
