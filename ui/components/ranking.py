"""The ranking: a chart, and beside it the table or, once a row is picked, the words behind it."""

from collections.abc import Callable
from typing import Any, Final

import streamlit as st

from graph.reports import Report
from graph.store import Result
from ui import charts, data
from ui.components import pick, statements, table
from ui.links import choose, set_wanted
from ui.palette import ROLES
from ui.states import nothing
from ui.words import of, t

#: Fit beside the panel without scrolling on a common screen.
SHOWN: Final = 18


def show_chart(report: Report, result: Result, *, chosen: int | None, on_pick: Callable[[int], None]) -> None:
    """Draw the first rows as bars.

    Args:
        report: `ranking-units` or `ranking-functions`.
        result: Its answer, in order.
        chosen: Index of the row that is picked.
        on_pick: Called with the index of a row that the reader clicks.
    """
    name, led = (result.columns.index(column) for column in (_name(report), "led"))
    leading = [row for row in result.rows if row[led] != 0][:SHOWN]
    if len(leading) == 0:
        nothing("ranking.no-lead")
        return
    st.caption(t("ranking.chart", shown=len(leading)))
    pick.chart(
        charts.bars(
            [str(row[name]) for row in leading],
            [int(str(row[led])) for row in leading],
            colour=ROLES["lead"].colour,
            chosen=chosen if chosen is not None and chosen < len(leading) else None,
        ),
        height=charts.height(len(leading)),
        key=f"{report.name}-chart",
        alt=of(report.title),
        on_pick=lambda _, at: on_pick(at),
    )


def show_table(report: Report, result: Result, *, on_pick: Callable[[int], None]) -> None:
    """Draw all rows as a table; `on_pick` is called with the index of one that the reader clicks."""
    st.caption(t("ranking.table", all=len(result.rows)))
    table.show(
        report,
        result,
        key=f"{report.name}-table",
        hidden=("district",),  # the full name begins with the district
        on_row=on_pick,
        most=charts.height(SHOWN) - 40,
    )


def show_words(report: Report, row: dict[str, Any], asked: dict[str, Any]) -> None:
    """Draw the role statements behind a row, with a way back to the table.

    Args:
        report: `ranking-units` or `ranking-functions`.
        row: The row.
        asked: The filters that the row was counted with.
    """
    key = report.columns[0]
    st.button(
        t("ranking.back"),
        type="tertiary",
        icon=":material/arrow_back:",
        on_click=set_wanted,
        args=(key, None),
    )
    st.subheader(row[_name(report)])
    count = {"lead": row["led"], "responsible": row["responsible"], "participate": row["participates"]}
    role = choose(
        "role",
        list(ROLES),
        lambda role: f"{t(f'role.{role}')} {count[role]}",
        label=t("filter.role"),
        widget="segments",
        hide_label=True,
    )
    found = data.rows("statements", role=role, **asked, **{key: row[key]})
    if len(found) == 0:
        nothing("statement.none")
    else:
        statements.show(found, key=f"{row[key]}-{role}")


def _name(report: Report) -> str:
    return report.columns[1] if report.columns[0] == "unit_id" else report.columns[0]
