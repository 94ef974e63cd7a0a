"""Tell which plans are copies of one document."""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from itertools import product

import numpy as np
from numpy.typing import NDArray

from ingest.merge.letters import WIDTH, plain, plain_words
from ingest.records import Plan

Facts = tuple[str | None, ...]  # year, place, document number

ANY = "*"  # stands for every value of a fact
NOTICE = re.compile(r"关于(?:印发|转发|下发)《?(.+?)》?的通知$")
BRACKETS = str.maketrans("[【(（]】)）", "〔〔〔〔〕〕〕〕")

SHINGLE = 5  # characters: long enough to be rare in official prose, short enough to survive damage
SAMPLE = 4  # one shingle in so many is kept: 3,700 of a plan of 15,000 characters, exact to about 1 %
SPREAD = np.uint32(0x9E3779B1)  # an odd number without a pattern in its bits
RELATED = 0.5  # shared shingles that suffice where document number, or title, year and place agree
NEAR = 0.8  # shared shingles asked for where nothing but the text speaks for one plan
ALL = 0.95  # shared shingles with which nothing can be likelier, where all that is known is the same
TITLES = 3  # the longest item titles that may bring two copies with damaged heads together


def find_copies(plans: Sequence[Plan]) -> list[list[Plan]]:
    """Return the plans in groups of copies, in the order of their first members.

    What is nearly the same in facts and text is joined first, then the likeliest pairs; plans that
    contradict each other never come into one group.
    """
    facts = [_facts(plan) for plan in plans]
    pairs = _candidates(plans, facts)
    groups = _Groups(len(plans))
    for i, j in pairs:  # of a hundred copies a hundred pairs need a look, not five thousand
        if facts[i] == facts[j] and groups.apart(i, j) and same_plan(plans[i], plans[j]) >= ALL:
            groups.join(i, j)
    apart = [(i, j) for i, j in pairs if groups.apart(i, j)]
    alike = ((-same_plan(plans[i], plans[j]), i, j) for i, j in apart)
    for _, i, j in sorted(each for each in alike if each[0] < 0):
        if groups.apart(i, j) and not any(
            _contradict(plans[a], plans[b]) for a in groups.around(i) for b in groups.around(j)
        ):
            groups.join(i, j)
    return [[plans[i] for i in sorted(members)] for members in groups.members.values()]


class _Groups:
    """Numbers joined step by step; a group goes by its least number."""

    def __init__(self, count: int) -> None:
        self._group = list(range(count))
        self.members = {i: [i] for i in range(count)}

    def apart(self, one: int, other: int) -> bool:
        return self._group[one] != self._group[other]

    def around(self, one: int) -> list[int]:
        return self.members[self._group[one]]

    def join(self, one: int, other: int) -> None:
        kept, gone = sorted((self._group[one], self._group[other]))
        moved = self.members.pop(gone)
        self.members[kept] += moved
        for i in moved:
            self._group[i] = kept


def _candidates(plans: Sequence[Plan], facts: Sequence[Facts]) -> list[tuple[int, int]]:
    """Pairs with one document number, title or long item title, and no fact known of both and different."""
    by_key: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, plan in enumerate(plans):
        for key in _keys(plan):
            by_key[key].append(index)
    pairs: set[tuple[int, int]] = set()
    for members in by_key.values():
        if len(members) == 1:
            continue
        above: dict[Facts, list[int]] = defaultdict(list)
        for j in members:
            for wanted in product(*((fact, None) if fact else (ANY,) for fact in facts[j])):
                pairs.update((i, j) for i in above.get(wanted, ()))
            for known in product(*((fact, ANY) for fact in facts[j])):
                above[known].append(j)
    return sorted(pairs)


def _facts(plan: Plan) -> Facts:
    """What two copies cannot have otherwise, None where it is not known."""
    return (
        None if plan.year is None else str(plan.year),
        # The last characters are the same for 深圳市罗湖区 and 罗湖区, and for 某市东区 and 东区.
        plan.district[-2:] if plan.district else None,
        None if plan.doc_no is None else plain_doc_no(plan.doc_no),
    )


def _keys(plan: Plan) -> set[tuple[str, str]]:
    keys = {("title", plain_title(plan.title))}
    if plan.doc_no is not None:
        keys.add(("doc_no", plain_doc_no(plan.doc_no)))
    keys.update(("item", title) for title in _longest_titles(plan))
    return {key for key in keys if key[1]}


def _longest_titles(plan: Plan) -> list[str]:
    longest: list[str] = []
    for title in sorted({item.title for item in plan.items}, key=len, reverse=True):
        if len(longest) == TITLES and len(title) < len(longest[-1]):
            break
        longest = sorted({*longest, plain_words(title)}, key=lambda each: (-len(each), each))[:TITLES]
    return longest


def same_plan(one: Plan, other: Plan) -> float:
    """Return how much text two copies of one plan share (0 to 1), or 0 where they are two plans."""
    if _contradict(one, other):
        return 0.0
    shared = overlap(one.text, other.text)
    return shared if shared >= (RELATED if _related(one, other) else NEAR) else 0.0


def _related(one: Plan, other: Plan) -> bool:
    """Whether more than the text speaks for one plan; two parts of one file seldom are copies."""
    if {source.path for source in one.sources} & {source.path for source in other.sources}:
        return False
    if one.doc_no is not None and other.doc_no is not None:
        return True  # without contradiction they are the same
    known = None not in (one.year, other.year, one.district, other.district)
    return known and _ends_alike(plain_title(one.title), plain_title(other.title))


def _contradict(one: Plan, other: Plan) -> bool:
    """Whether what is known of two plans cannot be true of one."""
    if one.year is not None and other.year is not None and one.year != other.year:
        return True
    if one.district and other.district and not _ends_alike(one.district, other.district):
        return True
    if one.doc_no is None or other.doc_no is None:
        return False
    return plain_doc_no(one.doc_no) != plain_doc_no(other.doc_no)


def _ends_alike(one: str, other: str) -> bool:
    return one.endswith(other) or other.endswith(one)


@lru_cache(maxsize=4096)
def plain_title(title: str) -> str:
    """Return a title without signs, spaces and the frame 关于印发《…》的通知."""
    frame = NOTICE.search("".join(title.split()))
    return plain(frame[1] if frame else title)


@lru_cache(maxsize=4096)
def plain_doc_no(doc_no: str) -> str:
    """Return a document number with one kind of bracket and without spaces."""
    return "".join(doc_no.split()).translate(WIDTH).translate(BRACKETS)


def overlap(one: str, other: str) -> float:
    """Return the share of the shorter text's shingles that stand in the other one, too."""
    few, many = sorted((_sketch(one), _sketch(other)), key=len)
    both = np.concatenate((few, many))
    both.sort()
    return float(np.count_nonzero(both[1:] == both[:-1])) / len(few) if len(few) else 0.0


@lru_cache(maxsize=4096)  # a plan is compared with all others of one title
def _sketch(text: str) -> NDArray[np.uint32]:
    """A fair sample of the shingles of a text: the least checksums, each once, sorted."""
    codes = np.frombuffer(plain(text).encode("utf-32-le"), dtype=np.uint32)
    count = max(0, len(codes) - SHINGLE + 1)
    sums = np.zeros(count, dtype=np.uint32)
    for place in range(SHINGLE):
        sums ^= sums >> np.uint32(15)
        sums ^= codes[place : place + count]
        sums *= SPREAD
    kept = np.sort(sums[sums < 2**32 // SAMPLE])
    return kept[np.append(True, kept[1:] != kept[:-1])] if len(kept) else kept
