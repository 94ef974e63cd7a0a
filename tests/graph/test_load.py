"""Loading is idempotent: the store holds the last build, whatever it held before."""

import random
from pathlib import Path

import pytest

from graph.errors import GraphError
from graph.kglite_store import KgliteStore
from graph.load import LoadReport, load
from graph.schema import load_schema
from graph.store import Store
from tests.graph.samples import EAST, ISSUES, PLANS, UNITS, WEST, WEST_TASKS, Task, plan, unit, write_build


def contents(store: Store) -> tuple[set[str], set[str]]:
    """Return all nodes and all relations of a store, with their properties."""
    schema = load_schema()
    nodes, links = set(), set()
    for label, kind in schema.nodes.items():
        names = ["id", *kind.properties, *(["run"] if kind.scope == "shared" else [])]
        rows = store.query(
            f"MATCH (n:{label}) RETURN " + ", ".join(f"n.{name} AS {name}" for name in names)
        ).rows
        found = [f"{label} {row}" for row in rows]
        assert len(found) == len(set(found)), label
        nodes.update(found)
    for relation in schema.relations:
        names = [*relation.properties, *(["run"] if relation.scope == "shared" else [])]
        columns = "".join(f", r.{name} AS {name}" for name in names)
        pattern = f"(a:{relation.source})-[r:{relation.name}]->(b:{relation.target})"
        rows = store.query(f"MATCH {pattern} RETURN a.id AS a, b.id AS b{columns}").rows
        found = [f"{relation.name} {row}" for row in rows]
        assert len(found) == len(set(found)), relation.name
        links.update(found)
    return nodes, links


def fresh(tmp_path: Path, build: Path) -> tuple[set[str], set[str]]:
    store = KgliteStore(tmp_path / "fresh.kgl", write=True)
    load(store, build)
    held = contents(store)
    store.close()
    (tmp_path / "fresh.kgl").unlink()
    return held


def test_a_build_is_loaded_whole(loaded: Store) -> None:
    counts = loaded.statistics()
    expected = {"Plan": 3, "Item": 10, "Unit": 13, "Function": 5, "District": 3, "Policy": 2, "Issue": 2}
    assert {name: counts[name] for name in expected} == expected
    assert (counts["LEADS"], counts["RESPONSIBLE_FOR"], counts["Run"]) == (10, 2, 1)


def test_loading_twice_gives_the_same_graph(store: Store, build: Path, tmp_path: Path) -> None:
    assert load(store, build) == LoadReport(plans=3, written=3, removed=0, items=10, units=13)
    once = contents(store)
    assert load(store, build) == LoadReport(plans=3, written=0, removed=0, items=10, units=13)
    assert contents(store) == once == fresh(tmp_path, build)


def test_a_changed_plan_is_replaced_and_a_missing_one_removed(
    store: Store, build: Path, tmp_path: Path
) -> None:
    load(store, build)
    changed = plan(WEST, 2016, (*WEST_TASKS[1:], Task("新增事项", ["信访局"], path=("新领域",))))
    kept = [each for each in UNITS if each.short != "司法局"]
    units = (*kept, unit(EAST, "新设局"), unit(EAST, "司法局", function="法治"))
    write_build(build, (PLANS[0], changed), units, ISSUES[:1])
    assert load(store, build) == LoadReport(plans=2, written=1, removed=2, items=9, units=13)
    assert contents(store) == fresh(tmp_path, build)


def test_any_order_of_builds_ends_in_the_last_one(store: Store, tmp_path: Path) -> None:
    """Random builds one after the other; the seed is fixed so that a failure can be repeated."""
    chance = random.Random(7)  # noqa: S311 (not for secrets)
    shorts = [each.short for each in UNITS if each.district == EAST]
    for number in range(6):
        plans = []
        for district, year in ((EAST, 2014), (EAST, 2015), (WEST, 2016), (WEST, 2017)):
            if chance.random() < 0.7:
                tasks = [
                    Task(
                        chance.choice("甲乙丙丁"),
                        chance.sample(shorts, chance.randrange(3)),
                        chance.sample(shorts, chance.randrange(3)),
                        deadline=chance.choice([None, "2016-05-01"]),
                        cites=chance.sample(["一", "二", "三"], chance.randrange(3)),
                        path=tuple(chance.sample("子丑寅", chance.randrange(3))),
                    )
                    for _ in range(chance.randrange(5))
                ]
                plans.append(plan(district, year, tasks))
        units = [
            each if chance.random() < 0.8 else unit(str(each.district), each.short, function="别的")
            for each in UNITS
        ]
        build = write_build(tmp_path / f"build{number}", plans, units)
        load(store, build)
        assert contents(store) == fresh(tmp_path, build), number


def test_a_load_that_was_broken_off_is_completed(store: Store, build: Path, tmp_path: Path) -> None:
    """A server keeps what was written before the break; the next load must see what is not complete."""

    class Break(Exception):
        pass

    def stop(done: int, total: int) -> None:
        if done == 2:
            raise Break

    with pytest.raises(Break):
        load(store, build, stop)
    assert load(store, build).written > 0
    assert contents(store) == fresh(tmp_path, build)


def test_progress_is_told(store: Store, build: Path) -> None:
    told: list[tuple[int, int]] = []
    load(store, build, lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]


@pytest.mark.parametrize("name", ["plans.jsonl", "units.jsonl", "issues.jsonl", "manifest.json"])
def test_a_folder_that_is_no_build_is_named(store: Store, build: Path, name: str) -> None:
    (build / name).unlink()
    with pytest.raises(GraphError, match=f"cannot read {name}"):
        load(store, build)
    assert store.statistics()["Plan"] == 0


def test_a_broken_manifest_is_named(store: Store, build: Path) -> None:
    (build / "manifest.json").write_text("{", encoding="utf-8")
    with pytest.raises(GraphError, match=r"manifest\.json is not JSON"):
        load(store, build)


def test_the_time_of_the_manifest_stands_in_for_a_missing_one(store: Store, build: Path) -> None:
    (build / "manifest.json").write_text("{}", encoding="utf-8")
    load(store, build)
    (finished,) = store.query("MATCH (r:Run) RETURN r.finished AS f").rows[0]
    assert isinstance(finished, str) and finished.endswith("+00:00")


def test_an_empty_build_empties_the_store(store: Store, build: Path) -> None:
    load(store, build)
    write_build(build, (), (), ())
    assert load(store, build).removed == 3
    counts = store.statistics()
    assert {name for name, count in counts.items() if count} == {"Run"}
