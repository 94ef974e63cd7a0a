"""Rows on their way from the records to a store."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from graph.schema import RelationKind, Schema

Row = dict[str, Any]
End = tuple[str, str, str]  # relation type, label of the source, label of the target


@dataclass
class Rows:
    """Rows by label, and by relation type with its ends."""

    nodes: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    relations: dict[End, list[Row]] = field(default_factory=lambda: defaultdict(list))

    def __len__(self) -> int:
        """Return the number of rows of both sorts."""
        return sum(map(len, self.nodes.values())) + sum(map(len, self.relations.values()))

    def add(self, other: "Rows") -> None:
        """Take over the rows of `other`."""
        for label, rows in other.nodes.items():
            self.nodes[label].extend(rows)
        for end, rows in other.relations.items():
            self.relations[end].extend(rows)

    def stamp(self, run: str) -> None:
        """Mark every row as written by the load `run`."""
        for rows in (*self.nodes.values(), *self.relations.values()):
            for row in rows:
                row["run"] = run

    def kinds(self, schema: Schema) -> Iterator[tuple[RelationKind, list[Row]]]:
        """Yield the rows of each relation with its declaration."""
        for end, rows in self.relations.items():
            yield schema.relation(*end), rows
