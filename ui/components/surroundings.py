"""A unit among its items and partners, as a graph and as a list."""

from typing import Final

import streamlit as st

from ui import data, graphs
from ui.components import pick, source, table
from ui.layout import Drawing, Node, place
from ui.links import choose, open_page, set_wanted, switch
from ui.palette import ROLES
from ui.states import nothing
from ui.words import t

#: More nodes than this are not drawn before the reader says so: nobody reads them at once.
MANY: Final = 300


def choose_unit() -> str:
    """Draw the choice of a unit; at first the one that leads most."""
    ranked = data.rows("ranking-units", include_collectives=True)
    names = {row["unit_id"]: row["unit"] for row in ranked}
    return choose("unit_id", list(names), names.__getitem__, label=t("explore.unit"))


def show(unit_id: str, year: int | None) -> None:
    """Draw the graph and the list behind it."""
    report = data.own_report("around-unit")
    result = data.answer(report, {"unit_id": unit_id, "year": year})
    if len(result.rows) == 0:
        nothing("explore.none")
        return
    drawing = place(result.dicts())
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.caption(t("explore.hint"), width="content")
        source.show_legend()
    if len(drawing.nodes) <= MANY or switch("many", t("explore.many", nodes=len(drawing.nodes))):
        _show_graph(drawing, unit_id)
    with st.expander(t("explore.list"), icon=":material/list:"):
        rows = result.dicts()
        table.show(
            report,
            result,
            key="around-unit",
            on_row=lambda at: open_page("evidence", item=str(rows[at]["item_id"])),
        )


def _show_graph(drawing: Drawing, unit_id: str) -> None:
    pick.chart(
        graphs.columns(drawing, centre=unit_id, words={role: t(f"role.{role}") for role in ROLES}),
        height=drawing.height + 16,
        key=f"around-{unit_id}",
        alt=t("explore.title"),
        on_pick=lambda _, at: _go(drawing.nodes[at]) if at < len(drawing.nodes) else None,
    )


def _go(node: Node) -> None:
    if node.column == "item":
        open_page("evidence", item=node.id)
    else:
        set_wanted("unit_id", node.id)
