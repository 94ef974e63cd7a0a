"""Stores for the tests: the embedded one, and Neo4j where NEO4J_URI names a server to test on."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.kglite_store import KgliteStore
from graph.load import load
from graph.neo4j_store import Neo4jStore
from graph.schema import load_schema
from graph.store import Store
from tests.graph.samples import write_build

NEO4J = os.environ.get("NEO4J_URI")
SHARED = Path(__file__).parents[3] / "shared" / "gold"
STORES = ["kglite", "neo4j"] if NEO4J else ["kglite"]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    server = NEO4J or "left out, as NEO4J_URI names no server"
    terminalreporter.write_line(f"stores under test: kglite; neo4j: {server}")
    if not SHARED.is_dir():
        terminalreporter.write_line("reports are not compared with ../shared/gold, which is not here")


def _neo4j_store() -> Neo4jStore:
    user = os.environ.get("NEO4J_USER", "neo4j")
    return Neo4jStore(str(NEO4J), user=user, password=os.environ.get("NEO4J_PASSWORD", ""), write=True)


@pytest.fixture(scope="session")
def server() -> Iterator[Neo4jStore]:
    """The server named for the tests; it must be empty, as they delete all that it holds."""
    store = _neo4j_store()
    held = store.query("MATCH (n) RETURN count(n) AS n").rows[0][0]
    assert held == 0, f"{NEO4J} holds {held} nodes; the tests only run on an empty server"
    yield store
    store.close()


@pytest.fixture(params=STORES)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store, open for writing, with the schema in place."""
    if request.param == "neo4j":
        server: Neo4jStore = request.getfixturevalue("server")
        server.ensure_schema(load_schema())
        yield server
        server._write("MATCH (n) DETACH DELETE n", {})
    else:
        embedded = KgliteStore(tmp_path / "store" / "atlas.kgl", write=True)
        embedded.ensure_schema(load_schema())
        yield embedded
        embedded.close()


@pytest.fixture
def build(tmp_path: Path) -> Path:
    """The hand-made build as files."""
    return write_build(tmp_path / "build")


@pytest.fixture
def loaded(store: Store, build: Path) -> Store:
    """A store that holds the hand-made build."""
    load(store, build)
    return store


@pytest.fixture(scope="module", params=STORES)
def reader(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store with the hand-made build, open for reading only, as the app has it."""
    folder = tmp_path_factory.mktemp("reader")
    if request.param == "neo4j":
        server: Neo4jStore = request.getfixturevalue("server")
        load(server, write_build(folder / "build"))
        yield server
        server._write("MATCH (n) DETACH DELETE n", {})
    else:
        writer = KgliteStore(folder / "atlas.kgl", write=True)
        load(writer, write_build(folder / "build"))
        writer.close()
        embedded = KgliteStore(folder / "atlas.kgl")
        yield embedded
        embedded.close()
