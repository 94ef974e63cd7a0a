"""What was not understood or doubtful when the documents were read."""

from typing import Final

import streamlit as st

from ui import data
from ui.states import nothing
from ui.words import t, t_or

#: The worst come first; a longer list is for a text editor.
MOST: Final = 500


def show() -> None:
    """Draw the table of issues."""
    result = data.issues(MOST)
    if len(result.rows) == 0:
        nothing("issues.none")
        return
    found = result.dicts()
    columns = {
        "severity": [t_or(f"severity.{row['severity']}", str(row["severity"])) for row in found],
        "code": [t_or(f"issue.{row['code']}", str(row["code"])) for row in found],
        **{name: [row[name] for row in found] for name in ("file", "line", "expected", "found")},
    }
    st.dataframe(
        columns,
        hide_index=True,
        column_config={name: t(f"issues.{name}") for name in columns},
        height=min(36 * (len(found) + 1), 320),
        row_height=36,
        placeholder="—",
        alt=t("overview.issues"),
    )
    if len(found) == MOST:
        st.caption(t("issues.cut", most=MOST))
