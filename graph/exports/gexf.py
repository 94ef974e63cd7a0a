"""GEXF 1.3, for Gephi and gephi-lite: with places, sizes and colours.

A node is `Label:id`; its size grows with its relations, its colour is that of its label, or of its group
where `python -m graph measure` found groups. A property that is not there has no `<attvalue>`. Dates
are ISO text.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from lxml import etree

from graph.exports.layout import layout
from graph.exports.xml import edge_attributes, node_id, nodes, relations, text
from graph.palette import Colour, palette
from graph.store import Value
from graph.tables import Table

NAMESPACE = "http://gexf.net/1.3"
VIZ = "http://gexf.net/1.3/viz"
TYPES = {"string": "string", "int": "long", "float": "double", "bool": "boolean", "date": "string"}
Keys = Mapping[tuple[str, str, str], str]


def write(tables: list[Table], path: Path) -> None:
    """Write the file as a stream; ends and districts are read once before, for sizes and places."""
    looks = _Looks(tables)
    keys = {key: str(number) for number, key in enumerate(_declared(tables))}
    with etree.xmlfile(str(path), encoding="utf-8") as xml:
        xml.write_declaration()
        with (
            xml.element("gexf", {"version": "1.3"}, nsmap={None: NAMESPACE, "viz": VIZ}),
            xml.element("graph", {"defaultedgetype": "directed", "mode": "static"}),
        ):
            for ends in ("node", "edge"):
                _write_keys(xml, ends, keys)
            with xml.element("nodes"):
                _write_nodes(xml, tables, keys, looks)
            with xml.element("edges"):
                _write_edges(xml, tables, keys)


class _Looks:
    """The colour, place and size of every node."""

    def __init__(self, tables: list[Table]) -> None:
        self._degrees = _degrees(tables)
        homes, self._groups = _homes(tables)
        self._places = layout(homes, {node: float(degree) for node, degree in self._degrees.items()})
        self._colours = palette().of_communities(Counter(self._groups.values()))

    def add(self, node: Any, key: str, label: str) -> None:
        """Put them into the element of a node."""
        own = palette().nodes.get(label, palette().other)
        _colour(node, self._colours[self._groups[key]] if key in self._groups else own)
        x, y = self._places[key]
        etree.SubElement(node, f"{{{VIZ}}}position", x=str(x), y=str(y), z="0.0")
        etree.SubElement(node, f"{{{VIZ}}}size", value=str(round(2 + math.sqrt(self._degrees[key]), 2)))


def _declared(tables: list[Table]) -> list[tuple[str, str, str]]:
    """Return (node or edge, name, type) of all properties; the first of each is the label or type."""
    found = [("node", "node_type", "string"), ("edge", "relation", "string")]
    for ends, listed, skip in (("node", nodes(tables), 1), ("edge", relations(tables), 2)):
        for table, *_ in listed:
            found += [(ends, name, TYPES[kind]) for name, kind in list(table.columns.items())[skip:]]
    return list(dict.fromkeys(found))


def _write_keys(xml: Any, ends: str, keys: Keys) -> None:
    with xml.element("attributes", {"class": ends}):
        for (owner, name, kind), key in keys.items():
            if owner == ends:
                xml.write(etree.Element("attribute", id=key, title=name, type=kind))


def _keys(table: Table, ends: str, skip: int, keys: Keys) -> list[str]:
    first = keys["node", "node_type", "string"] if ends == "node" else keys["edge", "relation", "string"]
    return [first, *(keys[ends, name, TYPES[kind]] for name, kind in list(table.columns.items())[skip:])]


def _write_nodes(xml: Any, tables: list[Table], keys: Keys, looks: _Looks) -> None:
    for table, kind, rows in nodes(tables):
        listed = _keys(table, "node", 1, keys)
        name = list(table.columns).index("name")
        for row in rows:
            key = node_id(kind.label, row[0])
            node = etree.Element("node", id=key, label=text(row[name] or ""))
            _add(node, listed, (kind.label, *row[1:]))
            looks.add(node, key, kind.label)
            xml.write(node)


def _write_edges(xml: Any, tables: list[Table], keys: Keys) -> None:
    for table, kind, rows in relations(tables):
        listed = _keys(table, "edge", 2, keys)
        colour = palette().relations.get(kind.name, palette().other)
        for number, row in enumerate(rows):
            edge = etree.Element("edge", {**edge_attributes(table, kind, number, row), "label": kind.name})
            _add(edge, listed, (kind.name, *row[2:]))
            _colour(edge, colour)
            xml.write(edge)


def _add(element: Any, keys: Sequence[str], values: Sequence[Value]) -> None:
    holder = etree.SubElement(element, "attvalues")
    for key, value in zip(keys, values, strict=True):
        if value is not None:
            etree.SubElement(holder, "attvalue", {"for": key, "value": text(value)})


def _colour(element: Any, colour: Colour) -> None:
    red, green, blue = map(str, colour)
    etree.SubElement(element, f"{{{VIZ}}}color", r=red, g=green, b=blue)


def _degrees(tables: list[Table]) -> Counter[str]:
    found: Counter[str] = Counter()
    for _, kind, rows in relations(tables):
        for row in rows:
            found[node_id(kind.source, row[0])] += 1
            found[node_id(kind.target, row[1])] += 1
    return found


def _homes(tables: list[Table]) -> tuple[dict[str, str], dict[str, str]]:
    """Return the district, or else the label, in which each node stands; and the groups of units."""
    homes: dict[str, str] = {}
    groups: dict[str, str] = {}
    districts: dict[Value, str] = {}
    for table, kind, rows in nodes(tables):
        at = {name: number for number, name in enumerate(table.columns)}
        for row in rows:
            key = node_id(kind.label, row[0])
            home = row[at["district"]] if "district" in at else None
            if kind.label == "District":
                home = row[0]
            if kind.label == "Plan":
                districts[row[0]] = text(home or "")
            if home is None and "plan_id" in at:
                home = districts.get(row[at["plan_id"]])
            homes[key] = text(home or kind.label)
            if "community" in at and row[at["community"]] is not None:
                groups[key] = text(row[at["community"]])
    return homes, groups
