"""One body of tests for every store: they must not be told apart."""

import datetime
import threading
import time
from pathlib import Path

import pytest

from graph.errors import GraphError, QueryError, QueryTimeout, ReadOnlyError, StoreUnavailable
from graph.kglite_store import KgliteStore
from graph.load import load
from graph.open import open_store
from graph.schema import load_schema
from graph.store import Store
from tests.graph.samples import EAST, PLANS, unit_id, write_build

SLOW = (
    "UNWIND range(1, 9000) AS x UNWIND range(1, 9000) AS y WITH x, y WHERE x * y = 7919 RETURN count(*) AS n"
)


def item(key: str, **properties: object) -> dict[str, object]:
    return {"id": key, "name": key, "plan_id": "p", **properties}


def test_a_node_keeps_every_kind_of_value(store: Store) -> None:
    row = item("一", number="1", start_char=3, deadline="2016-03-31", deadline_inherited=True)
    store.upsert_nodes("Item", [row])
    node = store.node("Item", "一")
    assert node is not None
    assert node["deadline"] == datetime.date(2016, 3, 31)
    assert (node["number"], node["start_char"], node["deadline_inherited"]) == ("1", 3, True)
    assert node["text"] is None
    assert "title" not in node and "type" not in node
    assert store.node("Item", "二") is None


def test_writing_again_replaces_all_properties(store: Store) -> None:
    store.upsert_nodes("Item", [item("a", number="1", deadline="2016-03-31"), item("b")])
    store.upsert_nodes("Item", [item("a", text="x")])
    node = store.node("Item", "a")
    assert node is not None and (node["number"], node["deadline"], node["text"]) == (None, None, "x")
    assert store.statistics()["Item"] == 2


def test_a_relation_is_one_for_two_ends(store: Store) -> None:
    leads = load_schema().relation("LEADS", "Unit", "Item")
    store.upsert_nodes("Unit", [{"id": "u", "name": "财政局"}])
    store.upsert_nodes("Item", [item("a")])
    for rule in ("first", "second"):
        store.upsert_relations(leads, [{"source": "u", "target": "a", "rule": rule, "confidence": 1}])
    rows = store.query("MATCH (:Unit)-[r:LEADS]->(:Item) RETURN r.rule AS rule, r.confidence AS c").rows
    assert rows == (("second", 1.0),)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"name": "x"}, "expected text for id"),
        ({"id": "", "name": "x"}, "expected text for id"),
        ({"id": "x", "nmae": "x"}, "'nmae' is not declared"),
        ({"id": "x", "start_char": "3"}, "start_char: expected int"),
        ({"id": "x", "start_char": True}, "start_char: expected int"),
        ({"id": "x", "deadline": 20160331}, "deadline: expected date"),
    ],
)
def test_wrong_rows_are_refused(store: Store, row: dict[str, object], words: str) -> None:
    with pytest.raises(GraphError, match=words):
        store.upsert_nodes("Item", [row])
    assert store.statistics()["Item"] == 0


def test_values_are_never_taken_for_cypher(store: Store) -> None:
    names = ["'}) DETACH DELETE n //", "$id", '"', "`", "\\", "\\u0027", '["Oslo"]', "{x: 1}", "//"]
    store.upsert_nodes("Item", [item(name) for name in names])
    found = store.query(
        "UNWIND $names AS name MATCH (i:Item) WHERE i.id = name RETURN i.name AS n", {"names": names}
    )
    assert [row[0] for row in found.rows] == names


def test_delete_by_source_takes_only_that_plan(loaded: Store) -> None:
    before = loaded.statistics()
    east = PLANS[0]
    assert loaded.delete_by_source(east.id) == 1 + len(east.items) + 2
    after = loaded.statistics()
    assert before["Item"] - after["Item"] == len(east.items)
    assert before["Area"] - after["Area"] == 2
    assert after["Unit"] == before["Unit"]
    assert loaded.delete_by_source(east.id) == 0
    assert loaded.query("MATCH (i:Item) WHERE i.plan_id = $p RETURN i.id AS id", {"p": east.id}).rows == ()


def test_neighbours_tell_both_directions(loaded: Store) -> None:
    result = loaded.neighbours("Unit", unit_id(EAST, "信访局"))
    assert result.columns == ("relation", "direction", "label", "id", "name")
    found = {(row[0], row[1], row[2], row[4]) for row in result.rows}
    assert found == {
        ("PARTICIPATES_IN", "out", "Item", "整合办事窗口"),
        ("IN_DISTRICT", "out", "District", EAST),
        ("HAS_FUNCTION", "out", "Function", "信访"),
        ("HOSTS", "in", "Unit", "甲市信访局"),
    }
    assert len(loaded.neighbours("Unit", unit_id(EAST, "编办"), limit=2).rows) == 2


