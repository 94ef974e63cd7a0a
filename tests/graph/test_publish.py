"""A load is published at once or not at all, and readers see the last published graph; on every store."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from graph.errors import GraphError, LoadLost, StoreUnavailable
from graph.load import load
from graph.neo4j_store import Neo4jStore
from graph.schema import load_schema
from tests.graph import servers
from tests.graph.conftest import Opener
from tests.graph.samples import PLANS, write_build
from tests.graph.servers import Access

ROOT = Path(__file__).parents[2]
# Loads a build, tells when it is in the middle of it, and waits to be killed.
HALF = """
import sys, time
from pathlib import Path
from graph import load as module
from graph.open import open_store

def stop(done, total):
    if done == 2:
        print("half", flush=True)
        time.sleep(600)

module.BATCH = 1
module.load(open_store(write=True), Path(sys.argv[1]), stop)
"""


def item(key: str) -> dict[str, object]:
    return {"id": key, "name": key, "plan_id": "p"}


def items(open_store: Opener) -> int:
    """Return the number of items that a reader sees; none where nothing was ever published."""
    try:
        return open_store().statistics()["Item"]
    except StoreUnavailable:
        return 0


@pytest.fixture
def smaller(tmp_path: Path) -> Path:
    """A build with one plan less."""
    return write_build(tmp_path / "smaller", PLANS[:2])


def load_build(open_store: Opener, build: Path) -> None:
    writer = open_store(write=True)
    load(writer, build)
    writer.close()


@contextmanager
def watched(open_store: Opener, seen: set[int]) -> Iterator[None]:
    """Let another thread read on and on, from before the block begins."""
    reader, began, done = open_store(), threading.Event(), threading.Event()

    def read() -> None:
        while not done.is_set():
            seen.add(len(reader.query("MATCH (i:Item) RETURN i.id AS id").rows))
            began.set()

    thread = threading.Thread(target=read)
    thread.start()
    try:
        assert began.wait(60)
        yield
    finally:
        done.set()
        thread.join()


def test_readers_see_only_what_was_published(open_store: Opener) -> None:
    writer = open_store(write=True)
    writer.ensure_schema(load_schema())
    writer.upsert_nodes("Item", [item("a")])
    with pytest.raises(StoreUnavailable, match="load"):
        open_store().statistics()
    writer.checkpoint()
    reader = open_store()
    writer.upsert_nodes("Item", [item("b")])
    assert (reader.statistics()["Item"], writer.statistics()["Item"]) == (1, 2)
    writer.checkpoint()
    assert reader.statistics()["Item"] == 2
    writer.upsert_nodes("Item", [item("c")])
    writer.close()
    assert reader.statistics()["Item"] == items(open_store) == 2


def test_a_first_load_that_is_not_published_leaves_nothing(open_store: Opener) -> None:
    writer = open_store(write=True)
    writer.upsert_nodes("Item", [item("a")])
    writer.close()
    assert items(open_store) == 0
    if open_store.access is not None:
        assert servers.count(open_store.access) == 0


def test_what_is_discarded_may_be_written_again(open_store: Opener) -> None:
    writer = open_store(write=True)
    for published in (1, 2):
        writer.upsert_nodes("Item", [item("lost")])
        writer.discard()
        writer.upsert_nodes("Item", [item(f"kept{published}")])
        writer.checkpoint()
        assert items(open_store) == published


def test_readers_see_the_old_graph_until_the_new_one_is_whole(
    open_store: Opener, build: Path, smaller: Path
) -> None:
    load_build(open_store, build)
    before, after = items(open_store), 10 - len(PLANS[2].items)
    seen: set[int] = set()
    with watched(open_store, seen):
        load_build(open_store, smaller)
    assert before == 10
    assert seen <= {before, after} and before in seen
    assert items(open_store) == after


def test_a_load_that_fails_in_the_middle_publishes_nothing(
    open_store: Opener, build: Path, smaller: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.load.BATCH", 1)
    load_build(open_store, smaller)
    before = items(open_store)

    def stop(done: int, total: int) -> None:
        if done == 2:
            raise GraphError("stopped")

    seen: set[int] = set()
    writer = open_store(write=True)
    with watched(open_store, seen), pytest.raises(GraphError, match="stopped"):
        load(writer, build, stop)
    writer.close()
    assert seen == {before} == {items(open_store)}
    load_build(open_store, build)
    assert items(open_store) == 10


@pytest.mark.parametrize("published", [False, True])
def test_a_load_that_is_killed_publishes_nothing(
    open_store: Opener, build: Path, smaller: Path, published: bool
) -> None:
    if published:
        load_build(open_store, smaller)
    before = items(open_store)
    command = [sys.executable, "-c", HALF, str(build)]
    environment = os.environ | open_store.environment()
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"half\n"
        assert items(open_store) == before
        process.send_signal(signal.SIGKILL)
    assert items(open_store) == before
    load_build(open_store, build)
    assert items(open_store) == 10


def test_there_is_one_writer(open_store: Opener) -> None:
    first = open_store(write=True)
    first.upsert_nodes("Item", [item("a")])
    with pytest.raises(StoreUnavailable, match="written by another"):
        open_store(write=True)
    first.close()
    open_store(write=True)


def end_transactions(access: Access) -> None:
    """End the writer's transaction, as a server does that is short of memory or is restarted."""
    rows = servers.run(access, "SHOW TRANSACTIONS YIELD transactionId, currentQuery WHERE currentQuery = ''")
    servers.run(access, "TERMINATE TRANSACTIONS " + ", ".join(f"'{row[0]}'" for row in rows))


def test_a_load_that_is_lost_is_run_again(server: Access, build: Path, smaller: Path) -> None:
    writer = Neo4jStore(server.url, user=server.user, password=server.password, write=True)
    load(writer, smaller)
    ended = []

    def end(done: int, total: int) -> None:
        if done == 1 and not ended:
            ended.append(done)
            end_transactions(server)

    load(writer, build, end)
    assert ended and writer.statistics()["Item"] == 10
    writer.close()


def test_after_a_loss_nothing_more_is_written(server: Access) -> None:
    writer = Neo4jStore(server.url, user=server.user, password=server.password, write=True)
    writer.upsert_nodes("Item", [item("a")])
    writer.checkpoint()
    writer.upsert_nodes("Item", [item("b")])
    end_transactions(server)
    for _ in range(2):
        with pytest.raises(LoadLost):
            writer.upsert_nodes("Item", [item("c")])
    with pytest.raises(LoadLost):
        writer.checkpoint()
    writer.close()
    assert servers.count(server) == 1
