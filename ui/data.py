"""What the pages ask of the graph, cached until another build is loaded.

The caches are here and not in graph/, which knows nothing of Streamlit. Every cached answer is
keyed by the run that was loaded last, so nobody sees figures of an older build.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import streamlit as st

from graph import overview, reports
from graph.open import open_store
from graph.reports import Param, Report
from graph.store import Result, Store, Value

#: Queries of the pages themselves, in the form of the saved reports.
OWN: Final = Path(__file__).with_name("queries")
#: Enough for a working day; the key changes with the build anyway.
TTL: Final = "8h"
#: A reader filters by district, year and role: some hundred answers, most of them small.
ENTRIES: Final = 500
#: Whole texts are larger than tables.
TEXTS: Final = 100

Row = dict[str, Any]


@st.cache_resource(show_spinner=False)
def store() -> Store:
    """Return the one open store of the app; it follows the file by itself. Raises StoreUnavailable."""
    return open_store()


def stamp() -> str:
    """Return the id of the run that was loaded last, empty for an empty graph."""
    run = overview.last_run(store())
    return "" if run is None else str(run["id"])


def last_run() -> dict[str, Value]:
    """Return the run that was loaded last; empty for an empty graph."""
    return overview.last_run(store()) or {}


def own_report(name: str) -> Report:
    """Return one of the pages' own queries."""
    return reports.get_report(name, OWN)


def answer(report: Report, params: Mapping[str, Any] | None = None) -> Result:
    """Return the answer of a report, cached."""
    return _answer(stamp(), str(report.path.parent), report.name, tuple(sorted((params or {}).items())))


def rows(name: str, /, **params: object) -> list[Row]:
    """Return the answer of one of the pages' own queries, each row under its column names."""
    return answer(own_report(name), params).dicts()


def choices(report: Report, param: Param) -> list[Any]:
    """Return the values that the graph offers for a parameter, cached."""
    return _choices(stamp(), report.name, param.name, param, _is_ours(report))


def counts() -> dict[str, int]:
    """Return how many there are of each label and relation type."""
    return _counts(stamp())


def coverage() -> list[Row]:
    """Return district, year, plans and items."""
    return _coverage(stamp()).dicts()


def issues(limit: int) -> Result:
    """Return the issues of the last run, the worst first."""
    return _issues(stamp(), limit)


def plan(plan_id: str) -> Row:
    """Return a plan with its text; empty when there is none."""
    return _plan(stamp(), plan_id)


def item(item_id: str) -> Row:
    """Return an item; empty when there is none."""
    return _item(stamp(), item_id)


def roles_of_item(item_id: str) -> list[Row]:
    """Return the roles of an item with their words."""
    return _roles(stamp(), item_id).dicts()


def _is_ours(report: Report) -> bool:
    """Tell whether a report comes with the program; what a user saved is run with care."""
    return report.path.parent in (OWN, reports.QUERIES)


@st.cache_data(ttl=TTL, max_entries=ENTRIES, show_spinner=False)
def _answer(stamp: str, folder: str, name: str, params: tuple[tuple[str, Any], ...]) -> Result:
    report = reports.get_report(name, Path(folder))
    return reports.run_report(store(), report, dict(params), trusted=_is_ours(report))


@st.cache_data(ttl=TTL, max_entries=ENTRIES, show_spinner=False)
def _choices(stamp: str, report: str, name: str, _param: Param, _trusted: bool) -> list[object]:
    return reports.choices(store(), _param, trusted=_trusted)


@st.cache_data(ttl=TTL, max_entries=1, show_spinner=False)
def _counts(stamp: str) -> dict[str, int]:
    return overview.counts(store())


@st.cache_data(ttl=TTL, max_entries=1, show_spinner=False)
def _coverage(stamp: str) -> Result:
    return overview.coverage(store())


@st.cache_data(ttl=TTL, max_entries=5, show_spinner=False)
def _issues(stamp: str, limit: int) -> Result:
    return overview.issues(store(), limit)


@st.cache_data(ttl=TTL, max_entries=TEXTS, show_spinner=False)
def _plan(stamp: str, plan_id: str) -> Row:
    return overview.plan_text(store(), plan_id)


@st.cache_data(ttl=TTL, max_entries=ENTRIES, show_spinner=False)
def _item(stamp: str, item_id: str) -> Row:
    return overview.item(store(), item_id)


@st.cache_data(ttl=TTL, max_entries=ENTRIES, show_spinner=False)
def _roles(stamp: str, item_id: str) -> Result:
    return overview.roles_of_item(store(), item_id)
