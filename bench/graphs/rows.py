"""The rows that a load makes of records, without a store: what the reports' answers are worked out from."""

from bench.graphs.extras import add_extras
from bench.graphs.records import Made, Size, make_records
from graph import mapping
from graph.rows import Rows
from graph.shared import Shared

RUN = "made"
FINISHED = "2026-01-01T00:00:00+00:00"


def rows_of(made: Made) -> Rows:
    """Return all nodes and relations of a build, as a load writes them."""
    shared, rows = Shared(), Rows()
    for unit in made.units:
        shared.add_unit(unit)
    for plan in made.plans:
        shared.add_plan(plan)
    for issue in made.issues:
        shared.add_issue(issue)
    common = shared.nodes()
    common.stamp(RUN)
    rows.add(common)
    for plan in made.plans:
        rows.add(mapping.plan_rows(plan))
    for late in (shared.relations(), shared.run(RUN, FINISHED)):
        late.stamp(RUN)
        rows.add(late)
    return rows


def made_rows(seed: int, size: Size) -> Rows:
    """Return a made graph with what the extraction does not fill yet."""
    rows = rows_of(make_records(seed, size))
    add_extras(rows, seed)
    return rows
