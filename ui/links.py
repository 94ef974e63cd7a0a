"""Choices that stand in the address, so that every view is a link and the way back leads back.

Streamlit's own `bind="query-params"` is used for the language alone, which every page has. A bound
widget that the next page lacks adds a step to the browser's history, and its words go into the
address as they read in one language; ids and codes do neither. The address is the only memory: each
widget is set from it before it is drawn, and writes to it when the reader changes it.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Literal, TypeVar

import streamlit as st

Widget = Literal["select", "segments"]
Visibility = Literal["collapsed", "visible"]
T = TypeVar("T")


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
    default: str | None = None,
    hide_label: bool = False,
    clears: Sequence[str] = (),
) -> str:
    """Draw a choice and return what is chosen: what the address says, else the default.

    Args:
        name: Of the parameter in the address.
        options: Values for the address; at least one.
        words: What the reader sees of an option.
        label: Over the widget.
        default: One of the options, else the first.
        widget: A list with search, or segments side by side.
        hide_label: Keep the label for screen readers only.
        clears: Names of parameters that mean nothing after another choice here.
    """
    key = _set(name, wanted(name) if wanted(name) in options else default or options[0])
    visibility: Visibility = "collapsed" if hide_label else "visible"
    if widget == "segments":
        st.segmented_control(
            label, options, format_func=words, key=key, required=True,
            on_change=_keep, args=(name, clears), label_visibility=visibility,
        )  # fmt: skip
    else:
        st.selectbox(
            label, options, format_func=words, key=key,
            on_change=_keep, args=(name, clears), label_visibility=visibility,
        )  # fmt: skip
    chosen: str = st.session_state[key]
    return chosen


def choose_any(
    name: str,
    options: Sequence[str],
    *,
    label: str,
    placeholder: str,
    default: str | None = None,
    width: int = 240,
) -> str | None:
    """Draw a choice that may stay open and return it, None when it is open.

    Args:
        name: Of the parameter in the address.
        options: Values, which the reader sees as they are.
        label: Over the widget.
        placeholder: What an open choice says.
        default: What is chosen when the address says nothing; then an empty parameter means open.
        width: In pixels.
    """
    asked = wanted(name)
    fallback = default if asked is None and default in options else None
    key = _set(name, asked if asked in options else fallback)
    st.selectbox(
        label, options, index=None, placeholder=placeholder, key=key, width=width,
        on_change=_keep, args=(name, (), default is not None),
    )  # fmt: skip
    chosen: str | None = st.session_state[key]
    return chosen


def switch(name: str, label: str, *, default: bool = False, help: str | None = None) -> bool:
    """Draw a switch and return whether it is on."""
    key = _set(name, {"true": True, "false": False}.get(wanted(name) or "", default))
    return st.toggle(label, key=key, help=help, on_change=_keep, args=(name,))


def enter_text(name: str, label: str, *, default: str = "", placeholder: str) -> str | None:
    """Draw a field and return its text, None when it is empty."""
    key = _set(name, wanted(name) or default)
    st.text_input(label, placeholder=placeholder, key=key, width=240, on_change=_keep, args=(name,))
    return st.session_state[key] or None


def enter_number(name: str, label: str, *, default: float | None, placeholder: str) -> float | None:
    """Draw a field for a number and return it, None when it is empty."""
    key = _set(name, _parsed(float, wanted(name), None if default is None else float(default)))
    st.number_input(
        label,
        value=None,
        format="%g",
        placeholder=placeholder,
        key=key,
        width=170,
        on_change=_keep,
        args=(name,),
    )
    number: float | None = st.session_state[key]
    return number


def enter_date(name: str, label: str, *, default: date | None) -> date | None:
    """Draw a field for a day and return it, None when it is empty."""
    key = _set(name, _parsed(date.fromisoformat, wanted(name), default))
    st.date_input(label, value=None, format="YYYY-MM-DD", key=key, width=170, on_change=_keep, args=(name,))
    day: date | None = st.session_state[key]
    return day


def open_page(page: str, **params: str | None) -> None:
    """Go to a page with these parameters in its address; for callbacks."""
    # Without query_params Streamlit refuses to leave a page whose address holds a bound widget.
    st.switch_page(_path(page), query_params=_known(params))


def show_link(page: str, label: str, *, help: str | None = None, **params: str | None) -> None:
    """Draw a link to a page with these parameters in its address."""
    st.page_link(
        _path(page),
        label=label,
        help=help,
        icon=":material/arrow_forward:",
        icon_position="right",
        query_params=_known(params),
    )


def _path(page: str) -> str:
    return f"ui/pages/{page}.py"


def _known(params: dict[str, str | None]) -> dict[str, str]:
    return {name: value for name, value in params.items() if value is not None}


def _set(name: str, value: object) -> str:
    """Set the widget of a parameter before it is drawn and return its key."""
    st.session_state[f"choose-{name}"] = value
    return f"choose-{name}"


def _keep(name: str, clears: Sequence[str] = (), keep_empty: bool = False) -> None:
    value = st.session_state[f"choose-{name}"]
    if isinstance(value, bool):
        set_wanted(name, "true" if value else "false")
    elif value is None or value == "":
        set_wanted(name, "" if keep_empty else None)
    else:
        set_wanted(name, str(value))
    for other in clears:
        set_wanted(other, None)


def _parsed(parse: Callable[[str], T], text: str | None, default: T | None) -> T | None:
    try:
        return default if text is None else parse(text)
    except ValueError:
        return default
