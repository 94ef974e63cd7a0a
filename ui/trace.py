"""Leads from a row of a report to the words behind it."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date

from graph.store import Result
from ui import data
from ui.links import open_page, wanted


def open_row(result: Result, at: int) -> None:
    """Go to what stands behind a row; for callbacks. A row that names nothing known stays where it is."""
    target = find_target(result.dicts()[at])
    if target is not None:
        page, params = target
        open_page(page, **params)


def find_target(row: Mapping[str, object]) -> tuple[str, dict[str, str]] | None:
    """Return page and address parameters for a row, by the columns it has; the nearest to the text first."""
    if row.get("item_id") is not None:
        return "evidence", {"item": str(row["item_id"])}
    if row.get("unit") is not None:
        found = data.rows("units", name=row["unit"], district=row.get("district"))
        return ("ranking", {"unit_id": found[0]["unit_id"]}) if found else None
    if row.get("function") is not None:
        return "ranking", {"by": "function", "function": str(row["function"])}
    if row.get("policy") is not None:
        doc_no = {} if row.get("doc_no") is None else {"doc_no": str(row["doc_no"])}
        return "reports", {"report": wanted("report") or "", "policy": str(row["policy"]), **doc_no}
    if row.get("month") is not None:
        first = date.fromisoformat(f"{row['month']}-01")
        last = first.replace(day=monthrange(first.year, first.month)[1])
        return "reports", {"report": "items-by-deadline", "from": str(first), "to": str(last)}
    if row.get("plan") is not None:
        plans = data.rows("plans", district=row.get("district"), year=row.get("year"))
        found = [plan for plan in plans if plan["plan"] == row["plan"]]
        return ("evidence", {"plan": found[0]["plan_id"]}) if found else None
    return None
