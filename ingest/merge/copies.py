"""Tell which plans are copies of one document."""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations
from zlib import crc32

from ingest.merge.letters import WIDTH, plain
from ingest.records import Plan

NOTICE = re.compile(r"关于(?:印发|转发|下发)《?(.+?)》?的通知$")
BRACKETS = str.maketrans("[【(（]】)）", "〔〔〔〔〕〕〕〕")

SHINGLE = 5  # characters: long enough to be rare in official prose, short enough to survive damage
SAMPLE = 8  # one shingle in so many is kept: 1,900 of a plan of 15,000 characters, exact to about 1 %
RELATED = 0.5  # shared shingles that suffice where document number, or title, year and place agree
NEAR = 0.8  # shared shingles asked for where nothing but the text speaks for one plan
TITLES = 3  # the longest item titles that may bring two copies with damaged heads together


def find_copies(plans: Sequence[Plan]) -> list[list[Plan]]:
    """Return the plans in groups of copies, in the order of their first members.

    The likeliest pairs are joined first; plans that contradict each other never come into one group.
    """
    alike = []
    for i, j in _candidates(plans):
        likeness = same_plan(plans[i], plans[j])
        if likeness > 0:
            alike.append((-likeness, i, j))
    member = list(range(len(plans)))
    groups = {i: [i] for i in member}
    for _, i, j in sorted(alike):
        one, other = sorted((member[i], member[j]))
        if one == other or any(_contradict(plans[a], plans[b]) for a in groups[one] for b in groups[other]):
            continue
        groups[one] += groups.pop(other)
        for k in groups[one]:
            member[k] = one
    return [[plans[i] for i in sorted(group)] for group in groups.values()]


def _candidates(plans: Sequence[Plan]) -> list[tuple[int, int]]:
    """Pairs that share a document number, a title or one of their longest item titles."""
    placed: dict[tuple[str, str], dict[str | None, list[int]]] = defaultdict(lambda: defaultdict(list))
    for index, plan in enumerate(plans):
        # The last characters are the same for 深圳市罗湖区 and 罗湖区, and for 某市东区 and 东区.
        place = plan.district[-2:] if plan.district else None
        for key in _keys(plan):
            placed[key][place].append(index)
    pairs: set[tuple[int, int]] = set()
    for places in placed.values():
        nowhere = places.pop(None, [])
        pairs.update(combinations(nowhere, 2))
        for somewhere in places.values():
            pairs.update(combinations(somewhere, 2))
            pairs.update((min(i, j), max(i, j)) for i in nowhere for j in somewhere)
    return sorted(pairs)


def _keys(plan: Plan) -> set[tuple[str, str]]:
    keys = {("title", plain_title(plan.title))}
    if plan.doc_no is not None:
        keys.add(("doc_no", plain_doc_no(plan.doc_no)))
    titles = sorted({plain(item.title) for item in plan.items}, key=lambda title: (-len(title), title))
    keys.update(("item", title) for title in titles[:TITLES])
    return {key for key in keys if key[1]}


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


def plain_title(title: str) -> str:
    """Return a title without signs, spaces and the frame 关于印发《…》的通知."""
    frame = NOTICE.search("".join(title.split()))
    return plain(frame[1] if frame else title)


def plain_doc_no(doc_no: str) -> str:
    """Return a document number with one kind of bracket and without spaces."""
    return "".join(doc_no.split()).translate(WIDTH).translate(BRACKETS)


def overlap(one: str, other: str) -> float:
    """Return the share of the shorter text's shingles that stand in the other one, too."""
    few, many = sorted((_sketch(one), _sketch(other)), key=len)
    return len(few & many) / len(few) if few else 0.0


@lru_cache(maxsize=1024)  # a plan is compared with all others of one title
def _sketch(text: str) -> frozenset[int]:
    """A fair sample of the shingles of a text: those whose checksum is divisible."""
    letters = plain(text)
    wide = letters.encode("utf-32-le")
    sums = {crc32(wide[i : i + 4 * SHINGLE]) for i in range(0, len(wide) - 4 * SHINGLE + 1, 4)}
    return frozenset(each for each in sums if each % SAMPLE == 0)
