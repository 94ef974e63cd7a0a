"""The roles of an item: who, in which role, read from which words, by which rule, how surely."""

from html import escape

import streamlit as st

from ui.data import Row
from ui.links import show_link
from ui.marks import Mark, mark_role
from ui.palette import ROLES
from ui.words import t


def marks(roles: list[Row], text: str) -> list[Mark]:
    """Return the spans of the roles in the plan's text."""
    return [mark for row in roles for mark in _marks(row, text)]


def show(roles: list[Row], item: Row) -> None:
    """Draw the list of roles and what else is known of the item."""
    st.markdown(f"**{t('evidence.roles', n=len(roles))}**")
    roles = sorted(roles, key=lambda row: list(ROLES).index(row["role"]))
    if len(roles) == 0:
        st.caption(t("evidence.no-roles"))
    for row in roles:
        words, way = st.columns([2.1, 1], vertical_alignment="center")
        words.html(_html(row))
        with way:
            show_link(
                "ranking",
                t("evidence.to-unit"),
                help=t("evidence.to-unit-help"),
                unit_id=row["unit_id"],
                role=row["role"],
                collectives="true" if row["kind"] == "collective" else None,
            )
    _show_facts(item)


def _html(row: Row) -> str:
    acting = "" if row["acting_as"] is None else "（" + row["acting_as"] + "）"
    words = t("evidence.words", surface=row["surface"]) + _place(row)
    rule = t("evidence.rule", rule=row["rule"], confidence=f"{row['confidence']:.0%}")
    return (
        f'<div class="statement"><mark class="role {row["role"]}">{escape(t("role." + row["role"]))}</mark>'
        f" {escape(row['unit'] + acting)}"
        f'<div class="from">{escape(words)}<br>{escape(rule)}</div></div>'
    )


def _place(row: Row) -> str:
    """Say where in its file the words stand, if its format has pages or cells."""
    if row["page"] is not None:
        return t("evidence.page", page=row["page"])
    if row["cell"] is not None:
        return t("evidence.cell", cell="!".join(part for part in (row["sheet"], row["cell"]) if part))
    return ""


def _show_facts(item: Row) -> None:
    deadline = item.get("deadline_text")
    if deadline is not None and item.get("deadline") is not None:
        deadline = f"{deadline}（{item['deadline']}）"
    facts = {"deadline": deadline, "targets": item.get("targets"), "leaders": item.get("leaders")}
    known = {name: value for name, value in facts.items() if value}
    if known:
        terms = (
            f"<dt>{escape(t(f'evidence.{name}'))}</dt><dd>{escape(str(v))}</dd>" for name, v in known.items()
        )
        st.html(f'<dl class="facts">{"".join(terms)}</dl>')


def _marks(row: Row, text: str) -> list[Mark]:
    hint = f"{t('role.' + row['role'])}：{row['unit']}"
    return mark_role(text, row["start"], row["end"], role=row["role"], surface=row["surface"], hint=hint)
