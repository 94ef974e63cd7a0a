import pytest

from ingest.repair import markdown
from ingest.repair.edits import apply

CASES = [
    ("# 工作方案", "工作方案"),
    ("### 一、总体要求", "一、总体要求"),
    ("（**牵头单位：区司法局**）", "（牵头单位：区司法局）"),
    ("**（牵头单位：区司法局）**和**重点**", "（牵头单位：区司法局）和重点"),
    ("| 县甲局<br>县乙局<BR/>县丙局 |", "| 县甲局\n县乙局\n县丙局 |"),
    ("- 附件：1. 分工表\n* 第二项", "附件：1. 分工表\n第二项"),
    (r"1\. 健全机制\_二", "1. 健全机制_二"),
    # what looks alike
    ("出台******实施意见，201*年完成", "出台******实施意见，201*年完成"),
    ("| 1 | 任务 | 区教育局 |\n| --- | --- | --- |", "| 1 | 任务 | 区教育局 |\n| --- | --- | --- |"),
    ("- - -\n#号楼、C#语言、3 * 4", "- - -\n#号楼、C#语言、3 * 4"),
    ("负责人-张三", "负责人-张三"),
    ("**没有结尾", "**没有结尾"),
    (r"路径 C:\数据", r"路径 C:\数据"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_marks_go_and_masks_and_tables_stay(text: str, expected: str) -> None:
    assert apply(text, markdown.find(text)) == expected
