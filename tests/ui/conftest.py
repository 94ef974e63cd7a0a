"""A loaded small graph for the app, and what of the browser's tests can run here."""

import importlib.util
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.ui.factory import load_atlas

ROOT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
HAS_BROWSER = CHROMIUM is not None and importlib.util.find_spec("playwright") is not None
collect_ignore = [] if HAS_BROWSER else ["test_browser.py"]

Open = Callable[..., AppTest]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    found = CHROMIUM if HAS_BROWSER else "left out, as chromium or playwright is not installed here"
    terminalreporter.write_line(f"the app in a browser: {found}")


@pytest.fixture(scope="session")
def atlas(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the small graph."""
    return load_atlas(tmp_path_factory.mktemp("atlas"))


@pytest.fixture
def open_page(atlas: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    """Opens a page of the app on a graph, with parameters in its address."""

    def open_(page: str = "overview", *, url: str = atlas, lang: str = "中文", **params: str) -> AppTest:
        monkeypatch.setenv("ATLAS_DB", url)
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=20)
        app.query_params["lang"] = lang
        app.run()
        app.switch_page(f"ui/pages/{page}.py")
        for name, value in params.items():
            app.query_params[name] = value
        return app.run()

    _forget()
    yield open_
    _forget()


def _forget() -> None:
    """Drop the store and the answers of other tests."""
    st.cache_resource.clear()
    st.cache_data.clear()
