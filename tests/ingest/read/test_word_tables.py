"""Tables of Word: merged cells, borders that are a little off, tables that only lay out."""

import pytest

from ingest.read.word import read
from tests.ingest.read.packages import LINES, docx, p, tbl, tc, tr


def text(data: bytes) -> str:
    return read(data, "docx").text


MERGED_DOWN = '<w:vMerge w:val="restart"/>'
TABLES = [
    (
        "merged both ways",
        tbl(
            tr(tc("序号", MERGED_DOWN), tc("任务", MERGED_DOWN), tc("责任单位", '<w:gridSpan w:val="2"/>')),
            tr(tc("", "<w:vMerge/>"), tc("", "<w:vMerge/>"), tc("牵头"), tc("配合")),
            tr(tc("1"), tc("登记"), tc("甲局"), tc("乙局")),
            tr(tc("一、农业", '<w:gridSpan w:val="4"/>')),
            tr(tc("2"), tc("灌溉"), tc("丙局"), tc("")),
        ),
        "| 序号 | 任务 | 责任单位 | |\n| 〃 | 〃 | 牵头 | 配合 |\n| 1 | 登记 | 甲局 | 乙局 |\n"
        "| 一、农业 | | | |\n| 2 | 灌溉 | 丙局 |  |\n",
    ),
    (
        "borders dragged by hand",
        tbl(
            tr(tc("序号"), tc("任务", '<w:gridSpan w:val="2"/>'), tc("单位")),
            tr(tc("1"), tc("登记"), tc("甲局", '<w:gridSpan w:val="2"/>')),
            grid='<w:gridCol w:w="900"/><w:gridCol w:w="4000"/><w:gridCol w:w="150"/><w:gridCol w:w="3000"/>',
        ),
        "| 序号 | 任务 | 单位 |\n| 1 | 登记 | 甲局 |\n",
    ),
    (
        "a narrow column that has cells stays",
        tbl(
            tr(tc("序号"), tc("★"), tc("单位")),
            tr(tc("1"), tc(""), tc("甲局")),
            grid='<w:gridCol w:w="900"/><w:gridCol w:w="200"/><w:gridCol w:w="3000"/>',
        ),
        "| 序号 | ★ | 单位 |\n| 1 |  | 甲局 |\n",
    ),
    (
        "columns left out at the start",
        tbl(
            tr(tc("序号"), tc("任务"), tc("单位")),
            tr(tc("登记"), tc("甲局"), properties='<w:gridBefore w:val="1"/>'),
        ),
        "| 序号 | 任务 | 单位 |\n| | 登记 | 甲局 |\n",
    ),
    (
        "goes on with no cell above",
        tbl(tr(tc("序号", "<w:vMerge/>"), tc("任务"), tc("单位")), tr(tc("1"), tc("登记"), tc("甲局"))),
        "| 序号 | 任务 | 单位 |\n| 1 | 登记 | 甲局 |\n",
    ),
    (
        "hidden words of a merged cell",
        tbl(
            tr(tc("序号"), tc("任务"), tc("单位")),
            tr(tc("1"), tc("登记"), tc("甲局", MERGED_DOWN)),
            tr(tc("2"), tc("发证"), tc("甲局", "<w:vMerge/>")),
        ),
        "| 序号 | 任务 | 单位 |\n| 1 | 登记 | 甲局 |\n| 2 | 发证 | 〃 |\n",
    ),
    (
        "a deleted row",
        tbl(
            tr(tc("任务"), tc("单位"), tc("时限")),
            tr(tc("旧"), tc("甲"), tc(""), properties="<w:del/>"),
            tr(tc("登记"), tc("乙局"), tc("6月")),
        ),
        "| 任务 | 单位 | 时限 |\n| 登记 | 乙局 | 6月 |\n",
    ),
    (
        "rows and cells in controls",
        tbl(
            f"<w:sdt><w:sdtContent>{tr(tc('任务'), tc('单位'), tc('时限'))}</w:sdtContent></w:sdt>",
            tr(f"<w:sdt><w:sdtContent>{tc('登记')}</w:sdtContent></w:sdt>", tc("甲局"), tc("6月")),
        ),
        "| 任务 | 单位 | 时限 |\n| 登记 | 甲局 | 6月 |\n",
    ),
    (
        "paragraphs in a cell",
        tbl(
            tr(tc("任务"), tc("单位"), tc("时限")),
            tr(tc("登记"), tc(p("甲局") + p("") + p("乙局")), tc("6月")),
        ),
        "| 任务 | 单位 | 时限 |\n| 登记 | 甲局\n乙局 | 6月 |\n",
    ),
    (
        "a table in a cell",
        tbl(
            tr(tc("任务"), tc("单位"), tc("时限")),
            tr(tc("推进不动产登记改革"), tc(tbl(tr(tc("甲局"), tc("乙局"))) + p("")), tc("2020年6月底前")),
        ),
        "| 任务 | 单位 | 时限 |\n| 推进不动产登记改革 | 甲局 乙局 | 2020年6月底前 |\n",
    ),
    (
        "a frame around all",
        tbl(tr(tc(p("标题") + p("正文") + tbl(tr(tc("任务"), tc("单位"), tc("时限"))) + p("")))),
        "标题\n正文\n| 任务 | 单位 | 时限 |\n",
    ),
    (
        "a frame beside a table",
        tbl(
            tr(
                tc("左"),
                tc(
                    tbl(tr(tc("任务"), tc("单位"), tc("时限")), tr(tc("登记"), tc("甲局"), tc("6月"))) + p("")
                ),
            )
        ),
        "左\n| 任务 | 单位 | 时限 |\n| 登记 | 甲局 | 6月 |\n",
    ),
    (
        "a letterhead without lines",
        tbl(
            tr(tc("清溪区委办公室"), tc("文件", MERGED_DOWN)),
            tr(tc("清溪区政府办公室"), tc("", "<w:vMerge/>")),
            properties="",
        ),
        "清溪区委办公室\n文件\n清溪区政府办公室\n",
    ),
    (
        "a table without lines",
        tbl(tr(tc("任务"), tc("单位"), tc("时限")), tr(tc("登记"), tc("甲局"), tc("6月")), properties=""),
        "| 任务 | 单位 | 时限 |\n| 登记 | 甲局 | 6月 |\n",
    ),
    ("an empty table", tbl(tr(tc(""), tc(""))) + p("正文"), "正文\n"),
    ("no cells", tbl(tr(), tr()) + p("正文"), "正文\n"),
]


