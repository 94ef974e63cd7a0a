"""Automatic numbering: the labels that Word computes stand before their paragraphs."""

import pytest

from ingest.read.numerals import in_format
from ingest.read.word import read
from tests.ingest.read.packages import abstract, docx, instance, level, numbered, p, tbl, tc, tr

NUMERALS = [
    ("decimal", {1: "1", 12: "12"}),
    ("decimalZero", {1: "01", 12: "12"}),
    ("chineseCounting", {1: "一", 10: "十", 11: "十一", 20: "二十", 21: "二十一", 101: "一百〇一"}),
    ("chineseCountingThousand", {19: "十九", 30: "三十", 110: "一百一十", 1001: "一千〇一", 10_000: "10000"}),
    ("ideographDigital", {1: "一", 10: "一〇", 21: "二一", 105: "一〇五"}),
    ("taiwaneseDigital", {10: "一○"}),
    ("japaneseCounting", {1: "一", 10: "十", 100: "百", 101: "百一", 110: "百十"}),
    ("chineseLegalSimplified", {1: "壹", 10: "壹拾", 11: "壹拾壹", 20: "贰拾", 105: "壹佰零伍"}),
    ("ideographLegalTraditional", {2: "貳", 6: "陸"}),
    ("upperRoman", {1: "I", 4: "IV", 9: "IX", 14: "XIV", 40: "XL", 4000: "4000"}),
    ("lowerRoman", {3: "iii"}),
    ("upperLetter", {1: "A", 26: "Z", 27: "AA", 28: "BB"}),
    ("lowerLetter", {2: "b"}),
    ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "㉑", 36: "㊱", 50: "㊿", 51: "51"}),
    ("decimalEnclosedParen", {1: "⑴", 20: "⒇", 21: "21"}),
    ("decimalEnclosedFullstop", {1: "⒈"}),
    ("decimalFullWidth", {10: "１０"}),
    ("ideographTraditional", {1: "甲", 10: "癸", 11: "11"}),
    ("ideographZodiac", {12: "亥"}),
    ("ideographZodiacTraditional", {1: "甲子", 60: "癸亥", 61: "61"}),
    ("numberInDash", {3: "- 3 -"}),
    ("none", {1: ""}),
    ("000", {7: "007"}),
    ("ordinalText", {2: "2"}),
]


@pytest.mark.parametrize(("form", "wanted"), NUMERALS, ids=[form for form, _ in NUMERALS])
def test_numerals(form: str, wanted: dict[int, str]) -> None:
    assert {value: in_format(value, form) for value in wanted} == wanted


def labels(body: str, numbering: str, **parts: str) -> list[str]:
    """The lines of a document, without the letter 文 that stands in each of its paragraphs."""
    lines = read(docx(body, numbering=numbering, **parts), "docx").text.splitlines()
    return [line.removesuffix("文") for line in lines]


def counted(*depths: int | tuple[int, int]) -> str:
    """A paragraph for each level, or (level, list)."""
    pairs = [one if isinstance(one, tuple) else (one, 1) for one in depths]
    return "".join(numbered("文", depth, name) for depth, name in pairs)


