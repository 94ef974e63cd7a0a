"""Who stands in the middle of a network."""

import random
from dataclasses import dataclass
from typing import Any

import networkx as nx  # type: ignore[import-untyped] # it ships no types

SEED = 20_160_128  # of all that is drawn by lot, so that the same graph gives the same figures
BUDGET = 20_000_000  # edges visited for betweenness, and again for closeness; about 10 s on one core


@dataclass(frozen=True)
class Centrality:
    """The measures of one unit.

    `degree` counts its partners, `strength` adds up the weights of its ties. `betweenness` is the share
    of all shortest paths that pass through it, `closeness` the mean of 1 / distance to all others
    (harmonic, so that units out of reach count 0); both count steps, not weights. `pagerank` follows the
    weights; all units together have 1.
    """

    degree: int
    strength: float
    betweenness: float
    pagerank: float
    closeness: float


@dataclass(frozen=True)
class Centralities:
    """All units' measures, and the number of units from which paths were followed.

    Where that number is below the number of units, betweenness and closeness are estimates from a
    sample of that size.
    """

    of: dict[str, Centrality]
    sources: int


def centralities(graph: Any, weight: str = "newman", *, budget: int = BUDGET) -> Centralities:
    """Measure all nodes of a projected network.

    Args:
        graph: From `graph.networks.graphs.projected`.
        weight: newman or count.
        budget: Edges to visit at most; above it, paths are followed from a sample of the units, drawn
            with a fixed seed.
    """
    nodes = list(graph)
    size = len(nodes)
    count = _sources(graph, budget)
    # networkx draws the same sample from the same seed and the same order of nodes.
    between = nx.betweenness_centrality(graph, k=count if count < size else None, seed=SEED)
    sources = random.Random(SEED).sample(nodes, count) if count < size else nodes  # noqa: S311 - a sample, no secret
    inverse = nx.harmonic_centrality(graph, sources=sources)
    ranks = nx.pagerank(graph, weight=weight, max_iter=1000) if size else {}
    drawn = set(sources)
    found = {
        node: Centrality(
            len(set(nx.all_neighbors(graph, node))),
            round(float(graph.degree(node, weight=weight)), 6),
            round(between[node], 9),
            round(ranks[node], 9),
            round(inverse[node] / max(1, count - (node in drawn)), 9),
        )
        for node in nodes
    }
    return Centralities(found, count)


def _sources(graph: Any, budget: int) -> int:
    """Return from how many nodes paths can be followed for the budget: all of them, or fewer."""
    size = graph.number_of_nodes()
    if size == 0:
        return 0
    both = 1 if graph.is_directed() else 2
    parts = nx.weakly_connected_components(graph) if graph.is_directed() else nx.connected_components(graph)
    cost = 0  # a path never leaves its component
    for part in parts:
        cost += len(part) * (len(part) + both * graph.subgraph(part).number_of_edges())
    return int(min(size, max(10, size * budget // max(1, cost))))
