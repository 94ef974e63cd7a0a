"""The ranking as a chart and a table side by side; a click on either picks a row."""

from collections.abc import Callable

import streamlit as st

from graph.reports import Report
from graph.store import Result
from ui import charts
from ui.components import pick, table
from ui.palette import ROLES
from ui.words import of, t


def show(report: Report, result: Result, *, chosen: int | None, on_pick: Callable[[int], None]) -> None:
    """Draw the ranking.

    Args:
        report: `ranking-units` or `ranking-functions`.
        result: Its answer, in order.
        chosen: Index of the row that is picked.
        on_pick: Called with the index of a row that the reader clicks.
    """
    rows = result.dicts()
    first = report.columns[1] if report.columns[0] == "unit_id" else report.columns[0]
    leading = [row for row in rows if row["led"] > 0][: charts.MOST_BARS]  # type: ignore[operator]  # a count
    left, right = st.columns([1, 1], gap="medium")
    with left:
        st.caption(t("ranking.chart", shown=len(leading)) if leading else t("ranking.no-lead"))
        pick.chart(
            charts.bars(
                [str(row[first]) for row in leading],
                [int(str(row["led"])) for row in leading],
                colour=ROLES["lead"].colour,
                chosen=chosen if chosen is not None and chosen < len(leading) else None,
            ),
            height=charts.height(max(len(leading), 1)),
            key=f"{report.name}-chart",
            alt=of(report.title),
            on_pick=lambda _, at: on_pick(at),
        )
    with right:
        st.caption(t("ranking.table", all=len(rows)))
        table.show(
            report,
            result,
            key=f"{report.name}-table",
            hidden=("unit_id", "district"),  # the full name begins with the district
            on_row=on_pick,
            chosen=chosen,
            most=charts.height(charts.MOST_BARS) - 40,
        )
