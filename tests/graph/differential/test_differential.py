"""Thousands of random read queries: the same rows on every store as by brute force.

A run prints its seed. ATLAS_FUZZ_GRAPHS and ATLAS_FUZZ_SEED make it longer or repeat it: `make fuzz`.
"""

import os
import random
from collections import Counter
from typing import Any

from graph.base import CypherStore
from graph.errors import GraphError
from graph.neo4j_store import Neo4jStore
from graph.store import Store
from tests.graph.conftest import empty
from tests.graph.differential.model import Graph
from tests.graph.differential.queries import Query, make

GRAPHS = int(os.environ.get("ATLAS_FUZZ_GRAPHS", "0"))
USUAL = {"KgliteStore": 25, "Neo4jStore": 2}  # a server plans each query anew, in a tenth of a second
QUERIES = 40  # on each graph
# Neo4j 5.26 cannot plan some WHERE with CASE … END IN [ … ] (5 of 2,400 queries); that is no wrong answer.
SERVER_FAULT = "key not found: "
SEED = int(os.environ.get("ATLAS_FUZZ_SEED", "0")) or random.SystemRandom().randrange(1, 10**6)


def test_random_queries_give_the_same_rows(store: Store) -> None:
    chance = random.Random(SEED)  # noqa: S311 - not cryptography
    wrong, filled, faults = [], 0, 0
    graphs = GRAPHS or USUAL[type(store).__name__]
    for number in range(graphs):
        graph = Graph(chance)
        fill(store, graph)
        for _ in range(QUERIES):
            query = make(graph, chance)
            filled += bool(query.rows)
            fault = differs(store, query)
            if isinstance(store, Neo4jStore) and SERVER_FAULT in fault:
                faults += 1
            elif fault:
                wrong.append(f"graph {number}:\n{query.text}\n{fault}")
    print(
        f"seed {SEED}: {graphs * QUERIES} queries, {filled} with rows, {len(wrong)} wrong, {faults} unplanned"
    )
    assert filled > graphs * QUERIES / 5
    assert faults <= 2 + graphs * QUERIES / 100
    assert wrong == [], f"ATLAS_FUZZ_SEED={SEED}, {len(wrong)} wrong, the first:\n" + "\n\n".join(wrong[:5])


def fill(store: Store, graph: Graph) -> None:
    assert isinstance(store, CypherStore)
    empty(store)
    for node in graph.nodes:
        store._write(f"CREATE (:{node.label} {{id: $id, name: $name, k: $k, s: $s}})", node.properties)
    for edge in graph.edges:
        store._write(
            f"MATCH (a:{edge.source.label} {{id: $a}}), (b:{edge.target.label} {{id: $b}}) "
            f"CREATE (a)-[:{edge.kind} {{id: $id, k: $k, s: $s}}]->(b)",
            {"a": edge.source.id, "b": edge.target.id, **edge.properties},
        )
    store.checkpoint()


def differs(store: Store, query: Query) -> str:
    try:
        found = [
            tuple(map(plain, row)) for row in store.query(query.text, timeout=20, row_limit=100_000).rows
        ]
    except GraphError as error:
        return f"{type(error).__name__}: {error}"
    wanted = [tuple(map(plain, row)) for row in query.rows]
    if query.ordered:
        return "" if found == wanted else f"expected {wanted[:9]}\nfound    {found[:9]}"
    missing, extra = Counter(wanted) - Counter(found), Counter(found) - Counter(wanted)
    return (
        f"missing {list(missing.items())[:5]}\nextra   {list(extra.items())[:5]}" if missing or extra else ""
    )


def plain(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, 9)
    return tuple(map(plain, value)) if isinstance(value, list) else value
