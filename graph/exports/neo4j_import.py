"""Files for `neo4j-admin database import full`: the fastest way into a new Neo4j database.

For each label and each relation with its ends a header file, whose columns name types, and a data file.
Texts are always in quotes, so that an empty text stays one, and a property that is not there is an empty
cell. `import.args` has the arguments, `import.sh` runs them, `schema.cypher` makes the keys afterwards.
"""

import datetime
import json
from pathlib import Path

from graph.exports.place import MARK
from graph.exports.statements import schema_statements
from graph.schema import NodeKind, load_schema
from graph.store import Value
from graph.tables import Table

TYPES = {"string": "", "int": ":long", "float": ":double", "bool": ":boolean", "date": ":date"}
BUFFER = 4 * 1024 * 1024  # bytes that the import tool holds of a file, unless told otherwise
SCRIPT = """#!/bin/sh
# Makes the graph in a new Neo4j database (Community: while the server is stopped):
#   sh import.sh [DATABASE]
# then start the server and make the keys and indexes:
#   cypher-shell -f schema.cypher
set -eu
cd "$(dirname "$0")"
exec "${NEO4J_ADMIN:-neo4j-admin}" database import full @import.args "${1:-neo4j}"
"""


def write(tables: list[Table], folder: Path) -> None:
    """Write the files into the folder."""
    arguments = []
    longest = 0
    for table in tables:
        rows, size = _write_data(table, folder)
        longest = max(longest, size)
        if rows:
            header = ",".join(_heads(table)) + "\n"
            (folder / f"{table.name}-header.csv").write_text(header, encoding="utf-8", newline="\n")
            option = "nodes" if isinstance(table.kind, NodeKind) else "relationships"
            named = table.kind.label if isinstance(table.kind, NodeKind) else table.kind.name
            arguments.append(f"--{option}={named}={table.name}-header.csv,{table.name}.csv")
        else:
            (folder / f"{table.name}.csv").unlink()
    arguments.append("--multiline-fields=true")
    if longest >= BUFFER:  # one row must fit
        arguments.append(f"--read-buffer-size={2 * longest}")
    (folder / "import.args").write_text("\n".join(arguments) + "\n", encoding="utf-8")
    (folder / "import.sh").write_text(SCRIPT, encoding="utf-8", newline="\n")
    statements = "".join(f"{each};\n" for each in schema_statements(load_schema()))
    (folder / "schema.cypher").write_text(statements, encoding="utf-8")
    (folder / MARK).write_text(json.dumps({"format": "neo4j-admin"}) + "\n", encoding="utf-8")


def _heads(table: Table) -> list[str]:
    """Return the columns with their types, as the import tool reads them."""
    kind = table.kind
    if isinstance(kind, NodeKind):
        ends = {"id": f"id:ID({kind.label})"}
    else:
        ends = {"source": f":START_ID({kind.source})", "target": f":END_ID({kind.target})"}
    return [ends.get(name, name + TYPES[type_]) for name, type_ in table.columns.items()]


def _write_data(table: Table, folder: Path) -> tuple[int, int]:
    """Write the rows; return their number and the length in bytes of the longest, or a bit more."""
    rows = longest = 0
    with (folder / f"{table.name}.csv").open("w", encoding="utf-8", newline="") as file:
        for page in table.pages():
            lines = [",".join(map(cell, row)) + "\n" for row in page]
            file.writelines(lines)
            rows += len(lines)
            longest = max(longest, 4 * max(map(len, lines)))  # a sign has at most four bytes
    return rows, longest


def cell(value: Value) -> str:
    """Return a value as a cell: text in quotes, null as nothing."""
    if value is None:
        return ""
    if isinstance(value, str):
        return '"' + value.replace('"', '""') + '"'
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, datetime.date) else repr(value)
