"""Numbering: which marks open a heading, how they nest, and which numbers are none."""

import pytest

from ingest.extract.outline import heading, number_of, read_outline

Row = tuple[int, str, str]


def rows(text: str) -> list[Row]:
    """Return (depth, number, heading) of every node."""
    out = []
    for node in read_outline(text, 0, len(text)).walk()[1:]:
        depth, above = 0, node.parent
        while above is not None and above.parent is not None:
            depth, above = depth + 1, above.parent
        out.append((depth, node.number, heading(text, node)))
    return out


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "一、农业\n（一）耕地\n1.登记\n（1）造册\n2.整治\n（二）林地\n二、工业\n",
            [
                (0, "一", "农业"),
                (1, "（一）", "耕地"),
                (2, "1", "登记"),
                (3, "（1）", "造册"),
                (2, "2", "整治"),
                (1, "（二）", "林地"),
                (0, "二", "工业"),
            ],
        ),
        (
            "第一章 总则\n第一条 目的\n第二章　分工\n第七条　登记\n第十二条 经费\n",
            [
                (0, "第一章", "总则"),
                (1, "第一条", "目的"),
                (0, "第二章", "分工"),
                (1, "第七条", "登记"),
                (1, "第十二条", "经费"),
            ],
        ),
        (
            "第一部分 农业\n一、耕地\n第二部分 工业\n",
            [(0, "第一部分", "农业"), (1, "一", "耕地"), (0, "第二部分", "工业")],
        ),
        (
            "1．甲事\n2﹒乙事\n3、丙事\n4. 丁事\n5 .戊事\n",
            [(0, str(i), f"{c}事") for i, c in enumerate("甲乙丙丁戊", 1)],
        ),
        (
            "(一)甲事\n( 二 )乙事\n（三）、丙事\n",
            [(0, "（一）", "甲事"), (0, "（二）", "乙事"), (0, "（三）", "丙事")],
        ),
        ("(1)甲事\n（2）乙事\n", [(0, "（1）", "甲事"), (0, "（2）", "乙事")]),
        ("一.甲事\n二．乙事\n三 、丙事\n", [(0, "一", "甲事"), (0, "二", "乙事"), (0, "三", "丙事")]),
        (
            "十九、甲事\n二十、乙事\n（二十一）丙事\n",
            [(0, "十九", "甲事"), (0, "二十", "乙事"), (1, "（二十一）", "丙事")],
        ),
        # numbers run on or start anew
        (
            "一、甲事\n1.乙事\n二、丙事\n2.丁事\n三、戊事\n1.己事\n",
            [
                (0, "一", "甲事"),
                (1, "1", "乙事"),
                (0, "二", "丙事"),
                (1, "2", "丁事"),
                (0, "三", "戊事"),
                (1, "1", "己事"),
            ],
        ),
        # indented, with marks of Markdown
        (
            "　　一、甲事\n  1.乙事\n**2.丙事**\n## 二、丁事\n",
            [(0, "一", "甲事"), (1, "1", "乙事"), (1, "2", "丙事"), (0, "二", "丁事")],
        ),
        # several in one line
        (
            "一、甲事。1.乙事。2.丙事。二、丁事。",
            [(0, "一", "甲事"), (1, "1", "乙事"), (1, "2", "丙事"), (0, "二", "丁事")],
        ),
        ("改革事项 1.甲事 2.乙事 3.丙事", [(0, "1", "甲事"), (0, "2", "乙事"), (0, "3", "丙事")]),
        ("（一）甲事。（县财政局负责）（二）乙事。", [(0, "（一）", "甲事"), (0, "（二）", "乙事")]),
        # a word that carries the number, below whatever stands above it
        (
            "二、清单\n任务1 甲事\n任务2　乙事\n三、丙事\n",
            [(0, "二", "清单"), (1, "1", "甲事"), (1, "2", "乙事"), (0, "三", "丙事")],
        ),
        ("项目一：甲事\n项目二：乙事\n", [(0, "一", "甲事"), (0, "二", "乙事")]),
        ("重点任务（1）甲事\n重点任务（2）乙事\n", [(0, "1", "甲事"), (0, "2", "乙事")]),
        (
            "一、农业\n（一）耕地\n项目一、登记\n项目二、造册\n（二）林地\n项目三、整治\n",
            [
                (0, "一", "农业"),
                (1, "（一）", "耕地"),
                (2, "一", "登记"),
                (2, "二", "造册"),
                (1, "（二）", "林地"),
                (2, "三", "整治"),
            ],
        ),
        (
            "二、农业\n行动一：耕地\n（一）登记\n（二）造册\n行动二：林地\n（一）整治\n",
            [
                (0, "二", "农业"),
                (1, "一", "耕地"),
                (2, "（一）", "登记"),
                (2, "（二）", "造册"),
                (1, "二", "林地"),
                (2, "（一）", "整治"),
            ],
        ),
        # a number before a decimal-looking title
        ("1.5年规划编制\n2.30个项目建设\n", [(0, "1", "5年规划编制"), (0, "2", "30个项目建设")]),
    ],
)
def test_forms_of_numbering(text: str, wanted: list[Row]) -> None:
    assert rows(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "支付比例提高1.15个百分点。\n基数为0.5万元。",
        "1.15万亩\n0.5个百分点\n",
        "2023.5.1 发布\n3年内完成\n",
        "推进一、二、三产业融合。",
        "（试行）\n（以下简称“平台”）\n",
        "按照第七条规定办理。\n",
        "分3.5公里和4.2公里两段。",
        "任务1 甲事\n",
        "项目3个\n项目2个\n",
        "问题一直存在。\n问题二是经费。\n",
        "完成任务1 项、任务2 项。",
        "完成情况见附件1。2023年执行。",
        "",
        "\n\n",
    ],
)
def test_numbers_that_are_no_marks(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("1.提高1.15个点。2.新建0.5公里。3.登记。", ["1", "2", "3"]),
        # an inline number that continues nothing is none
        ("1.甲事。5.乙事。2.丙事。", ["1", "2"]),
        ("一、甲事。（3）乙事。", ["一"]),
    ],
)
def test_inline_marks_must_continue_a_numbering(text: str, wanted: list[str]) -> None:
    assert [number for _, number, _ in rows(text)] == wanted