def test_a_shortest_path_is_found_in_either_direction(loaded: Store) -> None:
    office, function = ("Unit", unit_id(EAST, "信访局")), ("Function", "信访")
    path = loaded.shortest_path(office, function)
    assert path is not None
    assert [node[:2] for node in path.nodes] == [office, function]
    assert path.relations == (("HAS_FUNCTION", "out"),)
    back = loaded.shortest_path(function, office)
    assert back is not None and back.relations == (("HAS_FUNCTION", "in"),)
    assert back.nodes == path.nodes[::-1]
    district = loaded.shortest_path(function, ("District", EAST))
    assert district is not None and len(district.relations) == 2


def test_of_several_shortest_paths_the_first_is_taken(store: Store) -> None:
    leads = load_schema().relation("LEADS", "Unit", "Item")
    store.upsert_nodes("Unit", [{"id": key, "name": key} for key in ("u1", "u2")])
    store.upsert_nodes("Item", [item(key) for key in ("i3", "i1", "i2")])
    ends = [(unit, key) for key in ("i2", "i3", "i1") for unit in ("u2", "u1")]
    store.upsert_relations(leads, [{"source": unit, "target": key} for unit, key in ends])
    path = store.shortest_path(("Unit", "u1"), ("Unit", "u2"))
    assert path == store.shortest_path(("Unit", "u1"), ("Unit", "u2"))
    assert path is not None and [node.id for node in path.nodes] == ["u1", "i1", "u2"]
    assert [relation.direction for relation in path.relations] == ["out", "in"]


def test_where_there_is_no_path_none_is_told(store: Store) -> None:
    store.upsert_nodes("Item", [item("a"), item("b")])
    assert store.shortest_path(("Item", "a"), ("Item", "b")) is None
    assert store.shortest_path(("Item", "a"), ("Item", "none")) is None
    itself = store.shortest_path(("Item", "a"), ("Item", "a"))
    assert itself is not None and (len(itself.nodes), itself.relations) == (1, ())
    assert store.shortest_path(("Item", "none"), ("Item", "none")) is None
    with pytest.raises(QueryError, match="1 to 15"):
        store.shortest_path(("Item", "a"), ("Item", "b"), max_length=16)


def test_a_path_is_no_longer_than_asked(loaded: Store) -> None:
    ends = ("Function", "信访"), ("District", EAST)
    assert loaded.shortest_path(*ends, max_length=1) is None
    assert loaded.shortest_path(*ends, max_length=2) is not None


def test_unknown_labels_are_named(loaded: Store) -> None:
    with pytest.raises(QueryError, match="did you mean Unit"):
        loaded.node("Unti", "x")


def test_rows_are_cut_at_the_limit_and_marked(loaded: Store) -> None:
    query = "UNWIND range(1, 10) AS n RETURN n"
    cut = loaded.query(query, row_limit=4)
    assert [row[0] for row in cut.rows] == [1, 2, 3, 4] and cut.truncated
    whole = loaded.query(query, row_limit=10)
    assert len(whole.rows) == 10 and not whole.truncated


def test_a_slow_query_is_stopped(loaded: Store) -> None:
    began = time.monotonic()
    with pytest.raises(QueryTimeout):
        loaded.query(SLOW, timeout=0.3)
    assert time.monotonic() - began < 5
    assert loaded.query("RETURN 1 AS n").rows == ((1,),)


@pytest.mark.parametrize(
    "text", ["MATCH (n", "RETURN x", "MATCH (n) RETURN $missing AS m", "RETURN date('x') AS n"]
)
def test_wrong_queries_are_query_errors(loaded: Store, text: str) -> None:
    with pytest.raises(QueryError):
        loaded.query(text)


def test_whole_nodes_and_relations_have_one_shape(loaded: Store) -> None:
    row = loaded.query("MATCH (f:Function)<-[r:HAS_FUNCTION]-(:Unit) RETURN f, r, [f] AS l LIMIT 1").rows[0]
    node, relation, nodes = row
    assert isinstance(node, dict) and node["labels"] == ["Function"]
    assert set(node["properties"]) == {"id", "name", "run"}
    assert relation == {"type": "HAS_FUNCTION", "properties": {"run": node["properties"]["run"]}}
    assert nodes == [node]


def test_dates_travel_both_ways(loaded: Store) -> None:
    day = datetime.date(2016, 12, 31)
    rows = loaded.query(
        "MATCH (i:Item) WHERE i.deadline = $day RETURN i.deadline AS d, i.name AS n ORDER BY n", {"day": day}
    )
    assert rows.rows == ((day, "合并审批"), (day, "学区共建"))


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("date('2016-01-02')", datetime.date(2016, 1, 2)),
        ("localdatetime('2016-01-02T03:04:05')", datetime.datetime(2016, 1, 2, 3, 4, 5)),
        ("datetime('2016-01-02T03:04:05Z')", datetime.datetime(2016, 1, 2, 3, 4, 5, tzinfo=datetime.UTC)),
        ("duration('P14M3DT5M')", {"months": 14, "days": 3, "seconds": 300}),
        ("[1, 2.5, 'x', true, null]", [1, 2.5, "x", True, None]),
        ("{a: 1, b: [date('2016-01-02')]}", {"a": 1, "b": [datetime.date(2016, 1, 2)]}),
    ],
)
def test_values_have_one_shape(loaded: Store, expression: str, value: object) -> None:
    assert loaded.query(f"RETURN {expression} AS value").rows == ((value,),)


