"""Queries that only the app needs; everything else is a saved report."""

from graph.store import Result, Store, Value

COUNTED = ("District", "Plan", "Item", "Unit", "Function", "Policy")
ROLES = ("lead", "participate", "responsible")
# The role's name as records and captions use it.
_ROLE = (
    "CASE type(r) WHEN 'LEADS' THEN 'lead' WHEN 'PARTICIPATES_IN' THEN 'participate' ELSE 'responsible' END"
)


def counts(store: Store) -> dict[str, int]:
    """Return how many there are of each label and relation type."""
    return store.statistics()


def coverage(store: Store) -> Result:
    """Return district, year, plans, items: what the graph covers. Year and district may be None."""
    return store.query(
        "MATCH (p:Plan) "
        "WITH p.district AS district, p.year AS year, COUNT { (p)-[:HAS_ITEM]->() } AS n "
        "RETURN district, year, count(*) AS plans, sum(n) AS items ORDER BY district, year",
        trusted=True,
    )


def last_run(store: Store) -> dict[str, Value] | None:
    """Return the run that was loaded last: id, name, finished, plans, items, units, issues; or None."""
    runs = store.query("MATCH (r:Run) RETURN r.id AS id ORDER BY id", trusted=True).rows
    return store.node("Run", str(runs[0][0])) if runs else None


def issues(store: Store, limit: int = 200) -> Result:
    """Return code, severity, file, line, plan, expected, found; errors first."""
    return store.query(
        "MATCH (i:Issue) "
        "WITH i, CASE i.severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END AS rank "
        "RETURN i.code AS code, i.severity AS severity, i.file AS file, i.line AS line, i.plan_id AS plan, "
        "i.expected AS expected, i.found AS found ORDER BY rank, code, file, line, i.id LIMIT $limit",
        {"limit": limit},
        trusted=True,
    )


def evidence_of_unit(store: Store, unit_id: str, role: str | None = None) -> Result:
    """Return the words that each role of a unit was read from.

    Columns: plan, item, role, surface, evidence, start, end, confidence, rule, item_id, plan_id,
    statements. `start` and `end` are offsets into the plan's text. `role` leaves only lead,
    participate or responsible.
    """
    return store.query(
        "MATCH (u:Unit {id: $id})-[r:LEADS|PARTICIPATES_IN|RESPONSIBLE_FOR]->(i:Item)<-[:HAS_ITEM]-(p:Plan) "
        f"WITH p, i, r, {_ROLE} AS role WHERE $role IS NULL OR role = $role "
        "RETURN p.name AS plan, i.name AS item, role, r.surface AS surface, r.evidence AS evidence, "
        "r.start_char AS `start`, r.end_char AS `end`, r.confidence AS confidence, r.rule AS rule, "
        "i.id AS item_id, p.id AS plan_id, r.statements AS statements "
        "ORDER BY plan, plan_id, `start`, role, item_id",
        {"id": unit_id, "role": role},
        trusted=True,
    )


def plan_text(store: Store, plan_id: str) -> dict[str, Value]:
    """Return all that the graph holds of a plan, its text included; empty when there is no such plan."""
    return store.node("Plan", plan_id) or {}


def item(store: Store, item_id: str) -> dict[str, Value]:
    """Return all that the graph holds of an item; empty when there is no such item."""
    return store.node("Item", item_id) or {}


def roles_of_item(store: Store, item_id: str) -> Result:
    """Return unit_id, unit, kind, role, surface, evidence, start, end, confidence, rule, acting_as, and where
    the words stand in their file: page, sheet, cell, null where its format has no such.
    """
    return store.query(
        "MATCH (u:Unit)-[r:LEADS|PARTICIPATES_IN|RESPONSIBLE_FOR]->(i:Item {id: $id}) "
        f"RETURN u.id AS unit_id, u.name AS unit, u.kind AS kind, {_ROLE} AS role, r.surface AS surface, "
        "r.evidence AS evidence, r.start_char AS `start`, r.end_char AS `end`, r.confidence AS confidence, "
        "r.rule AS rule, r.acting_as AS acting_as, r.page AS page, r.sheet AS sheet, r.cell AS cell "
        "ORDER BY role, `start`, unit_id",
        {"id": item_id},
        trusted=True,
    )