@pytest.mark.parametrize(("body", "wanted"), [case[1:] for case in TABLES], ids=[case[0] for case in TABLES])
def test_tables(body: str, wanted: str) -> None:
    assert text(docx(body)) == wanted


def test_lines_of_a_table_may_come_from_its_style() -> None:
    borders = '<w:tblPr><w:tblBorders><w:insideV w:val="{}"/></w:tblBorders></w:tblPr>'
    styles = (
        f'<w:style w:styleId="Grid">{borders.format("single")}</w:style>'
        '<w:style w:styleId="Own"><w:basedOn w:val="Grid"/></w:style>'
        '<w:style w:styleId="Round"><w:basedOn w:val="Round"/></w:style>'
    )
    rows = tr(tc("牵头"), tc("甲局")), tr(tc("配合"), tc("乙局"))
    for name, wanted in (
        ("Own", "| 牵头 | 甲局 |\n| 配合 | 乙局 |\n"),
        ("Round", "牵头\n甲局\n配合\n乙局\n"),
    ):
        table = tbl(*rows, properties=f'<w:tblPr><w:tblStyle w:val="{name}"/></w:tblPr>')
        assert text(docx(table, styles=styles)) == wanted


def test_a_huge_declared_span_takes_no_room() -> None:
    wide = '<w:gridSpan w:val="10000"/>'
    body = tbl(*(tr(tc(f"{n}", wide), tc("甲局", wide), tc("乙局")) for n in range(500)))
    assert text(docx(body)).count("\n") == 500


def test_rows_with_no_border_in_common_keep_the_order_of_their_cells() -> None:
    rows = (
        tr(*(tc(f"{n}-{m}") for m in range(4)), properties=f'<w:gridBefore w:val="{5 * n}"/>')
        for n in range(190)
    )
    lines = text(docx(tbl(*rows))).splitlines()
    assert [cell for cell in lines[7].replace("|", " ").split() if cell] == ["7-0", "7-1", "7-2", "7-3"]


def test_tables_in_tables_keep_their_text_once() -> None:
    body = f"<w:tbl>{LINES}<w:tr><w:tc>{p('外')}</w:tc><w:tc>" * 30 + p("里") + "</w:tc></w:tr></w:tbl>" * 30
    assert text(docx(body)).count("外") == 30
    assert text(docx(body)).count("里") == 1
