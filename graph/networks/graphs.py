"""The two-mode network of units and items, and the networks of units that it projects to.

Every tie of a projection has two weights:

- `count`: the number of items (for the tie `function`: of functions) that the two share;
- `newman`: the sum over these of 1 / (k - 1), where k is the number of units that share the item.
  An item with many units says less about each pair, and a unit's weights add up to the number of
  its items that it shares (M. E. J. Newman, "Scientific collaboration networks. II. Shortest paths,
  weighted networks, and centrality", Physical Review E 64, 016132, 2001).

In the directed tie from lead to participant each item counts 1 / (its participants other than the
lead), so that the weights out of a lead add up to the number of items that it leads with others.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import combinations
from typing import Any

import networkx as nx  # type: ignore[import-untyped] # it ships no types

from graph.errors import QueryError
from graph.networks.roles import Roles

TIES = {
    "work": "both have a role in the item",
    "lead": "both lead the item",
    "direct": "from the lead to each participant of the item",
    "function": "both have the function, in whatever district",
}
Pair = tuple[str, str]


def two_mode(roles: Roles) -> "nx.Graph[str]":
    """Return the network of units and items, `Unit:id` and `Item:id`; an edge has its `roles`.

    Nodes have `bipartite`: 0 for units, which also have `name`, and 1 for items.
    """
    graph = nx.Graph()
    graph.add_nodes_from((f"Unit:{key}", {"bipartite": 0, "name": u.name}) for key, u in roles.units.items())
    for item, unit, role in roles.rows:
        graph.add_node(f"Item:{item}", bipartite=1)
        ends = f"Unit:{unit}", f"Item:{item}"
        known = graph.edges[ends]["roles"] if graph.has_edge(*ends) else ()
        graph.add_edge(*ends, roles=(*known, role))
    return graph


def projected(roles: Roles, tie: str = "work") -> Any:
    """Return the network of units (`nx.Graph`, for the tie `direct` an `nx.DiGraph`).

    All units that have a role are nodes, in the order of their ids, those without a tie too.

    Args:
        roles: What to project.
        tie: work, lead, direct or function, see `TIES`.

    Raises QueryError for another tie.
    """
    if tie not in TIES:
        raise QueryError(f"unknown tie {tie!r}; there are: {', '.join(TIES)}")
    graph = nx.DiGraph() if tie == "direct" else nx.Graph()
    graph.add_nodes_from(sorted(roles.units))
    for (a, b), (count, newman) in sorted(_ties(roles, tie).items()):
        graph.add_edge(a, b, count=count, newman=newman)
    return graph


def by_function(roles: Roles) -> Roles:
    """Return the roles with each unit replaced by its function, across districts; units without one go."""
    functions: dict[str, Any] = {}
    for unit in roles.units.values():
        if unit.function is not None:
            functions[unit.function] = replace(unit, id=unit.function, name=unit.function, district=None)
    of = {key: unit.function for key, unit in roles.units.items()}
    rows = {(item, function, role) for item, unit, role in roles.rows if (function := of[unit]) is not None}
    return Roles(dict(sorted(functions.items())), tuple(sorted(rows)))


def _ties(roles: Roles, tie: str) -> dict[Pair, tuple[int, float]]:
    if tie == "function":
        return _together(_groups((unit.function, key) for key, unit in roles.units.items() if unit.function))
    leads = _groups((item, unit) for item, unit, role in roles.rows if role == "lead")
    if tie == "lead":
        return _together(leads)
    if tie == "work":
        return _together(_groups((item, unit) for item, unit, _ in roles.rows))
    taking = _groups((item, unit) for item, unit, role in roles.rows if role == "participate")
    return _directed(leads, taking)


def _groups(pairs: Iterable[tuple[str | None, str]]) -> dict[str, list[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for group, unit in pairs:
        if group is not None:
            found[group].add(unit)
    return {group: sorted(units) for group, units in sorted(found.items())}


def _together(groups: Mapping[str, list[str]]) -> dict[Pair, tuple[int, float]]:
    found: dict[Pair, tuple[int, float]] = {}
    for units in groups.values():
        if len(units) > 1:
            share = 1 / (len(units) - 1)
            for pair in combinations(units, 2):
                count, newman = found.get(pair, (0, 0.0))
                found[pair] = count + 1, newman + share
    return found


def _directed(
    leads: Mapping[str, list[str]], taking: Mapping[str, list[str]]
) -> dict[Pair, tuple[int, float]]:
    found: dict[Pair, tuple[int, float]] = {}
    for item, heads in leads.items():
        for head in heads:
            others = [unit for unit in taking.get(item, ()) if unit != head]
            for other in others:
                count, newman = found.get((head, other), (0, 0.0))
                found[head, other] = count + 1, newman + 1 / len(others)
    return found
