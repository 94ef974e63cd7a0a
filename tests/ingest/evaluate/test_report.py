"""Groups, documents apart, sources of one name, and what is printed."""

import json

import pytest

from ingest.evaluate import Answer, Report, evaluate
from ingest.evaluate.groups import groups_of
from ingest.evaluate.render import render
from tests.ingest.evaluate.factory import answer, item, plan, role, task


def read(**keys: object) -> Report:
    asked = [
        answer(task("事项", lead="甲局"), source="a.txt", form="table", kind="made"),
        answer(task("任务", lead="乙局"), source="b.docx", form="table+bracket", kind="made"),
        answer(task("新闻", responsible="丙局"), source="c.txt", kind="news", apart=True),
    ]
    plans = [
        plan(item("事项", role("lead", "甲局"))),
        plan(item("任务", role("lead", "丁局", "table", 0.8)), paths=("b.docx",)),
        plan(paths=("c.txt",)),
    ]
    return evaluate(asked, plans, **keys)  # type: ignore[arg-type]


def test_a_document_counts_in_each_of_its_forms() -> None:
    report = read(by=["form", "format"])
    assert {name: score.documents for name, score in report.groups["form"].items()} == {
        "table": 2,
        "bracket": 1,
    }
    assert {name: score.documents for name, score in report.groups["format"].items()} == {"docx": 1, "txt": 1}
    assert report.all.documents == 2
    assert report.groups["form"]["table"].tallies["lead"].f1 == 0.5


def test_a_document_apart_is_no_part_of_the_whole() -> None:
    report = read(by=["kind"])
    assert list(report.groups["kind"]) == ["made"] and list(report.apart) == ["news"]
    assert report.all.tallies["responsible"].empty
    assert report.apart["news"].tallies["responsible"].missed == 1


@pytest.mark.parametrize(
    ("form", "groups"),
    [
        (None, ("not given",)),
        ("", ("not given",)),
        ("table", ("table",)),
        ("table+bracket", ("table", "bracket")),
        ("表格、括号", ("表格", "括号")),
        (["own lines", "table"], ("own lines", "table")),
        ("round bracket at item end （A牵头，B、C配合）, in-sentence 由…牵头 once", ("bracket", "sentence")),
        ("in-sentence roles only (由A牵头，会同B、C…), no brackets; general parts", ("sentence",)),
        ("table flattened with tabs, leader column, alias in brackets", ("table",)),
        ("roles at section level only: （牵头单位：…） on a line under the section", ("section",)),
        ("district; own lines 牵头单位:/责任单位: with blank lines, web page", ("lines",)),
        ("news page about a meeting; talks about units, no role statements", ("no roles",)),
        ("a description that names no form that is known", ("other",)),
    ],
)
def test_forms(form: object, groups: tuple[str, ...]) -> None:
    assert groups_of(answer(form=form), "form") == groups


@pytest.mark.parametrize(
    ("asked", "by", "groups"),
    [
        (answer(source="plans/A.DOCX"), "format", ("docx",)),
        (answer(source="paper"), "format", ("not given",)),
        (answer(level="county"), "level", ("county",)),
        (answer(level=3), "level", ("3",)),
        (answer(damage=["pinyin", "shifted"]), "damage", ("pinyin", "shifted")),
        (answer(), "damage", ("not given",)),
    ],
)
def test_other_groups(asked: Answer, by: str, groups: tuple[str, ...]) -> None:
    assert groups_of(asked, by) == groups


def test_sources_of_one_name_need_more_of_their_path() -> None:
    plans = [plan(item("事项"), paths=("x/a.txt",)), plan(item("任务"), paths=("y/a.txt",))]
    report = evaluate([answer(task("事项")), answer(task("任务"), source="y/a.txt")], plans)
    (problem,) = report.problems
    assert str(problem).startswith("a.txt: expected one source named a.txt")
    assert "x/a.txt, y/a.txt" in problem.message
    assert report.all.documents == 1 and report.all.tallies["items"].right == 1


def test_copies_of_one_plan_are_one_source() -> None:
    copies = plan(item("事项"), paths=("x/a.txt", "y/a.txt"))
    report = evaluate([answer(task("事项"))], [copies])
    assert report.problems == () and report.all.tallies["items"].wrong == 0


def test_a_source_that_was_not_read_is_named() -> None:
    report = evaluate([answer(task("事项"), source="gone.txt")], [])
    assert report.unread == ("gone.txt",)
    assert report.all.tallies["items"].missed == 1 and report.failures == ()
    assert "gone.txt" in render(report, "table", show=1)


def test_table() -> None:
    shown = render(read(by=["form"]), "table", show=2)
    lines = [line.split() for line in shown.splitlines()]
    assert ["lead", "0.5000", "0.5000", "0.5000", "1", "1", "1"] in lines
    assert "2 of 3 differences:" in shown
    assert "- b.docx 任务 [lead] missed 乙局; wrong 丁局" in shown


def test_markdown() -> None:
    shown = render(read(by=["form"]), "md", calibration=True)
    assert "| lead | 0.5000 | 0.5000 | 0.5000 | 1 | 1 | 1 |" in shown
    assert "| table | 2 | 0.500 (0.500, 0.500) | – |" in shown
    assert "| ≥ 0.99 | 1 | 1 | 1.0000 | 0.990 |" in shown


def test_the_most_errors_alone() -> None:
    shown = render(read(by=["form", "format"]), "table", calibration=True, most=1)
    lines = [line.split() for line in shown.splitlines()]
    assert ["bracket", "1"] in [line[:2] for line in lines]
    assert ["table", "2"] not in [line[:2] for line in lines]
    assert "The other 1 groups are read no worse than these." in shown
    assert ["table", "1", "0", "0.0000", "0.800"] in lines
    assert "Of the 1 roles of the other 1 rules 1 are right." in shown


def test_differences_of_many_documents_come_first() -> None:
    asked = [
        answer(task("事项"), source="a.txt"),
        answer(task("任务", lead="甲局"), source="b.txt"),
        answer(task("任务", lead="甲局"), source="c.txt"),
    ]
    read = [plan(paths=(path,), title=path) for path in ("a.txt", "b.txt", "c.txt")]
    report = evaluate(asked, read)
    shown = json.loads(render(report, "json", show=4))["failures"]
    assert [f["source"] for f in shown] == ["b.txt", "c.txt", "a.txt", "b.txt"]


def test_json_has_the_names_of_the_score() -> None:
    found = json.loads(render(read(by=["form"]), "json", show=9, calibration=True))
    assert found["all"]["lead"] == {"P": 0.5, "R": 0.5, "F1": 0.5, "right": 1, "wrong": 1, "missed": 1}
    assert found["all"]["meta"] == {"right": 0, "of": 0}
    assert set(found["by"]["form"]) == {"table", "bracket"}
    assert ["乙局"] in [failure["missed"] for failure in found["failures"]]
    assert found["calibration"]["sure"] == {
        "name": "0.9 and more",
        "roles": 1,
        "right": 1,
        "share": 1.0,
        "confidence": 0.99,
    }
