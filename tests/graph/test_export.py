"""The whole graph in the formats of other programs."""

import csv
from pathlib import Path

import networkx as nx  # type: ignore[import-untyped] # it ships no types
import pytest

from graph.analytics import as_networkx
from graph.errors import GraphError
from graph.export import FORMATS, export
from graph.load import load
from graph.schema import load_schema
from graph.store import Store
from tests.graph.samples import EAST, PLANS, UNITS, Task, plan, write_build


def sizes(store: Store) -> tuple[int, int]:
    counts = store.statistics()
    labels = load_schema().nodes
    return (
        sum(count for name, count in counts.items() if name in labels),
        sum(count for name, count in counts.items() if name not in labels),
    )


def test_networkx_holds_every_node_and_relation(loaded: Store) -> None:
    graph = as_networkx(loaded)
    assert (graph.number_of_nodes(), graph.number_of_edges()) == sizes(loaded)
    node = graph.nodes[f"Plan:{PLANS[0].id}"]
    assert (node["label"], node["node_kind"], node["date"]) == (PLANS[0].title, "Plan", "2016-01-05")


@pytest.mark.parametrize(("format", "read"), [("graphml", nx.read_graphml), ("gexf", nx.read_gexf)])
def test_files_are_read_back_whole(loaded: Store, tmp_path: Path, format: str, read: object) -> None:
    out = tmp_path / f"graph.{format}"
    export(loaded, format, out)
    graph = read(out)  # type: ignore[operator]
    assert (graph.number_of_nodes(), graph.number_of_edges()) == sizes(loaded)
    assert graph.nodes[f"District:{EAST}"]["code"] == "990102"
    assert list(tmp_path.glob("*.part")) == []


def test_signs_that_xml_cannot_hold_are_left_out(store: Store, tmp_path: Path) -> None:
    load(store, write_build(tmp_path / "b", (plan(EAST, 2016, (Task("甲\x0b乙<&>"),)),), UNITS))
    for format in ("graphml", "gexf"):
        export(store, format, tmp_path / f"x.{format}")
    names = {data["label"] for _, data in nx.read_graphml(tmp_path / "x.graphml").nodes(data=True)}
    assert "甲乙<&>" in names


def test_csv_has_a_file_for_each_label_and_relation(loaded: Store, tmp_path: Path) -> None:
    export(loaded, "csv", tmp_path / "out")
    schema = load_schema()
    assert len(list((tmp_path / "out").glob("*.csv"))) == len(schema.nodes) + len(schema.relations)
    with (tmp_path / "out" / "Unit-LEADS-Item.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == loaded.statistics()["LEADS"]
    assert rows[0]["evidence"] == rows[0]["surface"] != ""


@pytest.mark.parametrize("format", list(FORMATS))
def test_a_place_that_cannot_be_written_is_named(loaded: Store, tmp_path: Path, format: str) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(GraphError, match="cannot write"):
        export(loaded, format, tmp_path / "file" / "out")
