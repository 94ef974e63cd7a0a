"""Reads from the graph who has which role in which item: what all networks are made of."""

from collections.abc import Mapping
from dataclasses import dataclass

from graph.errors import QueryError
from graph.store import Store

ROLES = {"lead": "LEADS", "participate": "PARTICIPATES_IN", "responsible": "RESPONSIBLE_FOR"}
ALL = 100_000_000  # a row limit that no graph reaches
# Roles that were derived from a collective are not what a text says, so no network is built on them.
_ROLES = """
MATCH (u:Unit)-[r:LEADS|PARTICIPATES_IN|RESPONSIBLE_FOR]->(i:Item)<-[:HAS_ITEM]-(p:Plan)
WHERE ($district IS NULL OR u.district = $district) AND ($include_collectives OR u.kind = 'unit')
  AND ($year IS NULL OR p.year = $year) AND type(r) IN $types AND NOT coalesce(r.derived, false)
RETURN i.id AS item, u.id AS unit, type(r) AS role
"""
_UNITS = "MATCH (u:Unit) RETURN u.id AS id, u.name AS name, u.district AS district, u.function AS function"


@dataclass(frozen=True)
class Selection:
    """Which roles count; None is no filter.

    `district` is the unit's, `year` the plan's; `roles` are lead, participate, responsible.
    """

    district: str | None = None
    year: int | None = None
    roles: tuple[str, ...] = tuple(ROLES)
    include_collectives: bool = False


@dataclass(frozen=True)
class Unit:
    """What a measure shows of a unit."""

    id: str
    name: str
    district: str | None
    function: str | None


@dataclass(frozen=True)
class Roles:
    """The units that have a role, and all (item, unit, role), both in the order of ids."""

    units: Mapping[str, Unit]
    rows: tuple[tuple[str, str, str], ...]


def read_roles(store: Store, selection: Selection, *, timeout: float = 60.0) -> Roles:
    """Read the roles that are selected. Raises QueryError for an unknown role."""
    unknown = set(selection.roles) - set(ROLES)
    if unknown:
        raise QueryError(f"unknown role {min(unknown)!r}; there are: {', '.join(ROLES)}")
    params = {
        "district": selection.district,
        "year": selection.year,
        "types": [ROLES[role] for role in selection.roles],
        "include_collectives": selection.include_collectives,
    }
    names = {relation: role for role, relation in ROLES.items()}
    found = store.query(_ROLES, params, timeout=timeout, row_limit=ALL, trusted=True).rows
    rows = sorted((str(item), str(unit), names[str(role)]) for item, unit, role in found)
    present = {unit for _, unit, _ in rows}
    units = {}
    for row in sorted(
        store.query(_UNITS, timeout=timeout, row_limit=ALL, trusted=True).rows, key=lambda row: str(row[0])
    ):
        if row[0] in present:
            key, name, district, function = (None if value is None else str(value) for value in row)
            units[str(key)] = Unit(str(key), name or "", district, function)
    return Roles(units, tuple(rows))