def test_text_without_line_breaks_is_read_at_every_mark() -> None:
    filler = "县里各有关方面要把这项改革摆上重要位置统筹推进抓出成效" * 12
    text = f"改革要点一、农业1.耕地{filler}2.林地{filler}二、工业1.园区{filler}2.企业{filler}"
    assert [(depth, number) for depth, number, _ in rows(text)] == [
        (0, "一"),
        (1, "1"),
        (1, "2"),
        (0, "二"),
        (1, "1"),
        (1, "2"),
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("一、耕地登记。摸清底数，登记造册。\n", "耕地登记"),
        ("一、耕地登记：摸清底数\n", "耕地登记"),
        ("一、耕地登记；林地登记\n", "耕地登记"),
        ("一、耕地登记\n摸清底数。\n", "耕地登记"),
        ("**一、耕地登记**\n", "耕地登记"),
        ("一、耕地登记（试行）\n", "耕地登记（试行）"),
        ("一、耕地登记（县农业农村局牵头）\n", "耕地登记"),
        ("一、耕地登记（6月底前完成）\n", "耕地登记"),
        ("一、耕地登记（含林地）、造册\n", "耕地登记（含林地）、造册"),
    ],
)
def test_headings(text: str, wanted: str) -> None:
    node = read_outline(text, 0, len(text)).children[0]
    assert heading(text, node) == wanted


def test_spans_nest() -> None:
    text = "前言。\n一、甲事\n说明。\n1.乙事。\n2.丙事。\n二、丁事。\n"
    root = read_outline(text, 0, len(text))
    assert (root.start, root.own, root.end) == (0, text.index("一、"), len(text))
    first, second = root.children
    assert text[first.start : first.own] == "甲事\n说明。\n"
    assert text[first.start : first.end] == "甲事\n说明。\n1.乙事。\n2.丙事。\n"
    assert text[first.mark : first.start] == "一、"
    assert second.end == len(text)
    for node in root.walk()[1:]:
        assert node.parent is not None and node.parent.start <= node.mark < node.start <= node.own <= node.end
        assert node.end <= node.parent.end and node in node.parent.children


def test_marks_in_tables_are_left_out() -> None:
    text = "一、甲事\n1.表\n二、乙事\n"
    table = (text.index("1."), text.index("二、"))
    found = read_outline(text, 0, len(text), [table]).walk()[1:]
    assert [node.number for node in found] == ["一", "二"]


@pytest.mark.parametrize(
    ("label", "number"),
    [
        ("一", 1),
        ("九", 9),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("二十八", 28),
        ("一百", 100),
        ("一百零五", 105),
        ("一百一十", 110),
        ("（十一）", 11),
        ("(3)", 3),
        ("（ 4 ）", 4),
        ("12", 12),
        ("7.", 7),
        ("第三章", 3),
        ("第十二部分", 12),
        ("⑳", 20),
    ],
)
def test_number_in_a_mark(label: str, number: int) -> None:
    assert number_of(label) == number


@pytest.mark.parametrize(("label", "number"), [("①", 1), ("④", 4)])
def test_number_in_a_circle(label: str, number: int) -> None:
    assert number_of(label) == number


def test_circled_marks_open_nodes() -> None:
    assert rows("1.甲事\n①乙事\n②丙事\n") == [(0, "1", "甲事"), (1, "①", "乙事"), (1, "②", "丙事")]


