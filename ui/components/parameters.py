"""The form of a report's parameters, made from what the report declares."""

from datetime import date
from typing import Any

import streamlit as st

from graph.reports import Param, Report
from ui import data
from ui.words import t, t_or


def show(report: Report) -> dict[str, Any]:
    """Draw one widget for each parameter and return the values; None stands for no filter."""
    if len(report.params) == 0:
        return {}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        return {param.name: _widget(report, param) for param in report.params}


def _widget(report: Report, param: Param) -> Any:
    label = t_or(f"param.{param.name}", param.name)
    # A name for each report: two reports may offer different choices under one parameter.
    shared: dict[str, Any] = {"key": f"{report.name}.{param.name}", "bind": "query-params"}
    if param.choices is not None:
        return _choice(label, data.choices(report, param), param.default, shared)
    if param.kind == "bool":
        return st.toggle(label, value=bool(param.default in (True, "true", "yes", "1")), **shared)
    if param.kind == "date":
        return st.date_input(label, value=_date(param.default), width=170, format="YYYY-MM-DD", **shared)
    if param.kind in ("int", "float"):
        as_number = int if param.kind == "int" else float
        default = None if param.default is None else as_number(str(param.default))
        return st.number_input(label, value=default, placeholder=t("param.any"), width=170, **shared)
    text = st.text_input(
        label, value=str(param.default or ""), placeholder=t("param.any"), width=240, **shared
    )
    return text or None


def _date(default: object) -> date | None:
    """Return the default of a date: a date, its text, or None."""
    return default if isinstance(default, date) or default is None else date.fromisoformat(str(default))


def _choice(label: str, options: list[Any], default: object, shared: dict[str, Any]) -> Any:
    known = [str(option) for option in options]
    at = known.index(str(default)) if str(default) in known else None
    return st.selectbox(label, options, index=at, placeholder=t("param.any"), width=260, **shared)
