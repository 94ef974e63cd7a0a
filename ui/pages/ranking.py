"""牵头排名: which unit, or which function, carries the most lead roles across districts?"""

import streamlit as st

from ui import data
from ui.components import filters, ranking, statements
from ui.links import choose, set_wanted, wanted
from ui.states import nothing
from ui.words import t

st.title(t("ranking.title"))
st.caption(t("ranking.question"))

with st.container(horizontal=True, vertical_alignment="bottom"):
    by = choose(
        "by", ("unit", "function"), lambda o: t(f"ranking.by-{o}"), label=t("ranking.by"), widget="segments"
    )
    district = filters.district()
    year = filters.year()
    collectives = filters.collectives()

report = data.own_report(f"ranking-{by}s")
asked = {"district": district, "year": year, "include_collectives": collectives}
result = data.answer(report, asked)
if len(result.rows) == 0:
    nothing("ranking.none")
    st.stop()

key = "unit_id" if by == "unit" else "function"
ids = [str(row[key]) for row in result.dicts()]
chosen = wanted(key)
ranking.show(
    report,
    result,
    chosen=ids.index(chosen) if chosen in ids else None,
    on_pick=lambda at: set_wanted(key, ids[at]),
)

if chosen not in ids:
    st.caption(t("ranking.hint"))
    st.stop()

st.subheader(result.dicts()[ids.index(chosen)][by])
role = choose(
    "role",
    ("lead", "responsible", "participate"),
    lambda o: t(f"role.{o}"),
    label=t("filter.role"),
    widget="segments",
    hide_label=True,
)
found = data.rows("statements", role=role, **asked, **{key: chosen})
if len(found) == 0:
    nothing("statement.none")
else:
    statements.show(found, key=f"{by}-{role}")
