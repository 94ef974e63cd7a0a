"""区际比较: what the same function carries in two districts, side by side on one scale."""

import streamlit as st

from ui import data
from ui.components import comparison
from ui.states import nothing
from ui.words import t

st.title(t("compare.title"))
st.caption(t("compare.question"))

left, right = comparison.choose_districts()
if left is None or right is None or left == right:
    nothing("compare.two")
    st.stop()

rows = data.rows("compare", left=left, right=right)
if len(rows) == 0:
    nothing("compare.none")
    st.stop()

comparison.show(rows, left, right)
