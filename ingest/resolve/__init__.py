"""Decide which unit every role means: one unit a district and body, whatever the spelling."""

from collections import defaultdict
from collections.abc import Sequence

from msgspec.structs import replace

from ingest.records import Issue, Plan, Unit
from ingest.resolve.cluster import Cluster, Doubt, cluster
from ingest.resolve.judgements import load_judgements
from ingest.resolve.name import Name
from ingest.resolve.units import Mentions, make_unit, name_of, read_mentions, with_hosts

__all__ = ["resolve"]


def resolve(plans: Sequence[Plan]) -> tuple[list[Plan], list[Unit], list[Issue]]:
    """Return the plans with `Role.unit` set, the units, and an issue for all that is doubtful.

    Persons stay without a unit. Units are sorted by district and name; they depend on the plans
    alone, not on their order.

    Raises:
        LexiconError: a name list or the file of judgements does not have its form.
    """
    mentions = read_mentions(sorted(plans, key=lambda plan: plan.id))
    by_scope: dict[str, list[Name]] = defaultdict(list)
    for name in mentions:
        by_scope[name.scope].append(name)
    above = _named_above(mentions)
    units: dict[str, tuple[Unit, Cluster]] = {}
    ids: dict[Name, str] = {}
    issues: list[Issue] = []
    for scope in sorted(by_scope):
        clusters, doubts = _cluster(by_scope[scope], above[scope], mentions)
        for group in clusters:
            unit = make_unit(group, mentions, taken=units.keys())
            units[unit.id] = unit, group
            ids.update(dict.fromkeys(group.names, unit.id))
        issues += [_doubt_issue(doubt, mentions) for doubt in doubts]
    issues += [
        _function_issue(unit, group.names[0], mentions)
        for unit, group in units.values()
        if unit.function is None and unit.kind == "unit"
    ]
    done = with_hosts([(unit, group.names) for unit, group in units.values()], mentions)
    done.sort(key=lambda unit: (unit.district or "", unit.name, unit.id))
    issues.sort(key=lambda issue: (issue.file, issue.start or 0, issue.code, issue.found))
    return [_with_units(plan, ids) for plan in plans], done, issues


def _named_above(mentions: Mentions) -> dict[str, dict[tuple[str, str], Name]]:
    """By district, the units of other places that its plans name with their place."""
    above: dict[str, dict[tuple[str, str], Name]] = defaultdict(dict)
    for name, seen in mentions.items():
        for district in seen.districts:
            if district is not None and name.scope != district and not name.implicit:
                above[district][name.stem, name.sort] = name
    return above


def _cluster(
    names: list[Name], above: dict[tuple[str, str], Name], mentions: Mentions
) -> tuple[list[Cluster], list[Doubt]]:
    """The units of one place; names that may mean a unit of the place above stay alone."""
    unclear = [name for name in names if name.implicit and (name.stem, name.sort) in above]
    clusters, doubts = cluster(
        [name for name in names if name not in unclear],
        beside=lambda one, other: bool(mentions[one].statements & mentions[other].statements),
        judged=load_judgements().get(names[0].scope, {}),
    )
    why = "The place is left out, and the place above has such a unit, too."
    clusters += [Cluster([name], [why]) for name in unclear]
    doubts += [Doubt(name, above[name.stem, name.sort], why) for name in unclear]
    return clusters, doubts


def _doubt_issue(doubt: Doubt, mentions: Mentions) -> Issue:
    plan, role = mentions[doubt.one].first
    return Issue(
        file=plan.sources[0].path,
        code="uncertain-unit",
        plan=plan.id,
        start=role.evidence.start,
        end=role.evidence.end,
        expected=f"to know whether {doubt.one.text} and {doubt.other.text} are one unit of {doubt.one.scope}",
        found=doubt.why,
    )


def _function_issue(unit: Unit, name: Name, mentions: Mentions) -> Issue:
    plan, role = mentions[name].first
    return Issue(
        file=plan.sources[0].path,
        code="unknown-function",
        plan=plan.id,
        start=role.evidence.start,
        end=role.evidence.end,
        expected="a pattern in functions.tsv that fits the unit",
        found=unit.name,
    )


def _with_units(plan: Plan, ids: dict[Name, str]) -> Plan:
    seen: dict[tuple[str, str], str | None] = {}
    items = []
    for item in plan.items:
        roles = []
        for role in item.roles:
            said = role.kind, role.mention
            if said not in seen:
                name = name_of(role, plan)
                seen[said] = None if name is None else ids[name]
            unit = seen[said]
            roles.append(role if unit is None else replace(role, unit=unit))
        items.append(replace(item, roles=tuple(roles)) if roles else item)
    return replace(plan, items=tuple(items))
