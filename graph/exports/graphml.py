"""GraphML, for yEd, Cytoscape, igraph and others.

A node is `Label:id`, its label `node_type`, its name also `label`, which viewers show; an edge's type is
its `label`. A property that is not there has no `<data>`, an empty text has an empty one. Dates are
ISO text, as GraphML has no dates.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from lxml import etree

from graph.exports.xml import edge_attributes, node_id, nodes, relations, text
from graph.store import Value
from graph.tables import Table

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
TYPES = {"string": "string", "int": "long", "float": "double", "bool": "boolean", "date": "string"}


def write(tables: list[Table], path: Path) -> None:
    """Write the file as a stream."""
    keys = {(ends, name, kind): f"k{number}" for number, (ends, name, kind) in enumerate(_declared(tables))}
    with etree.xmlfile(str(path), encoding="utf-8") as xml:
        xml.write_declaration()
        with xml.element("graphml", nsmap={None: NAMESPACE}):
            for (ends, name, kind), key in keys.items():
                with xml.element("key", {"id": key, "for": ends, "attr.name": name, "attr.type": kind}):
                    pass
            with xml.element("graph", {"id": "atlas", "edgedefault": "directed"}):
                _write_nodes(xml, tables, keys)
                _write_edges(xml, tables, keys)


def _declared(tables: list[Table]) -> list[tuple[str, str, str]]:
    """Return (node or edge, name, type) of all properties, one for all labels that have it."""
    found = [("node", "label", "string"), ("node", "node_type", "string"), ("edge", "label", "string")]
    for ends, listed, skip in (("node", nodes(tables), 1), ("edge", relations(tables), 2)):
        for table, *_ in listed:
            found += [(ends, name, TYPES[kind]) for name, kind in list(table.columns.items())[skip:]]
    return list(dict.fromkeys(found))


def _write_nodes(xml: Any, tables: list[Table], keys: Mapping[tuple[str, str, str], str]) -> None:
    label, node_type = keys["node", "label", "string"], keys["node", "node_type", "string"]
    for table, kind, rows in nodes(tables):
        columns = _keys(table, "node", keys)
        name = list(table.columns).index("name")
        for row in rows:
            node = etree.Element("node", id=node_id(kind.label, row[0]))
            _add(node, [label, node_type, *columns[1:]], [row[name], kind.label, *row[1:]])
            xml.write(node)


def _write_edges(xml: Any, tables: list[Table], keys: Mapping[tuple[str, str, str], str]) -> None:
    label = keys["edge", "label", "string"]
    for table, kind, rows in relations(tables):
        columns = _keys(table, "edge", keys)
        for number, row in enumerate(rows):
            edge = etree.Element("edge", edge_attributes(table, kind, number, row))
            _add(edge, [label, *columns[2:]], [kind.name, *row[2:]])
            xml.write(edge)


def _keys(table: Table, ends: str, keys: Mapping[tuple[str, str, str], str]) -> list[str]:
    return [keys.get((ends, name, TYPES[kind]), "") for name, kind in table.columns.items()]


def _add(element: Any, keys: Sequence[str], values: Sequence[Value]) -> None:
    for key, value in zip(keys, values, strict=True):
        if value is not None:
            etree.SubElement(element, "data", key=key).text = text(value)
