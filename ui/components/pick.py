"""A chart whose bars and cells can be clicked."""

from collections.abc import Callable

import streamlit as st

from ui.charts import Option


def chart(option: Option, *, height: int, key: str, alt: str, on_pick: Callable[[int, int], None]) -> None:
    """Draw a chart.

    Args:
        option: As ui/charts.py makes it.
        height: In pixels.
        key: Of the widget, one a page.
        alt: What a screen reader says of the chart.
        on_pick: Called with series index and datum index of a click, before the page runs again.
    """
    st.echarts_chart(option, height=height, key=key, alt=alt, on_select=lambda: _picked(key, on_pick))


def _picked(key: str, on_pick: Callable[[int, int], None]) -> None:
    groups = st.session_state[key]["selection"]["selected"]
    # A second click on the same bar takes the chart's own selection back; what is shown stays.
    if len(groups) > 0:
        # Two panels keep a selection each: the one that is new comes with the last event only.
        fresh = [group for group in groups if _of(group) not in st.session_state.get(f"{key}-seen", [])]
        series, at = _of((fresh or groups)[0])
        on_pick(series, at)
    st.session_state[f"{key}-seen"] = [_of(group) for group in groups]


def _of(group: dict[str, object]) -> tuple[int, int]:
    indices = group["data_indices"]
    return int(str(group["series_index"])), int(indices[0]) if isinstance(indices, list) else 0
