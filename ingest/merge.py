"""Merge the copies of one plan into one plan with several sources, and keep what they read differently."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import accumulate, combinations
from typing import NamedTuple

from msgspec.structs import replace

from ingest.records import Issue, Item, Plan, Variant

Span = tuple[int, int]
Difference = tuple[int, int, int, int]  # start and end here, start and end there

RUN = re.compile(r"[^\W_]+")
NOTICE = re.compile(r"关于(?:印发|转发|下发)《?(.+?)》?的通知$")
WIDTH = str.maketrans({code: code - 0xFEE0 for code in range(0xFF10, 0xFF5B)})
BRACKETS = str.maketrans("[【〔(（", "〔〔〔〔〔") | str.maketrans("]】〕)）", "〕〕〕〕〕")

SHINGLE = 5  # characters: long enough to be rare in official prose, short enough to survive damage
RELATED = 0.5  # shared shingles that suffice where document number, or title, year and place agree
NEAR = 0.8  # shared shingles asked for where nothing but the text speaks for one plan
TITLES = 3  # the longest item titles that may bring two copies with damaged heads together
BLOCK = 9_000_000  # product of the lengths above which two stretches are not compared by character


def merge(plans: Sequence[Plan]) -> tuple[list[Plan], list[Issue]]:
    """Return the plans with copies of one plan made one, and an issue for what the copies read otherwise.

    The copy with the fewest repairs gives text, items and ids; the readings of the others become
    `Plan.variants`. The result does not depend on the order of `plans`.
    """
    ordered = sorted(plans, key=_place)
    merged: list[Plan] = []
    issues: list[Issue] = []
    for group in _groups(ordered):
        if len(group) == 1:
            merged.append(group[0])
            continue
        plan, found = _merge_copies(group)
        merged.append(plan)
        issues += found
    return sorted(merged, key=_place), issues


def _place(plan: Plan) -> tuple[str, str, str, str]:
    path = min((source.path for source in plan.sources), default="")
    return path, plan.date or "", plan.title, plan.id


# --- which plans are copies of one ------------------------------------------------------------------


def _groups(plans: Sequence[Plan]) -> list[list[Plan]]:
    """Plans in groups of copies; likeliest pairs are joined first, contradicting ones never."""
    alike = sorted(
        ((-likeness, i, j) for i, j in _candidates(plans) if (likeness := same_plan(plans[i], plans[j])))
    )
    member = list(range(len(plans)))
    groups = {i: [i] for i in member}
    for _, i, j in alike:
        one, other = member[i], member[j]
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
        # The last three characters are the same for 深圳市罗湖区 and 罗湖区.
        place = plan.district[-3:] if plan.district else None
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
    titles = sorted({_plain(item.title) for item in plan.items}, key=lambda title: (-len(title), title))
    keys.update(("item", title) for title in titles[:TITLES])
    return {key for key in keys if key[1]}


def same_plan(one: Plan, other: Plan) -> float:
    """Return how much text two copies of one plan share (0 to 1), or 0 where they are two plans."""
    if _contradict(one, other):
        return 0.0
    known = one.doc_no is not None and other.doc_no is not None
    titled = (
        one.year == other.year and one.district == other.district and None not in (one.year, one.district)
    )
    titled = titled and _ends_alike(plain_title(one.title), plain_title(other.title))
    shared = overlap(one.text, other.text)
    return shared if shared >= (RELATED if known or titled else NEAR) else 0.0


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
    return _plain(frame[1] if frame else title)


def plain_doc_no(doc_no: str) -> str:
    """Return a document number with one kind of bracket and without spaces."""
    return "".join(doc_no.split()).translate(WIDTH).translate(BRACKETS)


def _plain(text: str) -> str:
    return "".join(RUN.findall(text.translate(WIDTH)))


def overlap(one: str, other: str) -> float:
    """Return the share of the shorter text's shingles that stand in the other one, too."""
    few, many = sorted((_shingles(one), _shingles(other)), key=len)
    return len(few & many) / len(few) if few else 0.0


@lru_cache(maxsize=256)  # a plan is compared with few others, one after the other
def _shingles(text: str) -> frozenset[str]:
    plain = _plain(text)
    return frozenset(plain[i : i + SHINGLE] for i in range(len(plain) - SHINGLE + 1))


# --- what the copies read differently ---------------------------------------------------------------


def _merge_copies(copies: Sequence[Plan]) -> tuple[Plan, list[Issue]]:
    base, *others = sorted(copies, key=lambda plan: (_repairs(plan), -len(plan.items), _place(plan)))
    by_path = {source.path: source for plan in copies for source in plan.sources}
    paths = sorted(by_path)
    variants: list[Variant] = []
    issues: list[Issue] = []
    for other in others:
        found = _variants(base, other, min(paths.index(source.path) for source in other.sources))
        variants += found
        issues += _report(base, other, found)
    variants.sort(key=lambda variant: (variant.start, variant.end, variant.source))
    sources = tuple(by_path[path] for path in paths)
    return replace(_filled(base, others), sources=sources, variants=tuple(variants)), issues


def _repairs(plan: Plan) -> int:
    return sum(sum(source.repairs.values()) for source in plan.sources)


