"""Groups of units."""

import subprocess
import sys
from pathlib import Path

import networkx as nx  # type: ignore[import-untyped] # it ships no types
import pytest

from graph.networks.communities import communities, participation
from graph.networks.graphs import projected
from tests.graph.networks.made import random_roles, weighted

ROOT = Path(__file__).parents[3]
TWO = weighted(
    {("a", "b"): 3.0, ("b", "c"): 2.0, ("a", "c"): 2.0, ("d", "e"): 1.0, ("e", "f"): 1.0, ("d", "f"): 1.0}
    | {("c", "d"): 0.5}
)


def test_two_triangles_are_two_groups_named_by_their_heaviest_unit() -> None:
    first, second = communities(TWO)
    assert (first.name, set(first.units), first.inside, first.outside) == ("a", {"a", "b", "c"}, 7.0, 0.5)
    assert (second.name, set(second.units), second.inside, second.outside) == ("d", {"d", "e", "f"}, 3.0, 0.5)


@pytest.mark.parametrize("tie", ["work", "direct"])
@pytest.mark.parametrize("seed", range(5))
def test_groups_part_all_units_better_than_no_parting(seed: int, tie: str) -> None:
    graph = projected(random_roles(seed, units=30), tie)
    groups = communities(graph)
    assert sorted(unit for group in groups for unit in group.units) == list(graph)
    parts = [set(group.units) for group in groups]
    quality = nx.community.modularity(graph, parts, weight="newman")
    assert quality >= nx.community.modularity(graph, [set(graph)], weight="newman")
    crossing = sum(group.outside for group in groups) / 2
    assert sum(group.inside for group in groups) + crossing == pytest.approx(
        graph.size(weight="newman"), abs=1e-4
    )


def test_ties_to_several_groups_spread() -> None:
    spread = participation(TWO, communities(TWO))
    assert spread["a"] == 0.0
    assert spread["c"] == pytest.approx(1 - (4 / 4.5) ** 2 - (0.5 / 4.5) ** 2)
    lone = weighted({("a", "b"): 1.0})
    lone.add_node("x")
    assert participation(lone, communities(lone))["x"] == 0.0


def test_nothing_has_no_groups() -> None:
    assert communities(nx.Graph()) == []


def test_another_process_finds_the_same_groups() -> None:
    """Sets of text have another order in every process; the groups must not follow it."""
    code = (
        "from graph.networks.communities import communities\n"
        "from graph.networks.graphs import projected\n"
        "from tests.graph.networks.made import random_roles\n"
        "print(communities(projected(random_roles(3, units=80, items=120))))"
    )
    told = set()
    for seed in ("1", "2", "3"):
        environment = {"PYTHONHASHSEED": seed, "PATH": ""}
        command = [sys.executable, "-c", code]
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
        told.add(done.stdout)
    assert len(told) == 1
