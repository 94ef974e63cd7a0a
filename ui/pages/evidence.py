"""原文依据: the text of an item with the words that its roles were read from."""

import streamlit as st

from ui import data
from ui.components import picker, roles, source
from ui.states import nothing
from ui.words import t

#: Characters before and after an item: near, the item itself stands on the first screen.
AROUND = {"near": (60, 300), "far": (800, 1600), "all": (10**9, 10**9)}

st.title(t("evidence.title"))
st.caption(t("evidence.question"))
source.load_style()

plan_side, item_side = st.columns(2)
with plan_side:
    plan = picker.choose_plan()
with item_side:
    item = picker.choose_item(plan["id"])
if item is None:
    nothing("evidence.no-items")
    st.stop()

text_side, role_side = st.columns([3, 2], gap="large")
found = data.roles_of_item(item["id"])
with text_side:
    picker.show_head(plan, item)
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        around = picker.choose_around(list(AROUND))
        source.show_legend()
    source.show_item(
        plan["text"],
        item["start_char"],
        item["end_char"],
        roles.marks(found, plan["text"]),
        around=AROUND[around],
    )
with role_side:
    roles.show(found, item)