def test_paths_have_one_shape(loaded: Store) -> None:
    text = "MATCH p = (:Unit {id: $id})-[:HAS_FUNCTION]->(:Function) RETURN p"
    (path,) = loaded.query(text, {"id": unit_id(EAST, "信访局")}).rows[0]
    assert isinstance(path, dict) and set(path) == {"nodes", "relationships"}
    assert [node["labels"] for node in path["nodes"]] == [["Unit"], ["Function"]]
    assert [relation["type"] for relation in path["relationships"]] == ["HAS_FUNCTION"]


def test_several_threads_read_at_once(loaded: Store) -> None:
    found: list[object] = []

    def read() -> None:
        for _ in range(20):
            found.append(loaded.query("MATCH (i:Item) RETURN count(i) AS n").rows[0][0])

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [10] * 80


# The embedded store alone.


def test_a_load_that_fails_publishes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "atlas.kgl"
    writer = KgliteStore(path, write=True)
    load(writer, write_build(tmp_path / "good"))
    writer.close()
    broken = write_build(tmp_path / "broken", units=())
    writer = KgliteStore(path, write=True)
    with pytest.raises(GraphError, match="unknown unit"):
        load(writer, broken)
    writer.close()
    assert KgliteStore(path).statistics()["Item"] == 10


def test_a_reader_cannot_write(tmp_path: Path) -> None:
    path = tmp_path / "atlas.kgl"
    writer = KgliteStore(path, write=True)
    writer.checkpoint()
    writer.close()
    reader = KgliteStore(path)
    for attempt in (
        lambda: reader.upsert_nodes("Item", [item("a")]),
        lambda: reader.delete_by_source("p"),
        lambda: reader.checkpoint(),
        lambda: reader.ensure_schema(load_schema()),
    ):
        with pytest.raises(ReadOnlyError):
            attempt()


def test_a_missing_or_damaged_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match="python -m graph load"):
        KgliteStore(tmp_path / "none.kgl")
    damaged = tmp_path / "damaged.kgl"
    damaged.write_text("not a graph", encoding="utf-8")
    with pytest.raises(StoreUnavailable, match="damaged"):
        KgliteStore(damaged)


def test_the_wrong_counts_of_the_engine_are_avoided(store: Store) -> None:
    """The forms that kglite 0.21.2 answers wrongly without its guards (K1, and K2 in its portable form)."""
    kinds = {name: load_schema().relation(name, "Unit", "Item") for name in ("LEADS", "PARTICIPATES_IN")}
    store.upsert_nodes("Unit", [{"id": key, "name": key} for key in ("u1", "u2", "u3")])
    store.upsert_nodes("Item", [item("i1"), item("i2")])
    leads = [("u1", "i1"), ("u2", "i1"), ("u3", "i2"), ("u1", "i2")]
    store.upsert_relations(kinds["LEADS"], [{"source": a, "target": b} for a, b in leads])
    joins = [("u2", "i1", "fund"), ("u2", "i2", "review")]
    rows = [{"source": a, "target": b, "rule": rule} for a, b, rule in joins]
    store.upsert_relations(kinds["PARTICIPATES_IN"], rows)
    bare = (
        "MATCH (u:Unit)-[:LEADS]->(i:Item)<-[r:PARTICIPATES_IN]-(v:Unit) WHERE r.rule = 'fund' "
        "RETURN count(*) AS n"
    )
    assert store.query(bare).rows == ((2,),)
    portable = (
        "MATCH (u:Unit) WHERE COUNT { (u)-[:LEADS]->(:Item)<-[:LEADS]-(:Unit) } > 0 "
        "RETURN u.id AS id ORDER BY id"
    )
    assert [row[0] for row in store.query(portable).rows] == ["u1", "u2", "u3"]


# Opening.


@pytest.mark.parametrize("url", ["atlas.kgl", "kglite:", "neo4j:host", "http://host", "sqlite:x", ":"])
def test_unknown_urls_are_named(url: str) -> None:
    with pytest.raises(StoreUnavailable, match="expected kglite:PATH"):
        open_store(url)


def test_the_environment_names_the_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    url = f"kglite:{tmp_path / 'x.kgl'}"
    monkeypatch.setenv("ATLAS_DB", url)
    writer = open_store(write=True)
    writer.upsert_nodes("Item", [item("a")])
    writer.checkpoint()
    writer.close()
    assert open_store(url).statistics()["Item"] == 1
