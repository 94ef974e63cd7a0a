"""Writes measures into the graph, as properties of units that `schema.yml` declares as derived.

They carry the id of the run that they were measured for. A load of another build writes units anew,
without them, so measures of an older build are never taken for those of the loaded one.
"""

from dataclasses import dataclass
from typing import Any

from graph.errors import GraphError
from graph.networks.answers import named
from graph.networks.brokers import brokers
from graph.networks.centrality import centralities
from graph.networks.communities import communities, participation
from graph.networks.graphs import projected
from graph.networks.roles import Roles, Selection, read_roles
from graph.schema import load_schema
from graph.store import Store, Value
from graph.tables import node_tables, unchanged


@dataclass(frozen=True)
class Measured:
    """What was measured: units with a role, groups of two and more, and how many units paths start from."""

    run: str
    units: int
    groups: int
    sources: int


def write_measures(store: Store) -> Measured:
    """Measure the network of units that work together, write the measures, and publish them.

    The network is that of all years and roles without collectives, with Newman's weights.

    Args:
        store: Open for writing.

    Raises GraphError when no build is loaded.
    """
    with unchanged(store) as run:
        if not run:
            raise GraphError("there is nothing to measure: no build was loaded")
        roles = read_roles(store, Selection())
        values, groups, sources = _measure(roles)
        [table] = [table for table in node_tables(store, load_schema()) if table.name == "Unit"]
        for page in table.pages():
            rows = [dict(zip(table.columns, row, strict=True)) for row in page]
            fresh: dict[str, Any] = dict.fromkeys(_derived()) | {"measured_run": run}
            store.upsert_nodes("Unit", [row | fresh | values.get(str(row["id"]), {}) for row in rows])
    store.checkpoint()
    return Measured(run, len(roles.units), groups, sources)


def _measure(roles: Roles) -> tuple[dict[str, dict[str, Value]], int, int]:
    """Return the derived properties of each unit, the number of groups, and that of sources of paths."""
    graph = projected(roles, "work")
    central, joined, groups = centralities(graph), brokers(graph), communities(graph)
    names, spread = named(groups, roles.units), participation(graph, groups)
    member = {unit: names[group.name] for group in groups for unit in group.units if len(group.units) > 1}
    found: dict[str, dict[str, Value]] = {}
    for unit, measures in central.of.items():
        found[unit] = {
            "community": member.get(unit),
            "degree": measures.degree,
            "strength": measures.strength,
            "betweenness": measures.betweenness,
            "pagerank": measures.pagerank,
            "closeness": measures.closeness,
            "burt_constraint": joined[unit].constraint,
            "effective_size": joined[unit].effective,
            "participation": spread[unit],
        }
    return found, len(set(member.values())), central.sources


def _derived() -> list[str]:
    return [each.name for each in load_schema().nodes["Unit"].properties.values() if each.derived]
