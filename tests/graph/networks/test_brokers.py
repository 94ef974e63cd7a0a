"""Structural holes, against networkx, which works them out unit by unit."""

import networkx as nx  # type: ignore[import-untyped] # it ships no types
import pytest

from graph.networks import brokers as module
from graph.networks.brokers import Broker, brokers
from graph.networks.graphs import projected
from tests.graph.networks.made import random_roles, weighted


@pytest.mark.parametrize("weight", ["newman", "count"])
@pytest.mark.parametrize("seed", range(10))
def test_networkx_finds_the_same(seed: int, weight: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "ROWS", 5)
    graph = projected(random_roles(seed, units=20))
    constraint, effective = nx.constraint(graph, weight=weight), nx.effective_size(graph)
    for node, found in brokers(graph, weight).items():
        if graph.degree(node) == 0:
            assert found == Broker(None, None)
        else:
            assert found.constraint == pytest.approx(constraint[node], abs=1e-8)
            assert found.effective == pytest.approx(effective[node], abs=1e-8)


@pytest.mark.parametrize("seed", range(5))
def test_constraint_of_directed_ties_is_that_of_networkx(seed: int) -> None:
    graph = projected(random_roles(seed, units=20), "direct")
    expected = nx.constraint(graph, weight="newman")
    for node, found in brokers(graph).items():
        if found.constraint is not None:
            assert found.constraint == pytest.approx(expected[node], abs=1e-8)


def test_the_middle_of_a_star_joins_all() -> None:
    star = weighted({("a", "b"): 1.0, ("a", "c"): 1.0, ("a", "d"): 1.0})
    found = brokers(star)
    assert found["a"] == Broker(constraint=round(3 * (1 / 3) ** 2, 9), effective=3.0)
    assert found["b"] == Broker(constraint=1.0, effective=1.0)


def test_a_network_without_ties_has_no_brokers() -> None:
    graph = nx.Graph()
    graph.add_node("a")
    assert brokers(graph) == {"a": Broker(None, None)}
