"""Choices that stand in the address by a name of their own, so that every view is a link.

Streamlit's `bind="query-params"` puts the words of a choice into the address. That is right for
districts and years. It is not for ids, which no reader should see spelt out as a sentence, nor for
words that change with the language: those use `choose`, and the address is the only memory.
"""

from collections.abc import Callable, Sequence
from typing import Literal

import streamlit as st

Widget = Literal["select", "segments"]


def wanted(name: str) -> str | None:
    """Return what the address says, unchecked."""
    value: str | None = st.query_params.get(name)
    return value


def set_wanted(name: str, value: str | None) -> None:
    """Write a choice into the address, or take it out."""
    if value is None:
        st.query_params.pop(name, None)
    else:
        st.query_params[name] = value


def choose(
    name: str,
    options: Sequence[str],
    words: Callable[[str], str],
    *,
    label: str,
    widget: Widget = "select",
    hide_label: bool = False,
    clears: Sequence[str] = (),
) -> str:
    """Draw a choice and return what is chosen: what the address says, else the first option.

    Args:
        name: Of the parameter in the address.
        options: Values for the address; at least one.
        words: What the reader sees of an option.
        label: Over the widget.
        widget: A list with search, or segments side by side.
        hide_label: Keep the label for screen readers only.
        clears: Names of parameters that mean nothing after another choice here.
    """
    key = f"choose-{name}"
    asked = wanted(name)
    # Set before every drawing: the browser's back button changes the address behind the widget.
    st.session_state[key] = asked if asked in options else options[0]
    visibility: Literal["collapsed", "visible"] = "collapsed" if hide_label else "visible"
    if widget == "segments":
        st.segmented_control(
            label, options, format_func=words, key=key, required=True,
            on_change=_keep, args=(name, key, clears), label_visibility=visibility,
        )  # fmt: skip
    else:
        st.selectbox(
            label, options, format_func=words, key=key,
            on_change=_keep, args=(name, key, clears), label_visibility=visibility,
        )  # fmt: skip
    chosen: str = st.session_state[key]
    return chosen if chosen in options else options[0]


def open_page(page: str, **params: str | None) -> None:
    """Go to a page with these parameters in its address; for callbacks and scripts."""
    # Without query_params Streamlit refuses to leave a page whose address holds a bound widget.
    st.switch_page(f"ui/pages/{page}.py", query_params={k: v for k, v in params.items() if v is not None})


def _keep(name: str, key: str, clears: Sequence[str]) -> None:
    set_wanted(name, st.session_state[key])
    for other in clears:
        set_wanted(other, None)
