"""What every graph store offers. Queries are Cypher; values travel as parameters, never as text."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from graph.schema import RelationKind, Schema

# Plain Python values: None, bool, int, float, str, date, datetime, and lists and dicts of them.
Value = None | bool | int | float | str | datetime.date | list[Any] | dict[str, Any]
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Result:
    """Rows under named columns; `truncated` when the row limit cut them."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    truncated: bool = False

    def dicts(self) -> list[dict[str, Value]]:
        """Return each row as a mapping from column to value."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


class PathNode(NamedTuple):
    """A node on a path."""

    label: str
    id: str
    name: str


class PathRelation(NamedTuple):
    """A relation on a path; `direction` is `out` when it leads on, `in` when it leads back."""

    relation: str
    direction: str


@dataclass(frozen=True)
class Path:
    """A path: its nodes, and the relations between each and the next."""

    nodes: tuple[PathNode, ...]
    relations: tuple[PathRelation, ...]


class Store(Protocol):
    """A property graph with one writer and any number of readers, who see what was published last."""

    def ensure_schema(self, schema: Schema) -> None:
        """Create the keys and indexes that the schema declares, where they are missing."""

    def upsert_nodes(self, label: str, rows: Sequence[Row]) -> int:
        """Create or replace nodes by `id`; a row holds `id` and properties. Returns their number."""

    def upsert_relations(self, kind: RelationKind, rows: Sequence[Row]) -> int:
        """Create or replace relations; a row holds `source`, `target` (ids) and properties."""

    def delete_by_source(self, plan_id: str) -> int:
        """Delete the plan with all that came from its text. Returns the number of nodes deleted."""

    def delete_stale_of_plans(self, runs: Mapping[str, str]) -> int:
        """Delete what plans, by id and the stamp they now have, hold no more. Returns the number."""

    def delete_stale(self, run: str) -> int:
        """Delete shared nodes and relations that the load `run` did not stamp. Returns their number."""

    def query(
        self,
        cypher: str,
        params: Row | None = None,
        *,
        timeout: float = 10.0,
        row_limit: int = 10_000,
        trusted: bool = False,
    ) -> Result:
        """Run a read-only query.

        Args:
            cypher: The text; clauses that write, procedures and LOAD CSV are refused.
            params: Values for its `$names`.
            timeout: Seconds until QueryTimeout.
            row_limit: Rows after which the result is cut and marked `truncated`.
            trusted: Whether the text is the program's own, linted and tested. An engine that lives in
                this process runs any other text in a child process, which may die of it.
        """

    def node(self, label: str, node_id: str) -> dict[str, Value] | None:
        """Return the declared properties of a node, or None when there is no such node."""

    def neighbours(self, label: str, node_id: str, *, limit: int = 200) -> Result:
        """Return the nodes one relation away: relation, direction (in, out), label, id, name."""

    def shortest_path(
        self, source: tuple[str, str], target: tuple[str, str], *, max_length: int = 8
    ) -> Path | None:
        """Return a shortest path, of several the first by its nodes' ids, or None where there is none.

        Args:
            source: Label and id of the node where it begins.
            target: The same of where it ends; relations are followed in both directions.
            max_length: The most relations, up to 15.

        Raises QueryError for an unknown label and another length.
        """

    def statistics(self) -> dict[str, int]:
        """Return the count of every label and relation type."""

    def checkpoint(self) -> None:
        """Publish what was written, at once: from now on readers see all of it, and before they saw nothing.

        Raises StoreUnavailable when that fails; LoadLost when nothing is published and running the load
        again may help.
        """

    def discard(self) -> None:
        """Drop what was written since it was published last; a load that was lost may then be run again."""

    def close(self) -> None:
        """Let go of the store. What was not published is dropped."""