PLAN = abstract(
    level(0, "chineseCounting", "%1、"),
    level(1, "chineseCountingThousand", "（%2）"),
    level(2, "decimal", "%3."),
    level(3, "decimalEnclosedCircle", "%4"),
)
ONE = instance(1)
RESTART = '<w:lvlRestart w:val="{}"/>'
START = '<w:lvlOverride w:ilvl="{}"><w:startOverride w:val="{}"/></w:lvlOverride>'
LISTS = [
    (
        "a plan",
        PLAN + ONE,
        counted(0, 1, 2, 2, 3, 1, 2, 0, 1),
        ["一、", "（一）", "1.", "2.", "①", "（二）", "1.", "二、", "（一）"],
    ),
    (
        "numbers of higher levels",
        abstract(level(0, "decimal", "%1"), level(1, "decimal", "%1.%2"), level(2, "upperLetter", "%1.%2.%3"))
        + ONE,
        counted(0, 1, 1, 2, 0, 1),
        ["1 ", "1.1 ", "1.2 ", "1.2.A ", "2 ", "2.1 "],
    ),
    (
        "all in arabic figures",
        abstract(level(0, "chineseCounting", "第%1章"), level(1, "decimal", "%1.%2", "<w:isLgl/>")) + ONE,
        counted(0, 0, 1),
        ["第一章 ", "第二章 ", "2.1 "],
    ),
    (
        "never begins again",
        abstract(
            level(0, "chineseCounting", "%1、"), level(1, "decimal", "%2."), level(2, "decimal", "（%3）")
        ).replace(
            '<w:numFmt w:val="decimal"/><w:lvlText w:val="%2."',
            '<w:numFmt w:val="decimal"/>' + RESTART.format(0) + '<w:lvlText w:val="%2."',
        )
        + ONE,
        counted(0, 1, 1, 0, 1, 2, 1, 2),
        ["一、", "1.", "2.", "二、", "3.", "（1）", "4.", "（1）"],
    ),
    (
        "begins again after the first level only",
        abstract(
            level(0, "chineseCounting", "%1、"),
            level(1, "chineseCounting", "（%2）"),
            level(2, "decimal", "%3.", RESTART.format(1)),
        )
        + ONE,
        counted(0, 1, 2, 2, 1, 2, 0, 1, 2),
        ["一、", "（一）", "1.", "2.", "（二）", "3.", "二、", "（一）", "1."],
    ),
    (
        "begins later than at 1",
        abstract(level(0, "decimal", "%1.", start=5)) + ONE,
        counted(0, 0),
        ["5.", "6."],
    ),
    (
        "two lists of one kind count on",
        PLAN + ONE + instance(2),
        counted((0, 1), (0, 2), (0, 1)),
        ["一、", "二、", "三、"],
    ),
    (
        "a list that begins again counts from its start, once",
        PLAN + ONE + instance(2, more=START.format(0, 1)),
        counted((0, 1), (0, 1), (0, 2), (0, 2), (0, 2)),
        ["一、", "二、", "一、", "二、", "三、"],
    ),
    (
        "a start of a deeper level",
        PLAN + ONE + instance(2, more=START.format(2, 7)),
        counted((0, 1), (2, 1), (2, 2), (2, 2)),
        ["一、", "1.", "7.", "8."],
    ),
    (
        "a level of its own",
        PLAN
        + ONE
        + instance(2, more=f'<w:lvlOverride w:ilvl="0">{level(0, "decimal", "%1)")}</w:lvlOverride>'),
        counted((0, 1), (0, 2)),
        ["一、", "2)"],
    ),
    (
        "kinds that have nothing to do with each other",
        PLAN + abstract(level(0, "decimal", "%1."), name=2) + ONE + instance(2, of=2),
        counted((0, 1), (0, 2), (0, 1), (0, 2)),
        ["一、", "1.", "二、", "2."],
    ),
    ("a level that is passed over", PLAN + ONE, counted(0, 2, 1), ["一、", "1.", "（二）"]),
    ("no list of this name", PLAN + ONE, counted((0, 0), (0, 9), (0, 1)), ["", "", "一、"]),
    ("a level that is not there", abstract(level(0, "decimal", "%1.")) + ONE, counted(5, 0), ["", "1."]),
    (
        "a dot",
        abstract(level(0, "bullet", "\uf0d8"), level(1, "bullet", "o"), level(2, "bullet", "—")) + ONE,
        counted(0, 1, 2),
        ["➢", "○", "—"],
    ),
    (
        "nothing between",
        abstract(level(0, "decimal", "%1", '<w:suff w:val="nothing"/>')) + ONE,
        counted(0),
        ["1"],
    ),
    (
        "zeros before",
        abstract(level(0, "decimal", "%1、").replace('w:val="decimal"', 'w:val="custom" w:format="001, 002"'))
        + ONE,
        counted(0),
        ["001、"],
    ),
]


