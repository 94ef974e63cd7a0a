"""The Cypher script, run on a real server."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.exports import cypher_script, export
from graph.kglite_store import KgliteStore
from graph.load import load
from graph.neo4j_store import Neo4jStore
from tests.graph import servers
from tests.graph.nasty import add_nasty, whole


@pytest.fixture
def embedded(tmp_path: Path, build: Path) -> Iterator[KgliteStore]:
    store = KgliteStore(tmp_path / "a.kgl", write=True)
    load(store, build)
    add_nasty(store)
    yield store
    store.close()


def statements(script: Path) -> list[str]:
    """Cut at line ends, as a value never has one."""
    with script.open(encoding="utf-8", newline="\n") as file:
        lines = file.read().split("\n")
    assert lines.pop() == "" and all(line.endswith(";") for line in lines)
    return [line.removesuffix(";") for line in lines]


def test_it_makes_the_same_graph_and_may_run_twice(
    server: servers.Access, embedded: KgliteStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cypher_script, "ROWS", 7)
    export(embedded, "cypher", tmp_path / "g.cypher")
    store = Neo4jStore(server.url, user=server.user, password=server.password)
    for _ in range(2):
        servers.run(server, *statements(tmp_path / "g.cypher"))
        assert whole(store) == whole(embedded)
    store.close()


def test_keys_come_first_and_statements_stay_short(
    embedded: KgliteStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cypher_script, "SIGNS", 300)
    export(embedded, "cypher", tmp_path / "g.cypher")
    found = [statement.split()[0] for statement in statements(tmp_path / "g.cypher")]
    assert found.index("CALL") < found.index("UNWIND")
    assert set(found[: found.index("CALL")]) == {"CREATE"} and set(found[found.index("CALL") + 1 :]) == {
        "UNWIND"
    }
    items = [line for line in statements(tmp_path / "g.cypher") if "(n:Item" in line and "UNWIND" in line]
    assert len(items) > 1
