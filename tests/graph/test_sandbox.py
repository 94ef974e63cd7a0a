"""Queries that users typed: they may end their child process, never the program or other users' queries."""

import datetime
import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import QueryError, QueryTimeout, StoreUnavailable
from graph.kglite_store import KgliteStore
from graph.sandbox import Answer, Request, Sandbox, decode, encode
from tests.graph.test_stores import item

CARTESIAN = "UNWIND range(1, 1000000) AS x UNWIND range(1, 1000000) AS y RETURN count(*) AS n"
DOUBLING = (
    "WITH 'aaaaaaaaaa' AS s" + " WITH replace(s, 'a', 'aaaaaaaaaa') AS s" * 12 + " RETURN size(s) AS n"
)  # a bomb that the guard lets through
COUNT = "MATCH (i:Item) RETURN count(i) AS n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    publish(tmp_path / "atlas.kgl", 1)
    return tmp_path / "atlas.kgl"


@pytest.fixture
def store(path: Path) -> Iterator[KgliteStore]:
    store = KgliteStore(path)
    yield store
    store.close()


def publish(path: Path, items: int) -> None:
    writer = KgliteStore(path, write=True)
    writer.upsert_nodes("Item", [item(str(n), deadline="2016-03-31") for n in range(items)])
    writer.checkpoint()
    writer.close()


def pids(store: KgliteStore) -> list[int]:
    return [child._process.pid for child in store._sandbox._idle]


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def throw(store: KgliteStore, text: str) -> None:
    with pytest.raises((QueryError, QueryTimeout)):
        store.query(text, timeout=1)


def wait_until_gone(pid: int) -> None:
    end = time.monotonic() + 5
    while is_running(pid):
        assert time.monotonic() < end, f"{pid} still runs"
        time.sleep(0.02)


def test_answers_are_the_same_in_the_child(store: KgliteStore) -> None:
    query = (
        "MATCH (i:Item) RETURN i AS i, i.deadline AS d, [i.deadline, {a: i.deadline}] AS l, null AS n, "
        "1.5 AS f, $day AS day, datetime('2016-01-02T03:04:05Z') AS t, '中' AS s, true AS b, "
        "9223372036854775807 AS big"
    )
    params = {"day": datetime.date(2016, 2, 29)}
    assert store.query(query, params) == store.query(query, params, trusted=True)


def test_a_child_stays_warm_and_the_program_can_do_without(store: KgliteStore) -> None:
    store.query(COUNT, trusted=True)
    assert pids(store) == []
    store.query(COUNT)
    first = pids(store)
    store.query(COUNT)
    assert len(first) == 1 and pids(store) == first


def test_a_child_follows_the_file(store: KgliteStore, path: Path) -> None:
    assert store.query(COUNT).rows == ((1,),)
    publish(path, 3)
    assert store.query(COUNT).rows == ((3,),)


def test_time_limits_hold(store: KgliteStore) -> None:
    store.query(COUNT)
    began = time.monotonic()
    with pytest.raises(QueryTimeout, match=r"longer than 0\.5 s"):
        store.query(CARTESIAN, timeout=0.5)
    assert time.monotonic() - began < 1.5
    assert store.query(COUNT).rows == ((1,),)


def test_a_stuck_child_is_ended(store: KgliteStore) -> None:
    store.query(COUNT)
    (pid,) = pids(store)
    os.kill(pid, signal.SIGSTOP)
    with pytest.raises(QueryTimeout):
        store.query(COUNT, timeout=0.3)
    wait_until_gone(pid)
    assert store.query(COUNT).rows == ((1,),)


def test_a_child_that_died_is_replaced(store: KgliteStore) -> None:
    store.query(COUNT)
    (pid,) = pids(store)
    os.kill(pid, signal.SIGKILL)
    store._sandbox._idle[0]._process.wait(5)
    assert store.query(COUNT).rows == ((1,),)
    assert pids(store) != [pid]


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited on Linux only")
def test_memory_is_limited(path: Path) -> None:
    """The engine aborts; the program gets an error that says so."""
    store = KgliteStore(path)
    store._sandbox = Sandbox(path, memory=300 << 20)
    with pytest.raises(QueryError, match="more memory"):
        store.query(DOUBLING, timeout=20)
    assert store.query(COUNT).rows == ((1,),)
    store.close()


