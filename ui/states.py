"""What a page shows when there is nothing to show, or the store does not answer."""

from collections.abc import Callable

import streamlit as st

from graph.errors import GraphError, QueryTimeout, StoreUnavailable
from ui import data
from ui.words import t

LOAD = "python -m ingest data/plans --out data/build\npython -m graph load data/build"


def run_guarded(page: Callable[[], None]) -> None:
    """Run a page only on a graph with content; say in words what is wrong otherwise."""
    try:
        if data.counts().get("Plan", 0) == 0:
            st.title(t("state.empty.title"))
            _say_how(t("state.empty.text"))
        else:
            page()
    except StoreUnavailable as error:
        st.title(t("state.unreachable.title"))
        _say_how(t("state.unreachable.text"))
        st.caption(t("state.details"))
        st.code(str(error), language=None, wrap_lines=True)
    except QueryTimeout:
        st.warning(t("state.slow"), icon=":material/hourglass_empty:")
    except GraphError as error:
        st.error(t("state.error"), icon=":material/error:")
        st.code(str(error), language=None, wrap_lines=True)


def nothing(key: str) -> None:
    """Say that a choice has no result, with a hint what to change (a key of the words)."""
    st.info(t(key), icon=":material/info:")


def _say_how(text: str) -> None:
    st.markdown(text)
    st.code(LOAD, language="bash")
