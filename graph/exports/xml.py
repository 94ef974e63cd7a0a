"""What the two XML formats share: names of nodes and edges, and text that XML can hold."""

import datetime
import re
from collections.abc import Iterator

from graph.schema import NodeKind, RelationKind
from graph.store import Value
from graph.tables import Row, Table

# XML 1.0 has no way to write these signs, not even as a reference.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
LOST = "\ufffd"


def text(value: Value) -> str:
    """Return a value as XML Schema writes it; a sign that XML cannot hold becomes U+FFFD."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime.date):
        return value.isoformat()
    return _NOT_XML.sub(LOST, value) if isinstance(value, str) else repr(value)


def nodes(tables: list[Table]) -> Iterator[tuple[Table, NodeKind, Iterator[Row]]]:
    """Yield each label with its rows."""
    for table in tables:
        if isinstance(table.kind, NodeKind):
            yield table, table.kind, table.rows()


def relations(tables: list[Table]) -> Iterator[tuple[Table, RelationKind, Iterator[Row]]]:
    """Yield each relation with its rows."""
    for table in tables:
        if isinstance(table.kind, RelationKind):
            yield table, table.kind, table.rows()


def node_id(label: str, key: Value) -> str:
    """Return the id of a node in the file: two labels may have nodes of one id."""
    return text(f"{label}:{key}")


def edge_attributes(table: Table, kind: RelationKind, number: int, row: Row) -> dict[str, str]:
    """Return the id and the ends of an edge; two edges of other types may join the same two nodes."""
    ends = {"source": node_id(kind.source, row[0]), "target": node_id(kind.target, row[1])}
    return {"id": f"{table.name}:{number}", **ends}
