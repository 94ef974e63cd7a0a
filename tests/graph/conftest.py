"""Stores for the tests: the embedded one, and Neo4j on every server that there is (`servers.py`).

The tests on one server run one after the other on one worker (`tests/conftest.py`).
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from graph.kglite_store import KgliteStore
from graph.load import load
from graph.neo4j_store import Neo4jStore
from graph.schema import load_schema
from graph.store import Store
from tests.graph import servers
from tests.graph.samples import write_build
from tests.graph.servers import Access

SERVERS = servers.names()


@pytest.fixture(scope="session")
def start_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Access]]:
    """Start a server by its name, once; all are stopped at the end."""
    started: dict[str, Access] = {}
    with ExitStack() as stack:

        def start(name: str) -> Access:
            if name not in started:
                home = tmp_path_factory.mktemp(name)
                started[name] = stack.enter_context(servers.running(name, home))
            return started[name]

        yield start


@pytest.fixture(params=SERVERS)
def server(request: pytest.FixtureRequest, start_server: Callable[[str], Access]) -> Iterator[Access]:
    """An empty Neo4j server."""
    access = start_server(request.param)
    yield access
    servers.wipe(access)


class Opener:
    """Opens the same store, as often as a test likes; `write=True` for the writer."""

    def __init__(self, access: Access | None, path: Path) -> None:
        self.access = access
        self.path = path
        self.opened: list[Store] = []

    def __call__(self, *, write: bool = False) -> Store:
        self.opened.append(_open(self.access, self.path, write=write))
        return self.opened[-1]

    def environment(self) -> dict[str, str]:
        """The variables by which a program finds the store."""
        if self.access is None:
            return {"ATLAS_DB": f"kglite:{self.path}"}
        names = ("ATLAS_DB", "ATLAS_DB_USER", "ATLAS_DB_PASSWORD")
        return dict(zip(names, self.access, strict=True))


@pytest.fixture(params=["kglite", *SERVERS])
def open_store(
    request: pytest.FixtureRequest, tmp_path: Path, start_server: Callable[[str], Access]
) -> Iterator[Opener]:
    """A store that is empty, not opened yet."""
    access = None if request.param == "kglite" else start_server(request.param)
    opener = Opener(access, tmp_path / "store" / "atlas.kgl")
    yield opener
    for each in opener.opened:
        each.close()
    if access is not None:
        servers.wipe(access)


@pytest.fixture
def store(open_store: Opener) -> Store:
    """An empty store, open for writing, with the schema in place."""
    empty = open_store(write=True)
    empty.ensure_schema(load_schema())
    return empty


def empty(store: Store) -> None:
    """Delete all that a store under test holds."""
    assert isinstance(store, KgliteStore | Neo4jStore)
    store._write("MATCH (n) WHERE NOT n:Loading DETACH DELETE n", {})


@pytest.fixture
def build(tmp_path: Path) -> Path:
    """The hand-made build as files."""
    return write_build(tmp_path / "build")


@pytest.fixture
def loaded(store: Store, build: Path) -> Store:
    """A store that holds the hand-made build."""
    load(store, build)
    return store


@pytest.fixture(scope="module", params=["kglite", *SERVERS])
def reader(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    start_server: Callable[[str], Access],
) -> Iterator[Store]:
    """A store with the hand-made build, open for reading only, as the app has it."""
    folder = tmp_path_factory.mktemp("reader")
    access = None if request.param == "kglite" else start_server(request.param)
    writer = _open(access, folder / "atlas.kgl", write=True)
    load(writer, write_build(folder / "build"))
    writer.close()
    reading = _open(access, folder / "atlas.kgl")
    yield reading
    reading.close()
    if access is not None:
        servers.wipe(access)


def _open(access: Access | None, path: Path, *, write: bool = False) -> Store:
    """Open the embedded store at `path`, or the server."""
    if access is None:
        return KgliteStore(path, write=write)
    return Neo4jStore(access.url, user=access.user, password=access.password, write=write)
