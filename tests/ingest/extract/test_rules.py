"""Rules that a document states once for all its lists of units."""

import pytest

from ingest.extract.rules import apply_first_listed, first_listed_leads
from ingest.extract.statements import read_bracket
from tests.ingest.extract.factory import Who, by_number, claimed, who


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("列第一位者为牵头单位，下同", True),
        ("责任单位中排在第一位的为牵头单位。", True),
        ("（排名首位的为牵头部门，其他为配合部门）", True),
        ("注：列首位的为牵头单位。", True),
        ("第一个责任单位为牵头单位", True),
        ("排序第一的单位为主办单位", True),
        ("牵头单位为列第一的单位", True),
        ("列第一位者为工作牵头单位或汇总单位，下同", True),
        ("排首位的为该项任务牵头部门", True),
        ("居首者为牵头单位", True),
        ("列在最前面的单位牵头", True),
        ("第一个列出的单位牵头", True),
        ("为首的单位牵头", True),
        ("前列者为牵头单位", True),
        ("走在前列，部门牵头", False),
        ("争当首善，单位牵头", False),
        ("把教育摆在第一位，县教育局为牵头单位。", False),
        ("“单位”栏中，排在最前的为主办单位，其他为协办单位", True),
        ("任务后所列单位，第一个为牵头单位，其余为责任单位。", True),
        ("各项任务由排在首位的单位牵头", True),
        ("首位单位牵头", True),
        ("首家单位负责牵头，其余配合", True),
        ("责任单位列第一的，即为主责单位", True),
        ("排名靠前的为牵头科室", True),
        ("居首位的单位系牵头单位", True),
        ("牵头单位排在首位", True),
        ("牵头单位（列首位）", True),
        ("几个单位共同承担的，列在前面的单位负总责。", True),
        ("列前的单位负主责，其他单位协助", True),
        ("排在最前面的部门主抓", True),
        ("首位单位承担牵头责任", True),
        ("排名第一的单位牵头抓总", True),
        ("以列在最前的单位为主负责", True),
        ("第一个单位为主办理", True),
        ("各牵头单位为第一责任主体，主要负责人为第一责任人", False),
        ("牵头单位为第一责任单位，要倒排时间", False),
        ("党政一把手负总责，县教育局牵头", False),
        ("省负总责，市县抓落实", False),
        ("力争排名列前三，县教育局负总责", False),
        ("列首位的乡镇予以奖励。县教育局为牵头单位。", False),
        ("主要负责同志为第一责任人，县教育局为牵头单位", False),
        ("第一季度由县教育局牵头，县民政局为牵头单位", False),
        ("牵头单位要把这项工作放在首位", False),
        ("坚持质量第一，部门牵头", False),
        ("第一批单位牵头开展试点", False),
        ("第一批试点学校为县一中。", False),
        ("牵头单位为县教育局。", False),
        ("", False),
    ],
)
def test_a_document_says_that_the_first_unit_leads(text: str, holds: bool) -> None:
    assert first_listed_leads(text) is holds


@pytest.mark.parametrize(
    ("inside", "wanted"),
    [
        ("县教育局、县人社局、县财政局", who(lead="县教育局", participate="县人社局 县财政局")),
        ("责任单位：县教育局、各乡镇", who(lead="县教育局", participate="各乡镇")),
        ("县教育局负责", who(lead="县教育局")),
        ("县教育局负责，县人社局配合", who(lead="县教育局", participate="县人社局")),
        # a lead that is named stays the lead
        ("县人社局、县教育局牵头，县财政局配合", who(lead="县人社局 县教育局", participate="县财政局")),
        ("配合单位：县教育局、县人社局", who(participate="县教育局 县人社局")),
    ],
)
def test_the_first_responsible_unit_leads(inside: str, wanted: Who) -> None:
    statement = read_bracket(inside, 0, len(inside))
    assert statement is not None
    assert claimed(apply_first_listed(statement.claims)) == wanted


