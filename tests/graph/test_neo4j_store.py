"""What only the server store has: how it is opened, and what it says when it cannot be."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from graph.errors import GraphError, LoadLost, QueryError, QueryTimeout, ReadOnlyError, StoreUnavailable
from graph.neo4j_errors import running_error
from graph.neo4j_store import Neo4jStore
from graph.schema import load_schema
from tests.graph import servers
from tests.graph.servers import Access

SOON = 3.0  # seconds


def opened(url: str, access: Access | None = None, **given: str) -> Neo4jStore:
    user, password = (access.user, access.password) if access is not None else ("neo4j", "x")
    return Neo4jStore(url, **{"user": user, "password": password, **given})


@contextmanager
def refused(words: str) -> Iterator[None]:
    """Expect that opening fails soon and says `words`."""
    began = time.monotonic()
    with pytest.raises(StoreUnavailable, match=words):
        yield
    assert time.monotonic() - began < SOON


@contextmanager
def listening(answer: Callable[[socket.socket], None]) -> Iterator[int]:
    """Yield the port of a program that is no Neo4j server."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            while True:
                try:
                    connection, _ = server.accept()
                except OSError:
                    return
                with connection:
                    answer(connection)

        threading.Thread(target=serve, daemon=True).start()
        yield server.getsockname()[1]
        server.shutdown(socket.SHUT_RDWR)


def speak_http(connection: socket.socket) -> None:
    connection.recv(100)
    connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")


def hang_up(connection: socket.socket) -> None:
    connection.recv(100)


def say_nothing(connection: socket.socket) -> None:
    connection.recv(100)
    time.sleep(2 * SOON)


@pytest.mark.parametrize("scheme", ["bolt", "neo4j", "neo4j+s", "bolt+ssc"])
def test_a_server_that_is_not_there_is_given_up_soon(scheme: str) -> None:
    with refused("nothing answers there.*set ATLAS_DB"):
        opened(f"{scheme}://127.0.0.1:9")


def test_a_host_that_is_unknown_is_named() -> None:
    with refused("host name is unknown"):
        opened("neo4j://no-such-host.invalid")


@pytest.mark.parametrize(
    ("answer", "words"), [(speak_http, "HTTP"), (hang_up, "no Neo4j server"), (say_nothing, "ATLAS_DB")]
)
def test_what_is_no_neo4j_server_is_told(answer: Callable[[socket.socket], None], words: str) -> None:
    with listening(answer) as port, refused(words):
        opened(f"bolt://127.0.0.1:{port}")


def test_a_wrong_password_is_told(server: Access) -> None:
    with refused("ATLAS_DB_PASSWORD"):
        opened(server.url, server, password="wrong")  # noqa: S106 - that is what is tested  # noqa: S106 - that is what is tested


def test_an_unknown_database_is_named(server: Access) -> None:
    with refused("no database 'nosuch'.*ATLAS_DB_NAME"):
        opened(server.url, server, database="nosuch")
    opened(server.url, server, database="neo4j").close()


@pytest.mark.parametrize("scheme", ["neo4j+s", "bolt+ssc"])
def test_tls_where_the_server_has_none_is_told(server: Access, scheme: str) -> None:
    with refused("TLS"):
        opened(server.url.replace("neo4j", scheme), server)


@pytest.mark.parametrize("scheme", ["neo4j", "bolt"])
def test_both_forms_of_address_open(server: Access, scheme: str) -> None:
    store = opened(server.url.replace("neo4j", scheme), server)
    assert store.query("RETURN 1 AS n").rows == ((1,),)
    store.close()


def test_a_reader_cannot_write(server: Access) -> None:
    reader = opened(server.url, server)
    for attempt in (
        lambda: reader.upsert_nodes("Item", [{"id": "a", "name": "a", "plan_id": "p"}]),
        lambda: reader.ensure_schema(load_schema()),
        lambda: reader.checkpoint(),
    ):
        with pytest.raises(ReadOnlyError):
            attempt()
    with pytest.raises(ReadOnlyError, match="refused to write"):  # past the guard
        reader._read("CREATE (n:Item)", {}, timeout=5, row_limit=1, trusted=False)
    reader.close()
    assert servers.count(server) == 0


def test_points_are_plain(server: Access) -> None:
    """The embedded engine has none."""
    store = opened(server.url, server)
    assert store.query("RETURN point({latitude: 1.5, longitude: 2.5}) AS p").rows == (
        ({"latitude": 1.5, "longitude": 2.5},),
    )
    store.close()


def test_keys_and_indexes_are_made_once(server: Access) -> None:
    store = Neo4jStore(server.url, user=server.user, password=server.password, write=True)
    for _ in range(2):
        store.ensure_schema(load_schema())
    store.close()
    names = {str(row[0]) for row in servers.run(server, "SHOW INDEXES YIELD name RETURN name")}
    schema = load_schema()
    assert {f"{label.lower()}_id" for label in schema.nodes} <= names
    for kind in schema.nodes.values():
        assert {f"{kind.label.lower()}_{p.name}" for p in kind.properties.values() if p.index} <= names


class Told(Exception):
    """An error as the driver gives it."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
        self.message = "what the server said"


@pytest.mark.parametrize(
    ("code", "kind", "words"),
    [
        ("Neo.ClientError.Statement.SyntaxError", QueryError, "what the server said"),
        ("Neo.ClientError.Transaction.TransactionTimedOut", QueryTimeout, "longer than 3 s"),
        ("Neo.ClientError.Statement.AccessMode", ReadOnlyError, "refused to write"),
        ("Neo.TransientError.General.MemoryPoolOutOfMemoryError", QueryError, "db.memory.transaction.max"),
        ("Neo.ClientError.Security.Unauthorized", StoreUnavailable, "ATLAS_DB_PASSWORD"),
        ("Neo.ClientError.Security.AuthenticationRateLimit", StoreUnavailable, "too often"),
        ("Neo.ClientError.Database.DatabaseNotFound", StoreUnavailable, "ATLAS_DB_NAME"),
        ("Neo.TransientError.Transaction.DeadlockDetected", LoadLost, "what the server said"),
        ("", LoadLost, "what the server said"),
    ],
)
def test_what_a_server_says_becomes_one_of_our_errors(code: str, kind: type[GraphError], words: str) -> None:
    error = running_error("neo4j://host", None, Told(code), 3.0)
    assert type(error) is kind
    assert words in str(error)
