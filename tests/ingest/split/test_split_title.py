"""Titles, page fields and page furniture."""

import pytest

from ingest.split.lines import Line, is_furniture, read_fields, read_lines, read_lines_up
from ingest.split.title import (
    clean_title,
    derive_title,
    ends_like_plan,
    find_notice,
    find_title_line,
    read_inner,
)


def lines_of(text: str) -> list[Line]:
    return list(read_lines(text, 0, len(text)))


@pytest.mark.parametrize("text", ["", "\n", "甲", "甲 乙\n\n# 丙\n", "\n甲\r\n乙", "甲\n乙\n\u3000丙 丁"])
def test_lines_are_the_same_from_both_ends(text: str) -> None:
    assert list(read_lines_up(text, 0, len(text)))[::-1] == lines_of(text)
    for line in lines_of(text):
        assert line.text in text[line.start : line.end]
        assert line.compact == "".join(line.text.split())


@pytest.mark.parametrize(
    ("inner", "title"),
    [
        ("《罗湖区2016年改革计划》", "罗湖区2016年改革计划"),
        ("<罗湖区2016年改革计划>", "罗湖区2016年改革计划"),
        ("罗湖区2016年改革计划", "罗湖区2016年改革计划"),
        ("市发改委《株洲市改革意见》", "株洲市改革意见"),
        ("2022年市《政府工作报告》责任分解方案", "2022年市《政府工作报告》责任分解方案"),
        ("《〈政府工作报告〉分解方案》", "〈政府工作报告〉分解方案"),
        ("《甲方案》和《乙办法》", "甲方案"),
        ("《贯彻《条例》实施方案》", "贯彻《条例》实施方案"),
    ],
)
def test_title_within_a_notice(inner: str, title: str) -> None:
    assert read_inner(inner) == title


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("区政府办公室关于印发2016年改革计划的通知", "2016年改革计划"),
        ("关于印发《甲区2016年\n改革计划》的\n通　知", "《甲区2016年改革计划》"),
        ("区委办公室\n印发《甲区改革计划》的通知", "《甲区改革计划》"),
        ("市政府办公室转发市发改委关于改革意见的通知", "市发改委关于改革意见"),
        ("市政府关于批转改革意见的通知（甲政〔2010〕2号）", "改革意见"),
        ("依据《国务院关于印发改革要点的通知》（国发〔2016〕30号）", None),
        ("各单位要落实关于印发要点的通知精神。", None),
        ("1.关于印发要点的通知", None),
    ],
)
def test_heading_of_a_notice(text: str, inner: str | None) -> None:
    found = find_notice(lines_of(text))
    assert (found[0]["inner"] if found else None) == inner


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("甲区2016年改革计划\n为深化改革。", "甲区2016年改革计划"),
        ("甲区改革委员会\n2021年6月10日\n甲区2016年改革计划", "甲区2016年改革计划"),
        ("政策文件\n甲区2016年改革计划", "甲区2016年改革计划"),
        ("中共甲县委全面深化改革委员会\n2021年工作要点", "中共甲县委全面深化改革委员会2021年工作要点"),
        ("甲省人民政府\n关于深化改革的意见", "甲省人民政府关于深化改革的意见"),
        ("甲区\n2016年\n改革计划（试行）", "甲区2016年改革计划（试行）"),
        ("甲政办〔2016〕3号\n甲县2016年改革计划", "甲县2016年改革计划"),
        ("甲政办〔2016〕3号\n甲县人民政府关于深化改革的意见", "甲县人民政府关于深化改革的意见"),
        ("甲县县委改革办\n2016年6月10日\n甲县2016年改革计划", "甲县2016年改革计划"),
        ("中共某市甲水区委改革办公室\n甲水区2016年改革计划", "甲水区2016年改革计划"),
        ("甲水市人民政府\n甲水市2016年改革计划", "甲水市2016年改革计划"),
        ("一、改革计划\n正文。", None),
        ("今年要抓好改革，落实各项计划", None),
    ],
)
def test_heading_of_a_plan_without_a_notice(text: str, title: str | None) -> None:
    found = find_title_line(lines_of(text))
    assert (found.title if found else None) == title


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("深圳市罗湖区 2016 年改革计划", "深圳市罗湖区2016年改革计划"),
        ("  # 改 革 计 划 ", "改革计划"),
        ("推广 Smart City 改革方案", "推广Smart City改革方案"),
        ("2 0 1 6年计划", "2016年计划"),
    ],
)
def test_blanks_of_layout_leave_a_title(words: str, title: str) -> None:
    assert clean_title(words) == title


@pytest.mark.parametrize(
    ("opening", "title"),
    [
        ("现就开展“效能年”活动制定如下方案：", "“效能年”活动方案"),
        ("现就全区2016年度重点改革工作制定如下计划。", "全区2016年度重点改革计划"),
        ("根据要求，现将改革工作安排如下：", None),
        ("各单位要抓好落实。", None),
    ],
)
def test_title_that_the_first_words_imply(opening: str, title: str | None) -> None:
    assert derive_title(lines_of(opening)) == title


@pytest.mark.parametrize(
    ("words", "like_plan"),
    [("甲区改革计划", True), ("甲区改革方案（试行）", True), ("任务分解表》", True), ("甲区召开会议", False)],
)
def test_ending_of_a_title(words: str, like_plan: bool) -> None:
    assert ends_like_plan(words) is like_plan


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        (
            "索 引 号：114403/2017　　发布日期：2017-04-12",
            [("other", "114403/2017"), ("published", "2017-04-12")],
        ),
        ("文　　号：深盐办〔2017〕9号　　　主 题 词：", [("doc_no", "深盐办〔2017〕9号"), ("other", "")]),
        (
            "发布机构 甲市政府办公室  文    号 甲政〔2022〕3号",
            [("issuer", "甲市政府办公室"), ("doc_no", "甲政〔2022〕3号")],
        ),
        ("• 成文日期：2021-04-02", [("date", "2021-04-02")]),
        ("推进主题分类 改革", []),
        ("各单位要落实时间要求。", []),
    ],
)
def test_fields_of_a_page(line: str, fields: list[tuple[str, str]]) -> None:
    assert read_fields(lines_of(line)[0]) == fields


@pytest.mark.parametrize(
    ("line", "where", "furniture"),
    [
        ("首页 > 政务公开 > 规划计划", "head", True),
        ("您当前的位置：首页 > 专题", "head", True),
        ("【字体：大 中 小】　打印本页", "head", True),
        ("欢迎来到某市水务局！", "head", True),
        ("您好，欢迎您访问某县政府网站", "head", True),
        ("欢迎社会各界监督。", "head", False),
        ("上一篇：没有了", "tail", True),
        ("扫一扫在手机上查看当前页面", "tail", True),
        ("— 4 —", "tail", True),
        ("抄送：市委改革办。", "tail", True),
        ("某区政府办公室 2009年2月27日印发", "tail", True),
        ("版权所有：某局 苏ICP备05011256号", "tail", True),
        ("来源:网络整理 免责声明:本文仅限学习分享", "tail", True),
        ("（注：标★的为牵头单位）", "head", False),
        ("区教育局、区财政局", "tail", False),
        ("2018年12月底前完成", "tail", False),
        ("各牵头单位每月报送进展。", "tail", False),
        ("12月底", "tail", False),
    ],
)
def test_furniture_of_pages(line: str, where: str, furniture: bool) -> None:
    assert is_furniture(lines_of(line)[0], where) is furniture
