"""GraphML and GEXF read back by networkx, and checked with lxml against the rules of their schemas."""

import datetime
from pathlib import Path
from typing import Any

import networkx as nx  # type: ignore[import-untyped] # it ships no types
import pytest
from lxml import etree

from graph.exports import export
from graph.exports.xml import text
from graph.store import Store, Value
from tests.graph.nasty import whole
from tests.graph.samples import EAST

GEXF = "{http://gexf.net/1.3}"
VIZ = "{http://gexf.net/1.3/viz}"
# Of the types that gexf.xsd lists, those that we use.
GEXF_TYPES = {"string", "long", "double", "boolean"}


def expected(store: Store) -> tuple[dict[str, dict[str, Any]], list[tuple[str, str, str, dict[str, Any]]]]:
    """Return nodes and edges as the files should have them: without nulls, dates as text."""
    nodes: dict[str, dict[str, Any]] = {}
    edges = []
    for name, rows in whole(store).items():
        for row in rows:
            values = {key: plain(value) for key, value in row.items() if value is not None}
            if "-" not in name:
                key = f"{name}:{values.pop('id')}"
                nodes[key] = values | {"label": values["name"], "node_type": name}
            else:
                source, relation, target = name.split("-")
                ends = f"{source}:{values.pop('source')}", f"{target}:{values.pop('target')}"
                edges.append((*ends, relation, values))
    return nodes, sorted(edges, key=str)


def plain(value: Value) -> Any:
    if isinstance(value, datetime.date):
        return value.isoformat()
    return text(value) if isinstance(value, str) else value


def test_graphml_is_read_back_whole(nasty: Store, tmp_path: Path) -> None:
    export(nasty, "graphml", tmp_path / "g")
    nodes, edges = expected(nasty)
    graph = nx.read_graphml(tmp_path / "g")
    found = {key: dict(values) for key, values in graph.nodes(data=True)}
    assert found == nodes, "empty texts are there, nulls are not"
    read = [(a, b, values.pop("label"), values) for a, b, values in graph.edges(data=True)]
    assert sorted(((a, b, label, strip(values)) for a, b, label, values in read), key=str) == edges


def strip(values: dict[str, Any]) -> dict[str, Any]:
    """Return the values without the id that networkx puts among them."""
    return {key: value for key, value in values.items() if key != "id"}


def test_gexf_is_read_back_whole(nasty: Store, tmp_path: Path) -> None:
    export(nasty, "gexf", tmp_path / "g")
    nodes, edges = expected(nasty)
    graph = nx.read_gexf(tmp_path / "g", version="1.3")
    found = {key: {k: v for k, v in values.items() if k != "viz"} for key, values in graph.nodes(data=True)}
    assert found == nodes
    read = []
    for a, b, values in graph.edges(data=True):
        kept = {k: v for k, v in values.items() if k not in ("id", "label", "viz", "relation")}
        assert values["label"] == values["relation"]
        read.append((a, b, values["label"], kept))
    assert sorted(read, key=str) == edges


def test_gexf_keeps_the_rules_of_its_schema(nasty: Store, tmp_path: Path) -> None:
    export(nasty, "gexf", tmp_path / "g")
    root = etree.parse(str(tmp_path / "g")).getroot()
    assert (root.tag, root.get("version")) == (f"{GEXF}gexf", "1.3")
    graph = root.find(f"{GEXF}graph")
    assert graph is not None and (graph.get("defaultedgetype"), graph.get("mode")) == ("directed", "static")
    assert [child.tag for child in graph] == [
        f"{GEXF}{n}" for n in ("attributes", "attributes", "nodes", "edges")
    ]
    declared: dict[str, dict[str, str]] = {}
    for attributes in graph.findall(f"{GEXF}attributes"):
        owner = str(attributes.get("class"))
        declared[owner] = {str(each.get("id")): str(each.get("type")) for each in attributes}
        assert set(declared[owner].values()) <= GEXF_TYPES
    # From here on what gexf.xsd and viz.xsd ask for: order of children, unique ids, known ends and keys.
    nodes = root.findall(f".//{GEXF}node")
    edges = root.findall(f".//{GEXF}edge")
    known = {node.get("id") for node in nodes}
    assert len(known) == len(nodes) and len({edge.get("id") for edge in edges}) == len(edges)
    for node in nodes:
        assert [child.tag for child in node] == [
            f"{GEXF}attvalues", f"{VIZ}color", f"{VIZ}position", f"{VIZ}size"
        ]  # fmt: skip
        assert node.get("label") is not None
    for edge in edges:
        assert edge.get("source") in known and edge.get("target") in known
        assert [child.tag for child in edge] == [f"{GEXF}attvalues", f"{VIZ}color"]
    for owner, elements in (("node", nodes), ("edge", edges)):
        for value in (value for element in elements for value in element.iter(f"{GEXF}attvalue")):
            assert set(value.attrib) == {"for", "value"} and value.get("for") in declared[owner]
    for colour in root.iter(f"{VIZ}color"):
        assert all(0 <= int(str(colour.get(part))) <= 255 for part in "rgb")


def test_gexf_has_places_sizes_and_colours(loaded: Store, tmp_path: Path) -> None:
    export(loaded, "gexf", tmp_path / "g")
    graph = nx.read_gexf(tmp_path / "g", version="1.3")
    looks = {key: values["viz"] for key, values in graph.nodes(data=True)}
    places = {(look["position"]["x"], look["position"]["y"]) for look in looks.values()}
    assert len(places) == len(looks), "no two nodes stand in one place"
    units = {tuple(look["color"].values()) for key, look in looks.items() if key.startswith("Unit:")}
    assert len(units) == 1 and units != {tuple(looks[f"District:{EAST}"]["color"].values())}
    degree = dict(graph.degree())
    busiest, idle = max(looks, key=lambda key: degree[key]), min(looks, key=lambda key: degree[key])
    assert looks[busiest]["size"] > looks[idle]["size"]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("a\x0bb", "a\ufffdb"),
        ("<&>", "<&>"),
        (True, "true"),
        (1, "1"),
        (0.5, "0.5"),
        ("\ud7ff𠀀\t", "\ud7ff𠀀\t"),
    ],
)
def test_text(value: Value, written: str) -> None:
    assert text(value) == written
