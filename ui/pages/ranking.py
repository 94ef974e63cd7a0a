"""牵头排名: which unit, or which function, carries the most lead roles across districts?"""

import streamlit as st

from ui import data
from ui.components import filters, ranking
from ui.links import choose, set_wanted, wanted
from ui.states import nothing
from ui.words import t

st.title(t("ranking.title"))
st.caption(t("ranking.question"))

with st.container(horizontal=True, vertical_alignment="bottom"):
    by = choose(
        "by",
        ("unit", "function"),
        lambda option: t(f"ranking.by-{option}"),
        label=t("ranking.by"),
        widget="segments",
    )
    asked = {
        "district": filters.district(),
        "year": filters.year(),
        "include_collectives": filters.collectives(),
    }

report = data.own_report(f"ranking-{by}s")
result = data.answer(report, asked)
if len(result.rows) == 0:
    nothing("ranking.none")
    st.stop()

key = report.columns[0]
ids = [str(row[0]) for row in result.rows]
picked = wanted(key)
chosen = ids.index(picked) if picked in ids else None
chart_side, detail_side = st.columns([1, 1], gap="medium")
with chart_side:
    ranking.show_chart(report, result, chosen=chosen, on_pick=lambda at: set_wanted(key, ids[at]))
with detail_side:
    if chosen is None:
        ranking.show_table(report, result, on_pick=lambda at: set_wanted(key, ids[at]))
    else:
        ranking.show_words(report, result.dicts()[chosen], asked)
