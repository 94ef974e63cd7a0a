"""固定报表: the saved questions, their parameters, their answers, and the query itself."""

import streamlit as st

from graph import reports
from ui import data
from ui.components import citing, parameters, report_chart, table
from ui.links import choose
from ui.states import nothing
from ui.trace import open_row
from ui.words import of, t

#: The question that the product is for; the list itself stays in order.
FIRST = "lead-units"

st.title(t("reports.title"))
st.caption(t("reports.question"))

saved = {report.name: report for report in reports.list_reports()}
if len(saved) == 0:
    nothing("reports.empty")
    st.stop()

name = choose(
    "report",
    list(saved),
    lambda name: f"{of(saved[name].group)} · {of(saved[name].title)}",
    label=t("reports.choose"),
    default=FIRST if FIRST in saved else None,
)
report = saved[name]
st.subheader(of(report.question))
st.caption(of(report.reading))
values = parameters.show(report)
result = data.answer(report, values)
if len(result.rows) == 0:
    nothing("reports.none")
else:
    report_chart.show(report, result)
    st.caption(t("reports.row"))
    table.show(report, result, key=f"report-{name}", on_row=lambda at: open_row(result, at))
citing.show()
if report.path.suffix == reports.NETWORK:
    st.caption(t("reports.measure", name=report.cypher.strip()))
else:
    with st.expander(t("reports.cypher"), icon=":material/code:"):
        st.code(report.cypher, language="cypher", wrap_lines=True)
