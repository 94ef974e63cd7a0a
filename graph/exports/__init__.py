"""Writes the whole graph for other programs: one module for each format, and the list of them here."""

from collections.abc import Callable, Mapping
from pathlib import Path

from graph.errors import GraphError
from graph.exports import csv_files, cypher_script, gexf, graphml, json_ld, neo4j_import, parquet
from graph.exports.place import new_file, new_folder
from graph.schema import load_schema
from graph.store import Store
from graph.tables import Table, node_tables, relation_tables, unchanged

# What writes each format, and whether it writes a folder.
FORMATS: Mapping[str, tuple[Callable[[list[Table], Path], None], bool]] = {
    "csv": (csv_files.write, True),
    "parquet": (parquet.write, True),
    "graphml": (graphml.write, False),
    "gexf": (gexf.write, False),
    "jsonld": (json_ld.write, False),
    "cypher": (cypher_script.write, False),
    "neo4j-admin": (neo4j_import.write, True),
}


def export(store: Store, format: str, out: Path) -> None:
    """Write the graph; `out` appears when all is written, or stays as it was.

    Args:
        store: What to write.
        format: One of `FORMATS`.
        out: A folder for csv, parquet and neo4j-admin, a file for the others.

    Raises GraphError when it cannot be written, when `out` is a folder that holds anything but an
    earlier export, and when another build is loaded meanwhile.
    """
    write, is_folder = FORMATS[format]
    schema = load_schema()
    place = new_folder if is_folder else new_file
    try:
        with place(out, format) as part, unchanged(store):
            write([*node_tables(store, schema), *relation_tables(store, schema)], part)
    except OSError as error:
        raise GraphError(f"cannot write {out}: {error.strerror or error}") from error
