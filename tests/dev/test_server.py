"""A real server starts, answers on this machine only, and stops; left out without Java and Maven."""

import subprocess
import sys
from pathlib import Path

import neo4j
import pytest

from dev.neo4j.home import HARDENED, Failed, open_home
from dev.neo4j.jars import RELEASES, Missing, fetch_jars, find_java
from dev.neo4j.server import find_running, stop

ROOT = Path(__file__).parents[2]
LTS = RELEASES["5.26"]


def lacking() -> str | None:
    try:
        find_java(LTS)
        fetch_jars(LTS)
    except Missing as error:
        return str(error)
    return None


def command(*words: str) -> "subprocess.CompletedProcess[str]":
    words = (sys.executable, "dev/neo4j/server.py", *words)
    return subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)


def test_a_server_runs_until_it_is_stopped(tmp_path: Path) -> None:
    if missing := lacking():
        pytest.skip(missing)
    home = tmp_path / "home"
    assert command("status", "--home", str(home)).returncode == 1
    started = command("start", "--home", str(home), "--heap", "512m")
    try:
        assert started.returncode == 0, started.stderr
        lines = dict(line.removeprefix("export ").split("=", 1) for line in started.stdout.splitlines())
        assert lines["ATLAS_DB"].startswith("neo4j://127.0.0.1:")
        assert command("start", "--home", str(home)).stdout == started.stdout, (
            "a second start changes nothing"
        )
        assert settings(lines) == HARDENED
        with pytest.raises(Failed, match=r"made by Neo4j 5\.26"):
            open_home(home, RELEASES["2026"])
    finally:
        stopped = command("stop", "--home", str(home))
    assert stopped.returncode == 0, stopped.stderr
    assert find_running(home) is None
    assert not stop(home)
    assert open_home(home, LTS).password() == lines["ATLAS_DB_PASSWORD"], "the data keep their password"


def settings(lines: dict[str, str]) -> dict[str, str]:
    """Return the hardened settings as the server tells them, in our spelling."""
    auth = (lines["ATLAS_DB_USER"], lines["ATLAS_DB_PASSWORD"])
    query = "SHOW SETTINGS YIELD name, value WHERE name IN $names RETURN name, value"
    with neo4j.GraphDatabase.driver(lines["ATLAS_DB"], auth=auth) as driver:
        rows = driver.execute_query(query, names=list(HARDENED)).records
    spelling = {"1m": "60s", "1.00GiB": "1g"}
    return {name: spelling.get(value, value) for name, value in rows}


def test_a_process_that_took_the_number_of_a_server_is_left_alone(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as other:
        state = f'{{"uri": "neo4j://127.0.0.1:1", "user": "neo4j", "password": "x", "pid": {other.pid}}}'
        (tmp_path / "server.json").write_text(state, encoding="utf-8")
        assert not stop(tmp_path)
        assert other.poll() is None
        other.communicate(b"\n")
