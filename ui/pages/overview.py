"""总览: what the graph holds, for which districts and years, and what was doubtful."""

import streamlit as st

from ui import data
from ui.components import coverage, issues
from ui.links import open_page
from ui.words import moment, t

st.title(t("overview.title"))
st.caption(t("overview.question"))

counts = data.counts()
with st.container(horizontal=True):
    for label in ("District", "Plan", "Item", "Unit", "LEADS", "PARTICIPATES_IN", "RESPONSIBLE_FOR"):
        st.metric(t(f"count.{label}"), f"{counts.get(label, 0):,}", border=True)

run = data.last_run()
if run:
    st.caption(t("overview.run", finished=moment(run["finished"]), issues=run["issues"]))
st.button(t("overview.to-ranking"), type="primary", on_click=open_page, args=("ranking",))

st.subheader(t("overview.coverage"))
coverage.show()

st.subheader(t("overview.issues"))
issues.show()
