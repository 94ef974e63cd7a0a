"""Each saved report against the same question answered in Python, on a hand-made build and on random graphs.

REPORT_GRAPHS is the number of random graphs; the seed of each is its number. Without it, a server is asked
about fewer of them than the embedded store, as each takes it seconds.
"""

import os
import random
from collections.abc import Iterator

import pytest

from bench.graphs import Made, rows_of
from graph.errors import InvalidReport
from graph.kglite_store import KgliteStore
from graph.params import convert
from graph.reports import (
    NETWORK,
    QUERIES,
    Report,
    choices,
    first_choices,
    get_report,
    list_reports,
    run_report,
)
from graph.store import Store, Value
from tests.graph.conftest import empty
from tests.graph.expected import ANSWERS, Answer, Facts
from tests.graph.random_graphs import random_rows, random_values, write_rows
from tests.graph.samples import EAST, ISSUES, PLANS, UNITS, WEST, unit_id

GRAPHS = int(os.environ.get("REPORT_GRAPHS", "30"))
AT_ONCE = 10  # graphs in one test
ON_SERVERS = AT_ONCE if "REPORT_GRAPHS" in os.environ else 4
VALUES: dict[str, list[object]] = {
    "district": [EAST, WEST, "别处"],
    "year": [2016, 2014],
    "include_collectives": [True],
    "include_derived": [True],
    "without_any_role": [True],
    "unit": [unit_id(EAST, "财政局"), EAST + "编办", "信访局", "各街道办", "没有的单位"],
    "from": ["2016-03-31"],
    "to": ["2016-03-31"],
    "first": [EAST],
    "second": [WEST],
    "districts": [EAST, f"{EAST}、{WEST}"],
    "function": ["财政"],
    "policy": ["关于公开预算的通知"],
    "item": ["公开预算"],
    "at_least": [1, 2],
    "below": [1.0],
    "most": [2],
}


def cypher_reports() -> list[Report]:
    """The reports that a query answers; those of networks are in networks/test_answers.py."""
    return [report for report in list_reports() if report.path.suffix != NETWORK]


def answer(report: Report, facts: Facts, given: dict[str, object]) -> Answer:
    """What Python answers, with every parameter as the report gets it."""
    values = {
        param.name: convert(param.kind, given.get(param.name, param.default)) for param in report.params
    }
    return ANSWERS[report.name](facts, values)


def typed(rows: Answer | tuple[tuple[Value, ...], ...]) -> list[list[tuple[str, object]]]:
    """Rows with the type of each value: 1 and 1.0 are not the same here."""
    return [[(type(value).__name__, value) for value in row] for row in rows]


@pytest.fixture(scope="module")
def facts() -> Facts:
    return Facts(rows_of(Made(PLANS, UNITS, ISSUES)))


def cases() -> Iterator[tuple[str, dict[str, object]]]:
    """Every report without parameters, with each value of each alone, and with the first of all."""
    for report in cypher_reports():
        names = [param.name for param in report.params]
        yield report.name, {}
        for name in names:
            for value in VALUES[name]:
                yield report.name, {name: value}
        yield report.name, {name: VALUES[name][0] for name in names}


@pytest.mark.parametrize(("name", "given"), list(cases()))
def test_reports_answer_as_python_does(
    loaded: Store, facts: Facts, name: str, given: dict[str, object]
) -> None:
    report = get_report(name)
    chosen = given | first_choices(loaded, report, given)
    assert typed(run_report(loaded, report, given).rows) == typed(answer(report, facts, chosen))


@pytest.mark.parametrize("first", range(0, GRAPHS, AT_ONCE))
def test_reports_answer_as_python_does_on_random_graphs(store: Store, first: int) -> None:
    graphs = AT_ONCE if isinstance(store, KgliteStore) else ON_SERVERS
    for seed in range(first, first + graphs):
        empty(store)
        rows = random_rows(seed)
        write_rows(store, rows)
        held = Facts(rows)
        rng = random.Random(f"values {seed}")  # noqa: S311 - made-up values, no secret
        for report in cypher_reports():
            for given in ({}, *(random_values(rng, report, held) for _ in range(3))):
                found = typed(run_report(store, report, given).rows)
                chosen = given | first_choices(store, report, given)
                assert found == typed(answer(report, held, chosen)), f"graph {seed}, {report.name}, {given}"


