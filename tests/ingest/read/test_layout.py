import pytest

from ingest.read.layout import Page, Rule
from ingest.read.layout.glyphs import clean
from ingest.read.layout.grids import find_grids
from ingest.read.layout.lines import make_lines
from ingest.read.layout.model import Char
from tests.ingest.read.paper import HIGH, LEFT, chars, page, places_of, ruled, text_of, text_page

FULL = "全区各单位要认真抓好各项改革任务的落实见"  # as long as a line
assert len(FULL) == 20


def line_text(*drawn: Char) -> str:
    return "|".join(line.text for line in make_lines(clean(drawn)))


@pytest.mark.parametrize(
    ("drawn", "text"),
    [
        (chars("推进改革", 0, 10), "推进改革"),
        (chars("推进 改革", 0, 10), "推进 改革"),
        (chars("推进\u3000改革", 0, 10), "推进\u3000改革"),
        (chars("推 进 各 项 改 革", 0, 10), "推进各项改革"),  # spaces that justify
        (chars("推进", 0, 10) + chars("改革", 23, 10), "推进改革"),  # justified by moving
        (chars("推进", 0, 10) + chars("改革", 30, 10), "推进 改革"),
        (chars("推进", 0, 10) + chars("改革", 60, 10), "推进\t改革"),
        (chars("推进    改革", 0, 10), "推进\t改革"),  # cells typed apart
        (chars("2021", 0, 10) + chars("年", 22.5, 10), "2021年"),
        (chars("open", 0, 10) + chars("data", 23, 10), "open data"),
        # tab stops: what is set tight leaps to the next cell
        (
            chars("整治河道", 0, 10) + chars("水务局", 43.5, 10) + chars("城管局", 78, 10),
            "整治河道\t水务局\t城管局",
        ),
        (chars("open", 0, 10) + chars("government", 24, 10) + chars("data", 78, 10), "open government data"),
        (chars("  推进  ", 0, 10), "推进"),
        (chars("推进", 0, 10) + chars("推进", 0.5, 10), "推进"),  # fake bold
        (chars("天天", 0, 10), "天天"),
        (chars("推进", 0, 10) + chars("改革", 20, 12), "推进改革"),  # a font that stands lower
        (chars("推进", 0, 10) + chars("改革", 0, 30), "推进|改革"),
        (chars("任务", 0, 10) + chars("1", 20, 6, 5) + chars("完成", 25, 10), "任务¹完成"),
        (chars("面积m", 0, 10) + chars("2", 25, 6, 5), "面积m²"),
        (chars("⾸⻚⼾", 0, 10), "首页户"),
        (chars("推\u200b进\u00ad", 0, 10), "推进"),
        (chars(" ", 0, 10), ""),
    ],
)
def test_characters_become_lines(drawn: list[Char], text: str) -> None:
    assert line_text(*drawn) == text


ALL = f"{FULL}效。"
MOST, LESS = FULL[:19], FULL[:18]  # leave room for one character, and for two


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        # with indents
        (["　　" + LESS, "成效。", "　　二。", "　　三。"], f"{LESS}成效。\n二。\n三。"),
        (["　　" + LESS, "　　二。", "　　" + LESS, "完。"], f"{LESS}\n二。\n{LESS}完。"),
        # without
        (["一、目标", FULL, "效。", "二、任务"], f"一、目标\n{ALL}\n二、任务"),
        (["短行", "短行二", "短行三"], "短行\n短行二\n短行三"),
        (["甲。", "", "乙。", "丙。"], "甲。\n\n乙。\n丙。"),
        # full lines without indents: what the document does elsewhere decides
        (["1.甲。", "2.乙。", MOST + "。", "3.丙。"], f"1.甲。\n2.乙。\n{MOST}。\n3.丙。"),
        ([FULL, "效。", MOST + "，", "推进。", "完。"], f"{ALL}\n{MOST}，推进。\n完。"),
        (
            ["责任单位：甲局", "责任单位：" + FULL[:15], "责任单位：乙局", "短"],
            f"责任单位：甲局\n责任单位：{FULL[:15]}\n责任单位：乙局\n短",
        ),
        (
            [FULL, "效。", LESS + "通知", "如下：", "一、甲", "二、乙"],
            f"{ALL}\n{LESS}通知如下：\n一、甲\n二、乙",
        ),
        # a label with its value below it, aligned
        (["牵头单位：" + FULL[:15], "　　　　　甲局、乙局", "短"], f"牵头单位：{FULL[:15]}甲局、乙局\n短"),
        # what does not fit is kept together and leaves room
        (
            [FULL, FULL[:16] + "共计", "20000项。", "完。", FULL, "好。"],
            f"{FULL}{FULL[:16]}共计20000项。\n完。\n{FULL}好。",
        ),
    ],
)
def test_lines_become_paragraphs(lines: list[str], text: str) -> None:
    assert text_of(text_page(1, lines)) == text


