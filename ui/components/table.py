"""Shows the answer of a report as a table that can be downloaded."""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from graph.reports import Report, render
from graph.store import Result
from ui.words import of, t

#: Pixels of a row and of the head, so that short tables end where their rows end.
_ROW = 36
_MOST = 560


def show(
    report: Report,
    result: Result,
    *,
    key: str,
    hidden: Sequence[str] = (),
    on_row: Callable[[int], None] | None = None,
    chosen: int | None = None,
    most: int = _MOST,
) -> None:
    """Draw the table and its download.

    Args:
        report: Gives captions and the file's name.
        result: The rows.
        key: Of the widget, one a page.
        hidden: Columns that only the download holds, as it does all ids.
        on_row: Called with the index of a row that the reader clicks, before the page runs again.
        chosen: Index of the row that is marked.
        most: Pixels from which on the table scrolls.
    """
    columns = {
        name: [row[at] for row in result.rows]
        for at, name in enumerate(result.columns)
        if name not in hidden and not name.endswith("_id")
    }
    shape: dict[str, Any] = {
        "hide_index": True,
        "column_config": {name: _column(report, name, values) for name, values in columns.items()},
        "height": min(_ROW * (len(result.rows) + 1), most),
        "row_height": _ROW,
        "placeholder": "—",
        "alt": of(report.title),
    }
    if on_row is None:
        st.dataframe(columns, key=key, **shape)
    else:
        st.session_state[key] = {"selection": {"rows": [] if chosen is None else [chosen]}}
        st.dataframe(
            columns, key=key, selection_mode=["single-row", "single-cell"],
            on_select=lambda: _clicked(key, on_row), **shape,
        )  # fmt: skip
    _show_download(report, result, key)


def _column(report: Report, name: str, values: Sequence[object]) -> Any:
    caption = of(report.caption(name))
    if all(isinstance(value, int | float) or value is None for value in values):
        # `plain` keeps years from being written 2,016.
        return st.column_config.NumberColumn(caption, format="plain", width=_width(caption))
    return st.column_config.Column(caption)


def _width(caption: str) -> int:
    """Return the pixels that a caption needs; a figure needs less."""
    return max(60, 22 + sum(14 if ord(sign) > 0x2E80 else 7 for sign in caption))


def _clicked(key: str, on_row: Callable[[int], None]) -> None:
    selection = st.session_state[key]["selection"]
    found = [cell[0] for cell in selection["cells"]] or list(selection["rows"])
    if len(found) > 0:
        on_row(int(found[0]))


def _show_download(report: Report, result: Result, key: str) -> None:
    if result.truncated:
        st.caption(t("table.cut", rows=len(result.rows)))
    st.download_button(
        t("table.download"),
        # Excel takes a file without this mark for the local code page.
        render(result, "csv", report.caption).encode("utf-8-sig"),
        file_name=f"{report.name}.csv",
        mime="text/csv",
        key=f"{key}-download",
        on_click="ignore",
        type="tertiary",
        icon=":material/download:",
    )
