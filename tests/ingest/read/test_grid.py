"""Tables as lines of text: what merged cells cover is said, and lines in cells stay."""

import pytest

from ingest.read.grid import Cell, Writer
from ingest.records import Place


def cell(text: str, rows: int = 1, columns: int = 1) -> Cell:
    return Cell(text, rows, columns)


def written(rows: list[list[Cell | None]]) -> list[str]:
    writer = Writer()
    writer.table(rows)
    return writer.text().splitlines()


CASES = [
    ("plain", [[cell("序号"), cell("任务")], [cell("1"), cell("登记")]], ["| 序号 | 任务 |", "| 1 | 登记 |"]),
    (
        "merged down",
        [[cell("序号"), cell("任务")], [cell("1", rows=2), cell("登记")], [None, cell("发证")]],
        ["| 序号 | 任务 |", "| 1 | 登记 |", "| 〃 | 发证 |"],
    ),
    (
        "merged across",
        [[cell("序号"), cell("任务"), cell("单位")], [cell("一、农业", columns=3), None, None]],
        ["| 序号 | 任务 | 单位 |", "| 一、农业 | | |"],
    ),
    (
        "merged both ways",
        [
            [cell("甲"), cell("乙"), cell("丙")],
            [cell("一", rows=2, columns=2), None, cell("1")],
            [None, None, cell("2")],
        ],
        ["| 甲 | 乙 | 丙 |", "| 一 | | 1 |", "| 〃 | 〃 | 2 |"],
    ),
    (
        "a title over the table",
        [[cell("任务分工表", columns=2), None], [cell("任务"), cell("单位")]],
        ["任务分工表", "| 任务 | 单位 |"],
    ),
    ("one column", [[cell("第一段")], [cell("第二段\n第三段")]], ["第一段", "第二段", "第三段"]),
    (
        "lines in cells",
        [[cell("工作\n任务"), cell("责任\n单位")], [cell("登记"), cell("县甲局\n\n县乙局")]],
        ["| 工作任务 | 责任单位 |", "| 登记 | 县甲局", "县乙局 |"],
    ),
    (
        "a header of two rows",
        [
            [cell("任务", rows=2), cell("责任单位", columns=2), None],
            [None, cell("牵头\n单位"), cell("配合\n单位")],
            [cell("登记"), cell("县甲局"), cell("县乙局")],
        ],
        ["| 任务 | 责任单位 | |", "| 〃 | 牵头单位 | 配合单位 |", "| 登记 | 县甲局 | 县乙局 |"],
    ),
    (
        "a first row that is no header",
        [[cell("清理规范行政审批中介服务事项，公布保留的目录"), cell("县甲局\n县乙局")]],
        ["| 清理规范行政审批中介服务事项，公布保留的目录 | 县甲局", "县乙局 |"],
    ),
    (
        "a title over two rows",
        [[cell("任务分工表", rows=2, columns=2), None], [None, None], [cell("任务"), cell("单位")]],
        ["任务分工表", "| 任务 | 单位 |"],
    ),
    ("a bar in a cell", [[cell("a|b"), cell("c")]], ["| a∣b | c |"]),
    ("a tab in a cell", [[cell("a\tb"), cell("c")]], ["| a b | c |"]),
    ("cells over all rows", [[cell("甲", rows=2), cell("乙", rows=2)], [None, None]], ["| 甲 | 乙 |"]),
    ("nothing", [], []),
]


@pytest.mark.parametrize(("rows", "wanted"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_tables(rows: list[list[Cell | None]], wanted: list[str]) -> None:
    assert written(rows) == wanted


def test_places_begin_with_the_text_of_their_cell() -> None:
    writer = Writer()
    writer.line("标题", Place(0, sheet="表", cell="A1"))
    writer.table([[Cell("任务", place=Place(0, cell="A2")), Cell("单位", place=Place(0, cell="B2"))]])
    text = writer.text()
    assert [(text[p.start :][:2], p.cell) for p in writer.places()] == [
        ("标题", "A1"),
        ("任务", "A2"),
        ("单位", "B2"),
    ]
