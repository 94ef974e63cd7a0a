"""Results as text."""

import csv
import datetime
import io
import json

import pytest

from graph.errors import InvalidReport
from graph.render import render
from graph.reports import get_report
from graph.store import Result

RESULT = Result(
    ("unit", "n", "day", "names", "yes"),
    (("区财政局", 12, datetime.date(2016, 3, 31), ["甲", "乙"], True), ("x|y\nz", -3, None, [], False)),
)


def test_a_table_is_aligned_by_the_width_of_signs() -> None:
    assert render(RESULT, "table").splitlines() == [
        "unit       n  day         names   yes",
        "--------  --  ----------  ------  -----",
        "区财政局  12  2016-03-31  甲、乙  true",
        "x|y z     -3                      false",
    ]


def test_json_keeps_values() -> None:
    first, second = json.loads(render(RESULT, "json"))
    assert first == {"unit": "区财政局", "n": 12, "day": "2016-03-31", "names": ["甲", "乙"], "yes": True}
    assert second["day"] is None
    assert "区财政局" in render(RESULT, "json")


def test_markdown_keeps_its_columns() -> None:
    assert render(RESULT, "md").splitlines() == [
        "| unit | n | day | names | yes |",
        "| --- | --- | --- | --- | --- |",
        "| 区财政局 | 12 | 2016-03-31 | 甲、乙 | true |",
        "| x\\|y<br>z | -3 |  |  | false |",
    ]


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("＝1+1", "'＝1+1"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        (["=1", "2"], "'=1、2"),
        (-1, "-1"),
        (-1.5, "-1.5"),
        ("区财政局", "区财政局"),
        ("1-2", "1-2"),
        ('a,"b"', 'a,"b"'),
        (None, ""),
    ],
)
def test_csv_cells_cannot_become_formulas(value: object, cell: str) -> None:
    text = render(Result(("x",), ((value,),)), "csv")  # type: ignore[arg-type]
    assert list(csv.reader(io.StringIO(text, newline=""))) == [["x"], [cell] if cell else [""]]


def test_captions_stand_over_tables_for_people() -> None:
    report = get_report("lead-units")
    result = Result(report.columns, ())
    assert render(result, "table", report.caption).split()[:4] == ["单位", "地区", "牵头", "参与"]
    assert render(result, "md", report.caption).startswith("| 单位 | 地区 |")
    assert render(result, "csv", report.caption) == "unit,district,led,participates\r\n"


def test_a_cut_result_says_so() -> None:
    cut = Result(("x",), ((1,),), truncated=True)
    assert "cut after 1 rows" in render(cut, "table")
    assert "cut after 1 rows" in render(cut, "md")


def test_an_unknown_format_is_named() -> None:
    with pytest.raises(InvalidReport, match="unknown format 'xml'; there are: table, csv, json, md"):
        render(RESULT, "xml")