def test_other_users_notice_nothing(store: KgliteStore) -> None:
    """Bombs of two users, while a third one asks all the time."""
    slowest, errors, stop = 0.0, [], threading.Event()
    store.query(COUNT)

    def ask() -> None:
        nonlocal slowest
        while not stop.is_set():
            began = time.monotonic()
            try:
                assert store.query(COUNT, timeout=5).rows == ((1,),)
            except Exception as error:
                errors.append(error)
            slowest = max(slowest, time.monotonic() - began)

    asking = threading.Thread(target=ask)
    bombs = [threading.Thread(target=throw, args=(store, text)) for text in (CARTESIAN, DOUBLING)]
    for thread in (asking, *bombs):
        thread.start()
    for thread in bombs:
        thread.join()
    stop.set()
    asking.join()
    assert errors == []
    assert slowest < 3


def test_more_queries_than_children_wait_for_one(path: Path) -> None:
    store = KgliteStore(path)
    store._sandbox = Sandbox(path, children=1)
    store.query(COUNT)
    bomb = threading.Thread(target=throw, args=(store, CARTESIAN))
    bomb.start()
    time.sleep(0.2)
    with pytest.raises(QueryTimeout, match="other queries"):
        store.query(COUNT, timeout=0.2)
    assert store.query(COUNT, timeout=10).rows == ((1,),)
    bomb.join()
    store.close()


def test_what_the_engine_says_is_passed_on(store: KgliteStore) -> None:
    with pytest.raises(QueryError, match="x"):
        store.query("RETURN x")
    with pytest.raises(QueryError, match="parameter"):
        store.query("RETURN $x AS x", {"x": 10**30})
    with pytest.raises(QueryError, match="64 MB"):
        store.query("UNWIND range(1, 80) AS x RETURN $text AS y", {"text": "a" * 1_000_000}, timeout=20)
    assert store.query(COUNT).rows == ((1,),)


def test_a_file_that_is_gone_is_named(store: KgliteStore, path: Path) -> None:
    store.query(COUNT)
    path.unlink()
    with pytest.raises(StoreUnavailable, match="no graph"):
        store.query(COUNT)


def test_children_end_with_the_store(path: Path) -> None:
    store = KgliteStore(path)
    store.query(COUNT)
    (pid,) = pids(store)
    store.close()
    wait_until_gone(pid)


def test_children_never_outlive_the_program(path: Path) -> None:
    """The program is killed in the middle of a query that would take long."""
    program = textwrap.dedent(f"""
        import threading, time
        from pathlib import Path
        from graph.kglite_store import KgliteStore
        store = KgliteStore(Path({str(path)!r}))
        store.query({COUNT!r})
        print(store._sandbox._idle[0]._process.pid, flush=True)
        threading.Thread(target=lambda: store.query({CARTESIAN!r}, timeout=60)).start()
        time.sleep(60)
    """)
    parent = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    pid = int(parent.stdout.readline())
    time.sleep(0.3)
    assert is_running(pid)
    parent.kill()
    parent.communicate()
    wait_until_gone(pid)


@pytest.mark.parametrize(
    "message",
    [
        Request("RETURN 1 AS x", {"a": [1, None, {"b": datetime.date(2016, 1, 2)}]}, 1.0, 5),
        Answer(("a",), [(datetime.datetime(2016, 1, 2, 3, 4, 5, tzinfo=datetime.UTC),)]),
        Answer(("a", "b"), [("2016-01-02", datetime.date(2016, 1, 2)), (True, 1.0)]),
        Answer(error=("QueryError", "中")),
    ],
)
def test_messages_come_back_as_they_were(message: Request | Answer) -> None:
    assert decode(encode(message), type(message)) == message
