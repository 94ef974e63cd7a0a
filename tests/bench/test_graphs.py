"""Made graphs: the same for a seed, as large as asked, and what a load writes."""

from pathlib import Path

import pytest

from bench.graphs import Size, made_rows, make_records, rows_of, write_build
from graph.kglite_store import KgliteStore
from graph.load import load

SMALL = Size(items=40, plans=6, districts=4, gaps=0.2)


def test_a_seed_makes_the_same_graph_again() -> None:
    assert made_rows(3, SMALL) == made_rows(3, SMALL)
    assert made_rows(3, SMALL) != made_rows(4, SMALL)


@pytest.mark.parametrize("items", [0, 1, 40])
def test_the_size_is_kept(items: int) -> None:
    made = make_records(1, Size(items=items, plans=6, districts=4))
    assert (len(made.plans), sum(len(plan.items) for plan in made.plans)) == (6, items)
    assert len({unit.district_code for unit in made.units}) == 4


def test_ids_are_unique() -> None:
    rows = made_rows(5, SMALL)
    for label, nodes in rows.nodes.items():
        assert len({node["id"] for node in nodes}) == len(nodes), label
    for end, relations in rows.relations.items():
        assert len({(row["source"], row["target"]) for row in relations}) == len(relations), end


def test_extras_are_there() -> None:
    rows = made_rows(5, Size(items=400, plans=20, districts=4))
    derived = [row["derived"] for row in rows.relations["PARTICIPATES_IN", "Unit", "Item"]]
    assert 0 < sum(derived) < len(derived)
    plan = {item["id"]: item["plan_id"] for item in rows.nodes["Item"]}
    similar = rows.relations["SIMILAR_TO", "Item", "Item"]
    assert similar and all(plan[row["source"]] != plan[row["target"]] for row in similar)


def test_rows_are_what_a_load_writes(tmp_path: Path) -> None:
    made = make_records(7, SMALL)
    store = KgliteStore(tmp_path / "atlas.kgl", write=True)
    load(store, write_build(tmp_path / "build", made))
    rows = rows_of(made)
    found = {name: number for name, number in store.statistics().items() if number}
    expected: dict[str, int] = {label: len(nodes) for label, nodes in rows.nodes.items() if nodes}
    for (name, _, _), relations in rows.relations.items():
        if relations:
            expected[name] = expected.get(name, 0) + len(relations)
    store.close()
    assert found == expected
