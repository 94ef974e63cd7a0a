"""Measure loading and every saved report on the embedded store and on Neo4j, in one run over one made graph.

    python bench/graph.py [--items 100000] [--runs 20] [--kglite-only]

The graph is made from a seed (`bench/graphs`): at the full size 100,000 items and about 350,000 roles.
A report runs with its defaults and, every other time, with values that its parameters offer. Seconds and
milliseconds are wall time seen by the caller. Neo4j is the server that `dev/neo4j` starts, or the empty one
that NEO4J_URI names.
"""

import argparse
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import neo4j

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from bench.graphs import Made, make_records, rows_of, write_build  # noqa: E402 (the project is no installed package)
from bench.graphs.extras import add_extras  # noqa: E402
from bench.graphs.records import LARGE, Size  # noqa: E402
from dev.neo4j.jars import RELEASES  # noqa: E402
from dev.neo4j.server import start, stop  # noqa: E402
from graph.base import BATCH  # noqa: E402
from graph.kglite_store import KgliteStore  # noqa: E402
from graph.load import load  # noqa: E402
from graph.neo4j_store import Neo4jStore  # noqa: E402
from graph.reports import NETWORK, Report, choices, first_choices, list_reports, run_report  # noqa: E402
from graph.rows import Rows  # noqa: E402
from graph.schema import load_schema  # noqa: E402
from graph.store import Store  # noqa: E402

SEED = 1


@dataclass(frozen=True)
class Timing:
    """Milliseconds of the runs of one report on one store, and the rows it gave last."""

    times: tuple[float, ...]
    rows: int

    @property
    def p50(self) -> float:
        """The median."""
        return statistics.median(self.times)

    @property
    def p95(self) -> float:
        """The time that one run in twenty is above."""
        return statistics.quantiles(self.times, n=20, method="inclusive")[-1]


def seconds(work: Callable[[], object]) -> float:
    """Return the wall time of some work."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def extras(made: Made) -> Rows:
    """Return only the rows that the extraction does not fill yet."""
    plain = rows_of(made)
    known = {end: len(found) for end, found in plain.relations.items()}
    add_extras(plain, SEED)
    only = Rows()
    for end, found in plain.relations.items():
        only.relations[end].extend(found[known.get(end, 0) :])
    return only


def load_all(store: Store, build: Path, more: Rows) -> float:
    """Load the build and what the extraction does not fill; returns the seconds of the load alone."""
    taken = seconds(lambda: load(store, build))
    for kind, rows in more.kinds(load_schema()):
        store.upsert_relations(kind, rows)
    store.checkpoint()
    return taken


def samples(store: Store, report: Report, runs: int) -> list[dict[str, object]]:
    """Return parameters for each run: the defaults, and every other time one offered value."""
    rng = random.Random(f"{SEED} {report.name}")
    offered = {param.name: choices(store, param, trusted=True) for param in report.params}
    offered = {name: values for name, values in offered.items() if values}
    needed = first_choices(store, report, {}, trusted=True)
    found: list[dict[str, object]] = []
    for run in range(runs):
        name = rng.choice(sorted(offered)) if run % 2 and offered else None
        found.append(needed if name is None else {**needed, name: rng.choice(offered[name])})
    return found


def measure(store: Store, report: Report, parameters: list[dict[str, object]]) -> Timing:
    """Run a report with each of the parameters, after one run that is not counted."""

    def run(given: dict[str, object]) -> int:
        return len(run_report(store, report, given, timeout=120, trusted=True).rows)

    rows = run(parameters[0])
    return Timing(tuple(1000 * seconds(partial(run, given)) for given in parameters), rows)


def measure_all(store: Store, runs: int) -> dict[str, Timing]:
    """Measure the reports that a query answers."""
    queries = [report for report in list_reports() if report.path.suffix != NETWORK]
    return {report.name: measure(store, report, samples(store, report, runs)) for report in queries}


def print_networks(store: Store) -> None:
    """Print the seconds of the reports that measure networks in Python; they are the same on any store."""
    for report in list_reports():
        if report.path.suffix == NETWORK:
            taken = seconds(partial(run_report, store, report, timeout=600, trusted=True))
            print(f"{report.name:32}{taken:8.1f} s, once, in Python", flush=True)


def measure_kglite(build: Path, more: Rows, folder: Path, runs: int) -> dict[str, Timing]:
    """Load the embedded store, print how long that took, and measure the reports."""
    path = folder / "atlas.kgl"
    writer = KgliteStore(path, write=True)
    print(f"kglite: load {load_all(writer, build, more):.1f} s (aim: under 20 s)", flush=True)
    writer.close()
    print(f"kglite: {path.stat().st_size / 1e6:.0f} MB in the file", flush=True)
    store = KgliteStore(path)
    found = measure_all(store, runs)
    print_networks(store)
    store.close()
    return found


def print_reports(embedded: dict[str, Timing], server: dict[str, Timing]) -> None:
    """Print the milliseconds of each report, slowest first, and what is above the aims."""
    print(f"{'report':32}{'rows':>7}{'kglite p50':>12}{'p95':>8}{'neo4j p50':>12}{'p95':>8}{'ratio':>8}")
    slow, slower = [], []
    for name, ours in sorted(embedded.items(), key=lambda each: -each[1].p95):
        line = f"{name:32}{ours.rows:7}{ours.p50:12.1f}{ours.p95:8.1f}"
        theirs = server.get(name)
        if theirs is not None:
            line += f"{theirs.p50:12.1f}{theirs.p95:8.1f}{ours.p50 / theirs.p50:8.2f}"
            if ours.p50 > 1.5 * theirs.p50:
                slower.append(name)
        print(line)
        if ours.p95 > 150:
            slow.append(name)
    print(f"above 150 ms (p95) on kglite: {', '.join(slow) or 'none'}")
    if server:
        print(f"more than 1.5 times as slow as Neo4j (p50): {', '.join(slower) or 'none'}")


@contextmanager
def server(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Yield the address, user and password of an empty Neo4j: the one that is named, or one of our own."""
    named = os.environ.get("NEO4J_URI")
    if named is not None:
        yield named, os.environ.get("NEO4J_USER", "neo4j"), os.environ.get("NEO4J_PASSWORD", "")
        return
    home = folder / "neo4j"
    own = start(home, RELEASES["5.26"])
    try:
        yield own.uri, own.user, own.password
    finally:
        stop(home)


