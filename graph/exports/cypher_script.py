"""A Cypher script that builds the graph again in any Neo4j: `cypher-shell -f FILE`.

Keys and indexes first, then nodes, then relations, in statements of a few hundred rows, one on a line. It
may be run twice. A line never begins inside a value, so a script can be cut at its line ends.
"""

from collections.abc import Iterator
from pathlib import Path

from graph.exports.statements import literal, literal_map, schema_statements
from graph.schema import NodeKind, load_schema
from graph.tables import Row, Table

ROWS = 500  # of a statement, unless their text is long
SIGNS = 200_000  # about as long does a statement get


def write(tables: list[Table], path: Path) -> None:
    """Write the script."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for statement in schema_statements(load_schema()):
            file.write(f"{statement};\n")
        file.write("CALL db.awaitIndexes(300);\n")
        for table in tables:
            for rows in _batches(_row(table, row) for row in table.rows()):
                file.write(f"UNWIND [{', '.join(rows)}] AS row {_statement(table)};\n")


def _statement(table: Table) -> str:
    kind = table.kind
    if isinstance(kind, NodeKind):
        return f"MERGE (n:{kind.label} {{id: row.id}}) SET n = row"
    return (
        f"MATCH (a:{kind.source} {{id: row.a}}) MATCH (b:{kind.target} {{id: row.b}}) "
        f"MERGE (a)-[r:{kind.name}]->(b) SET r = row.r"
    )


def _row(table: Table, row: Row) -> str:
    values = dict(zip(table.columns, row, strict=True))
    if isinstance(table.kind, NodeKind):
        return literal_map(values)
    ends = f"a: {literal(values.pop('source'))}, b: {literal(values.pop('target'))}"
    return f"{{{ends}, r: {literal_map(values)}}}"


def _batches(rows: Iterator[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    signs = 0
    for row in rows:
        batch.append(row)
        signs += len(row)
        if len(batch) == ROWS or signs > SIGNS:
            yield batch
            batch, signs = [], 0
    if batch:
        yield batch
