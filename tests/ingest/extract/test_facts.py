"""Tables of facts: roles as somebody has coded them, with the cells that say so."""

import pytest

from ingest.extract import coded_items, is_facts, read_facts
from ingest.records import Item

TABLE = """| plan | district | year | number | item | role | unit | deadline |
| 青河区改革要点 | 青河区 | 2019 | 1 | 推进登记改革 | 牵头 | 区农业农村局 | 6月底 |
| 青河区改革要点 | 青河区 | 2019 | 2 | 整治河道 | lead | 区水利局 |  |
| 青河区改革要点 | 青河区 | 2019 | 1 | 推进登记改革 | participate | 各镇 |  |
| 白山县改革要点 | 白山县 |  | 1 | 推进登记改革 | 责任单位 | 县林业局 |  |
"""


def items(text: str) -> list[tuple[str, ...]]:
    plans, _ = read_facts(text)
    return [(item.title, *roles(item)) for plan in plans for item in coded_items(plan, plan.title)]


def roles(item: Item) -> list[str]:
    return [f"{role.role} {role.mention} {role.kind}" for role in item.roles]


def test_rows_of_one_item_are_one_item_wherever_they_stand() -> None:
    assert items(TABLE) == [
        ("推进登记改革", "lead 区农业农村局 unit", "participate 各镇 collective"),
        ("整治河道", "lead 区水利局 unit"),
        ("推进登记改革", "responsible 县林业局 unit"),
    ]


def test_what_the_table_says_of_a_plan_is_kept() -> None:
    first, second = read_facts(TABLE)[0]
    assert (first.title, first.district, first.year) == ("青河区改革要点", "青河区", 2019)
    assert (second.district, second.year) == ("白山县", None)
    (item, _) = coded_items(first, "x")
    assert item.deadline is not None
    assert item.deadline.date == "2019-06-30"


def test_evidence_is_exact() -> None:
    for plan in read_facts(TABLE)[0]:
        for item in coded_items(plan, "x"):
            for role in item.roles:
                evidence = role.evidence
                assert plan.text[evidence.start : evidence.end] == evidence.text == role.surface
                assert role.confidence == 1.0


def test_quoted_words_are_the_evidence() -> None:
    text = "| 计划 | 事项 | 角色 | 单位 | 原文 |\n| 甲 | 登记 | 牵头 | 区甲局 | 由区甲局牵头\n抓好落实 |\n"
    ((plan,), _) = read_facts(text)
    (item,) = coded_items(plan, "x")
    assert item.roles[0].evidence.text == "由区甲局牵头\n抓好落实"


@pytest.mark.parametrize(
    ("row", "wanted"),
    [
        ("| 甲 | 登记 | 牵头 |  |", "a filled column unit"),
        ("|  | 登记 | 牵头 |  |", "a filled column plan、unit"),
        ("| 甲 | 登记 | 主持 | 区甲局 |", "lead, participate or responsible, or a word for them"),
    ],
)
def test_a_row_that_says_too_little_is_a_note_and_the_rest_goes_on(row: str, wanted: str) -> None:
    text = f"| 计划 | 事项 | 角色 | 单位 |\n{row}\n| 甲 | 登记 | 牵头 | 区乙局 |\n"
    _, (note,) = read_facts(text)
    assert (note.code, note.expected, text[note.start : note.end]) == ("bad-fact", wanted, row)
    assert items(text) == [("登记", "lead 区乙局 unit")]


@pytest.mark.parametrize(
    ("header", "wanted"),
    [
        ("| plan | item | role | unit |", True),
        ("| Plan | ITEM | Role | Unit | 备注 |", True),
        ("| 方案 | 任务 | 职责 | 部门 |", True),
        ("| 序号 | 任务 | 牵头单位 | 配合单位 |", False),
        ("| 任务 | 职责 | 部门 |", False),
        ("2019年改革工作要点", False),
        ("", False),
    ],
)
def test_only_a_header_that_names_all_four_makes_facts(header: str, *, wanted: bool) -> None:
    assert is_facts(f"{header}\n| 1 | 2 | 3 | 4 |") is wanted
