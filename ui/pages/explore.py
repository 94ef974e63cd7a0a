"""关系图谱: a unit among its items and partners; leads left, items in the middle, the others right."""

import streamlit as st

from ui.components import filters, source, surroundings
from ui.words import t

st.title(t("explore.title"))
st.caption(t("explore.question"))
source.load_style()

with st.container(horizontal=True, vertical_alignment="bottom"):
    unit_id = surroundings.choose_unit()
    year = filters.year()
surroundings.show(unit_id, year)