def _filled(plan: Plan, others: Iterable[Plan]) -> Plan:
    """The best copy with what only the others know about the document."""
    for other in others:
        plan = replace(
            plan,
            doc_no=plan.doc_no or other.doc_no,
            issuer=plan.issuer or other.issuer,
            date=plan.date or other.date,
            year=plan.year or other.year,
            district=plan.district or other.district,
            district_code=plan.district_code or other.district_code,
        )
    return plan


def _variants(plan: Plan, other: Plan, source: int) -> list[Variant]:
    roles = sorted({(r.evidence.start, r.evidence.end) for item in plan.items for r in item.roles})
    return [
        Variant(
            source=source,
            item=_item_at(plan, start, end),
            start=start,
            end=end,
            here=plan.text[start:end],
            there=other.text[there_start:there_end],
        )
        for start, end, there_start, there_end in _whole_units(differences(plan.text, other.text), roles)
    ]


def _whole_units(found: Iterable[Difference], roles: Sequence[Span]) -> list[Difference]:
    """Widen what differs inside a unit to all of it: 和社会保障 against nothing names no unit."""
    wide: list[Difference] = []
    for start, end, there_start, there_end in found:
        unit = _touched(roles, start, end)
        before, behind = (max(0, start - unit[0]), max(0, unit[1] - end)) if unit else (0, 0)
        difference = (start - before, end + behind, there_start - before, there_end + behind)
        if unit and wide and wide[-1][0] == difference[0]:
            difference = (*wide.pop()[:3], difference[3])
        wide.append(difference)
    return wide


def _item_at(plan: Plan, start: int, end: int) -> str | None:
    inside = [item for item in plan.items if item.start <= start and end <= item.end]
    return min(inside, key=lambda item: item.end - item.start).id if inside else None


def _touched(spans: Iterable[Span], start: int, end: int) -> Span | None:
    """The span that shares a character with the range, or holds the place of an empty one."""
    for span in spans:
        if span[0] < max(end, start + 1) and start < span[1] and (start < end or span[0] < start):
            return span
    return None


def differences(here: str, there: str) -> Iterator[Difference]:
    """Yield (start, end) here and (start, end) there of all words that differ; signs and spaces are no words.

    Runs of letters are aligned first, then the characters within what is left: comparing whole
    texts by character takes seconds.
    """
    ours, theirs = _read(here), _read(there)
    for i, i_end, j, j_end in _unequal(ours.runs, theirs.runs):
        a, b = ours.starts[i], theirs.starts[j]
        left, right = ours.letters[a : ours.starts[i_end]], theirs.letters[b : theirs.starts[j_end]]
        for k, k_end, m, m_end in _unequal(left, right):
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
    if one == other:
        return
    if len(one) * len(other) > BLOCK:
        yield 0, len(one), 0, len(other)
        return
    for tag, *indexes in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag != "equal":
            yield indexes[0], indexes[1], indexes[2], indexes[3]


# --- what is reported -------------------------------------------------------------------------------


def _report(plan: Plan, other: Plan, variants: Sequence[Variant]) -> list[Issue]:
    """One issue for each difference in a role or a heading, one for all the rest."""
    weighty = _weighty(plan)
    issues: list[Issue] = []
    marked: set[str | None] = set()
    for variant in variants:
        if _touched(weighty, variant.start, variant.end) is not None:
            marked.add(variant.item)
            issues.append(_issue(plan, other, (variant.start, variant.end), variant.here, variant.there))
    rest = len(variants) - len(issues)
    issues += _role_issues(plan, other, marked)
    if rest:
        issues.append(_issue(plan, other, None, "the same words", f"{rest} other places, see variants"))
    return issues


def _weighty(plan: Plan) -> list[Span]:
    """Spans of the plan's title, the headings, the item titles and the units in roles."""
    spans = {(role.evidence.start, role.evidence.end) for item in plan.items for role in item.roles}
    words = {(plan.text.find(plan.title), plan.title)}
    for item in plan.items:
        words.add((plan.text.find(item.title, item.start, item.end), item.title))
        words.update((plan.text.rfind(heading, 0, item.end), heading) for heading in item.path)
    spans.update((start, start + len(text)) for start, text in words if start >= 0)
    return sorted(spans)


def _role_issues(plan: Plan, other: Plan, marked: set[str | None]) -> list[Issue]:
    """Issues for roles that only one copy has where no difference of words has told so."""
    there = {(item.number, _plain(item.title)): item for item in other.items}
    issues = []
    for item in plan.items:
        twin = there.get((item.number, _plain(item.title)))
        if twin is None or item.id in marked:
            continue
        ours, theirs = _readings(item), _readings(twin)
        if ours != theirs:
            only, only_there = "、".join(sorted(ours - theirs)), "、".join(sorted(theirs - ours))
            issues.append(_issue(plan, other, (item.start, item.end), only, only_there))
    return issues


def _readings(item: Item) -> set[str]:
    return {f"{role.role} {role.mention}" for role in item.roles}


def _issue(plan: Plan, other: Plan, span: Span | None, here: str, there: str) -> Issue:
    start, end = span if span is not None else (None, None)
    return Issue(
        file=plan.sources[0].path,
        code="readings-differ",
        severity="notice" if span is None else "warning",
        plan=plan.id,
        start=start,
        end=end,
        expected=here or "nothing",
        found=f"{there or 'nothing'} ({other.sources[0].path})",
    )
