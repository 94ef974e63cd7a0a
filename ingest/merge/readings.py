"""Find what two copies of one plan read differently, and report what touches roles and headings."""

from collections.abc import Iterable, Sequence

from ingest.merge.letters import Difference, Span, differences, plain
from ingest.records import Issue, Item, Plan, Variant


def find_variants(plan: Plan, other: Plan, source: int) -> list[Variant]:
    """Return the readings of another copy, by their places in `plan.text`.

    A difference inside a unit is widened to the whole unit.

    Args:
        plan: the copy whose text is kept.
        other: the copy that is compared with it.
        source: index of the other copy among the sources of the merged plan.
    """
    found = _whole_units(differences(plan.text, other.text), _units(plan))
    return [
        Variant(
            source=source,
            item=_item_at(plan, start, end),
            start=start,
            end=end,
            here=plan.text[start:end],
            there=other.text[there_start:there_end],
        )
        for start, end, there_start, there_end in found
    ]


def _units(plan: Plan) -> list[Span]:
    """Spans of the units in roles; the evidence may hold the whole statement up to the unit."""
    spans = set()
    for item in plan.items:
        for role in item.roles:
            start = plan.text.rfind(role.surface, role.evidence.start, role.evidence.end)
            if start >= 0:
                spans.add((start, start + len(role.surface)))
    return sorted(spans)


def _whole_units(found: Iterable[Difference], units: Sequence[Span]) -> list[Difference]:
    """Widen what differs inside a unit to all of it: 和社会保障 against nothing names no unit."""
    wide: list[Difference] = []
    for start, end, there_start, there_end in found:
        unit = _touched(units, start, end)
        before, behind = (max(0, start - unit[0]), max(0, unit[1] - end)) if unit else (0, 0)
        difference = (start - before, end + behind, there_start - before, there_end + behind)
        if unit and wide and wide[-1][0] == difference[0]:  # the second place in one unit
            difference = (*wide.pop()[:3], difference[3])
        wide.append(difference)
    return wide


def _touched(spans: Iterable[Span], start: int, end: int) -> Span | None:
    """The span that shares a character with the range, or holds the place of an empty one."""
    for span in spans:
        if span[0] < max(end, start + 1) and start < span[1] and (start < end or span[0] < start):
            return span
    return None


def _item_at(plan: Plan, start: int, end: int) -> str | None:
    inside = [item for item in plan.items if item.start <= start and end <= item.end]
    return min(inside, key=lambda item: item.end - item.start).id if inside else None


def report_variants(plan: Plan, other: Plan, variants: Sequence[Variant]) -> list[Issue]:
    """Return an issue for each difference in a role or a heading, and one for all the rest."""
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
    """Spans of the plan's title, the headings, the item titles and the statements of roles."""
    spans = {(role.evidence.start, role.evidence.end) for item in plan.items for role in item.roles}
    words = {(plan.text.find(plan.title), plan.title)}
    for item in plan.items:
        words.add((plan.text.find(item.title, item.start, item.end), item.title))
        words.update((plan.text.rfind(heading, 0, item.end), heading) for heading in item.path)
    spans.update((start, start + len(text)) for start, text in words if start >= 0)
    return sorted(spans)


def _role_issues(plan: Plan, other: Plan, marked: set[str | None]) -> list[Issue]:
    """Issues for roles that only one copy has where no difference of words has told so."""
    twins = {(item.number, plain(item.title)): item for item in other.items}
    issues = []
    for item in plan.items:
        twin = twins.get((item.number, plain(item.title)))
        if twin is None or item.id in marked:
            continue
        ours, theirs = _roles(item), _roles(twin)
        if ours != theirs:
            here, there = "、".join(sorted(ours - theirs)), "、".join(sorted(theirs - ours))
            issues.append(_issue(plan, other, (item.start, item.end), here, there))
    return issues


def _roles(item: Item) -> set[str]:
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
