"""Find what two copies of one plan read differently, and report what touches roles and headings."""

from collections.abc import Iterable, Iterator, Sequence

from ingest.merge.letters import Difference, differences, plain_words
from ingest.merge.spans import Span, Spans
from ingest.records import Issue, Item, Plan, Variant


class Base:
    """The copy whose text is kept, with the places in it that all others are compared at."""

    def __init__(self, plan: Plan) -> None:
        """Find the units, the items, and the statements and headings in which every difference counts."""
        self.plan = plan
        self.units = Spans(_units(plan))
        self.weighty = Spans(_weighty(plan))
        self.items = Spans((item.start, item.end) for item in plan.items)
        self.item_ids: dict[Span, str] = {}
        for item in plan.items:
            self.item_ids.setdefault((item.start, item.end), item.id)
        self.by_name = [(item, _name(item)) for item in plan.items]


def find_variants(base: Base, other: Plan, source: int) -> list[Variant]:
    """Return the readings of another copy, by their places in the text that is kept.

    A difference inside a unit is widened to the whole unit.

    Args:
        base: the copy whose text is kept.
        other: the copy that is compared with it.
        source: index of the other copy among the sources of the merged plan.
    """
    text = base.plan.text
    variants = []
    for start, end, there_start, there_end in _whole_units(differences(text, other.text), base.units):
        item = base.items.shortest_around(start, end)
        variants.append(
            Variant(
                source=source,
                item=None if item is None else base.item_ids[item],
                start=start,
                end=end,
                here=text[start:end],
                there=other.text[there_start:there_end],
            )
        )
    return variants


def _units(plan: Plan) -> Iterator[Span]:
    """Spans of the units in roles; the evidence may hold the whole statement up to the unit."""
    for item in plan.items:
        for role in item.roles:
            start = plan.text.rfind(role.surface, role.evidence.start, role.evidence.end)
            if start >= 0:
                yield start, start + len(role.surface)


def _whole_units(found: Iterable[Difference], units: Spans) -> list[Difference]:
    """Widen what differs inside a unit to all of it: 和社会保障 against nothing names no unit."""
    wide: list[Difference] = []
    for start, end, there_start, there_end in found:
        unit = units.touched(start, end)
        before, behind = (max(0, start - unit[0]), max(0, unit[1] - end)) if unit else (0, 0)
        difference = (start - before, end + behind, there_start - before, there_end + behind)
        if unit and wide and wide[-1][0] == difference[0]:  # the second place in one unit
            difference = (*wide.pop()[:3], difference[3])
        wide.append(difference)
    return wide


def report_variants(base: Base, other: Plan, variants: Sequence[Variant]) -> list[Issue]:
    """Return an issue for each difference in a role or a heading, and one for all the rest."""
    plan = base.plan
    issues: list[Issue] = []
    marked: set[str | None] = set()
    for variant in variants:
        if base.weighty.touched(variant.start, variant.end) is not None:
            marked.add(variant.item)
            issues.append(_issue(plan, other, (variant.start, variant.end), variant.here, variant.there))
    rest = len(variants) - len(issues)
    issues += _role_issues(base, other, marked)
    if rest:
        issues.append(_issue(plan, other, None, "the same words", f"{rest} other places, see variants"))
    return issues


def _weighty(plan: Plan) -> Iterator[Span]:
    """Spans of the plan's title, the headings, the item titles and the statements of roles."""
    for item in plan.items:
        for role in item.roles:
            yield role.evidence.start, role.evidence.end
    words = {(plan.text.find(plan.title), plan.title)}
    for item in plan.items:
        words.add((plan.text.find(item.title, item.start, item.end), item.title))
        words.update((plan.text.rfind(heading, 0, item.end), heading) for heading in item.path)
    for start, text in words:
        if start >= 0:
            yield start, start + len(text)


def _role_issues(base: Base, other: Plan, marked: set[str | None]) -> list[Issue]:
    """Issues for roles that only one copy has where no difference of words has told so."""
    twins = {_name(item): item for item in other.items}
    issues = []
    for item, name in base.by_name:
        twin = twins.get(name)
        if twin is None or item.id in marked:
            continue
        ours, theirs = _roles(item), _roles(twin)
        if ours != theirs:
            here, there = "、".join(sorted(ours - theirs)), "、".join(sorted(theirs - ours))
            issues.append(_issue(base.plan, other, (item.start, item.end), here, there))
    return issues


def _name(item: Item) -> tuple[str | None, str]:
    return item.number, plain_words(item.title)


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
