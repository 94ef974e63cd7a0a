"""Chooses a plan, an item of it, and how much of the text around the item is shown."""

from html import escape

import streamlit as st

from ui import data
from ui.data import Row
from ui.links import choose, set_wanted, wanted
from ui.words import t


def choose_plan() -> Row:
    """Draw the choice of a plan; a link may name only the item."""
    plans = {row["plan_id"]: row for row in data.rows("plans")}
    asked = wanted("item")
    if wanted("plan") is None and asked is not None:
        set_wanted("plan", data.item(asked).get("plan_id"))
    chosen = choose(
        "plan",
        list(plans),
        lambda plan_id: _plan_words(plans[plan_id]),
        label=t("evidence.plan"),
        # The richest plan: a reader who comes without a link finds something to read.
        default=max(plans, key=lambda plan_id: plans[plan_id]["items"]),
        clears=["item"],
    )
    return data.plan(chosen)


def choose_item(plan_id: str) -> Row | None:
    """Draw the choice of an item; None when the plan has none."""
    items = {row["item_id"]: row for row in data.rows("items", plan_id=plan_id)}
    if len(items) == 0:
        return None
    return data.item(choose("item", list(items), lambda id: _item_words(items[id]), label=t("evidence.item")))


def choose_around(options: list[str]) -> str:
    """Draw the choice of how much text is shown around the item."""
    return choose(
        "around",
        options,
        lambda option: t(f"evidence.around-{option}"),
        label=t("evidence.around"),
        widget="segments",
        hide_label=True,
    )


def show_head(plan: Row, item: Row) -> None:
    """Draw what stands over the text: the item, its place in the plan, the plan."""
    where = [plan.get("district"), plan.get("year"), plan["name"], plan.get("doc_no")]
    number = "" if item.get("number") is None else f"{item['number']} "
    st.html(
        f'<div class="item-head"><div class="path">{escape(item.get("path") or "")}</div>'
        f"<h3>{escape(number + item['name'])}</h3>"
        f'<div class="path">{escape(" · ".join(str(each) for each in where if each is not None))}</div></div>'
    )


def _plan_words(plan: Row) -> str:
    parts = [
        plan["district"] or t("coverage.no-district"),
        plan["year"] or t("coverage.no-year"),
        plan["plan"],
    ]
    return " · ".join(str(part) for part in parts)


def _item_words(item: Row) -> str:
    return item["item"] if item["number"] is None else f"{item['number']} {item['item']}"
