"""From a row of a report to what stands behind it."""

from collections.abc import Iterator

import pytest
import streamlit as st

from tests.ui.factory import EAST, WEST, plan_id, unit_id
from ui import trace
from ui.trace import find_target


@pytest.fixture(autouse=True)
def on_the_small_graph(atlas: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    st.cache_resource.clear()
    st.cache_data.clear()
    monkeypatch.setenv("ATLAS_DB", atlas)
    yield
    st.cache_resource.clear()


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"item_id": "i", "unit": "u"}, ("evidence", {"item": "i"})),  # the nearest to the text first
        (
            {"unit": EAST + "财政局", "district": EAST, "led": 1},
            ("ranking", {"unit_id": unit_id(EAST, "区财政局")}),
        ),
        ({"unit": WEST + "财政局"}, ("ranking", {"unit_id": unit_id(WEST, "区财政局")})),
        ({"unit": "无此局"}, None),
        ({"function": "文化", "led": 3}, ("ranking", {"by": "function", "function": "文化"})),
        (
            {"month": "2024-02", "items": 2},
            ("reports", {"report": "items-by-deadline", "from": "2024-02-01", "to": "2024-02-29"}),
        ),
        (
            {"plan": "东湖区2021年改革计划", "district": EAST, "year": 2021},
            ("evidence", {"plan": plan_id("东湖区2021年改革计划")}),
        ),
        ({"plan": "无此计划"}, None),
        ({"count": 3}, None),
    ],
)
def test_find_target(row: dict[str, object], expected: object) -> None:
    assert find_target(row) == expected


@pytest.mark.parametrize("doc_no", [None, "甲发〔2020〕1号"])
def test_a_cited_document_leads_to_its_places(monkeypatch: pytest.MonkeyPatch, doc_no: str | None) -> None:
    monkeypatch.setattr(trace, "wanted", lambda name: {"report": "most-cited"}[name])
    target = find_target({"policy": "图书馆条例", "doc_no": doc_no, "plans": 3})
    expected = {"report": "most-cited", "policy": "图书馆条例"}
    assert target == ("reports", expected if doc_no is None else expected | {"doc_no": doc_no})
