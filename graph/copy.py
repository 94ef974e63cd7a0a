"""Copies a whole graph from one store to another, so that the other holds it and nothing else of ours."""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

from graph.errors import GraphError
from graph.load import GONE, loaded_plans
from graph.schema import NodeKind, Schema, load_schema
from graph.store import Store
from graph.tables import Table, node_tables, relation_tables, run_of, unchanged

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class CopyReport:
    """How much the target holds, and whether it had to be written."""

    nodes: int
    relations: int
    written: bool


def copy(
    source: Store, target: Store, *, replace: bool = False, progress: Progress | None = None
) -> CopyReport:
    """Make the target hold what the source holds, and publish it.

    All that `schema.yml` declares is copied, with the stamps of the load: a later load of the same
    build into the target has nothing to do. A target that holds the same graph is left as it is.

    Args:
        source: What to copy.
        target: Open for writing.
        replace: Take the place of another graph; nodes with labels of others are left alone.
        progress: Called with (rows done, rows in all).

    Raises GraphError when the source is empty or holds labels that are not declared, when the target
    holds something else and `replace` is not given, and when the two differ at the end; nothing is
    published then.
    """
    schema = load_schema()
    with unchanged(source) as run:
        counts = source.statistics()
        _check_source(source, schema, run, counts)
        report = CopyReport(
            sum(counts[label] for label in schema.nodes),
            sum(counts[name] for name in schema.relation_types),
            written=True,
        )
        if run_of(target) == run and target.statistics() == counts and _digest(target) == _digest(source):
            return CopyReport(report.nodes, report.relations, written=False)
        held = _count(target)
        if held and not replace:
            raise GraphError(
                f"the target holds another graph ({held} nodes); give --replace to put this one in its place"
            )
        target.ensure_schema(schema)
        stamps = dict.fromkeys(loaded_plans(target), GONE) | loaded_plans(source)
        _write(source, target, schema, report.nodes + report.relations, progress)
        if held:
            # Only now: Neo4j looks things up slowly in a transaction that has deleted much.
            target.delete_stale_of_plans(stamps)
            target.delete_stale(run)
    if target.statistics() != counts:
        raise GraphError(f"the target holds {target.statistics()} after copying {counts}")
    target.checkpoint()
    return report


def _check_source(source: Store, schema: Schema, run: str, counts: dict[str, int]) -> None:
    if not run:
        raise GraphError("there is nothing to copy: no build was loaded into the source")
    held, declared = _count(source), sum(counts[label] for label in schema.nodes)
    if held != declared:
        raise GraphError(
            f"the source holds {held} nodes, {declared} of them with labels that schema.yml declares; "
            "only those can be copied, so take the others out first"
        )


def _count(store: Store) -> int:
    """Return the number of nodes, but for the mark by which a Neo4j that is being loaded is known."""
    text = "MATCH (n) WHERE NOT n:Loading RETURN count(n) AS n"
    return int(str(store.query(text, timeout=60, trusted=True).rows[0][0]))


def _write(source: Store, target: Store, schema: Schema, total: int, progress: Progress | None) -> None:
    done = 0
    for table in _tables(source, schema):
        for page in table.pages():
            rows = [dict(zip(table.columns, row, strict=True)) for row in page]
            if isinstance(table.kind, NodeKind):
                target.upsert_nodes(table.kind.label, rows)
            else:
                target.upsert_relations(table.kind, rows)
            done += len(rows)
            if progress is not None:
                progress(done, total)


def _digest(store: Store) -> bytes:
    """Return a digest of all that the schema declares."""
    digest = sha256()
    for table in _tables(store, load_schema()):
        digest.update(table.name.encode())
        for row in table.rows():
            digest.update(repr(row).encode("utf-8", errors="surrogatepass"))
    return digest.digest()


def _tables(store: Store, schema: Schema) -> list[Table]:
    return [*node_tables(store, schema), *relation_tables(store, schema)]