def test_persons_are_not_counted() -> None:
    inside = "责任领导：何小川；责任单位：县教育局、县人社局"
    statement = read_bracket(inside, 0, len(inside))
    assert statement is not None
    changed = apply_first_listed(statement.claims)
    assert claimed(c for c in changed if not c.person) == who(lead="县教育局", participate="县人社局")
    assert [c.mention.name for c in changed if c.person] == ["何小川"]


def test_beside_a_named_lead_the_rest_stays_as_it_is() -> None:
    inside = "县人社局牵头，县教育局配合"
    statement = read_bracket(inside, 0, len(inside))
    assert statement is not None
    lead, other = statement.claims
    claims = [lead, other._replace(role="responsible")]
    assert apply_first_listed(claims) == claims


def test_nothing_is_made_of_nothing() -> None:
    assert apply_first_listed([]) == []


ITEMS = """一、改革任务
1.推行轮岗。（县教育局、县人社局）
2.建设水厂。（责任单位：县水利局、各乡镇）
3.整治河道。（县生态环境局牵头，县水利局配合）
"""


@pytest.mark.parametrize("note", ["（列首位的为牵头单位，下同）", "责任单位中排在第一位的为牵头单位。"])
def test_the_rule_holds_for_the_whole_plan(note: str) -> None:
    assert by_number(f"{note}\n{ITEMS}") == {
        "1": who(lead="县教育局", participate="县人社局"),
        "2": who(lead="县水利局", participate="各乡镇"),
        "3": who(lead="县生态环境局", participate="县水利局"),
    }


@pytest.mark.parametrize(
    ("note", "second"),
    [("；首位单位牵头", False), ("。列首位的为牵头单位，下同", True)],
)
def test_a_note_in_a_later_statement_holds_for_it_alone(note: str, second: bool) -> None:
    text = (
        "一、任务\n1.推行轮岗。（责任单位：县教育局、县人社局）\n"
        f"2.建设水厂。（责任单位：县水利局、各乡镇{note}）\n"
    )
    lead, flat = who(lead="县教育局", participate="县人社局"), who(responsible="县教育局 县人社局")
    assert by_number(text) == {
        "1": lead if second else flat,
        "2": who(lead="县水利局", participate="各乡镇"),
    }


def test_without_the_rule_lists_are_flat() -> None:
    assert by_number(ITEMS) == {
        "1": who(responsible="县教育局 县人社局"),
        "2": who(responsible="县水利局 各乡镇"),
        "3": who(lead="县生态环境局", participate="县水利局"),
    }


def test_the_rule_holds_for_tables() -> None:
    table = "序号\t任务\t责任单位\n1\t推行轮岗\t县教育局、县人社局\n2\t建设水厂\t县水利局\n"
    assert by_number(f"责任单位中排在第一位的为牵头单位。\n{table}") == {
        "1": who(lead="县教育局", participate="县人社局"),
        "2": who(lead="县水利局"),
    }
    assert by_number(table)["1"] == who(responsible="县教育局 县人社局")


@pytest.mark.parametrize(
    "field",
    [
        "责任单位：县教育局、县人社局（列首位者为工作牵头单位，下同）",
        "责任单位：县教育局、县人社局(列首位的为牵头单位)",
        "责任单位（列首位的为牵头单位，下同）：县教育局、县人社局",
        "责任单位(列首位的为牵头单位，下同):县教育局、县人社局",
        "责任单位：（列首位的为牵头单位，下同）县教育局、县人社局",
        "责任单位：县教育局、县人社局。注：列首位的为牵头单位，下同",
    ],
)
def test_a_note_leaves_the_list_beside_it_whole(field: str) -> None:
    assert by_number(
        f"一、改革任务\n1.推行轮岗。\n{field}\n2.改造校舍。\n责任单位：县住建局、县教育局\n"
    ) == {
        "1": who(lead="县教育局", participate="县人社局"),
        "2": who(lead="县住建局", participate="县教育局"),
    }
