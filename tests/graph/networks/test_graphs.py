"""Networks made from roles, against the definition of their ties and weights."""

from itertools import permutations

import networkx as nx  # type: ignore[import-untyped] # it ships no types
import pytest

from graph.errors import QueryError
from graph.networks.graphs import TIES, by_function, projected, two_mode
from graph.networks.roles import Roles
from tests.graph.networks.made import random_roles, roles_of

SMALL = roles_of(
    ("i1", "a", "lead"),
    ("i1", "b", "lead"),
    ("i1", "c", "participate"),
    ("i2", "a", "lead"),
    ("i2", "a", "participate"),
    ("i2", "b", "participate"),
    ("i3", "d", "responsible"),
    functions={"a": "x", "b": "y", "c": "x"},
)
EDGES = {
    "work": {("a", "b"): (2, 1.5), ("a", "c"): (1, 0.5), ("b", "c"): (1, 0.5)},
    "lead": {("a", "b"): (1, 1.0)},
    "direct": {("a", "b"): (1, 1.0), ("a", "c"): (1, 1.0), ("b", "c"): (1, 1.0)},
    "function": {("a", "c"): (1, 1.0)},
}


@pytest.mark.parametrize("tie", list(TIES))
def test_small_projections(tie: str) -> None:
    graph = projected(SMALL, tie)
    assert list(graph) == ["a", "b", "c", "d"]
    found = {(a, b): (data["count"], data["newman"]) for a, b, data in graph.edges(data=True)}
    assert found == EDGES[tie]
    assert graph.is_directed() == (tie == "direct")


def tied(roles: Roles, tie: str, a: str, b: str) -> tuple[int, float]:
    """Work out one tie by its definition."""
    of: dict[str, dict[str, set[str]]] = {}
    for item, unit, role in roles.rows:
        of.setdefault(item, {}).setdefault(unit, set()).add(role)
    count, weight = 0, 0.0
    if tie == "function":
        same = [u.id for u in roles.units.values() if u.function == roles.units[a].function is not None]
        return (1, 1 / (len(same) - 1)) if b in same else (0, 0.0)
    for units in of.values():
        sharing = {unit for unit, has in units.items() if tie == "work" or "lead" in has}
        if tie == "direct":
            taking = {unit for unit, has in units.items() if "participate" in has} - {a}
            if a in sharing and b in taking:
                count, weight = count + 1, weight + 1 / len(taking)
        elif {a, b} <= sharing:
            count, weight = count + 1, weight + 1 / (len(sharing) - 1)
    return count, weight


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("tie", list(TIES))
def test_projections_follow_the_definition(seed: int, tie: str) -> None:
    roles = random_roles(seed)
    graph = projected(roles, tie)
    for a, b in permutations(roles.units, 2):
        count, weight = tied(roles, tie, a, b)
        assert graph.has_edge(a, b) == (count > 0)
        if count:
            assert graph.edges[a, b]["count"] == count
            assert graph.edges[a, b]["newman"] == pytest.approx(weight)


@pytest.mark.parametrize("seed", range(10))
def test_weights_of_a_unit_add_up_to_its_shared_items(seed: int) -> None:
    """Newman's reason for the weight, and ours for the directed one."""
    roles = random_roles(seed)
    of: dict[str, set[str]] = {}
    for item, unit, _ in roles.rows:
        of.setdefault(item, set()).add(unit)
    graph = projected(roles, "work")
    for unit in roles.units:
        shared = sum(1 for units in of.values() if unit in units and len(units) > 1)
        assert graph.degree(unit, weight="newman") == pytest.approx(shared)


def test_the_two_mode_network_has_both_kinds_of_node() -> None:
    graph = two_mode(SMALL)
    assert nx.is_bipartite(graph)
    units = {node for node, side in graph.nodes(data="bipartite") if side == 0}
    assert units == {"Unit:a", "Unit:b", "Unit:c", "Unit:d"}
    assert graph.edges["Unit:a", "Item:i2"]["roles"] == ("lead", "participate")
    assert graph.number_of_edges() == 6


def test_functions_stand_for_their_units() -> None:
    roles = by_function(SMALL)
    assert list(roles.units) == ["x", "y"]
    assert projected(roles, "work").edges["x", "y"] == {"count": 2, "newman": 2.0}


def test_an_unknown_tie_is_named() -> None:
    with pytest.raises(QueryError, match="unknown tie 'wrok'; there are: work, lead, direct, function"):
        projected(SMALL, "wrok")