def bare_seconds(driver: neo4j.Driver, rows: Rows) -> float:
    """Write the same rows by the shortest script that does it: one autocommit `UNWIND … MERGE` a batch."""
    with driver.session() as session:
        for label in rows.nodes:
            session.run(f"CREATE CONSTRAINT IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE").consume()
        session.run("CALL db.awaitIndexes(300)").consume()
        begin = time.perf_counter()
        for label, found in rows.nodes.items():
            for at in range(0, len(found), BATCH):
                session.run(
                    f"UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) SET n += row",
                    rows=found[at : at + BATCH],
                ).consume()
        for (name, source, target), found in rows.relations.items():
            text = (
                f"UNWIND $rows AS row MATCH (a:{source} {{id: row.source}}) "
                f"MATCH (b:{target} {{id: row.target}}) MERGE (a)-[r:{name}]->(b) SET r += row.rest"
            )
            shaped = [
                {
                    "source": row["source"],
                    "target": row["target"],
                    "rest": {k: v for k, v in row.items() if k not in ("source", "target")},
                }
                for row in found
            ]
            for at in range(0, len(found), BATCH):
                session.run(text, rows=shaped[at : at + BATCH]).consume()
        return time.perf_counter() - begin


def wipe(driver: neo4j.Driver) -> None:
    """Delete all nodes and relations, in batches."""
    with driver.session() as session:
        session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 2000 ROWS").consume()


def measure_neo4j(build: Path, more: Rows, plain: Rows, folder: Path, runs: int) -> dict[str, Timing]:
    """Load Neo4j by a bare script and by ours, print how long each took, and measure the reports."""
    with server(folder) as (uri, user, password):
        with neo4j.GraphDatabase.driver(uri, auth=(user, password)) as driver:
            bare = bare_seconds(driver, plain)
            wipe(driver)
        store = Neo4jStore(uri, user=user, password=password, write=True)
        ours = load_all(store, build, more)
        print(
            f"neo4j:  load {ours:.1f} s, bare UNWIND script {bare:.1f} s, ratio {ours / bare:.2f} (aim: 1.5)",
            flush=True,
        )
        found = measure_all(store, runs)
        store.close()
    return found


def main() -> None:
    """Print size, load times and the times of the reports."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--items", type=int, default=LARGE.items)
    args.add_argument("--runs", type=int, default=20, help="of each report on each store")
    args.add_argument("--kglite-only", action="store_true")
    options = args.parse_args()
    share = options.items / LARGE.items
    size = Size(options.items, max(1, round(LARGE.plans * share)), max(2, round(LARGE.districts * share)))
    made = make_records(SEED, size)
    plain, more = rows_of(made), extras(made)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        build = write_build(folder / "build", made)
        embedded = measure_kglite(build, more, folder, options.runs)
        served = {} if options.kglite_only else measure_neo4j(build, more, plain, folder, options.runs)
        print_reports(embedded, served)


if __name__ == "__main__":
    main()
