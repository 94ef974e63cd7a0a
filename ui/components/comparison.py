"""Two districts side by side: which function carries how much in either."""

from dataclasses import dataclass
from typing import Final

import streamlit as st

from ui import charts, data
from ui.components import dialog, filters, pick, statements
from ui.data import Row
from ui.links import choose_any, set_wanted, switch, wanted
from ui.palette import ROLES
from ui.words import t

#: Role name to the column of the query `compare` that counts it.
COLUMNS: Final = {"lead": "led", "responsible": "responsible", "participate": "participates"}


@dataclass(frozen=True)
class Picked:
    """The bar that the reader clicked."""

    district: str
    function: str
    role: str


def choose_districts() -> tuple[str | None, str | None]:
    """Draw the two choices; at first the two districts with most leads."""
    leads: dict[str, int] = dict.fromkeys(filters.districts(), 0)
    for row in data.rows("ranking-units"):
        if row["district"] in leads:
            leads[row["district"]] += row["led"]
    largest = sorted(leads, key=lambda name: (-leads[name], name))
    with st.container(horizontal=True):
        left, right = (
            choose_any(
                side,
                list(leads),
                label=t(f"compare.{side}"),
                placeholder=t("compare.choose"),
                default=largest[at] if at < len(largest) else None,
                width=280,
            )
            for at, side in enumerate(("left", "right"))
        )
    return left, right


def show(rows: list[Row], left: str, right: str) -> None:
    """Draw the comparison and, once a bar is picked, the words behind it."""
    totals: dict[str, int] = {}
    for row in rows:
        totals[row["function"]] = totals.get(row["function"], 0) + sum(row[c] for c in COLUMNS.values())
    functions = sorted(totals, key=lambda name: (-totals[name], name))
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.caption(t("compare.hint"), width="content")
        if len(functions) > charts.MOST_BARS and not switch("all", t("compare.all", all=len(functions))):
            functions = functions[: charts.MOST_BARS]
    cells = {(row["district"], row["function"]): row for row in rows}
    sides = {
        district: {
            role: [cells[district, name][column] if (district, name) in cells else 0 for name in functions]
            for role, column in COLUMNS.items()
        }
        for district in (left, right)
    }
    pick.chart(
        charts.two_sides(functions, sides, {role: t(f"role.{role}") for role in ROLES}),
        height=charts.height(len(functions), head=72),
        key="compare-chart",
        alt=t("compare.alt", left=left, right=right),
        on_pick=lambda series, at: _keep(series, functions[at]),
    )
    picked = _picked({"left": left, "right": right}, set(totals))
    if picked is not None:
        title = t(
            "compare.picked",
            district=picked.district,
            function=picked.function,
            role=t(f"role.{picked.role}"),
        )
        dialog.show(title, lambda: _show_words(picked), params=("side", "role", "function"))


def _show_words(picked: Picked) -> None:
    found = data.rows(
        "statements",
        function=picked.function,
        district=picked.district,
        role=picked.role,
        include_collectives=False,
    )
    statements.show(found, key=f"compare-{picked.district}-{picked.function}-{picked.role}")


def _keep(series: int, function: str) -> None:
    side, role = divmod(series, len(COLUMNS))
    set_wanted("side", ("left", "right")[side])
    set_wanted("role", list(COLUMNS)[role])
    set_wanted("function", function)


def _picked(sides: dict[str, str], functions: set[str]) -> Picked | None:
    side, role, function = wanted("side"), wanted("role"), wanted("function")
    if side in sides and role in COLUMNS and function in functions:
        return Picked(sides[side], function, role)
    return None
