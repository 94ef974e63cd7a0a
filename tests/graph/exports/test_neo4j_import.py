"""Files for `neo4j-admin database import`, read by the real tool into a real server."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import neo4j
import pytest

from dev.neo4j.home import open_home
from dev.neo4j.jars import RELEASES, Missing
from dev.neo4j.server import start, stop
from graph.exports import export, neo4j_import
from graph.exports.neo4j_import import cell
from graph.kglite_store import KgliteStore
from graph.load import load
from graph.neo4j_store import Neo4jStore
from graph.reports import list_reports, run_report
from graph.store import Value
from tests.graph.nasty import add_nasty, whole
from tests.graph.samples import write_build

LTS = RELEASES["5.26"]


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_build(tmp_path_factory.mktemp("import") / "build")


@pytest.fixture(scope="module")
def embedded(build: Path) -> Iterator[KgliteStore]:
    store = KgliteStore(build.with_name("a.kgl"), write=True)
    load(store, build)
    yield store
    store.close()


@pytest.fixture(scope="module")
def server(embedded: KgliteStore, build: Path) -> Iterator[Neo4jStore]:
    """A server into whose home the files were imported before it started."""
    home_path = build.with_name("home")
    try:
        home = open_home(home_path, LTS)
    except Missing as missing:
        pytest.skip(str(missing))
    home.set_port(7687)
    add_nasty(embedded)
    # A row may be longer than the buffer that the tool holds by default.
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(neo4j_import, "BUFFER", 1000)
        export(embedded, "neo4j-admin", build.with_name("files"))
    admin = build.with_name("neo4j-admin")
    words = " ".join(f"'{word}'" for word in home.command("org.neo4j.cli.AdminTool"))
    admin.write_text(f'#!/bin/sh\nexec {words} "$@"\n', encoding="utf-8")
    admin.chmod(0o755)
    environment = {**home.environment(), "NEO4J_ADMIN": str(admin)}
    command = ["sh", str(build.with_name("files") / "import.sh")]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    running = start(home_path, LTS, heap="512m")
    try:
        with neo4j.GraphDatabase.driver(running.uri, auth=(running.user, running.password)) as driver:
            for statement in (build.with_name("files") / "schema.cypher").read_text().split(";\n")[:-1]:
                driver.execute_query(statement)
        store = Neo4jStore(running.uri, user=running.user, password=running.password, write=True)
        yield store
        store.close()
    finally:
        stop(home_path)


def test_the_server_holds_the_same_graph(server: Neo4jStore, embedded: KgliteStore) -> None:
    assert whole(server) == whole(embedded)


def test_the_server_answers_the_reports_the_same(server: Neo4jStore, embedded: KgliteStore) -> None:
    answered = 0
    for report in list_reports():
        here, there = run_report(embedded, report), run_report(server, report)
        assert there == here, report.name
        answered += bool(here.rows)
    assert answered > 10


def test_a_load_of_the_same_build_changes_nothing(server: Neo4jStore, build: Path) -> None:
    before = whole(server)
    assert load(server, build).written == 0
    assert whole(server) == before


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, ""),
        ("", '""'),
        ('a"b', '"a""b"'),
        ("一\n二", '"一\n二"'),
        (True, "true"),
        (-1, "-1"),
        (0.5, "0.5"),
    ],
)
def test_cells(value: Value, written: str) -> None:
    assert cell(value) == written


def test_rows_that_fit_need_no_larger_buffer(embedded: KgliteStore, tmp_path: Path) -> None:
    export(embedded, "neo4j-admin", tmp_path / "out")
    arguments = (tmp_path / "out" / "import.args").read_text(encoding="utf-8").splitlines()
    assert not any(each.startswith("--read-buffer-size") for each in arguments)
    for each in arguments[:-1]:
        assert all((tmp_path / "out" / name).is_file() for name in each.split("=")[2].split(","))
    assert os.access(tmp_path / "out" / "import.sh", os.R_OK)
