"""The list of role statements behind a figure: each with the words it was read from."""

from html import escape
from typing import Final

import streamlit as st

from ui import data
from ui.components import source
from ui.data import Row
from ui.links import show_link
from ui.marks import find_window, mark_role, mark_text
from ui.words import t

#: Few enough to read without losing the place.
PER_PAGE: Final = 8
#: Characters on either side of a statement's words.
AROUND: Final = 44


def show(rows: list[Row], *, key: str) -> None:
    """Draw statements (rows of the query `statements`) with a way from each to its place in the text."""
    source.load_style()
    pages = -(-len(rows) // PER_PAGE)
    page = st.session_state.get(f"{key}-page", 1) if pages > 1 else 1
    first = (min(page, pages) - 1) * PER_PAGE
    for at, row in enumerate(rows[first : first + PER_PAGE]):
        with st.container(border=True, gap="xxsmall", key=f"{key}-statement-{at}"):
            _show_one(row)
    if pages > 1:
        st.pagination(pages, key=f"{key}-page")


def _show_one(row: Row) -> None:
    st.html(_html(row))
    show_link("evidence", t("statement.open"), plan=row["plan_id"], item=row["item_id"])


def _html(row: Row) -> str:
    text = data.plan(row["plan_id"])["text"]
    role = t(f"role.{row['role']}")
    marks = mark_role(
        text,
        row["start"],
        row["end"],
        role=row["role"],
        surface=row["surface"],
        hint=f"{role}：{row['unit']}",
    )
    window = find_window(text, row["start"], row["end"], AROUND)
    number = "" if row["number"] is None else f"{row['number']} "
    found = " · ".join(str(each) for each in (row["district"], row["year"], row["plan"]) if each is not None)
    certainty = t("statement.certainty", role=role, unit=row["unit"], confidence=f"{row['confidence']:.0%}")
    return (
        f'<div class="statement"><div class="head">{escape(number + row["item"])}</div>'
        f'<div class="words">…{mark_text(text, marks, window=window)}…</div>'
        f'<div class="from">{escape(certainty)}<br>{escape(found)}</div></div>'
    )
