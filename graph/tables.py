"""Reads the whole graph, label by label and relation by relation, in a stable order and a page at a time.

A page holds few enough rows that the texts of a large graph never are in memory at once.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from graph.cypher import STAMP
from graph.errors import GraphError
from graph.schema import NodeKind, Property, RelationKind, Schema
from graph.store import Store, Value

ALL = 100_000_000  # a row limit that no graph reaches
TIMEOUT = 600.0  # seconds for one page
NODES = 1_000  # rows of a page: plans have long texts
RELATIONS = 10_000
Row = tuple[Value, ...]


@dataclass(frozen=True)
class Table:
    """All nodes of a label or all relations of a type between two labels.

    `columns` gives the kind of each: `id` or `source` and `target` (ids), the declared properties, and
    `run`, the stamp by which a load knows what it wrote.
    """

    store: Store
    kind: NodeKind | RelationKind
    columns: Mapping[str, str]

    @property
    def name(self) -> str:
        """`Item`, or `Unit-LEADS-Item`: unlike a relation type, one for each table."""
        if isinstance(self.kind, NodeKind):
            return self.kind.label
        return f"{self.kind.source}-{self.kind.name}-{self.kind.target}"

    def pages(self) -> Iterator[list[Row]]:
        """Yield the rows, in the order of their ids; None is a property that is not there."""
        wanted = ", ".join(_column(name, self.kind) for name in self.columns)
        ends = 1 if isinstance(self.kind, NodeKind) else 2
        text = f"UNWIND $ids AS id MATCH {_pattern(self.kind, '{id: id}')} RETURN {wanted}"
        for ids in self._ids():
            yield sorted(_read(self.store, text, {"ids": ids}), key=lambda row: tuple(map(str, row[:ends])))

    def rows(self) -> Iterator[Row]:
        """Yield the rows of all pages."""
        for page in self.pages():
            yield from page

    def _ids(self) -> Iterator[list[str]]:
        """Yield the ids from which each page is read."""
        if isinstance(self.kind, NodeKind):
            found = _read(self.store, f"MATCH {_pattern(self.kind)} RETURN a.id AS id, 1 AS n")
            yield from _filled(found, NODES)
        else:
            found = _read(self.store, f"MATCH {_pattern(self.kind)} RETURN a.id AS id, count(r) AS n")
            yield from _filled(found, RELATIONS)


def node_tables(store: Store, schema: Schema) -> list[Table]:
    """Return a table for each label."""
    return [Table(store, kind, _columns(("id",), kind)) for kind in schema.nodes.values()]


def relation_tables(store: Store, schema: Schema) -> list[Table]:
    """Return a table for each relation type and the two labels that it joins."""
    return [Table(store, kind, _columns(("source", "target"), kind)) for kind in schema.relations]


@contextmanager
def unchanged(store: Store) -> Iterator[str]:
    """Give the id of the loaded run, empty for an empty graph, while the whole graph is read.

    Raises GraphError when another run was loaded meanwhile, as what was read is then of both.
    """
    before = run_of(store)
    yield before
    if run_of(store) != before:
        raise GraphError("another build was loaded while the graph was read; try again")


def run_of(store: Store) -> str:
    """Return the id of the loaded run, empty for an empty graph."""
    return " ".join(sorted(str(row[0]) for row in _read(store, "MATCH (r:Run) RETURN r.id AS id")))


def _columns(keys: Iterable[str], kind: NodeKind | RelationKind) -> dict[str, str]:
    declared: Mapping[str, Property] = kind.properties
    return dict.fromkeys(keys, "string") | {name: p.kind for name, p in declared.items()} | {STAMP: "string"}


def _pattern(kind: NodeKind | RelationKind, key: str = "") -> str:
    if isinstance(kind, NodeKind):
        return f"(a:{kind.label} {key})"
    return f"(a:{kind.source} {key})-[r:{kind.name}]->(b:{kind.target})"


def _column(name: str, kind: NodeKind | RelationKind) -> str:
    if isinstance(kind, NodeKind):
        return f"a.{name} AS {name}"
    return {"source": "a.id AS source", "target": "b.id AS target"}.get(name, f"r.{name} AS {name}")


def _filled(found: Iterable[Row], size: int) -> Iterator[list[str]]:
    """Yield ids, in order, that together have about `size` rows."""
    page: list[str] = []
    held = 0
    for key, count in sorted((str(row[0]), int(str(row[1]))) for row in found):
        page.append(key)
        held += count
        if held >= size:
            yield page
            page, held = [], 0
    if page:
        yield page


def _read(store: Store, text: str, params: Mapping[str, Value] | None = None) -> tuple[Row, ...]:
    return store.query(text, params, timeout=TIMEOUT, row_limit=ALL, trusted=True).rows
