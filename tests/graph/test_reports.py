"""Each saved report against the same question answered in Python, from the records alone."""

import datetime
from collections.abc import Iterator

import pytest

from graph.errors import InvalidReport
from graph.reports import NETWORK, QUERIES, Report, choices, get_report, list_reports, run_report
from graph.store import Store
from tests.graph.expected import ANSWERS
from tests.graph.samples import EAST, WEST, unit_id

DAY = datetime.date(2016, 3, 31)
VALUES: dict[str, list[object]] = {
    "district": [EAST, WEST, "别处"],
    "year": [2016, 2014],
    "include_collectives": [True],
    "without_any_role": [True],
    "unit": [unit_id(EAST, "财政局"), EAST + "编办", "信访局", "各街道办", "没有的单位"],
    "from": [DAY],
    "to": [DAY],
    "first": [EAST],
    "second": [WEST],
}


def cypher_reports() -> list[Report]:
    """The reports that a query answers; those of networks are in networks/test_answers.py."""
    return [report for report in list_reports() if report.path.suffix != NETWORK]


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
def test_reports_answer_as_python_does(loaded: Store, name: str, given: dict[str, object]) -> None:
    report = get_report(name)
    defaults = {param.name: param.default for param in report.params}
    result = run_report(loaded, report, given)
    assert list(result.rows) == ANSWERS[name](defaults | given)


def test_every_answer_has_its_report() -> None:
    assert {report.name for report in cypher_reports()} == set(ANSWERS)


def test_the_answers_are_not_empty() -> None:
    for report in cypher_reports():
        defaults = {param.name: param.default for param in report.params}
        needed = {"unit": "编办", "first": EAST, "second": WEST}
        assert ANSWERS[report.name](defaults | needed), report.name


def test_every_column_has_a_caption_and_every_report_a_group() -> None:
    for report in list_reports():
        assert set(report.captions) == set(report.columns), report.name
        assert report.group.zh != "其他", report.name


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
    with pytest.raises(InvalidReport, match="there are: broker-units"):
        get_report("../../etc/passwd")


def test_names_of_files_are_names_of_reports() -> None:
    for path in QUERIES.glob("*.cypher"):
        assert path.stem == path.stem.lower().replace("_", "-")