def test_latin_words_are_parted_where_a_line_ends() -> None:
    drawn = text_page(1, ["open government data for all citizens ", "platform", FULL, FULL, "完"])
    assert text_of(drawn).startswith("open government data for all citizens platform\n")


def test_title_of_two_lines_is_joined_where_it_filled_the_first() -> None:
    body = [(LEFT, 120 + at * 16, FULL) for at in range(4)]
    wrapped = page(
        1, [(LEFT + 4, 60, "关于印发全区深化改革工作方", 16), (LEFT + 68, 86, "案的通知", 16), *body]
    )
    broken = page(1, [(LEFT + 36, 60, "关于印发全区改革", 16), (LEFT + 60, 86, "工作方案的通知", 16), *body])
    opened = page(1, [(LEFT + 36, 60, "关于印发《全区改", 16), (LEFT + 44, 86, "革方案》的通知", 16), *body])
    assert text_of(wrapped).startswith("关于印发全区深化改革工作方案的通知\n")
    assert text_of(broken).startswith("关于印发全区改革\n")
    assert text_of(opened).startswith("关于印发《全区改革方案》的通知\n")


def test_paragraphs_go_on_over_pages_with_a_place_at_each() -> None:
    first = text_page(1, ["　　第一段。", "　　" + FULL[:18], *[FULL] * 3])
    second = text_page(2, ["继续落实。", "　　第三段。"])
    assert text_of(first, second) == f"第一段。\n{FULL[:18]}{FULL * 3}继续落实。\n第三段。"
    assert places_of(first, second) == [(1, "第一段。"), (2, "继续落实")]


@pytest.mark.parametrize(
    "number", ["— {} —", "- {} -", "第{}页 共9页", "{}/9", "{}", "第 {} 页", "-{}-", "Page {} of 9"]
)
def test_page_numbers_are_left_out(number: str) -> None:
    pages = [text_page(at, ["　　甲局负责。", "　　乙局负责。"]) for at in (1, 2, 3)]
    for one in pages:
        one.chars += chars(number.format(one.number), 140, HIGH - 20)
    assert text_of(*pages) == "\n".join(["甲局负责。", "乙局负责。"] * 3)


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        (["一、目标", "2", "甲局"], "2"),  # a cell of a table without rules
        (["第3页重新印制", "甲局"], "第3页重新印制"),
        (["1/2以上的单位", "甲局"], "1/2以上的单位"),
    ],
)
def test_short_lines_of_the_text_stay(lines: list[str], kept: str) -> None:
    assert kept in text_of(text_page(1, lines), text_page(2, ["乙局", "丙局"])).split("\n")


def test_headers_are_left_out_by_repetition_at_one_height() -> None:
    pages = [text_page(at, [f"　　第{at}段。", "　　甲局。", "　　乙局。"], first=90) for at in (1, 2, 3)]
    for one in pages:
        one.chars += chars("改革办简报", LEFT, 30, 8)
    assert text_of(*pages) == "\n".join(f"第{at}段。\n甲局。\n乙局。" for at in (1, 2, 3))


