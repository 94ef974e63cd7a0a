"""Loads a build into a store so that the store holds that build and nothing else.

Only plans whose records changed are written again. All that is written carries a stamp, of its plan's
digest or of the load; what has an older stamp is deleted at the end. Not before: in a transaction that
has deleted much, each look-up by an index takes Neo4j as long as it has deleted.
"""

import datetime
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from graph import mapping
from graph.errors import GraphError, LoadLost
from graph.rows import Rows
from graph.schema import SCHEMA_FILE, Schema, load_schema
from graph.shared import Shared
from graph.store import Store
from graph.tables import ALL

FILES = ("plans.jsonl", "units.jsonl", "issues.jsonl", "manifest.json")
BATCH = 5000  # rows gathered before they are written
ATTEMPTS = 3
WAIT = 1.0  # seconds before a lost load is run again
GONE = "gone"  # the stamp of a plan that the build does not hold
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class LoadReport:
    """What a load did."""

    plans: int
    written: int
    removed: int
    items: int
    units: int


def load(store: Store, build: Path, progress: Progress | None = None) -> LoadReport:
    """Bring the store to the state of the build and publish it.

    Args:
        store: Open for writing.
        build: The folder that `python -m ingest` wrote.
        progress: Called with (plans done, plans in all).

    Raises GraphError when the folder is not a build or its records contradict each other; nothing
    is published then.
    """
    for attempt in range(ATTEMPTS):
        try:
            return _load(store, build, progress)
        except LoadLost:
            # Nothing was published, so the whole may be run again.
            if attempt == ATTEMPTS - 1:
                raise
            store.discard()
            time.sleep(WAIT * (attempt + 1))
    raise AssertionError("not reached")


def _load(store: Store, build: Path, progress: Progress | None) -> LoadReport:
    schema = load_schema()
    digests = _plan_digests(build)
    run = _run_digest(build)
    loaded = loaded_plans(store)
    removed = [plan_id for plan_id in loaded if loaded[plan_id] != digests.get(plan_id)]
    changed = {plan_id: digest for plan_id, digest in digests.items() if loaded.get(plan_id) != digest}
    shared = _read_shared(build)
    if removed or changed or not _is_last(store, run):
        store.ensure_schema(schema)
        _write(store, schema, shared.nodes(), run)
        _write_plans(store, schema, build, changed, shared, progress)
        _write(store, schema, shared.relations(), run)
        _write(store, schema, shared.run(run, _finished(build)), run)
        store.delete_stale_of_plans({plan_id: digests.get(plan_id, GONE) for plan_id in removed})
        store.delete_stale(run)
        store.checkpoint()
    return LoadReport(len(digests), len(changed), len(removed), shared.items, len(shared.units))


def _lines(build: Path, name: str) -> Iterator[bytes]:
    path = build / name
    try:
        with path.open("rb") as file:
            yield from (line for line in file if line.strip())
    except OSError as error:
        raise GraphError(f"{build} is not a build: cannot read {name}: {error.strerror}") from error


def _code_digest() -> str:
    """Return the digest of what decides how records become rows."""
    names = ("mapping.py", "shared.py", "cypher.py")
    sources = (SCHEMA_FILE, *(SCHEMA_FILE.with_name(name) for name in names))
    return sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()


def _plan_digests(build: Path) -> dict[str, str]:
    code = _code_digest().encode()
    return {
        mapping.read_plan(line).id: sha256(code + line.strip()).hexdigest()
        for line in _lines(build, "plans.jsonl")
    }


def _run_digest(build: Path) -> str:
    digest = sha256(_code_digest().encode())
    for name in FILES:
        for line in _lines(build, name):
            digest.update(line)
    return digest.hexdigest()[:16]


def _finished(build: Path) -> str:
    """Return when the build was finished: as its manifest says, else the time of that file."""
    path = build / "manifest.json"
    try:
        manifest = json.loads(path.read_bytes())
    except ValueError as error:
        raise GraphError(f"{path} is not JSON: {error}") from error
    stated = manifest.get("finished") if isinstance(manifest, dict) else None
    if isinstance(stated, str):
        return stated
    written = datetime.datetime.fromtimestamp(path.stat().st_mtime, datetime.UTC)
    return written.isoformat(timespec="seconds")


def loaded_plans(store: Store) -> dict[str, str]:
    """Return the id of every plan that the store holds, and the digest with which it is stamped."""
    rows = store.query(
        "MATCH (p:Plan) RETURN p.id AS id, p.digest AS digest", timeout=60, row_limit=ALL, trusted=True
    ).rows
    return {str(plan_id): str(digest) for plan_id, digest in rows}


def _is_last(store: Store, run: str) -> bool:
    rows = store.query("MATCH (r:Run) RETURN r.id AS id", trusted=True).rows
    return [row[0] for row in rows] == [run]


def _read_shared(build: Path) -> Shared:
    shared = Shared()
    for line in _lines(build, "units.jsonl"):
        shared.add_unit(mapping.read_unit(line))
    for line in _lines(build, "plans.jsonl"):
        shared.add_plan(mapping.read_plan(line))
    for line in _lines(build, "issues.jsonl"):
        shared.add_issue(mapping.read_issue(line))
    return shared


def _write_plans(
    store: Store,
    schema: Schema,
    build: Path,
    changed: dict[str, str],
    shared: Shared,
    progress: Progress | None,
) -> None:
    gathered = Rows()
    for done, line in enumerate(_lines(build, "plans.jsonl"), start=1):
        plan = mapping.read_plan(line)
        if plan.id in changed:
            rows = mapping.plan_rows(plan)
            rows.stamp(changed[plan.id])
            rows.nodes["Plan"][0]["digest"] = changed[plan.id]
            gathered.add(rows)
        if len(gathered) >= BATCH:
            _write(store, schema, gathered)
            gathered = Rows()
        if progress is not None:
            progress(done, len(shared.plans))
    _write(store, schema, gathered)


def _write(store: Store, schema: Schema, rows: Rows, run: str | None = None) -> None:
    if run is not None:
        rows.stamp(run)
    for label, nodes in rows.nodes.items():
        store.upsert_nodes(label, nodes)
    for kind, relations in rows.kinds(schema):
        store.upsert_relations(kind, relations)
