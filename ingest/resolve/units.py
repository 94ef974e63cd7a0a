"""Gather what the plans say about each name, and make a unit of the names that are one."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from msgspec.structs import replace

from ingest.records import Plan, Role, Unit, make_id
from ingest.resolve.cluster import Cluster
from ingest.resolve.functions import collective_function, unit_function
from ingest.resolve.name import Name, read_collective, read_name
from ingest.resolve.place import parent_code


@dataclass(slots=True)
class Seen:
    """What the plans say about one name.

    `first` is where it stands first, `statements` the items and roles in which it stands,
    `districts` those of the plans that mention it, `code` the division code of the last of them.
    """

    first: tuple[Plan, Role]
    count: int = 0
    surfaces: set[str] = field(default_factory=set)
    statements: set[tuple[str, str]] = field(default_factory=set)
    districts: set[str | None] = field(default_factory=set)
    aliases: set[Name] = field(default_factory=set)
    code: str | None = None


Mentions = dict[Name, Seen]


def name_of(role: Role, plan: Plan) -> Name | None:
    """Return the name that a role's mention reads as, or None for a person."""
    if role.kind == "person":
        return None
    read = read_collective if role.kind == "collective" else read_name
    return read(role.mention, plan.district, plan.id)


def read_mentions(plans: Iterable[Plan]) -> Mentions:
    """Return every name in the roles of the plans with what is said about it."""
    mentions: Mentions = {}
    for plan in plans:
        for item in plan.items:
            for role in item.roles:
                name = name_of(role, plan)
                if name is None:
                    continue
                seen = mentions.get(name)
                if seen is None:
                    seen = mentions[name] = Seen(first=(plan, role))
                seen.count += 1
                seen.surfaces.add("".join(role.surface.split()))
                seen.statements.add((item.id, role.role))
                seen.districts.add(plan.district)
                seen.code = plan.district_code or seen.code
                alias = role.acting_as or name.alias
                if alias is not None and role.kind == "unit":
                    seen.aliases.add(read_name(alias, plan.district, plan.id))
    return mentions


def make_unit(group: Cluster, mentions: Mentions, *, taken: Collection[str]) -> Unit:
    """Return the unit that a group of names means, without the units that it hosts.

    The id comes from the place and the body in its one spelling, so that a further spelling does
    not change it; name and short name are those of the commonest full spelling.
    """
    commonest = min(
        group.names, key=lambda name: (name.vague, -mentions[name].count, len(name.text), name.text)
    )
    plainest = min(group.names, key=lambda name: (name.vague, name.key, name.text))
    unit_id = make_id(plainest.scope, plainest.key)
    if unit_id in taken:  # judged to be different from a unit of the same body
        unit_id = make_id(plainest.scope, plainest.key, plainest.text)
    many = commonest.sort == "collective"
    functions = (
        collective_function(name.stem) if many else unit_function(name.rest, name.body)
        for name in (commonest, *sorted(group.names, key=lambda name: name.text))
    )
    return Unit(
        id=unit_id,
        name=commonest.full,
        short=commonest.short,
        district=commonest.district,
        district_code=_code(commonest, mentions[commonest]),
        level=commonest.level,
        kind="collective" if many else "unit",
        function=next((function for function in functions if function is not None), None),
        mentions=tuple(sorted(set().union(*(mentions[name].surfaces for name in group.names)))),
        decided_by=group.decided_by,
        why=_why(group, commonest),
    )


def _code(name: Name, seen: Seen) -> str | None:
    if name.district is None or seen.code is None:
        return None
    return seen.code if name.district in seen.districts else parent_code(seen.code, name.level or "")


def _why(group: Cluster, name: Name) -> str:
    reasons = list(dict.fromkeys(group.why))
    if not reasons:
        reasons = ["One spelling only."]
    if name.implicit and name.sort != "collective":
        reasons.append("No place stands in the mention: that of the plan is meant.")
    return " ".join(reasons)


def with_hosts(units: Sequence[tuple[Unit, Sequence[Name]]], mentions: Mentions) -> list[Unit]:
    """Return the units with the ids of those that are named as their aliases and stand alone, too."""
    ids: dict[tuple[str, str], set[str]] = defaultdict(set)
    for unit, names in units:
        for name in names:
            ids[name.scope, name.key].add(unit.id)
    done: list[Unit] = []
    for unit, names in units:
        if not any(mentions[name].aliases for name in names):
            done.append(unit)
            continue
        aliases = {alias for name in names for alias in mentions[name].aliases}
        found = set().union(*(ids.get((alias.scope, alias.key), ()) for alias in aliases)) - {unit.id}
        done.append(replace(unit, hosts=tuple(sorted(found))) if found else unit)
    return done
