"""The whole graph, page by page."""

import pytest

from graph import tables
from graph.errors import GraphError
from graph.load import load
from graph.schema import load_schema
from graph.store import Store
from graph.tables import node_tables, relation_tables, unchanged
from tests.graph.nasty import NASTY, add_nasty, whole
from tests.graph.samples import EAST, PLANS, UNITS, unit_id, write_build


def test_every_node_and_relation_is_there(loaded: Store) -> None:
    found = whole(loaded)
    counts = loaded.statistics()
    for label in load_schema().nodes:
        assert len(found[label]) == counts[label], label
    for name in load_schema().relation_types:
        assert sum(len(found[table]) for table in found if f"-{name}-" in table) == counts[name], name
    assert [row["id"] for row in found["Plan"]] == sorted(plan.id for plan in PLANS)
    assert {row["text"] for row in found["Plan"]} == {plan.text for plan in PLANS}


def test_stamps_are_told(loaded: Store) -> None:
    found = whole(loaded)
    run = found["Run"][0]["id"]
    assert {row["run"] for row in (*found["Unit"], *found["Unit-IN_DISTRICT-District"])} == {run}
    assert all("run" in row for rows in found.values() for row in rows)


@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_the_size_of_a_page_changes_nothing(
    loaded: Store, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    before = whole(loaded)
    monkeypatch.setattr(tables, "NODES", size)
    monkeypatch.setattr(tables, "RELATIONS", size)
    assert whole(loaded) == before
    items = next(table for table in node_tables(loaded, load_schema()) if table.name == "Item")
    assert [len(page) for page in items.pages()][:-1] == [size] * ((10 - 1) // size)
    leads = next(t for t in relation_tables(loaded, load_schema()) if t.name == "Unit-LEADS-Item")
    assert len(list(leads.pages())) > 1


def test_rows_stand_in_the_order_of_their_ids(loaded: Store) -> None:
    for name, rows in whole(loaded).items():
        keys = [(row["id"],) if "id" in row else (row["source"], row["target"]) for row in rows]
        assert keys == sorted(keys, key=str), name


def test_texts_are_read_as_they_were_written(loaded: Store) -> None:
    add_nasty(loaded)
    rows = [row for row in whole(loaded)["Issue"] if str(row["id"]).startswith("nasty")]
    assert [row["name"] for row in rows] == list(NASTY)
    assert [row["expected"] for row in rows[:4]] == [None, "", None, ""]
    assert [(row["line"], row["start_char"]) for row in rows[:3]] == [(None, 0), (-1, 2**53), (2**62, None)]


def test_an_empty_graph_has_empty_tables(store: Store) -> None:
    assert all(rows == [] for rows in whole(store).values())
    with unchanged(store) as run:
        assert run == ""


def test_another_build_loaded_meanwhile_is_told(
    loaded: Store, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with pytest.raises(GraphError, match="another build was loaded"), unchanged(loaded):
        load(loaded, write_build(tmp_path_factory.mktemp("other"), PLANS[:1], UNITS))


def test_a_run_that_stays_is_fine(loaded: Store) -> None:
    with unchanged(loaded) as run:
        assert loaded.node("Unit", unit_id(EAST, "编办")) is not None
    assert run == whole(loaded)["Run"][0]["id"]
