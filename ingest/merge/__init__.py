"""Merge the copies of one plan into one plan with several sources, and keep what they read differently."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from ingest.merge.copies import find_copies
from ingest.merge.readings import Base, find_variants, report_variants
from ingest.records import Issue, Plan, Variant

__all__ = ["merge"]


def merge(plans: Sequence[Plan]) -> tuple[list[Plan], list[Issue]]:
    """Return the plans with copies of one plan made one, and issues for what the copies read otherwise.

    The copy with the fewest repairs gives text, items and ids; the readings of the others become
    `Plan.variants`. The result does not depend on the order of `plans`.
    """
    merged: list[Plan] = []
    issues: list[Issue] = []
    for copies in find_copies(sorted(plans, key=_place)):
        plan, found = _merge_copies(copies)
        merged.append(plan)
        issues += found
    return sorted(merged, key=_place), issues


def _place(plan: Plan) -> tuple[str, str, str, str]:
    path = min((source.path for source in plan.sources), default="")
    return path, plan.date or "", plan.title, plan.id


def _merge_copies(copies: Sequence[Plan]) -> tuple[Plan, list[Issue]]:
    base, *others = sorted(copies, key=lambda plan: (_repairs(plan), -len(plan.items), _place(plan)))
    if len(others) == 0:
        return base, []
    by_path = {source.path: source for plan in copies for source in plan.sources}
    paths = sorted(by_path)
    variants: list[Variant] = []
    issues: list[Issue] = []
    kept = Base(base)
    for other in others:
        found = find_variants(kept, other, min(paths.index(source.path) for source in other.sources))
        variants += found
        issues += report_variants(kept, other, found)
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
