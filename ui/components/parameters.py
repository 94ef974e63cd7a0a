"""The form of a report's parameters, made from what the report declares."""

from typing import Any

import streamlit as st

from graph.params import convert
from graph.reports import Param, Report
from ui import data
from ui.links import choose, choose_any, enter_date, enter_number, enter_text, switch
from ui.words import t, t_or


def show(report: Report) -> dict[str, Any]:
    """Draw one widget for each parameter and return the values; None stands for no filter."""
    if len(report.params) == 0:
        return {}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        values: dict[str, Any] = {}
        for param in report.params:
            values[param.name] = _one_of(report, param, values) if param.first else _widget(report, param)
        return values


def _one_of(report: Report, param: Param, before: dict[str, Any]) -> Any:
    """Draw a choice of which one is needed: at first one that no parameter before it has."""
    options = data.choices(report, param)
    if len(options) == 0:
        return None
    words = [str(option) for option in options]
    left = [str(option) for option in options if option not in before.values()]
    label = t_or(f"param.{param.name}", param.name)
    chosen = choose(param.name, words, str, label=label, default=left[0] if left else None)
    return options[words.index(chosen)]


def _widget(report: Report, param: Param) -> Any:
    label, any_ = t_or(f"param.{param.name}", param.name), t("param.any")
    if param.choices is not None:
        options = data.choices(report, param)
        default = None if param.default is None else str(param.default)
        words = [str(option) for option in options]
        chosen = choose_any(param.name, words, label=label, placeholder=any_, default=default)
        return None if chosen is None else options[words.index(chosen)]
    fallback: Any = convert(param.kind, param.default)
    if param.kind == "bool":
        return switch(param.name, label, default=bool(fallback))
    if param.kind == "date":
        return enter_date(param.name, label, default=fallback)
    if param.kind in ("int", "float"):
        number = enter_number(param.name, label, default=fallback, placeholder=any_)
        return int(number) if number is not None and param.kind == "int" else number
    return enter_text(param.name, label, default=fallback or "", placeholder=any_)