def test_what_must_be_chosen_is_chosen(loaded: Store) -> None:
    report = get_report("compare-districts")
    assert first_choices(loaded, report, {}) == {"first": EAST, "second": WEST}
    assert first_choices(loaded, report, {"first": WEST}) == {"second": EAST}
    assert first_choices(loaded, report, {"first": WEST, "second": WEST}) == {}
    assert run_report(loaded, report) == run_report(loaded, report, {"first": EAST, "second": WEST})
    units = list(dict.fromkeys(row[0] for row in run_report(loaded, get_report("unit-items")).rows))
    assert len(units) == 1


def test_every_answer_has_its_report() -> None:
    assert {report.name for report in cypher_reports()} == set(ANSWERS)


def test_the_random_graphs_leave_no_answer_empty() -> None:
    found: set[str] = set()
    for seed in range(GRAPHS):
        held = Facts(random_rows(seed))
        unit = next(iter(held.units), None)
        places = [row["name"] for row in held.rows.nodes["District"]]
        needed = {"unit": unit, "first": next(iter(places), None), "at_least": 1}
        found |= {report.name for report in cypher_reports() if answer(report, held, {**needed})}
    assert found == set(ANSWERS)


def test_every_column_has_a_caption_and_every_report_a_group() -> None:
    for report in list_reports():
        assert set(report.captions) == set(report.columns), report.name
        assert report.group.zh != "其他", report.name


def test_reports_of_a_group_stand_together_and_the_first_is_who_leads_most() -> None:
    groups = [report.group.zh for report in list_reports()]
    changes = [group for group, before in zip(groups, [None, *groups], strict=False) if group != before]
    assert len(changes) == len(set(groups))
    assert list_reports()[0].name == "lead-units"


def test_reports_run_on_an_empty_store(store: Store) -> None:
    for report in list_reports():
        assert run_report(store, report, {}).rows == ()


def test_choices_are_listed(loaded: Store) -> None:
    params = {param.name: param for param in get_report("lead-units").params}
    assert choices(loaded, params["district"]) == ["甲市", EAST, WEST]
    assert choices(loaded, params["year"]) == [2014, 2016]
    assert choices(loaded, params["include_collectives"]) == []


def test_all_choices_can_be_asked(loaded: Store) -> None:
    for report in list_reports():
        for param in report.params:
            assert bool(choices(loaded, param)) == (param.choices is not None)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"yaer": 2016}, "no parameter 'yaer'; did you mean year?"),
        ({"x": 1}, "no parameter 'x'; it has: district, year"),
        ({"year": "soon"}, "parameter year: expected int, found 'soon'"),
        ({"year": 2016.5}, "parameter year: expected int"),
        ({"year": True}, "parameter year: expected int"),
        ({"district": 3}, "parameter district: expected string"),
        ({"include_collectives": "perhaps"}, "parameter include_collectives: expected bool"),
    ],
)
def test_wrong_parameters_are_named(loaded: Store, given: dict[str, object], words: str) -> None:
    with pytest.raises(InvalidReport) as error:
        run_report(loaded, get_report("lead-units"), given)
    assert words in str(error.value)


def test_parameters_may_come_as_text(loaded: Store) -> None:
    report = get_report("lead-units")
    as_text = {"year": "2016", "include_collectives": "true", "district": "null"}
    assert run_report(loaded, report, as_text) == run_report(
        loaded, report, {"year": 2016, "include_collectives": True, "district": None}
    )


def test_a_row_limit_cuts(loaded: Store) -> None:
    result = run_report(loaded, get_report("lead-units"), row_limit=2)
    assert len(result.rows) == 2 and result.truncated


def test_an_unknown_report_is_named_with_the_nearest() -> None:
    with pytest.raises(InvalidReport, match="did you mean lead-units"):
        get_report("lead-unit")
    with pytest.raises(InvalidReport, match="there are: areas-by-district"):
        get_report("../../etc/passwd")


def test_names_of_files_are_names_of_reports() -> None:
    for path in QUERIES.glob("*.cypher"):
        assert path.stem == path.stem.lower().replace("_", "-")
