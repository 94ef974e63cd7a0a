"""Headings that are nothing but units and their charge, and defaults for items that name no lead."""

import pytest

from tests.ingest.extract.factory import Who, by_number, who

ITEMS = """
1.推行轮岗。（县人社局配合）
2.改造校舍。（县住建局负责）
3.扩大学位。（县发改局牵头）
4.开放操场。
"""
NOTHING = {
    "1": who(participate="县人社局"),
    "2": who(responsible="县住建局"),
    "3": who(lead="县发改局"),
    "4": who(),
}


@pytest.mark.parametrize(
    ("heading", "wanted"),
    [
        ("县教育局牵头的任务", who(lead="县教育局")),
        ("由县教育局牵头的任务（4项）", who(lead="县教育局")),
        ("县教育局、县委宣传部牵头负责的重点工作", who(lead="县教育局 县委宣传部")),
        ("县教育局负责推进的事项", who(responsible="县教育局")),
        ("县教育局配合的工作", who(participate="县教育局")),
        ("县教育局（2项）", who(responsible="县教育局")),
        ("县教育局", who(responsible="县教育局")),
        ("各乡镇（街道）落实的任务", who(responsible="各乡镇（街道）")),
        # headings that only hold words like these
        ("坚持党委牵头的工作机制", who()),
        ("改革教育管理体制", who()),
        ("落实各部门责任", who()),
        ("建立部门负责的工作", who()),
        ("加强办公室工作", who()),
        ("建设数字政府", who()),
        ("打造智慧社区", who()),
        ("县建设局", who(responsible="县建设局")),
    ],
)
def test_a_heading_charges_units_with_all_items_below_it(heading: str, wanted: Who) -> None:
    text = f"一、{heading}\n1.推行轮岗。\n2.改造校舍。\n二、其他\n3.开放操场。\n"
    assert by_number(text) == {"1": wanted, "2": wanted, "3": who()}


@pytest.mark.parametrize(
    "words",
    [
        "以下任务未单独列明牵头单位的，均由县教育局牵头。",
        "除注明牵头单位的外，各项任务均由县教育局牵头。",
        "没有标注牵头部门的任务，由县教育局牵头。",
        "牵头单位未注明的，由县教育局牵头。",
    ],
)
def test_who_leads_where_an_item_names_no_lead(words: str) -> None:
    assert by_number(words + ITEMS) == {
        "1": who(lead="县教育局", participate="县人社局"),
        "2": who(lead="县教育局", responsible="县住建局"),
        "3": who(lead="县发改局"),
        "4": who(lead="县教育局"),
    }


def test_who_answers_for_items_that_name_nobody() -> None:
    found = by_number("没有注明责任单位的任务，由县教育局负责。" + ITEMS)
    assert found["2"] == who(responsible="县住建局")
    assert found["3"] == who(lead="县发改局")
    assert found["4"] == who(responsible="县教育局")


@pytest.mark.parametrize(
    "words", ["未尽事宜，由县教育局负责解释。", "除县城外，各乡镇由县教育局牵头。", "未牵头。"]
)
def test_sentences_that_are_no_default(words: str) -> None:
    assert by_number(words + ITEMS) == NOTHING
