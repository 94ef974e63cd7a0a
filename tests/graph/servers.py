"""The Neo4j servers that tests run on: the one that NEO4J_URI names, else those that start here."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import NamedTuple

import neo4j

from dev.neo4j.jars import RELEASES, Missing, cache_folder, find_java
from dev.neo4j.server import start, stop


class Access(NamedTuple):
    """How to reach a server."""

    url: str
    user: str
    password: str


@cache
def missing() -> dict[str, str]:
    """Return, for each line of Neo4j that is left out, why."""
    if "NEO4J_URI" in os.environ:
        return dict.fromkeys(RELEASES, "the server that NEO4J_URI names is taken")
    found = {}
    for line, release in RELEASES.items():
        try:
            find_java(release)
        except Missing as error:
            found[line] = str(error)
        if not shutil.which("mvn") and not (cache_folder() / release.version).is_dir():
            found[line] = "no Maven, which fetches it (Debian: apt-get install maven)"
    return found


def names() -> list[str]:
    """Return the names of the servers to test on."""
    named = ["neo4j"] if "NEO4J_URI" in os.environ else []
    return named + [f"neo4j-{line}" for line in RELEASES if line not in missing()]


@contextmanager
def running(name: str, home: Path) -> Iterator[Access]:
    """Yield a server of `names()`, started in `home` unless it runs somewhere already; it is empty."""
    if name == "neo4j":
        user, password = os.environ.get("NEO4J_USER", "neo4j"), os.environ.get("NEO4J_PASSWORD", "")
        access = Access(os.environ["NEO4J_URI"], user, password)
        held = count(access)
        assert held == 0, f"{access.url} holds {held} nodes; tests delete all, so they run on an empty server"
        yield access
        return
    server = start(home, RELEASES[name.removeprefix("neo4j-")], heap="512m")
    try:
        yield Access(server.uri, server.user, server.password)
    finally:
        stop(home)


def count(access: Access) -> int:
    """Return the number of nodes, seen or not."""
    return int(str(run(access, "MATCH (n) RETURN count(n) AS n")[0][0]))


def wipe(access: Access) -> None:
    """Delete all nodes and relations."""
    run(access, "MATCH (n) DETACH DELETE n")


def run(access: Access, *texts: str) -> list[list[object]]:
    """Run statements past the store; return the rows of the last."""
    with neo4j.GraphDatabase.driver(access.url, auth=(access.user, access.password)) as driver:
        results = [driver.execute_query(text) for text in texts]
    return [record.values() for record in results[-1].records]
