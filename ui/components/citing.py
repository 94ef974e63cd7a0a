"""The places where a document is cited, in a window over the reports."""

from ui import data
from ui.components import dialog, table
from ui.links import open_page, wanted
from ui.words import t


def show() -> None:
    """Open the window when the address names a policy."""
    policy = wanted("policy")
    if policy is not None:
        dialog.show(t("reports.citing"), lambda: _show_places(policy), params=("policy", "doc_no"))


def _show_places(policy: str) -> None:
    report = data.own_report("citing")
    result = data.answer(report, {"policy": policy, "doc_no": wanted("doc_no")})
    rows = result.dicts()
    table.show(report, result, key="citing", hidden=("start",), on_row=lambda at: _open(rows[at]))


def _open(row: data.Row) -> None:
    open_page("evidence", plan=row["plan_id"], item=row["item_id"])
