"""The chart that a saved report asks for."""

from collections.abc import Sequence

import streamlit as st

from graph.reports import Report
from graph.store import Result, Value
from ui import charts
from ui.words import of, t


def show(report: Report, result: Result) -> None:
    """Draw the chart of a report; nothing when it asks for none or its figures are not numbers."""
    chart = report.chart
    if chart is None or chart.kind == "table":
        return
    column = {name: [row[at] for row in result.rows] for at, name in enumerate(result.columns)}
    if chart.kind == "heatmap" and chart.series is not None:
        _draw(report, *_heatmap(column[chart.x], column[chart.y], column[chart.series]))
        return
    series = None if chart.series is None else column[chart.series]
    if chart.kind == "scatter" and chart.series is not None:
        # The third column names the points.
        option = charts.points(_numbers(column[chart.x]), _numbers(column[chart.y]), _words(series or []),
                               (of(report.caption(chart.x)), of(report.caption(chart.y))))  # fmt: skip
        _draw(report, option, 380)
        return
    most = charts.MOST_BARS if chart.kind == "bar" else len(result.rows)
    x, y = _words(column[chart.x])[:most], _numbers(column[chart.y])[:most]
    if len(result.rows) > most:
        st.caption(t("reports.chart", shown=most, all=len(result.rows)))
    option = charts.of_report(chart.kind, x, y, None if series is None else _words(series)[:most])
    _draw(report, option, charts.height(len(x)) if chart.kind == "bar" and series is None else 320)


def _heatmap(x: Sequence[Value], y: Sequence[Value], values: Sequence[Value]) -> tuple[charts.Option, int]:
    """Return a heat map of the first rows: more columns or rows than that cannot be read."""
    across = list(dict.fromkeys(_words(x)))[: charts.MOST_BARS]
    down = list(dict.fromkeys(_words(y)))[: charts.MOST_BARS]
    found = [
        (across.index(a), down.index(b), value)
        for a, b, value in zip(_words(x), _words(y), _numbers(values), strict=True)
        if a in across and b in down
    ]
    return charts.cells(across, down, found), charts.height(len(down), head=160)


def _draw(report: Report, option: charts.Option, height: int) -> None:
    st.echarts_chart(option, height=height, key=f"report-chart-{report.name}", alt=of(report.title))


def _words(values: Sequence[Value]) -> list[str]:
    return [t("chart.unknown") if value is None else str(value) for value in values]


def _numbers(values: Sequence[Value]) -> list[float]:
    return [value if isinstance(value, int | float) else 0 for value in values]
