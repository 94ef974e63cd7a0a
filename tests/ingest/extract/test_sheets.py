"""Project sheets: the head names the project, the fields below are about it."""

import pytest

from tests.ingest.extract.factory import by_number, read, who

FIELDS = "项目内容：\n改造12处，惠及三千户。\n责任单位：\n县住建局、县城管局\n"
MORE = "项目内容：新建1个。\n牵头单位：县文旅局\n责任单位：县财政局\n完成时限：年底前\n"
BOTH = who(responsible="县住建局 县城管局")
LED = who(lead="县文旅局", participate="县财政局")


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (f"01 项目名称：改造小区\n{FIELDS}02 项目名称：建设书房\n{MORE}", ["01", "02"]),
        (f"01项目名称：改造小区\n{FIELDS}02项目名称：建设书房\n{MORE}", ["01", "02"]),
        (f"项目名称：改造小区\n{FIELDS}\n项目名称：建设书房\n{MORE}", ["改造小区", "建设书房"]),
        (f"一、民生\n任务名称：改造小区\n{FIELDS}任务名称:建设书房\n{MORE}", ["改造小区", "建设书房"]),
    ],
)
def test_each_sheet_is_an_item(text: str, numbers: list[str]) -> None:
    assert by_number(text) == dict(zip(numbers, (BOTH, LED), strict=True))
    assert [item.title for item in read(text).items] == ["改造小区", "建设书房"]


@pytest.mark.parametrize(
    "text",
    [
        f"1.改造小区\n项目名称：小区甲\n{FIELDS}2.建设书房\n项目名称：书房乙\n{MORE}",
        f"1.项目名称：改造小区\n{FIELDS}2.项目名称：建设书房\n{MORE}",
    ],
)
def test_numbers_come_before_sheets(text: str) -> None:
    assert by_number(text) == {"1": BOTH, "2": LED}