@pytest.mark.parametrize(
    ("numbering", "body", "wanted"), [case[1:] for case in LISTS], ids=[case[0] for case in LISTS]
)
def test_lists(numbering: str, body: str, wanted: list[str]) -> None:
    assert labels(body, numbering) == wanted


def style(name: str, properties: str, more: str = "") -> str:
    return f'<w:style w:type="paragraph" w:styleId="{name}" {more}><w:pPr>{properties}</w:pPr></w:style>'


HEADINGS = abstract(
    level(0, "chineseCounting", "%1、", '<w:pStyle w:val="H1"/>'),
    level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="H2"/>'),
)
NUM = '<w:numPr><w:numId w:val="1"/></w:numPr>'


def test_numbers_come_from_styles() -> None:
    styles = (
        style("H1", NUM)
        + style("H2", NUM)
        + '<w:style w:type="paragraph" w:styleId="H3"><w:basedOn w:val="H2"/></w:style>'
        + style("Plain", '<w:numPr><w:numId w:val="0"/></w:numPr>')
    )
    names = ("H1", "H2", "H3", "Plain", "H1", "Unknown")
    body = "".join(p("文", f'<w:pStyle w:val="{name}"/>') for name in names)
    off = p("文", '<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    wanted = ["一、", "（一）", "（二）", "", "二、", "", ""]
    assert labels(body + off, HEADINGS + ONE, styles=styles) == wanted


def test_the_style_of_paragraphs_without_one() -> None:
    styles = style("Normal", NUM, 'w:default="1"')
    assert labels(p("文") + p("文"), HEADINGS + ONE, styles=styles) == ["一、", "二、"]


def test_a_list_style_defines_a_list() -> None:
    linked = abstract(more='<w:numStyleLink w:val="List"/>', name=2)
    styles = style("List", NUM)
    assert labels(counted((0, 2), (1, 2)), PLAN + linked + ONE + instance(2, of=2), styles=styles) == [
        "一、",
        "（一）",
    ]


def test_styles_and_lists_in_circles_end() -> None:
    round_list = abstract(more='<w:numStyleLink w:val="Round"/>')
    styles = (
        '<w:style w:type="paragraph" w:styleId="Round"><w:basedOn w:val="Round"/>'
        + f"<w:pPr>{NUM}</w:pPr></w:style>"
    )
    assert labels(counted(0), round_list + ONE, styles=styles) == [""]


TEXTS = [
    ("2020年底前完成", "1. 2020年底前完成"),
    ("登记", "1.登记"),
    ("　　登记", "1.登记"),
    ("", "1."),
]


@pytest.mark.parametrize(("words", "wanted"), TEXTS)
def test_a_number_does_not_run_into_the_text(words: str, wanted: str) -> None:
    data = docx(numbered(words), numbering=abstract(level(0, "decimal", "%1.")) + ONE)
    assert read(data, "docx").text == f"{wanted}\n"


def test_rows_of_a_table_are_numbered_though_their_cells_are_empty() -> None:
    cell = tc(numbered(""))
    body = tbl(
        tr(tc("序号"), tc("任务"), tc("单位")),
        tr(cell, tc("登记"), tc("甲局")),
        tr(cell, tc("发证"), tc("乙局")),
    )
    data = docx(body, numbering=abstract(level(0, "decimal", "%1")) + ONE)
    assert read(data, "docx").text == "| 序号 | 任务 | 单位 |\n| 1 | 登记 | 甲局 |\n| 2 | 发证 | 乙局 |\n"


def test_a_paragraph_whose_mark_was_deleted_is_not_counted() -> None:
    gone = p("甲", '<w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr>')
    data = docx(gone + numbered("乙") + numbered("丙"), numbering=PLAN + ONE)
    assert read(data, "docx").text == "一、甲乙\n二、丙\n"
