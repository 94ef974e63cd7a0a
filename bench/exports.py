"""Measure every export of one made graph, and the import of its files by Neo4j's own tool.

    python bench/exports.py [--items 100000] [--kglite-only]

The graph is made from a seed (`bench/graphs`): at the full size 100,000 items and about 350,000 roles, with
measures written to its units. Each export runs in a process of its own, so that its memory can be told;
seconds are wall time with the start of that process. The import runs with the Neo4j that `dev/neo4j` fetches.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from bench.graphs import make_records, write_build  # noqa: E402 (the project is no installed package)
from bench.graphs.records import LARGE  # noqa: E402
from dev.neo4j.home import open_home  # noqa: E402
from dev.neo4j.jars import RELEASES, Missing  # noqa: E402
from graph.exports import FORMATS  # noqa: E402

SEED = 1


def run(*words: str) -> tuple[float, int]:
    """Run a command of the graph; return its seconds and its most memory in MB."""
    begin = time.perf_counter()
    command = [sys.executable, "-m", "graph", *words]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL) as child:
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    assert child.returncode == 0, words
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024  # macOS tells bytes
    return time.perf_counter() - begin, usage.ru_maxrss // unit


def size_of(out: Path) -> int:
    """Return the bytes of a file or of a folder."""
    return sum(path.stat().st_size for path in ([out] if out.is_file() else out.iterdir()))


def run_import(folder: Path, home: Path) -> float:
    """Run the import tool; return its seconds. Raises Missing without Java or Maven."""
    prepared = open_home(home, RELEASES["5.26"])
    prepared.set_port(7687)
    words = ("database", "import", "full", "@import.args", "neo4j")
    begin = time.perf_counter()
    command = prepared.command("org.neo4j.cli.AdminTool", *words, heap="2g")
    subprocess.run(command, cwd=folder, env=prepared.environment(), capture_output=True, check=True)
    return time.perf_counter() - begin


def main(arguments: Sequence[str] | None = None) -> None:
    """Print a line for each export."""
    parser = argparse.ArgumentParser(description="Measure every export of a made graph.")
    parser.add_argument("--items", type=int, default=LARGE.items)
    parser.add_argument("--kglite-only", action="store_true", help="leave the import into Neo4j out")
    options = parser.parse_args(arguments)
    share = options.items / LARGE.items
    scaled = replace(
        LARGE, items=options.items, plans=int(LARGE.plans * share), districts=int(LARGE.districts * share)
    )
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        url = f"kglite:{folder / 'a.kgl'}"
        run("load", str(write_build(folder / "build", make_records(SEED, scaled))), "--db", url)
        print(f"{'measure':12} {run('measure', '--db', url)[0]:6.1f} s")
        spent = 0.0
        for name in FORMATS:
            spent, memory = run("export", name, str(folder / name), "--db", url)
            print(f"{name:12} {spent:6.1f} s  {memory:5} MB memory  {size_of(folder / name) / 1e6:7.1f} MB")
        if not options.kglite_only:
            try:
                taken = run_import(folder / "neo4j-admin", folder / "home")
            except Missing as missing:
                print(f"import: left out: {missing}")
            else:
                print(f"{'import':12} {taken:6.1f} s; written and imported in {spent + taken:.1f} s")


if __name__ == "__main__":
    main()
