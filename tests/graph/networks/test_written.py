"""Measures written into the graph: only derived properties, and only for the run that is loaded."""

from pathlib import Path

import networkx as nx  # type: ignore[import-untyped] # it ships no types
import pytest

from graph.__main__ import main
from graph.copy import copy
from graph.errors import GraphError
from graph.exports import export
from graph.kglite_store import KgliteStore
from graph.load import load
from graph.networks.written import write_measures
from graph.reports import get_report, run_report
from graph.schema import load_schema
from graph.store import Store
from tests.graph.nasty import whole
from tests.graph.samples import EAST, PLANS, UNITS, WEST, Task, plan, unit_id, write_build

DERIVED = {each.name for each in load_schema().nodes["Unit"].properties.values() if each.derived}


def test_only_derived_properties_change(loaded: Store) -> None:
    before = whole(loaded)
    done = write_measures(loaded)
    after = whole(loaded)
    assert (done.units, done.groups, done.sources) == (10, 2, 10)
    assert {row["measured_run"] for row in after["Unit"]} == {done.run} == {before["Run"][0]["id"]}
    plain = [{k: v for k, v in row.items() if k not in DERIVED} for row in after["Unit"]]
    assert plain == [{k: v for k, v in row.items() if k not in DERIVED} for row in before["Unit"]]
    assert all(row[name] is None for row in before["Unit"] for name in DERIVED)
    del before["Unit"], after["Unit"]
    assert after == before


def test_units_have_what_the_reports_tell(loaded: Store) -> None:
    write_measures(loaded)
    names = ("degree", "strength", "betweenness", "pagerank", "closeness")
    columns = ", ".join(f"u.{name} AS {name}" for name in names)
    units = "MATCH (u:Unit) WHERE u.degree IS NOT NULL RETURN u.name AS unit, u.district AS district"
    told = {row[:-1] for row in run_report(loaded, get_report("central-units")).rows}
    assert set(loaded.query(f"{units}, {columns}").rows) == told
    office = loaded.node("Unit", unit_id(WEST, "财政局"))
    assert office is not None and office["community"] == WEST + "财政局"
    assert office["burt_constraint"] == pytest.approx(1 / 3)
    alone = loaded.node("Unit", unit_id(EAST, "司法局"))
    assert alone is not None and (alone["community"], alone["degree"]) == (None, 0)


def test_measuring_twice_gives_the_same(loaded: Store) -> None:
    write_measures(loaded)
    first = whole(loaded)
    write_measures(loaded)
    assert whole(loaded) == first


def test_a_load_of_the_same_build_keeps_them(loaded: Store, build: Path) -> None:
    write_measures(loaded)
    before = whole(loaded)
    load(loaded, build)
    assert whole(loaded) == before


def test_a_load_of_another_build_takes_them_away(loaded: Store, tmp_path: Path) -> None:
    write_measures(loaded)
    more = (*PLANS, plan(EAST, 2020, (Task("别的事", ["编办"], ["教育局"]),)))
    load(loaded, write_build(tmp_path / "more", more, UNITS))
    assert all(row[name] is None for row in whole(loaded)["Unit"] for name in DERIVED)


def test_an_empty_graph_cannot_be_measured(store: Store) -> None:
    with pytest.raises(GraphError, match="no build was loaded"):
        write_measures(store)


def test_measures_travel_and_colour_the_picture(loaded: Store, tmp_path: Path) -> None:
    write_measures(loaded)
    target = KgliteStore(tmp_path / "copy.kgl", write=True)
    copy(loaded, target)
    assert whole(target) == whole(loaded)
    target.close()
    export(loaded, "gexf", tmp_path / "g.gexf")
    graph = nx.read_gexf(tmp_path / "g.gexf", version="1.3")
    colours = {
        group: {
            tuple(data["viz"]["color"].values())
            for _, data in graph.nodes(data=True)
            if data.get("community") == group
        }
        for group in (EAST + "财政局", WEST + "财政局")
    }
    assert all(len(found) == 1 for found in colours.values())
    assert len(set.union(*colours.values())) == 2


def test_the_command_says_what_it_measured(
    build: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    url = f"kglite:{tmp_path / 'a.kgl'}"
    assert main(["load", str(build), "--db", url]) == 0
    capsys.readouterr()
    assert main(["measure", "--db", url]) == 0
    out = capsys.readouterr().out
    assert out.startswith("10 units in 2 groups, for the run ") and "estimates" not in out
    store = KgliteStore(tmp_path / "a.kgl")
    assert store.query("MATCH (u:Unit) WHERE u.community IS NOT NULL RETURN count(*) AS n").rows == ((8,),)
    store.close()
