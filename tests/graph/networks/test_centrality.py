"""Centralities against their definitions, worked out by trying all paths."""

from itertools import permutations
from typing import Any

import networkx as nx  # type: ignore[import-untyped] # it ships no types
import pytest

from graph.networks.centrality import centralities
from graph.networks.graphs import projected
from tests.graph.networks.made import random_roles, weighted

STAR = weighted({("a", "b"): 2.0, ("a", "c"): 1.0, ("a", "d"): 1.0})


def test_a_star() -> None:
    found = centralities(STAR).of
    middle, leaf = found["a"], found["b"]
    assert (middle.degree, middle.strength, middle.betweenness, middle.closeness) == (3, 4.0, 1.0, 1.0)
    assert (leaf.degree, leaf.strength, leaf.betweenness) == (1, 2.0, 0.0)
    assert leaf.closeness == pytest.approx((1 + 1 / 2 + 1 / 2) / 3)
    assert sum(each.pagerank for each in found.values()) == pytest.approx(1)
    assert middle.pagerank > leaf.pagerank > found["c"].pagerank


def between(graph: Any, node: str) -> float:
    """The share of shortest paths through a node, by listing all."""
    others = [each for each in graph if each != node]
    total = 0.0
    for a, b in permutations(others, 2):
        if nx.has_path(graph, a, b):
            paths = list(nx.all_shortest_paths(graph, a, b))
            total += sum(node in path for path in paths) / len(paths)
    return total / (len(others) * (len(others) - 1))


@pytest.mark.parametrize("tie", ["work", "direct"])
@pytest.mark.parametrize("seed", range(5))
def test_betweenness_and_closeness_follow_their_definition(seed: int, tie: str) -> None:
    graph = projected(random_roles(seed), tie)
    found = centralities(graph)
    assert found.sources == len(graph)
    for node, measures in found.of.items():
        assert measures.betweenness == pytest.approx(between(graph, node), abs=1e-8)
        steps = [
            nx.shortest_path_length(graph, other, node)
            for other in graph
            if other != node and nx.has_path(graph, other, node)
        ]
        assert measures.closeness == pytest.approx(sum(1 / s for s in steps) / (len(graph) - 1), abs=1e-8)


def test_a_small_budget_samples_and_says_so() -> None:
    graph = projected(random_roles(1, units=60, items=90))
    exact, rough = centralities(graph), centralities(graph, budget=len(graph) * 20)
    assert exact.sources == len(graph) > rough.sources >= 10
    assert centralities(graph, budget=len(graph) * 20) == rough, "the lots are drawn with a fixed seed"
    top = max(exact.of, key=lambda node: exact.of[node].betweenness)
    ranked = sorted(rough.of, key=lambda node: -rough.of[node].betweenness)
    assert top in ranked[:10]
    assert rough.of[top].closeness == pytest.approx(exact.of[top].closeness, rel=0.3)


def test_the_weight_is_a_choice() -> None:
    assert centralities(STAR, "count").of["a"].strength == 3


def test_nothing_has_no_centralities() -> None:
    assert centralities(nx.Graph()).of == {}