def test_lines_that_differ_in_more_than_the_page_number_stay() -> None:
    months = (3, 9, 4, 12)
    pages = [
        text_page(at, [f"完成时限：{month}月底", *"甲乙丙"], first=20) for at, month in enumerate(months, 1)
    ]
    assert text_of(*pages).count("完成时限") == 4


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [(40.0, 60.0 + at * 16, f"左栏第{at}行的文字正好十二") for at in range(1, 8)]
    right = [(200.0, 63.0 + at * 16, f"右栏第{at}行的文字正好十二") for at in range(1, 8)]
    text = text_of(page(1, [(100, 40, "跨过两栏的标题在这里占满"), *left, *right], wide=380))
    assert text.index("左栏第7行") < text.index("右栏第1行")
    assert text.startswith("跨过两栏的标题")


def test_fields_side_by_side_are_no_columns() -> None:
    rows = [(40.0, 60.0 + at * 16, f"事项{at}") for at in range(8)]
    values = [(250.0, 60.0 + at * 16, f"甲局{at}") for at in range(8)]
    assert text_of(page(1, [*rows, *values], wide=380)).startswith("事项0\t甲局0\n事项1\t甲局1")


XS, YS = [50.0, 80.0, 150.0, 210.0], [50.0, 70.0, 90.0, 110.0]
HEAD = [(55.0, 64.0, "序号"), (85.0, 64.0, "任务"), (155.0, 64.0, "单位")]
ROWS = [
    (55.0, 84.0, "1"),
    (85.0, 84.0, "甲"),
    (155.0, 84.0, "财政局"),
    (55.0, 104.0, "2"),
    (85.0, 104.0, "乙"),
]


def test_ruled_table_is_written_row_by_row() -> None:
    text = text_of(page(1, [(50, 30, "任务表"), *HEAD, *ROWS, (50, 140, "说明")], ruled(XS, YS)))
    assert text == "任务表\n| 序号 | 任务 | 单位 |\n| 1 | 甲 | 财政局 |\n| 2 | 乙 |  |\n说明"


def test_cells_without_a_rule_between_are_one() -> None:
    rules = [rule for rule in ruled(XS, YS) if rule not in (Rule(50, 90, 210, 90), Rule(80, 50, 80, 110))]
    rules += [Rule(50, 90, 80, 90), Rule(80, 90, 150, 90), Rule(80, 70, 80, 110)]
    lines = [
        (55, 64, "事项"),
        (155, 64, "单位"),
        (55, 84, "1"),
        (85, 84, "甲"),
        (155, 94, "财政局"),
        (55, 104, "2"),
    ]
    text = text_of(page(1, [*lines, (85.0, 104.0, "乙")], rules))
    assert text == "| 事项 | | 单位 |\n| 1 | 甲 | 财政局 |\n| 2 | 乙 | 〃 |"


def test_lines_of_a_cell_are_joined_where_it_was_full() -> None:
    cell = [(85, 84, "完善工作机"), (85, 98, "制")]
    units = [(155, 84, "财政局"), (155, 98, "民政局")]
    text = text_of(page(1, [*HEAD, (55, 84, "1"), *cell, *units], ruled(XS, [50, 70, 110])))
    assert text == "| 序号 | 任务 | 单位 |\n| 1 | 完善工作机制 | 财政局\n民政局 |"


def test_names_below_one_another_stay_apart_though_they_fill_the_cell() -> None:
    units = [(155, 84, "区财政局"), (155, 98, "区民政局")]
    xs = [50.0, 80.0, 150.0, 200.0]
    text = text_of(page(1, [*HEAD, (55, 84, "1"), (85, 84, "甲"), *units], ruled(xs, [50, 70, 110])))
    assert "区财政局\n区民政局" in text


def split_table(
    first: list[tuple[float, float, str]], second: list[tuple[float, float, str]]
) -> tuple[Page, Page]:
    ys = [50.0, 70.0, 90.0]
    return page(1, [*HEAD, *first], ruled(XS, ys)), page(2, second, ruled(XS, ys))


ONE = [(55.0, 84.0, "1"), (85.0, 84.0, "甲"), (155.0, 84.0, "财政局")]


def test_table_goes_on_over_pages_without_its_header_again() -> None:
    again = [*HEAD, (55.0, 84.0, "2"), (85.0, 84.0, "乙"), (155.0, 84.0, "民政局")]
    assert (
        text_of(*split_table(ONE, again))
        == "| 序号 | 任务 | 单位 |\n| 1 | 甲 | 财政局 |\n| 2 | 乙 | 民政局 |"
    )


