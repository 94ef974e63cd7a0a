"""The graph as a networkx graph, and the file formats that networkx writes. The only file that imports it."""

import datetime
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx  # type: ignore[import-untyped] # it ships no types

from graph.schema import load_schema
from graph.store import Result, Store, Value
from graph.tables import node_tables, relation_tables

# XML 1.0 has no way to write these; a plan's text may hold them.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_networkx(store: Store) -> "nx.MultiDiGraph[str]":
    """Return the whole graph; properties that are null are left out.

    A node is `Label:id`, with its name as `label` and its label as `node_kind`. An edge has its type
    as `label`; its key is unique in the graph, as file formats take it for an id.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node_kind, result in node_tables(store, load_schema()):
        for row in _rows(result):
            name = f"{node_kind.label}:{row.pop('id')}"
            graph.add_node(name, label=row.get("name"), node_kind=node_kind.label, **row)
    for kind, result in relation_tables(store, load_schema()):
        for number, row in enumerate(_rows(result)):
            source, target = f"{kind.source}:{row.pop('source')}", f"{kind.target}:{row.pop('target')}"
            key = f"{kind.source}-{kind.name}-{kind.target}:{number}"
            graph.add_edge(source, target, key=key, label=kind.name, **row)
    return graph


def write_graphml(store: Store, out: Path) -> None:
    """Write GraphML, for yEd, Cytoscape and others."""
    _write(store, out, nx.write_graphml)


def write_gexf(store: Store, out: Path) -> None:
    """Write GEXF, for Gephi."""
    _write(store, out, nx.write_gexf)


def _write(store: Store, out: Path, write: Callable[..., None]) -> None:
    part = out.with_name(out.name + ".part")
    write(as_networkx(store), part, encoding="utf-8")
    part.replace(out)


def _rows(result: Result) -> list[dict[str, Any]]:
    return [{name: _xml(value) for name, value in row.items() if value is not None} for row in result.dicts()]


def _xml(value: Value) -> Value:
    if isinstance(value, datetime.date):
        return value.isoformat()
    return _NOT_XML.sub("", value) if isinstance(value, str) else value
