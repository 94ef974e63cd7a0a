"""Statements and literals of Cypher for scripts that other programs run, where no parameters can travel.

Only here are values written into Cypher, and only for files. Within a literal nothing can end it: quotes
and backslashes are escaped, and a backslash never stands before a `u`, which some servers take for a
Unicode escape before they look for the end of the literal.
"""

import datetime
from collections.abc import Iterator
from typing import Any

from graph.schema import Schema
from graph.store import Value

_ESCAPES = str.maketrans({"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def literal(value: Value) -> str:
    """Return a value as Cypher writes it, on one line. Raises TypeError for a value no property has."""
    if isinstance(value, str):
        return "'" + value.translate(_ESCAPES).replace("\\u", "\\' + 'u") + "'"
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime.date):
        return f"date('{value.isoformat()}')"
    if isinstance(value, int | float):
        return repr(value)
    raise TypeError(f"no property can be {value!r}")


def literal_map(values: dict[str, Any]) -> str:
    """Return a map; what is null is left out."""
    inside = ", ".join(f"{name}: {literal(value)}" for name, value in values.items() if value is not None)
    return "{" + inside + "}"


def schema_statements(schema: Schema) -> Iterator[str]:
    """Yield the statements that make the key of every label, and the declared indexes."""
    for kind in schema.nodes.values():
        name = kind.label.lower()
        yield f"CREATE CONSTRAINT {name}_id IF NOT EXISTS FOR (n:{kind.label}) REQUIRE n.id IS UNIQUE"
        for field in (p.name for p in kind.properties.values() if p.index):
            yield f"CREATE INDEX {name}_{field} IF NOT EXISTS FOR (n:{kind.label}) ON (n.{field})"
