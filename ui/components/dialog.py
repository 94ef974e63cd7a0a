"""A window over the page for what stands behind a figure; the page under it does not move."""

from collections.abc import Callable, Sequence

import streamlit as st

from ui.links import set_wanted


def show(title: str, body: Callable[[], None], *, params: Sequence[str]) -> None:
    """Open the window and draw `body` in it.

    Args:
        title: Over the window.
        body: Draws the content.
        params: Names of the address that opened it; they are taken out when the reader closes it.
    """

    def close() -> None:
        for name in params:
            set_wanted(name, None)

    st.dialog(title, width="medium", on_dismiss=close)(body)()
