"""Reads the whole graph, label by label and relation by relation, in a stable order."""

from collections.abc import Iterator

from graph.schema import NodeKind, RelationKind, Schema
from graph.store import Result, Store

ALL = 100_000_000  # a row limit that no graph reaches
TIMEOUT = 600.0  # seconds for one label


def node_tables(store: Store, schema: Schema) -> Iterator[tuple[NodeKind, Result]]:
    """Yield each label with `id` and its properties."""
    for kind in schema.nodes.values():
        columns = ", ".join(f"n.{name} AS {name}" for name in ("id", *kind.properties))
        yield kind, _read(store, f"MATCH (n:{kind.label}) RETURN {columns} ORDER BY id")


def relation_tables(store: Store, schema: Schema) -> Iterator[tuple[RelationKind, Result]]:
    """Yield each relation with `source`, `target` (ids) and its properties."""
    for kind in schema.relations:
        columns = "".join(f", r.{name} AS {name}" for name in kind.properties)
        pattern = f"(a:{kind.source})-[r:{kind.name}]->(b:{kind.target})"
        text = f"MATCH {pattern} RETURN a.id AS source, b.id AS target{columns} ORDER BY source, target"
        yield kind, _read(store, text)


def _read(store: Store, text: str) -> Result:
    return store.query(text, timeout=TIMEOUT, row_limit=ALL)
