import pytest

from ingest.repair import page_breaks
from ingest.repair.edits import apply

CASES = [
    # sentences, words and names cut by a page
    (
        "要统筹推进本年度的各项改革任务，切实抓好督查落\n\n实，确保取得成效。",
        "要统筹推进本年度的各项改革任务，切实抓好督查落实，确保取得成效。",
    ),
    (
        "完善沟通协调的机制。要加强与市直部门的对接、\n\n沟通，争取支持。",
        "完善沟通协调的机制。要加强与市直部门的对接、沟通，争取支持。",
    ),
    (
        "制定方案，按期完成。（牵头单位：区住房建\n\n设局，协办单位：区城管局）",
        "制定方案，按期完成。（牵头单位：区住房建设局，协办单位：区城管局）",
    ),
    (
        "要统筹推进本年度的各项改革任务，切实抓好督查落\n\n— 3 —\n\n实，确保成效。",
        "要统筹推进本年度的各项改革任务，切实抓好督查落实，确保成效。",
    ),
    (
        "要统筹推进本年度的各项改革任务，切实抓好督查落\n12\n实，确保取得成效。",
        "要统筹推进本年度的各项改革任务，切实抓好督查落实，确保取得成效。",
    ),
    ("会商、研判、\n处置", "会商、研判、处置"),
    ("牵头单位：区科技局\n— 2 —\n责任单位：区财政局", "牵头单位：区科技局\n责任单位：区财政局"),
    ("正文结束。\n第 2 页 共 9 页\n一、总则", "正文结束。\n一、总则"),
    # what follows is something else
    ("青河区深化改革工作计划，二〇一六年\n\n为落实部署，制定本计划。", None),
    ("一、以简政放权为重点，推进行政改革\n\n今年是关键之年，要抓紧。", None),
    ("要统筹推进本年度的各项改革任务，切实抓好督查落实\n\n二、重点任务，共三项。", None),
    ("要统筹推进本年度的各项改革任务，切实抓好督查落实\n\n（二）重点任务，共三项。", None),
    ("要统筹推进本年度的各项改革任务，切实抓好督查落实\n\n2.重点任务，共三项。", None),
    ("要统筹推进本年度的各项改革任务，切实抓好督查落实\n\n　　另起一段，不是下文。", None),
    ("要统筹推进本年度的各项改革任务，切实抓好督查落实\n\n责任单位：区财政局，各街道", None),
    ("要统筹推进本年度的各项改革任务，切实抓好督查落实\n\n（牵头单位：区财政局，各街道）", None),
    ("责任领导：张三，责任单位：经济办、各村\n\n各单位要倒排工期，挂图作战。", None),
    ("根据通知要求，现印发给你们，青河办〔2016〕7号\n\n经研究，同意实施。", None),
    ("他说，“这是好事！”\n\n去年，全区完成了改造。", None),
    ("1\n推进改革，完善制度，健全各项机制\n区发改委、区财政局，各街道\n2\n落实责任，抓好\n区编办\n3", None),
    ("序号\t事项，内容、\n1\t制定办法，抓好落实，明确责任\n\n2\t", None),
]

WRAPPED = """关于印发《青河区2016年改革
重点任务分解方案》的通知
各镇人民政府，各街道办事处，各有关部门和各直属的事业单位，区
各人民团体：
为确保全年改革任务落地见效，按照区委深改组第六次会议的要求和
部署，现将有关任务分解如下。
一、推进经济领域改革
1.完善资源要素的差别化配置机制。对规模以上的工业企业开展综合
评价，实行分类水价和电价，倒逼低端产能退出，促进产业转型和升
级。
牵头单位：区经信委
协办单位：区发改委（物价局）、区国土分局、区住房和城乡建
设局、区环保局
2.推进国有平台公司的整合。理顺三家公司的股权关系，剥离不良的
资产。牵头单位：区
财政局。
中共青河区委办公室
青河区人民政府办公室"""


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_cut_sentences_are_joined_and_others_are_not(text: str, expected: str | None) -> None:
    assert apply(text, page_breaks.find(text)) == (text if expected is None else expected)


def test_lines_of_one_width_are_joined_to_paragraphs() -> None:
    lines = apply(WRAPPED, page_breaks.find(WRAPPED)).split("\n")
    assert lines[0] == "关于印发《青河区2016年改革重点任务分解方案》的通知"
    assert [line[-6:] for line in lines[1:4]] == ["各人民团体：", "务分解如下。", "经济领域改革"]
    assert lines[4].endswith("促进产业转型和升级。")
    assert lines[6].endswith("区住房和城乡建设局、区环保局")
    assert lines[7].endswith("牵头单位：区财政局。")
    assert lines[8:] == ["中共青河区委办公室", "青河区人民政府办公室"]


def test_who_signs_and_the_date_at_the_right_go_on_with_nothing() -> None:
    signed = f"{'　' * 22}青河区人民政府\n{'　' * 22}2016年3月1日\n青河区2016年改革重点任务分解方案"
    text = WRAPPED.replace("中共青河区委办公室\n青河区人民政府办公室", signed)
    assert apply(text, page_breaks.find(text)).endswith(signed)


def test_a_bracket_that_is_still_open_goes_on_behind_a_semicolon() -> None:
    text = WRAPPED.replace("财政局。", "财政局。\n3.整合政务服务的热线。（区政务服务办牵头；\n区信访局配合）")
    assert "（区政务服务办牵头；区信访局配合）" in apply(text, page_breaks.find(text))
    assert (
        apply("（区政务服务办牵头；\n区信访局", page_breaks.find("（区政务服务办牵头；\n区信访局")).count(
            "\n"
        )
        == 1
    )


def test_rows_whose_cells_spaces_part_are_not_joined() -> None:
    rows = [f"{n} 推进第{n}类登记，强化跟踪问效 县民政局 县司法局、县财政局 {n}月底前" for n in range(1, 9)]
    assert page_breaks.find("\n".join(rows)) == []


MENDED = """（一）推行教师轮岗交流，完善校长职级管理和教师绩效考核的具
体办法，由县教育局会同县人力资源和社会保障局、县财政局制定实
施细则，报县人民政府批准。
（二）建设水厂。（县水利局负责，县财政局、县自然资源局、县生态环境局、县住房城乡建设局、县应急局、县林业局、各乡镇人民政府参加，6月底前完成）
（三）改建校舍。（县教育局负责，县财政局、县自然资源局、县生态环境局、县住房城乡建设局、县应急局、县林业局、各乡镇人民政府参加，6月底前完成）
（四）开展河道、渠系、塘坝整治，健全管护制度，落实管护经费，
明确管护责任，由县水利局会同县财政局、县农业农村局、县自然资
源局和各乡镇人民政府制定办法，年底前印发。
（五）整治农房。（县住建局负责，县财政局、县自然资源局、县生态环境局、县住房城乡建设局、县应急局、县林业局、各乡镇人民政府参加，6月底前完成）"""


def test_lines_whose_brackets_were_closed_before_do_not_hide_the_width() -> None:
    lines = apply(MENDED, page_breaks.find(MENDED)).split("\n")
    assert [line[:3] for line in lines] == ["（一）", "（二）", "（三）", "（四）", "（五）"]
