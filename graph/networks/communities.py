"""Which units form a group, and who stands between groups."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

import networkx as nx  # type: ignore[import-untyped] # it ships no types

from graph.networks.centrality import SEED


@dataclass(frozen=True)
class Community:
    """A group; `name` is the unit of it with the heaviest ties, `units` begin with that one."""

    name: str
    units: tuple[str, ...]
    inside: float  # weight of the ties within
    outside: float  # weight of the ties to other groups


def communities(graph: Any, weight: str = "newman") -> list[Community]:
    """Part the network by the method of Louvain, with a fixed seed; the largest group first.

    A unit without a tie is a group of its own. V. D. Blondel and others, "Fast unfolding of communities
    in large networks", Journal of Statistical Mechanics P10008, 2008.
    """
    nodes = list(graph)
    if not nodes:
        return []
    # Numbers instead of ids: sets of text have another order in every process.
    numbered = nx.convert_node_labels_to_integers(graph)
    strength = {node: float(graph.degree(node, weight=weight)) for node in nodes}
    parts = nx.community.louvain_communities(numbered, weight=weight, seed=SEED)
    groups = [sorted((nodes[n] for n in part), key=lambda u: (-strength[u], u)) for part in parts]
    member = {unit: number for number, group in enumerate(groups) for unit in group}
    inside, outside = [0.0] * len(groups), [0.0] * len(groups)
    for a, b, tie in graph.edges(data=weight):
        if member[a] == member[b]:
            inside[member[a]] += tie
        else:
            outside[member[a]] += tie
            outside[member[b]] += tie
    found = [
        Community(group[0], tuple(group), round(inside[n], 6), round(outside[n], 6))
        for n, group in enumerate(groups)
    ]
    return sorted(found, key=lambda group: (-len(group.units), -group.inside, group.name))


def participation(graph: Any, groups: list[Community], weight: str = "newman") -> dict[str, float]:
    """Return for each unit how evenly its ties spread over the groups: 0 all in one, near 1 over many.

    The participation coefficient, 1 - sum of squares of the shares of each group: R. Guimerà and
    L. A. N. Amaral, "Functional cartography of complex metabolic networks", Nature 433, 2005.
    """
    member = {unit: group.name for group in groups for unit in group.units}
    found = {}
    for unit in graph:
        shares: dict[str, float] = defaultdict(float)
        for a, b, tie in (*graph.edges(unit, data=weight), *_incoming(graph, unit, weight)):
            shares[member[b if a == unit else a]] += tie
        total = sum(shares.values())
        found[unit] = round(1 - sum((share / total) ** 2 for share in shares.values()), 9) if total else 0.0
    return found


def _incoming(graph: Any, unit: str, weight: str) -> Any:
    return graph.in_edges(unit, data=weight) if graph.is_directed() else ()
