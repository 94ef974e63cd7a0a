"""Writes the whole graph for other programs. The formats that need networkx are in `analytics`."""

import csv
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from graph.analytics import write_gexf, write_graphml
from graph.errors import GraphError
from graph.render import safe_cell
from graph.schema import NodeKind, RelationKind, load_schema
from graph.store import Result, Store
from graph.tables import node_tables, relation_tables


def write_csv(store: Store, folder: Path) -> None:
    """Write one file for each label and each relation with its ends into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, result in _tables(store):
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(result.columns)
            writer.writerows([safe_cell(value) for value in row] for row in result.rows)


FORMATS: Mapping[str, Callable[[Store, Path], None]] = {
    "csv": write_csv,
    "graphml": write_graphml,
    "gexf": write_gexf,
}


def export(store: Store, format: str, out: Path) -> None:
    """Write the graph to `out`: a folder for csv, a file for the others. Raises GraphError."""
    try:
        FORMATS[format](store, out)
    except OSError as error:
        raise GraphError(f"cannot write {out}: {error.strerror}") from error


def _tables(store: Store) -> Iterator[tuple[str, Result]]:
    nodes: Iterator[tuple[NodeKind, Result]] = node_tables(store, load_schema())
    yield from ((kind.label, result) for kind, result in nodes)
    relations: Iterator[tuple[RelationKind, Result]] = relation_tables(store, load_schema())
    yield from ((f"{kind.source}-{kind.name}-{kind.target}", result) for kind, result in relations)