UNNUMBERED = """林权收储
　　由县林业局牵头，组建收储中心，完成首批收储。

流域治理
　　县环保局要会同县水利局逐条制定方案，年底前消除劣水。

公立医院薪酬
　　县卫计局负责制定考核细则。

县委改革办
2018年5月3日
"""


def headings(text: str) -> list[str]:
    return [heading(text, node) for node in read_outline(text, 0, len(text)).walk() if node.rank >= 0]


def test_lines_above_paragraphs_are_headings_where_nothing_is_numbered() -> None:
    assert headings(UNNUMBERED) == ["林权收储", "流域治理", "公立医院薪酬"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(UNNUMBERED.replace("林权收储\n", "一、林权收储\n"), id="one is numbered"),
        pytest.param("\n".join(UNNUMBERED.split("\n")[:5]), id="too few"),
        pytest.param(UNNUMBERED.replace("　　", ""), id="paragraphs without an indent"),
    ],
)
def test_and_only_there(text: str) -> None:
    assert "流域治理" not in headings(text)


DECIMALS = """1  教育改革
1.1  推行轮岗，覆盖
1.5万名教师。
1.2  改建校舍。
2  水利改革
2.1  建设水厂。
"""


@pytest.mark.parametrize(
    "text",
    [
        DECIMALS,
        DECIMALS.replace("  ", ""),
        DECIMALS.replace("  ", ".").replace("1.教", "1、教").replace("2.水", "2、水"),
        DECIMALS.replace("1.1", "1．1").replace("1  教", "一、教").replace("2  水", "二、水"),
    ],
)
def test_numbers_of_two_parts(text: str) -> None:
    nodes = [node for node in read_outline(text, 0, len(text)).walk() if not node.children]
    if "1教" in text:  # without a space the number of a chapter is no mark
        assert [node.number for node in nodes] == ["1.1", "1.2", "2.1"]
    else:
        assert [(node.number, heading(text, node.parent)) for node in nodes if node.parent] == [
            ("1.1", "教育改革"),
            ("1.2", "教育改革"),
            ("2.1", "水利改革"),
        ]


def test_numbers_of_two_parts_with_a_dash() -> None:
    text = "1、教育\n1-1 推行轮岗，\n1-2月启动。\n1-2 改建校舍。\n2、水利\n2-1 建设水厂。\n"
    nodes = [node for node in read_outline(text, 0, len(text)).walk() if not node.children]
    assert [node.number for node in nodes] == ["1-1", "1-2", "2-1"]


def test_numbers_of_three_parts() -> None:
    text = "1 教育\n1.1 学校\n1.1.1 推行轮岗。\n1.1.2 改建校舍。\n1.2 幼儿园\n1.2.1 办好幼教。\n"
    nodes = [node for node in read_outline(text, 0, len(text)).walk() if not node.children]
    assert [node.number for node in nodes] == ["1.1.1", "1.1.2", "1.2.1"]


@pytest.mark.parametrize(
    "text",
    ["1.推行轮作，\n1.1万亩。\n2.建设水厂，\n2.1亿元。\n", "1.建设水厂。\n1.5米以上。\n2.推行轮岗。\n"],
)
def test_quantities_are_no_numbers(text: str) -> None:
    assert [node.number for node in read_outline(text, 0, len(text)).walk()[1:]] == ["1", "2"]


@pytest.mark.parametrize("sign", ["——", "—", "●", "◆ "])
def test_lines_with_dashes_are_tasks_where_nothing_is_numbered(sign: str) -> None:
    text = f"教育改革\n{sign}推行轮岗。\n{sign}改建校舍。\n\n水利改革\n{sign}建设水厂。\n"
    root = read_outline(text, 0, len(text))
    found = [
        (heading(text, node), heading(text, node.parent))
        for node in root.walk()[1:]
        if node.parent is not root and node.parent
    ]
    assert found == [("推行轮岗", "教育改革"), ("改建校舍", "教育改革"), ("建设水厂", "水利改革")]


def test_a_heading_ends_before_the_leader_in_brackets_behind_it() -> None:
    assert headings("一、教育改革（责任领导：何小川）\n1.推行轮岗。\n")[0] == "教育改革"


def test_articles_and_marks_behind_a_statement_are_found_on_one_line() -> None:
    text = (
        "第一章　登记 第一条　开展宅基地登记。（县甲局负责） 第二条　开展林权登记。（县乙局负责） "
        "第二章　河道 （牵头单位：县水利局；配合单位：县财政局、县农业农村局、县自然资源局、"
        "各乡镇人民政府、县城投公司、县水务集团） （一）清理垃圾。（二）划定范围。"
    )
    assert [row[1] for row in rows(text)] == ["第一章", "第一条", "第二条", "第二章", "（一）", "（二）"]
