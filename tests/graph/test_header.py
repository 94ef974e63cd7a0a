"""Headers of saved reports: what is wrong is named with file and line."""

import datetime
from pathlib import Path

import pytest

from graph.captions import Text2
from graph.errors import InvalidReport
from graph.header import Chart, Param
from graph.kglite_store import KgliteStore
from graph.reports import read_report, run_report

GOOD = """\
// title: 单位 | Units
// question: 有哪些单位？ | Which units are there?
// reading: 多者在前。 | The most first.
// group: 单位 | Units
// order: 30
// params: district string null MATCH (d:District) RETURN d.name AS d; most int 10
// params: unit string first MATCH (u:Unit) RETURN u.name AS u
// params: day date 2016-01-05; share float 0.5; all bool false; word string "两 词"
// columns: unit, n
// caption: unit 单位 | Unit
// caption: n 数量 | Number
// chart: bar unit n
"""
QUERY = "MATCH (u:Unit) // not a header: this stands in the query\nRETURN u.name AS unit, $most AS n"


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "some-report.cypher"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_good_report_is_read(tmp_path: Path) -> None:
    used = "RETURN $district AS unit, [$most, $day, $share, $all, $word, $unit] AS n"
    report = read_report(write(tmp_path, "\ufeff" + GOOD + used))
    assert (report.name, report.title) == ("some-report", Text2("单位", "Units"))
    assert report.params == (
        Param("district", "string", None, "MATCH (d:District) RETURN d.name AS d"),
        Param("most", "int", 10),
        Param("unit", "string", None, "MATCH (u:Unit) RETURN u.name AS u", first=True),
        Param("day", "date", datetime.date(2016, 1, 5)),
        Param("share", "float", 0.5),
        Param("all", "bool", False),
        Param("word", "string", "两 词"),
    )
    assert report.columns == ("unit", "n")
    assert (report.reading, report.order) == (Text2("多者在前。", "The most first."), 30)
    assert report.caption("n") == Text2("数量", "Number")
    assert report.chart == Chart("bar", "unit", "n")
    assert report.cypher == used


SMALL = (
    "// title: 单位 | Units",
    "// question: 有吗？ | Any?",
    "// params: most int 10",
    "// columns: unit, n",
    "// reading: 一行一个。 | One a row.",
    QUERY,
)
BAD = [
    (0, "// title: 单位", "1: title: expected '中文 | English'"),
    (0, "// title:", "1: title: expected '中文 | English'"),
    (0, "// titel: 单位 | Units", "1: unknown key 'titel'; did you mean title?"),
    (0, "// zzz: x", "1: unknown key 'zzz'; known: title"),
    (0, "// only a remark", "1: expected '// key: value'"),
    (0, "// group: a | b", "1: the header has no 'title'"),
    (1, "// title: 单位 | Units", "2: 'title' stands here for the second time"),
    (1, "// group: a | b", "1: the header has no 'question'"),
    (2, "// params: most", "3: params: expected 'name kind default [query]'"),
    (2, "// params: most number 10", "3: params: unknown kind 'number'"),
    (2, "// params: most int ten", "3: params: expected int, found 'ten'"),
    (2, "// params: most int first", "3: params: the default 'first' needs a query"),
    (2, "// params: Most int 10", "3: params: a parameter's name is lower-case ASCII"),
    (2, "// params: most int 10; most int 3", "3: a parameter is declared twice"),
    (2, "// params: most int 10 CREATE (n)", "3: parameter most: line 1"),
    (2, "// params: most int 10; more int 3", "3: parameter 'more' is not used in the query"),
    (2, "// group: a | b", "6: the query uses $most, which is not declared"),
    (3, "// columns: unit, unit", "4: columns: a column stands here twice"),
    (3, "// columns: 单位", "4: columns: a column's name is lower-case ASCII"),
    (3, "// columns:", "4: columns: a column's name"),
    (3, "// group: a | b", "1: the header has no 'columns'"),
    (5, "", "expected a query after the header"),
    (5, "// chart: pie unit n\n" + QUERY, "6: chart: unknown chart 'pie'"),
    (5, "// chart: bar unit\n" + QUERY, "6: chart: expected 'kind x y [series]'"),
    (5, "// chart: bar unit m\n" + QUERY, "6: chart: no column 'm'"),
    (5, "// caption: x 中 | E\n" + QUERY, "6: caption: no column 'x'"),
    (5, "MATCH (u:Unit) DELETE u // $most", "6: line 1, column 16: DELETE is refused"),
    (5, "MATCH (u:Unit) RETURN 'open AS unit, $most AS n", "has no end"),
    (5, "MATCH (u:Unit) RETURN '$most' AS unit, 1 AS n", "3: parameter 'most' is not used"),
    (4, "// reading: 一行一个", "5: reading: expected '中文 | English'"),
    (4, "// group: a | b", "1: the header has no 'reading'"),
    (4, "// order: first\n// reading: 甲 | A", "5: order: expected a whole number, found 'first'"),
]


@pytest.mark.parametrize(("line", "text", "words"), BAD)
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, line: int, text: str, words: str) -> None:
    lines = list(SMALL)
    lines[line] = text
    path = write(tmp_path, "\n".join(lines))
    with pytest.raises(InvalidReport) as error:
        read_report(path)
    assert str(path) in str(error.value)
    assert words in str(error.value)


def test_columns_that_the_query_does_not_return_are_named(tmp_path: Path) -> None:
    report = read_report(write(tmp_path, "\n".join(SMALL).replace("unit, n\n", "unit, number\n")))
    store = KgliteStore(tmp_path / "x.kgl", write=True)
    with pytest.raises(
        InvalidReport, match=r"cypher:4: declared columns unit, number; the query returns unit, n"
    ):
        run_report(store, report)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(InvalidReport, match="none"):
        read_report(tmp_path / "none.cypher")
    path = tmp_path / "bytes.cypher"
    path.write_bytes(b"// title: \xff")
    with pytest.raises(InvalidReport, match="bytes"):
        read_report(path)
