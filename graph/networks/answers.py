"""Measures as answers: what the reports in `queries/*.network` name instead of a Cypher query."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from difflib import get_close_matches
from typing import Any

from graph.errors import QueryError
from graph.networks.brokers import brokers
from graph.networks.centrality import centralities
from graph.networks.communities import Community, communities, participation
from graph.networks.graphs import by_function, projected
from graph.networks.roles import ROLES, Roles, Selection, Unit, read_roles
from graph.store import Result, Store, Value

WEIGHTS = ("newman", "count")
SHOWN = 5  # names of a community's units


@dataclass(frozen=True)
class Question:
    """The parameters of every measure; `role` None is all roles, `tie` and `weight` as in `graphs`."""

    district: str | None = None
    year: int | None = None
    role: str | None = None
    include_collectives: bool = False
    tie: str = "work"
    weight: str = "newman"


PARAMETERS = frozenset(field.name for field in fields(Question))
Row = tuple[Value, ...]


def central_units(roles: Roles, question: Question) -> Result:
    """Return each unit with its centralities, the one between most others first."""
    found = centralities(projected(roles, question.tie), question.weight)
    rows: list[Row] = [
        (
            unit.name,
            unit.district,
            c.degree,
            c.strength,
            c.betweenness,
            c.pagerank,
            c.closeness,
            found.sources,
        )
        for unit, c in _by(roles, found.of, lambda c: (-c.betweenness, -c.strength))
    ]
    return Result(
        ("unit", "district", "degree", "strength", "betweenness", "pagerank", "closeness", "sources"),
        tuple(rows),
    )


def central_functions(roles: Roles, question: Question) -> Result:
    """Return each function with the centralities that its units have together, across districts."""
    units: dict[str | None, int] = {}
    for unit in roles.units.values():
        units[unit.function] = units.get(unit.function, 0) + 1
    merged = by_function(roles)
    found = centralities(projected(merged, question.tie), question.weight)
    rows: list[Row] = [
        (function.id, units[function.id], c.degree, c.strength, c.betweenness, c.pagerank, c.closeness)
        for function, c in _by(merged, found.of, lambda c: (-c.strength, -c.betweenness))
    ]
    return Result(
        ("function", "units", "degree", "strength", "betweenness", "pagerank", "closeness"), tuple(rows)
    )


def unit_communities(roles: Roles, question: Question) -> Result:
    """Return the groups of two units and more, the largest first, with the units of the heaviest ties."""
    groups = communities(projected(roles, question.tie), question.weight)
    names = named(groups, roles.units)
    rows: list[Row] = [
        (
            names[group.name],
            len(group.units),
            len({roles.units[unit].district for unit in group.units}),
            group.inside,
            group.outside,
            "、".join(roles.units[unit].name for unit in group.units[:SHOWN]),
        )
        for group in groups
        if len(group.units) > 1
    ]
    return Result(("community", "units", "districts", "inside", "outside", "heaviest"), tuple(rows))


def broker_units(roles: Roles, question: Question) -> Result:
    """Return each unit with ties, the one that joins most separate partners first."""
    graph = projected(roles, question.tie)
    groups = communities(graph, question.weight)
    names = named(groups, roles.units)
    member = {unit: names[group.name] for group in groups for unit in group.units}
    spread = participation(graph, groups, question.weight)
    found = {unit: b for unit, b in brokers(graph, question.weight).items() if b.effective is not None}
    rows: list[Row] = [
        (unit.name, unit.district, member[unit.id], b.effective, b.constraint, spread[unit.id])
        for unit, b in _by(roles, found, lambda b: (-b.effective, b.constraint))
    ]
    return Result(
        ("unit", "district", "community", "effective_size", "constraint", "participation"), tuple(rows)
    )


MEASURES: Mapping[str, Callable[[Roles, Question], Result]] = {
    "central-units": central_units,
    "central-functions": central_functions,
    "unit-communities": unit_communities,
    "broker-units": broker_units,
}


def check_measure(name: str) -> frozenset[str]:
    """Return the parameters of a measure. Raises QueryError, naming the nearest, when there is none."""
    if name not in MEASURES:
        near = get_close_matches(name, MEASURES, 1)
        hint = f"did you mean {near[0]}?" if near else f"there are: {', '.join(MEASURES)}"
        raise QueryError(f"no measure {name!r}; {hint}")
    return PARAMETERS


def measure(store: Store, name: str, params: Mapping[str, Any], *, timeout: float, row_limit: int) -> Result:
    """Read the roles, make the network and answer.

    Args:
        store: Where to.
        name: One of `MEASURES`.
        params: Fields of `Question`.
        timeout: Seconds for reading the roles; the measure itself is bounded by `centrality.BUDGET`.
        row_limit: Rows after which the result is cut.

    Raises QueryError for an unknown measure, role, tie or weight.
    """
    check_measure(name)
    question = Question(**params)
    if question.weight not in WEIGHTS:
        raise QueryError(f"unknown weight {question.weight!r}; there are: {', '.join(WEIGHTS)}")
    chosen = tuple(ROLES) if question.role is None else (question.role,)
    selection = Selection(question.district, question.year, chosen, question.include_collectives)
    result = MEASURES[name](read_roles(store, selection, timeout=timeout), question)
    return Result(result.columns, result.rows[:row_limit], truncated=len(result.rows) > row_limit)


def named(groups: list[Community], units: Mapping[str, Unit]) -> dict[str, str]:
    """Return what each group is called: the name of its first unit, with a number where that is taken."""
    taken: dict[str, int] = {}
    found = {}
    for group in groups:
        name = units[group.name].name
        taken[name] = taken.get(name, 0) + 1
        found[group.name] = name if taken[name] == 1 else f"{name}（{taken[name]}）"
    return found


def _by(
    roles: Roles, found: Mapping[str, Any], order: Callable[[Any], tuple[float, ...]]
) -> list[tuple[Unit, Any]]:
    """Return units with their measures in that order; equals in the order of name and id."""
    ordered = sorted(found, key=lambda key: (*order(found[key]), roles.units[key].name, key))
    return [(roles.units[key], found[key]) for key in ordered]
