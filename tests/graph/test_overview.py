"""The queries of the app."""

import pytest

from graph import overview
from graph.store import Store
from tests.graph.samples import EAST, PLANS, WEST, unit_id


def test_counts_and_coverage(loaded: Store) -> None:
    assert overview.counts(loaded)["Item"] == 10
    result = overview.coverage(loaded)
    assert result.columns == ("district", "year", "plans", "items")
    assert result.rows == ((EAST, 2016, 1, 6), (WEST, 2014, 1, 1), (WEST, 2016, 1, 3))


def test_the_last_run(loaded: Store) -> None:
    run = overview.last_run(loaded)
    assert run is not None
    assert (run["plans"], run["items"], run["units"], run["issues"]) == (3, 10, 13, 2)
    assert run["finished"] == "2026-01-01T00:00:00+00:00"


def test_an_empty_store_has_no_run(store: Store) -> None:
    assert overview.last_run(store) is None
    assert overview.coverage(store).rows == ()


def test_errors_come_before_warnings(loaded: Store) -> None:
    result = overview.issues(loaded, 10)
    assert [row["severity"] for row in result.dicts()] == ["error", "warning"]
    assert len(overview.issues(loaded, 1).rows) == 1


@pytest.mark.parametrize(("role", "count"), [(None, 3), ("lead", 3), ("participate", 0)])
def test_evidence_stands_in_the_text(loaded: Store, role: str | None, count: int) -> None:
    rows = overview.evidence_of_unit(loaded, unit_id(EAST, "编办"), role).dicts()
    assert len(rows) == count
    for row in rows:
        text = overview.plan_text(loaded, str(row["plan_id"]))["text"]
        start, end = row["start"], row["end"]
        assert isinstance(text, str) and isinstance(start, int) and isinstance(end, int)
        assert text[start:end] == row["evidence"] == "编办"


def test_an_item_and_its_roles(loaded: Store) -> None:
    record = PLANS[0].items[0]
    item = overview.item(loaded, record.id)
    assert (item["name"], item["path"]) == ("整合办事窗口", "政务服务 / 窗口改革")
    roles = [
        (row["unit"], row["role"], row["kind"]) for row in overview.roles_of_item(loaded, record.id).dicts()
    ]
    assert sorted(roles) == [
        (EAST + "信访局", "participate", "unit"),
        (EAST + "编办", "lead", "unit"),
        (EAST + "财政局", "participate", "unit"),
    ]


def test_what_is_not_there_is_empty(loaded: Store) -> None:
    assert overview.item(loaded, "x") == {} == overview.plan_text(loaded, "x")
    assert overview.roles_of_item(loaded, "x").rows == ()
    assert overview.evidence_of_unit(loaded, "x").rows == ()
