"""Whole plans: every item, role, deadline, target and citation."""

import pytest

from ingest.extract import Extraction, extract
from ingest.records import PlanKind
from tests.ingest.extract.factory import by_number, read, roles, who
from tests.ingest.extract.plans import BRACKETS, EXAMPLES, FIELDS, SENTENCES, Example


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)
def test_items_roles_and_dates(example: Example) -> None:
    found = [
        (item.number or item.title, roles(item), item.deadline.date if item.deadline else None)
        for item in read(example.text).items
    ]
    assert found == list(example.items)


def test_headings_are_the_path() -> None:
    assert [item.path for item in read(BRACKETS.text).items] == [
        ("改革任务", "农业农村改革"),
        ("改革任务", "农业农村改革"),
        ("改革任务", "教育改革"),
        ("改革任务", "教育改革"),
    ]


def test_titles_targets_and_cites() -> None:
    one, two, three, four = read(BRACKETS.text).items
    assert [item.title for item in (one, two, three, four)] == [
        "宅基地登记",
        "水价改革",
        "教师轮岗",
        "校舍改造",
    ]
    assert [(t.value, t.unit) for t in one.targets] == [(95.0, "%")]
    assert [(c.title, c.doc_no) for c in two.cites] == [("青石县农业水价办法", "青政发〔2020〕7号")]
    assert two.cites == read(BRACKETS.text).cites
    assert (three.targets, three.cites) == ((), ())
    assert [(t.value, t.unit) for t in four.targets] == [(12.0, "所")]


def test_leaders_are_persons() -> None:
    one, two, three = read(FIELDS.text).items
    assert [leader.name for leader in one.leaders] == ["何小川"]
    assert [role.kind for role in one.roles if role.mention == "何小川"] == ["person"]
    assert (two.leaders, three.leaders) == ((), ())
    assert {role.kind for role in three.roles} == {"unit", "collective"}


def test_brackets_are_surer_than_sentences() -> None:
    sure = [role.confidence for item in read(BRACKETS.text).items for role in item.roles]
    unsure = [role.confidence for item in read(SENTENCES.text).items for role in item.roles]
    assert min(sure) > max(unsure) > 0.5 and max(sure) <= 1


def test_the_year_of_the_plan_dates_its_deadlines() -> None:
    assert [i.deadline.date for i in read(SENTENCES.text, year=2019).items if i.deadline] == ["2019-12-31"]
    assert [i.deadline.date for i in read(SENTENCES.text, year=None).items if i.deadline] == [None]


def test_ids_depend_on_the_plan() -> None:
    def ids(plan_id: str) -> list[str]:
        found = extract(BRACKETS.text, body=0, plan_id=plan_id, year=2023, kind=PlanKind.SCHEME)
        return [item.id for item in found.items]

    assert ids("a") == ids("a")
    assert set(ids("a")).isdisjoint(ids("b"))


def test_items_with_the_same_words_have_ids_of_their_own() -> None:
    text = "一、改革任务\n1.推行轮岗。（县教育局负责）\n1.推行轮岗。（县教育局负责）\n"
    first, second = read(text).items
    assert (first.number, first.title, first.path) == (second.number, second.title, second.path)
    assert first.id != second.id


def test_nothing_before_the_body_is_an_item() -> None:
    notice = "一、请县教育局抓好落实。（县教育局负责）\n"
    found = read(notice + BRACKETS.text, body=len(notice))
    assert [item.number for item in found.items] == ["1", "2", "3", "4"]
    assert all(item.start >= len(notice) for item in found.items)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "青石县召开改革会议。",
        "关于召开会议的通知\n各乡镇：\n定于6月5日召开会议，请县教育局、县民政局参加。\n",
        "一、指导思想\n坚持改革。\n二、保障措施\n加强领导。\n",
    ],
)
def test_texts_without_tasks(text: str) -> None:
    found = read(text)
    assert isinstance(found, Extraction)
    assert [roles(item) for item in found.items if item.roles] == []
    assert [item.title for item in found.items if "保障" in item.title or "指导" in item.title] == []


def test_a_statement_counts_once_however_often_it_is_said() -> None:
    text = "1.推行轮岗。由县教育局牵头，县人社局配合。（县教育局牵头，县人社局、县教育局配合）\n"
    (item,) = read(text).items
    assert roles(item) >= who(lead="县教育局", participate="县人社局")
    assert [role.mention for role in item.roles].count("县人社局") == 1


def test_what_two_brackets_say_about_two_sentences_counts_twice() -> None:
    text = "1.推行轮岗。（县教育局、县人社局负责）改造全县校舍。（县住建局牵头，县人社局配合）\n2.控辍。\n"
    assert by_number(text)["1"] == who(
        lead="县住建局", responsible="县教育局 县人社局", participate="县人社局"
    )


def test_a_unit_that_leads_is_not_responsible_too() -> None:
    text = "一、教育改革\n责任单位：县教育局\n1.推行轮岗。（县教育局牵头，县人社局配合）\n2.改造校舍。\n"
    one, two = read(text).items
    assert roles(one) == who(lead="县教育局", participate="县人社局")
    assert roles(two) == who(responsible="县教育局")


def test_a_plan_with_circled_numbers_is_read() -> None:
    text = "1.推行轮岗。（县教育局负责）\n①制定细则\n②公布名单\n"
    assert roles(read(text).items[0]) == who(responsible="县教育局")
