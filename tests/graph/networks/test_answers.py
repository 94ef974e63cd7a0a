"""Reports that come from measures instead of a query."""

from pathlib import Path

import pytest

from graph.errors import InvalidReport, QueryError
from graph.networks.answers import MEASURES, named
from graph.networks.communities import Community
from graph.networks.roles import Unit
from graph.reports import NETWORK, get_report, list_reports, read_report, run_report
from graph.store import Store
from tests.graph.samples import EAST, WEST

HEADER = """// title: 甲 | A
// question: 甲？ | A?
// reading: 甲。 | A.
// params: district string null; year int null; role string null; include_collectives bool false
// params: tie string work; weight string newman
// columns: unit
"""


def rows(store: Store, name: str, **given: object) -> list[tuple[object, ...]]:
    return list(run_report(store, get_report(name), given).rows)


def test_each_measure_has_its_report() -> None:
    named = {report.cypher for report in list_reports() if report.path.suffix == NETWORK}
    assert named == set(MEASURES)


def test_the_units_between_others_come_first(loaded: Store) -> None:
    first, *rest = rows(loaded, "central-units", tie="work")
    # Three units of the west have only its finance office in common: 3 of the 36 pairs of the other nine.
    assert first[:2] == (WEST + "财政局", WEST)
    assert first[2:5] == (3, 3.0, round(3 / 36, 9))
    assert len(rest) == 9 and all(row[-1] == 10 for row in rest)


def test_parameters_choose_the_roles(loaded: Store) -> None:
    assert {row[1] for row in rows(loaded, "central-units", district=EAST)} == {EAST}
    only = rows(loaded, "central-units", year=2014)
    assert {row[0] for row in only} == {WEST + "司法局", WEST + "财政局"}
    assert {row[0] for row in rows(loaded, "central-units", year=2016, role="participate")} == {
        *(EAST + name for name in ("财政局", "信访局", "教育局", "司法局")),
        *(WEST + name for name in ("编办", "教育局")),
    }
    collectives = rows(loaded, "central-units", include_collectives=True)
    assert EAST + "各街道办" in {row[0] for row in collectives}


def test_functions_meet_across_districts(loaded: Store) -> None:
    found = {row[0]: row[1:4] for row in rows(loaded, "central-functions", weight="count")}
    # 财政 with 机构编制 three times (twice in the east, once in the west), with 信访, 教育 twice, 司法.
    assert found["财政"] == (2, 4, 7.0)
    assert set(found) == {"财政", "机构编制", "教育", "信访", "司法"}


def test_communities_are_named_by_their_heaviest_unit(loaded: Store) -> None:
    found = rows(loaded, "unit-communities")
    assert [(row[0], row[1], row[2]) for row in found] == [(EAST + "财政局", 4, 1), (WEST + "财政局", 4, 1)]
    assert all(str(row[5]).startswith(str(row[0])) for row in found)


def test_brokers_join_separate_partners(loaded: Store) -> None:
    first = rows(loaded, "broker-units")[0]
    assert first == (WEST + "财政局", WEST, WEST + "财政局", 3.0, round(1 / 3, 9), 0.0)


@pytest.mark.parametrize("name", list(MEASURES))
def test_measures_of_nothing_are_empty(store: Store, name: str) -> None:
    assert rows(store, name) == []


@pytest.mark.parametrize("name", list(MEASURES))
def test_the_same_graph_gives_the_same_answer(loaded: Store, name: str) -> None:
    assert rows(loaded, name) == rows(loaded, name)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"tie": "wrk"}, "unknown tie 'wrk'"),
        ({"weight": "heavy"}, "unknown weight 'heavy'"),
        ({"role": "boss"}, "unknown role 'boss'"),
    ],
)
def test_wrong_values_are_named(loaded: Store, given: dict[str, object], words: str) -> None:
    with pytest.raises(QueryError, match=words):
        rows(loaded, "central-units", **given)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (HEADER + "central-unit", "no measure 'central-unit'; did you mean central-units?"),
        (HEADER + "MATCH (n) RETURN n.id AS unit", "no measure 'MATCH"),
        (HEADER.replace("; year int null", "") + "central-units", "uses $year, which is not declared"),
        (HEADER.replace("year int", "yaer int") + "central-units", "uses $year, which is not declared"),
    ],
)
def test_wrong_files_are_named(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "one.network"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidReport) as error:
        read_report(path)
    assert words in str(error.value) and "one.network:" in str(error.value)


def test_columns_must_be_those_of_the_measure(loaded: Store, tmp_path: Path) -> None:
    path = tmp_path / "one.network"
    path.write_text(HEADER + "central-units", encoding="utf-8")
    with pytest.raises(InvalidReport, match="declared columns unit; the query returns unit, district"):
        run_report(loaded, read_report(path))


def test_a_row_limit_cuts(loaded: Store) -> None:
    result = run_report(loaded, get_report("central-units"), row_limit=3)
    assert len(result.rows) == 3 and result.truncated


def test_groups_of_one_name_are_told_apart() -> None:
    units = {key: Unit(key, "财政局", None, None) for key in "ab"}
    groups = [Community(key, (key,), 0.0, 0.0) for key in "ab"]
    assert named(groups, units) == {"a": "财政局", "b": "财政局（2）"}
