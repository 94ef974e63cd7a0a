"""Made-up roles, small enough to work out in the head or by trying everything."""

import random
from typing import Any

import networkx as nx  # type: ignore[import-untyped] # it ships no types

from graph.networks.roles import ROLES, Roles, Unit


def roles_of(*rows: tuple[str, str, str], functions: dict[str, str] | None = None) -> Roles:
    """Return roles from (item, unit, role); a unit's name is its id."""
    of = functions or {}
    units = {unit: Unit(unit, unit, None, of.get(unit)) for unit in sorted({unit for _, unit, _ in rows})}
    return Roles(units, tuple(sorted(rows)))


def random_roles(seed: int, units: int = 12, items: int = 15) -> Roles:
    """Return roles by lot, with units of three functions."""
    rng = random.Random(seed)  # noqa: S311 - made-up roles, no secret
    names = [f"u{number:02}" for number in range(units)]
    rows = {
        (f"i{number}", unit, rng.choice(list(ROLES)))
        for number in range(items)
        for unit in rng.sample(names, rng.randint(1, 4))
    }
    return roles_of(*rows, functions={name: f"f{rng.randrange(3)}" for name in names})


def weighted(edges: dict[tuple[str, str], float]) -> Any:
    """Return a network with these weights, in the order of the names."""
    graph = nx.Graph()
    graph.add_nodes_from(sorted({node for edge in edges for node in edge}))
    for (a, b), weight in edges.items():
        graph.add_edge(a, b, newman=weight, count=1)
    return graph
