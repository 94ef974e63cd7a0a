"""What the two Cypher stores share: everything but talking to the engine."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from functools import lru_cache
from typing import Any

from graph import cypher
from graph.bombs import check_bombs
from graph.errors import QueryError
from graph.guard import check_read_only
from graph.schema import NodeKind, RelationKind, Schema, load_schema
from graph.store import Path, PathNode, PathRelation, Result, Value
from graph.tokens import Token, render

BATCH = 5000  # rows a statement: larger ones gained nothing in measurements on both stores
LONGEST_PATH = 15


class CypherStore(ABC):
    """A Store on an engine that reads Cypher; a subclass gives `_write`, `_read` and the rest."""

    def __init__(self, schema: Schema | None = None) -> None:
        """Use the declared schema unless another is given."""
        self.schema = schema if schema is not None else load_schema()

    def upsert_nodes(self, label: str, rows: Sequence[Mapping[str, Any]]) -> int:
        """Create or replace nodes by `id`."""
        kind = self._kind(label)
        for batch in cypher.batches(cypher.node_rows(kind, rows), BATCH):
            self._write(cypher.upsert_nodes(kind), {"rows": batch})
        return len(rows)

    def upsert_relations(self, kind: RelationKind, rows: Sequence[Mapping[str, Any]]) -> int:
        """Create or replace relations between `source` and `target`."""
        for batch in cypher.batches(cypher.relation_rows(kind, rows), BATCH):
            self._write(cypher.upsert_relations(kind), {"rows": batch})
        return len(rows)

    def delete_by_source(self, plan_id: str) -> int:
        """Delete the plan with all that came from its text."""
        return sum(self._write(text, {"plan_id": plan_id}) for text in cypher.delete_plan(self.schema))

    def delete_stale_of_plans(self, runs: Mapping[str, str]) -> int:
        """Delete what plans, now written with the stamp `runs[id]`, do not hold any more."""
        plans = [{"id": plan_id, "run": run} for plan_id, run in runs.items()]
        texts = list(cypher.delete_stale_of_plans(self.schema)) if plans else []
        return sum(self._write(text, {"plans": plans}) for text in texts)

    def delete_stale(self, run: str) -> int:
        """Delete the shared nodes and relations that the load `run` did not stamp."""
        return sum(self._write(text, {"run": run}) for text in cypher.delete_stale(self.schema))

    def query(
        self,
        cypher: str,
        params: Mapping[str, Any] | None = None,
        *,
        timeout: float = 10.0,
        row_limit: int = 10_000,
        trusted: bool = False,
    ) -> Result:
        """Run a read-only query; refused texts never reach the engine."""
        values = dict(params or {})
        tokens, text = _checked(cypher, self._prepare)
        check_bombs(tokens, values)
        columns, rows = self._read(text, values, timeout=timeout, row_limit=row_limit + 1, trusted=trusted)
        return Result(columns, tuple(rows[:row_limit]), truncated=len(rows) > row_limit)

    def node(self, label: str, node_id: str) -> dict[str, Value] | None:
        """Return the declared properties of a node, or None."""
        rows = self.query(cypher.read_node(self._kind(label)), {"id": node_id}, trusted=True).dicts()
        return rows[0] if rows else None

    def neighbours(self, label: str, node_id: str, *, limit: int = 200) -> Result:
        """Return the nodes one relation away."""
        text = cypher.read_neighbours(self._kind(label))
        return self.query(text, {"id": node_id, "limit": limit}, trusted=True)

    def shortest_path(
        self, source: tuple[str, str], target: tuple[str, str], *, max_length: int = 8
    ) -> Path | None:
        """Return a shortest path between two nodes, or None."""
        if not 1 <= max_length <= LONGEST_PATH:
            raise QueryError(f"expected a length of 1 to {LONGEST_PATH}, found {max_length}")
        kinds = self._kind(source[0]), self._kind(target[0])
        if source == target:  # Neo4j has no path from a node to itself
            node = self.node(*source)
            return None if node is None else Path((PathNode(*source, str(node["name"])),), ())
        params = {"a": source[1], "b": target[1]}
        rows = self.query(cypher.shortest_path(*kinds, max_length), params, trusted=True).dicts()
        return _path(rows[0]) if rows else None

    def statistics(self) -> dict[str, int]:
        """Return the count of every label and relation type."""
        counts = {label: f"MATCH (n:{label}) RETURN count(n) AS n" for label in self.schema.nodes}
        counts |= {
            name: f"MATCH ()-[r:{name}]->() RETURN count(r) AS n" for name in self.schema.relation_types
        }
        found = {}
        for name, text in counts.items():
            number = self.query(text, timeout=60.0, trusted=True).rows[0][0]
            found[name] = number if isinstance(number, int) else 0
        return found

    def _kind(self, label: str) -> NodeKind:
        if label not in self.schema.nodes:
            near = get_close_matches(label, self.schema.nodes, 1)
            raise QueryError(f"unknown label {label!r}" + (f"; did you mean {near[0]}?" if near else ""))
        return self.schema.nodes[label]

    @abstractmethod
    def _write(self, text: str, params: dict[str, Any]) -> int:
        """Run a statement that writes; return the count in its single row, or 0."""

    @abstractmethod
    def _read(
        self, text: str, params: dict[str, Any], *, timeout: float, row_limit: int, trusted: bool
    ) -> tuple[tuple[str, ...], list[tuple[Value, ...]]]:
        """Run a checked query; return its columns and at most `row_limit` rows."""

    @staticmethod
    def _prepare(tokens: list[Token]) -> list[Token]:
        """Return a query as this engine wants it; refuse what it would answer wrongly."""
        return tokens


def _path(row: Mapping[str, Any]) -> Path:
    nodes = map(PathNode, row["labels"], row["ids"], row["names"])
    ways = ("out" if forward else "in" for forward in row["forward"])
    return Path(tuple(nodes), tuple(map(PathRelation, row["types"], ways)))


@lru_cache(maxsize=256)
def _checked(cypher: str, prepare: Callable[[list[Token]], list[Token]]) -> tuple[list[Token], str]:
    """Return the tokens of a query that only reads, and what to send; pages ask the same again and again."""
    tokens = check_read_only(cypher)
    return tokens, render(prepare(tokens))
