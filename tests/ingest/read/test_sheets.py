"""Spreadsheets and tables as text: cells with their addresses, tables as their readers see them."""

import io
import zipfile
from datetime import date, datetime

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from ingest.read.model import Content, UnreadableError
from ingest.read.sheet_layout import address
from ingest.read.sheets import read
from tests.ingest.read.packages import relationships, workbook, zipped

HEADER = ("序号", "改革任务", "责任单位")


def saved(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def sheet_of(
    *rows: tuple[object, ...], first: int = 1, column: int = 1
) -> tuple[openpyxl.Workbook, Worksheet]:
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for n, row in enumerate(rows):
        for m, value in enumerate(row):
            sheet.cell(first + n, column + m, value)
    return book, sheet


def text(*rows: tuple[object, ...], merge: str = "", first: int = 1, column: int = 1) -> str:
    book, sheet = sheet_of(*rows, first=first, column=column)
    for area in merge.split():
        sheet.merge_cells(area)
    return read(saved(book), "xlsx").text


def codes(content: Content) -> list[str]:
    return [flaw.code for flaw in content.flaws]


SHEETS = [
    (
        "a plain table",
        [HEADER, (1, "登记", "甲局"), (2, "发证", "乙局")],
        "",
        "| 序号 | 改革任务 | 责任单位 |\n| 1 | 登记 | 甲局 |\n| 2 | 发证 | 乙局 |\n",
    ),
    (
        "a merged title, a header of two rows, merged rows",
        [
            ("清溪区改革任务分工表",),
            ("序号", "改革任务", "责任单位"),
            (None, None, "牵头\n单位", "配合\n单位"),
            ("一、经济",),
            (1, "登记", "甲局", "乙局\n丙局"),
            (2, "发证", None, "丁局"),
        ],
        "A1:D1 A2:A3 B2:B3 C2:D2 A4:D4 C5:C6",
        "清溪区改革任务分工表\n| 序号 | 改革任务 | 责任单位 | |\n| 〃 | 〃 | 牵头单位 | 配合单位 |\n"
        "| 一、经济 | | | |\n| 1 | 登记 | 甲局 | 乙局\n丙局 |\n| 2 | 发证 | 〃 | 丁局 |\n",
    ),
    (
        "a title that is not merged, notes above and below",
        [
            ("清溪区改革任务分工表",),
            ("填报单位：改革办", None, None, "3月"),
            (*HEADER, "时限"),
            (1, "登记", "甲局", "6月"),
            ("备注：排第一位的为牵头单位。",),
        ],
        "",
        "清溪区改革任务分工表\n填报单位：改革办\n3月\n| 序号 | 改革任务 | 责任单位 | 时限 |\n"
        "| 1 | 登记 | 甲局 | 6月 |\n备注：排第一位的为牵头单位。\n",
    ),
    (
        "section rows and empty cells stay in the table",
        [HEADER, ("一、经济", None, None), (1, "登记", None), (None, "发证", None), (2, "缴税", "丙局")],
        "",
        "| 序号 | 改革任务 | 责任单位 |\n| 一、经济 |  |  |\n| 1 | 登记 |  |\n"
        "|  | 发证 |  |\n| 2 | 缴税 | 丙局 |\n",
    ),
    (
        "numbers of rows that nobody filled",
        [HEADER, (1, "登记", "甲局"), (2, None, None)],
        "",
        "| 序号 | 改革任务 | 责任单位 |\n| 1 | 登记 | 甲局 |\n| 2 |  |  |\n",
    ),
    (
        "text in one column",
        [("清溪区改革要点",), (None,), ("一、经济\n（一）登记",), ("由甲局牵头。",)],
        "",
        "清溪区改革要点\n\n一、经济\n（一）登记\n由甲局牵头。\n",
    ),
    (
        "text, a table, text, a table",
        [
            ("要点",),
            ("甲", "乙", "丙"),
            ("1", "2", "3"),
            ("第一段",),
            ("第二段",),
            ("第三段",),
            ("丁", "戊", "己"),
            ("4", "5", "6"),
        ],
        "",
        "要点\n| 甲 | 乙 | 丙 |\n| 1 | 2 | 3 |\n第一段\n第二段\n第三段\n| 丁 | 戊 | 己 |\n| 4 | 5 | 6 |\n",
    ),
    (
        "two tables with a gap",
        [
            HEADER,
            (1, "登记", "甲局"),
            (None,),
            ("附表二",),
            ("序号", "任务\n名称", "单位"),
            (1, "发证", "乙局"),
        ],
        "",
        "| 序号 | 改革任务 | 责任单位 |\n| 1 | 登记 | 甲局 |\n\n附表二\n"
        "| 序号 | 任务名称 | 单位 |\n| 1 | 发证 | 乙局 |\n",
    ),
    (
        "empty rows and columns inside go",
        [("序号", None, "任务", "单位"), (None,), (1, None, "登记", "甲局")],
        "",
        "| 序号 | 任务 | 单位 |\n| 1 | 登记 | 甲局 |\n",
    ),
    (
        "a merged area without text",
        [HEADER, (1, "登记", None)],
        "C2:C3",
        "| 序号 | 改革任务 | 责任单位 |\n| 1 | 登记 |  |\n",
    ),
    ("signs", [("a|b", "丙"), ("甲\t乙", "丁")], "", "| a∣b | 丙 |\n| 甲 乙 | 丁 |\n"),
    ("nothing", [], "", ""),
]


@pytest.mark.parametrize(
    ("rows", "merge", "wanted"), [case[1:] for case in SHEETS], ids=[case[0] for case in SHEETS]
)
def test_sheets(rows: list[tuple[object, ...]], merge: str, wanted: str) -> None:
    assert text(*rows, merge=merge) == wanted


def test_every_cell_knows_its_place() -> None:
    book, sheet = sheet_of(("任务表", None, None), HEADER, (1, "登记", "甲局\n乙局"), first=3, column=2)
    sheet.title = "分工"
    sheet.merge_cells("B3:D3")
    content = read(saved(book), "xlsx")
    starts = [place.start for place in content.places] + [len(content.text)]
    pieces = {
        place.cell: content.text[start:end].strip(" |\n")
        for place, start, end in zip(content.places, starts, starts[1:], strict=False)
    }
    assert pieces == {
        None: "分工",
        "B3": "任务表",
        "B4": "序号",
        "C4": "改革任务",
        "D4": "责任单位",
        "B5": "1",
        "C5": "登记",
        "D5": "甲局\n乙局",
    }
    assert {place.sheet for place in content.places} == {"分工"}


NAMES = [
    ("任务分工", "任务分工\n甲\n"),
    ("Sheet1", "甲\n"),
    ("sheet 2", "甲\n"),
    ("工作表1", "甲\n"),
    ("Sheet1 (2)", "甲\n"),
]


@pytest.mark.parametrize(("name", "wanted"), NAMES)
def test_a_name_that_somebody_gave_is_a_line(name: str, wanted: str) -> None:
    book, sheet = sheet_of(("甲",))
    sheet.title = name
    assert read(saved(book), "xlsx").text == wanted


def test_a_name_that_the_title_says_is_not_said_twice() -> None:
    book, sheet = sheet_of(("清溪区任务分工表",))
    sheet.title = "任务分工表"
    assert read(saved(book), "xlsx").text == "清溪区任务分工表\n"


def test_several_sheets_and_hidden_ones() -> None:
    book, sheet = sheet_of(("甲",))
    sheet.title = "经济"
    for name, state in (("社会", "visible"), ("空", "visible"), ("选项", "hidden"), ("旧稿", "veryHidden")):
        other = book.create_sheet(name)
        other.sheet_state = state
        if name != "空":
            other["A1"] = name[0] + "文"
    content = read(saved(book), "xlsx")
    assert content.text == "经济\n甲\n社会\n社文\n"
    assert codes(content) == ["hidden-sheet"]
    assert "选项, 旧稿" in content.flaws[0].found


def test_hidden_rows_and_columns_are_read_and_said() -> None:
    book, sheet = sheet_of(HEADER, (1, "登记", "甲局"))
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["C"].hidden = True
    sheet.column_dimensions["Z"].hidden = True
    content = read(saved(book), "xlsx")
    assert content.text == "| 序号 | 改革任务 | 责任单位 |\n| 1 | 登记 | 甲局 |\n"
    assert [flaw.found.split(",")[0] for flaw in content.flaws] == ["1 hidden rows", "1 hidden columns"]


VALUES = [
    (3, "General", "3"),
    (3.0, "General", "3"),
    (0.1 + 0.2, "General", "0.3"),
    (110101199001011, "0", "110101199001011"),
    (0.85, "0%", "85%"),
    (0.8512, "0.0%", "85.1%"),
    (0.125, "0.00", "0.13"),
    (1234567.891, "#,##0.00", "1,234,567.89"),
    (5, "000", "005"),
    (12, '0"万元"', "12万元"),
    (-3, r"0.00_);[Red]\(0.00\)", "(3.00)"),
    (0, '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"??_ ;_ @_ ', "-"),
    (7, '[DBNum1][$-804]General"、"', "七、"),
    (5, "[<10]0.0;0", "5"),
    (0.5, "# ?/?", "0.5"),
    (12345, "0.00E+00", "1.23E+4"),
    (True, "General", "TRUE"),
    (date(2021, 6, 30), 'yyyy"年"m"月"', "2021年6月"),
    (date(2021, 6, 30), 'yyyy"年"m"月"d"日"', "2021年6月30日"),
    (date(2021, 6, 30), "yyyy-mm-dd", "2021-06-30"),
    (date(2021, 6, 30), "mm-dd-yy", "2021/6/30"),
    (date(2021, 6, 30), "mmm-yy", "2021年6月"),
    (date(2021, 6, 30), "d-mmm-yy", "2021年6月30日"),
    (date(2021, 6, 30), '[DBNum1][$-804]yyyy"年"m"月"d"日";@', "二〇二一年六月三十日"),
    (date(2021, 6, 30), "[$-804]aaaa", "星期三"),
    (datetime(2021, 6, 30, 14, 5), "yyyy/m/d h:mm", "2021/6/30 14:05"),
    (datetime(2021, 6, 30, 14, 5), '上午/下午h"时"mm"分"', "下午2时05分"),
    (date(1900, 1, 5), "yyyy-mm-dd", "1900-01-05"),
]


@pytest.mark.parametrize(("value", "form", "wanted"), VALUES)
def test_numbers_and_dates_as_a_cell_shows_them(value: object, form: str, wanted: str) -> None:
    book, sheet = sheet_of((value,))
    sheet["A1"].number_format = form
    assert read(saved(book), "xlsx").text == f"{wanted}\n"


CELLS = '<sheetData><row r="1">{}</row></sheetData>'
RAW = [
    ("rich text", '<c r="A1" t="inlineStr"><is><r><t>甲</t></r><r><t>局</t></r></is></c>', "甲局\n"),
    ("reading aid", '<c r="A1" t="inlineStr"><is><t>改</t><rPh><t>gai</t></rPh></is></c>', "改\n"),
    ("escaped sign", '<c r="A1" t="inlineStr"><is><t>甲_x000D_\n乙</t></is></c>', "甲\n乙\n"),
    ("no address", '<c t="str"><v>甲</v></c><c t="str"><v>乙</v></c>', "甲\n乙\n"),
    (
        "a shared string that is not there",
        '<c r="A1" t="s"><v>7</v></c><c r="B1" t="str"><v>甲</v></c>',
        "甲\n",
    ),
    ("a date as text", '<c r="A1" t="d"><v>2021-06-30</v></c>', "2021-06-30\n"),
    ("no number", '<c r="A1"><v>NaN</v></c>', "NaN\n"),
    ("a style that is not there", '<c r="A1" s="99"><v>4</v></c>', "4\n"),
    ("a format of Chinese Excel by its number", '<c r="A1" s="1"><v>44377</v></c>', "2021年6月\n"),
    ("a hidden value", '<c r="A1" s="2"><v>5</v></c><c r="B1"><v>6</v></c>', "6\n"),
]
STYLES = (
    '<numFmts><numFmt numFmtId="170" formatCode=";;;"/></numFmts>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="57"/><xf numFmtId="170"/></cellXfs>'
)


@pytest.mark.parametrize(("cells", "wanted"), [case[1:] for case in RAW], ids=[case[0] for case in RAW])
def test_cells_of_other_writers(cells: str, wanted: str) -> None:
    data = workbook({"Sheet1": CELLS.format(cells)}, styles=STYLES)
    assert read(data, "xlsx").text.replace("| 甲 | 乙 |", "甲\n乙") == wanted


def test_formulas_show_their_last_value_and_those_without_are_named() -> None:
    cells = (
        '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>A1</f></c>'
        '<c r="C1" t="str"><f>"甲"</f><v>甲</v></c><c r="D1" t="e"><f>A0</f><v>#REF!</v></c>'
    )
    content = read(workbook({"分工": CELLS.format(cells)}), "xlsx")
    assert content.text == "分工\n| 2 | 甲 | #REF! |\n"
    assert codes(content) == ["formula-without-value", "cell-error"]
    assert "分工!B1" in content.flaws[0].found


def test_dates_that_count_from_1904() -> None:
    book, sheet = sheet_of((date(2021, 6, 30),))
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    sheet["A1"].number_format = "yyyy-mm-dd"
    assert read(saved(book), "xlsx").text == "2021-06-30\n"


def test_text_in_boxes_is_read() -> None:
    anchor = (
        "<xdr:twoCellAnchor><xdr:from><xdr:row>{}</xdr:row></xdr:from><xdr:sp><xdr:txBody>"
        "<a:p><a:r><a:t>{}</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:twoCellAnchor>"
    )
    names = 'xmlns:xdr="http://drawing" xmlns:a="http://main"'
    data = drawn_over(
        f"<xdr:wsDr {names}>{anchor.format(9, '附注')}{anchor.format(0, '任务分工表')}</xdr:wsDr>"
    )
    assert read(data, "xlsx").text == "任务分工表\n甲\n附注\n"


def drawn_over(drawing: str) -> bytes:
    data = workbook({"Sheet1": CELLS.format('<c r="A1" t="str"><v>甲</v></c>')})
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts: dict[str, str | bytes] = {name: package.read(name) for name in package.namelist()}
    parts["xl/worksheets/_rels/sheet1.xml.rels"] = relationships(("drawing", "../drawings/d.xml"))
    parts["xl/drawings/d.xml"] = drawing
    return zipped(parts)


def test_macros_are_not_run_but_said() -> None:
    data = io.BytesIO(workbook({"Sheet1": CELLS.format('<c r="A1" t="str"><v>甲</v></c>')}))
    with zipfile.ZipFile(data, "a") as package:
        package.writestr("xl/vbaProject.bin", b"\xd0\xcf")
    content = read(data.getvalue(), "xlsx")
    assert content.text == "甲\n"
    assert codes(content) == ["macros-ignored"]


def rows_of(count: int, cells: str = "") -> str:
    return "".join(f'<row r="{n}" s="1" customFormat="1">{cells}</row>' for n in range(2, count))


ROOMY = [
    ("a million declared rows", '<dimension ref="A1:XFD1048576"/>' + CELLS.format('<c r="A1"><v>1</v></c>')),
    (
        "many empty rows",
        f'<sheetData><row r="1"><c r="A1"><v>1</v></c></row>{rows_of(100_000, "<c/>")}</sheetData>',
    ),
    (
        "all cells merged",
        CELLS.format('<c r="A1"><v>1</v></c>') + '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
    ),
    (
        "areas that are none",
        CELLS.format('<c r="A1"><v>1</v></c>')
        + '<mergeCells><mergeCell ref="A1:"/><mergeCell/></mergeCells>',
    ),
]


@pytest.mark.parametrize("xml", [case[1] for case in ROOMY], ids=[case[0] for case in ROOMY])
def test_empty_room_takes_no_room(xml: str) -> None:
    assert read(workbook({"Sheet1": xml}), "xlsx").text == "1\n"


def test_the_far_corner_costs_nothing() -> None:
    last = '<row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    xml = f'<sheetData><row r="1"><c r="A1"><v>1</v></c></row>{last}</sheetData>'
    content = read(workbook({"Sheet1": xml}), "xlsx")
    assert content.text == "1\n\n\n2\n"
    assert content.places[-1].cell == "XFD1048576"


def test_areas_that_overlap_lose_nothing() -> None:
    xml = (
        '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row></sheetData>'
        '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="B1:C1"/></mergeCells>'
    )
    assert read(workbook({"Sheet1": xml}), "xlsx").text == "| 1 | 2 |\n"


def test_a_damaged_sheet_is_read_up_to_the_damage() -> None:
    xml = '<sheetData><row r="1"><c r="A1" t="str"><v>甲</v></c></row><row r="2"><c <'
    content = read(workbook({"Sheet1": xml}), "xlsx")
    assert content.text == "甲\n"
    assert codes(content) == ["damaged-part"]


DIAGONAL = "".join(f'<row r="{n}"><c r="{address(n, n)}"><v>1</v></c></row>' for n in range(1, 1800))
GOOD = workbook({"Sheet1": CELLS.format('<c r="A1" t="str"><v>甲</v></c>')})
BAD = [
    ("no archive", b"PK\x03\x04 and nothing", "damaged-file"),
    ("cut short", GOOD[:-30], "damaged-file"),
    ("no workbook", zipped({"xl/other.xml": "<a/>"}), "damaged-file"),
    ("a binary workbook", zipped({"xl/workbook.bin": b"\x83\x01"}), "unsupported-format"),
    (
        "an entity bomb",
        zipped({"xl/workbook.xml": "<!DOCTYPE a [<!ENTITY a 'b'>]><workbook/>"}),
        "unsafe-xml",
    ),
    ("cells far apart", workbook({"Sheet1": f"<sheetData>{DIAGONAL}</sheetData>"}), "too-large"),
]


@pytest.mark.parametrize(("data", "wanted"), [case[1:] for case in BAD], ids=[case[0] for case in BAD])
def test_bad_workbooks_give_one_clear_issue(data: bytes, wanted: str) -> None:
    with pytest.raises(UnreadableError) as raised:
        read(data, "xlsx")
    assert raised.value.code == wanted