def test_row_cut_by_the_page_is_made_whole() -> None:
    rest = [(85.0, 64.0, "制"), (55.0, 84.0, "2"), (85.0, 84.0, "乙"), (155.0, 84.0, "民政局")]
    whole = text_of(
        *split_table([(55.0, 84.0, "1"), (85.0, 84.0, "完善工作机"), (155.0, 84.0, "财政局")], rest)
    )
    assert whole == "| 序号 | 任务 | 单位 |\n| 1 | 完善工作机制 | 财政局 |\n| 2 | 乙 | 民政局 |"


def test_tables_with_text_between_them_are_two() -> None:
    first, second = split_table(ONE, [*HEAD, *ONE])
    second.chars += chars("附件2", LEFT, 30)
    assert text_of(first, second).count("序号") == 2


def test_merged_cell_goes_on_over_pages() -> None:
    xs, ys = [50.0, 100.0, 200.0], [50.0, 70.0, 90.0, 110.0]
    rules = [rule for rule in ruled(xs, ys) if rule != Rule(50, 90, 200, 90)] + [Rule(100, 90, 200, 90)]
    head = [(55, 64, "领域"), (105, 64, "任务")]
    first = page(1, [*head, (55, 84, "党建"), (105, 84, "甲。"), (105, 104, "乙。")], rules)
    second = page(
        2,
        [(105, 84, "丙。"), (105, 64, "丁。")],
        [r for r in rules if r != Rule(50, 70, 200, 70)] + [Rule(100, 70, 200, 70)],
    )
    assert (
        text_of(first, second)
        == "| 领域 | 任务 |\n| 党建 | 甲。 |\n| 〃 | 乙。 |\n| 〃 | 丁。 |\n| 〃 | 丙。 |\n| 〃 |  |"
    )


@pytest.mark.parametrize(
    ("rules", "cells"),
    [
        (ruled([0, 100], [0, 50]), []),  # a frame
        ([Rule(0, 10, 200, 10)], []),
        ([Rule(0, 10, 200, 10), Rule(0, 50, 200, 50), Rule(0, 90, 200, 90)], []),  # three lines, no columns
        (ruled([0, 100, 200], [0, 50]), [(0, 0, 1, 1), (0, 1, 1, 1)]),
        ([*ruled([0, 100, 200], [0, 50]), Rule(0, 1, 200, 1)], [(0, 0, 1, 1), (0, 1, 1, 1)]),  # drawn double
        ([r for r in ruled([0, 100, 200], [0, 50]) if r.x0 < 200], [(0, 0, 1, 1), (0, 1, 1, 1)]),  # open
        (ruled([float(x) for x in range(0, 4000, 10)], [float(y) for y in range(0, 4000, 10)]), []),
    ],
)  # fmt: skip
def test_rules_make_grids(rules: list[Rule], cells: list[tuple[int, int, int, int]]) -> None:
    found = [spot[:4] for grid in find_grids(rules) for spot in grid.spots]
    assert found == cells


def test_notes_at_the_foot_stand_behind_the_paragraph_that_the_page_cuts() -> None:
    first = text_page(1, ["　　第一段。", "　　" + LESS, *[FULL] * 3])
    first.chars += chars("1", LEFT, 296, 4) + chars("见附件。", LEFT + 4, 300, 7)
    second = text_page(2, ["继续落实。", "　　第三段。"])
    assert text_of(first, second).split("\n")[1:] == [f"{LESS}{FULL * 3}继续落实。", "¹见附件。", "第三段。"]


def test_empty_pages_give_nothing() -> None:
    assert text_of(page(1, []), page(2, [], ruled(XS, YS))) == ""


def test_a_paragraph_without_end_is_read_in_bounded_time() -> None:
    lines = [[f"{number:02}{line:02}{LESS}" for line in range(20)] for number in range(100)]
    pages = [text_page(number, own) for number, own in enumerate(lines, 1)]
    assert text_of(*pages) == "".join(line for own in lines for line in own)
