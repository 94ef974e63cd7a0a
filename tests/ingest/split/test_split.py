"""Whole documents: where a plan's own text begins and ends, and what it says about itself."""

import json
from difflib import SequenceMatcher
from itertools import pairwise
from pathlib import Path

import pytest

from ingest.records import PlanKind
from ingest.split import Part, split
from ingest.split.title import title_key

SHARED = Path(__file__).parents[4] / "shared"
BODY = (
    "一、深化审批改革\n1.清理审批事项，压减办理时限。（区编办牵头，区财政局配合）\n"
    "2.推行容缺受理，年底前完成。（区政务中心负责）\n二、深化国企改革\n3.完成资产重组。（区国资局牵头）\n"
)
PLAIN_TITLE = "余姚市2016年改革要点"


def only(text: str) -> Part:
    parts = split(text)
    assert len(parts) == 1, [part.head.title for part in parts]
    return parts[0]


NOTICE = (
    "首页 > 政务公开\n"
    "余姚市人民政府办公室\n关于印发余姚市2016年\n改革要点的通　知\n"
    "余政办发〔2016〕8 号\n\n"
    "各乡镇人民政府、街道办事处：\n"
    "现将《余姚市2016年改革要点》印发给你们，请认真执行。责任单位中排在第一位的为牵头单位。\n"
    "余姚市人民政府办公室\n2016年2月2日\n（此件公开发布）\n\n"
    "余姚市2016年改革要点\n（试行）\n"
    f"{BODY}\n抄送：市委办。\n余姚市人民政府办公室 2016年2月3日印发\n上一篇：没有了\n"
)


def test_notice_title_addressees_and_footer_lie_outside_the_plans_own_text() -> None:
    part = only(NOTICE)
    own = NOTICE[part.body : part.end]
    assert own.startswith("一、深化审批改革") and own.endswith("（区国资局牵头）")
    assert "排在第一位的为牵头单位" in NOTICE[part.start : part.body]


def test_facts_of_a_notice() -> None:
    head = only(NOTICE).head
    assert head.title == PLAIN_TITLE
    assert head.kind is PlanKind.WORK_POINTS
    assert (head.doc_no, head.date, head.year) == ("余政办发〔2016〕8号", "2016-02-02", 2016)
    assert head.issuer == ("余姚市人民政府办公室",)
    assert (head.district, head.district_code) == ("宁波市余姚市", "330281")
    assert only(NOTICE).issues == ()


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("余姚市政府办公室关于印发《余姚市2016年改革要点》的通知\n", PLAIN_TITLE),
        ("关于印发<余姚市2016年改革要点>的通知\n", PLAIN_TITLE),
        ("# **关于印发《余姚市 2016 年改革要点》的通知**\n", PLAIN_TITLE),
        ("余姚市政府办公室转发市发改局关于余姚市2016年改革要点的通知\n", PLAIN_TITLE),
        ("中共余姚市委办公室 余姚市政府办公室\n印发《余姚市2016年改革要点》的通知\n", PLAIN_TITLE),
        ("余政办发〔2016〕8号 关于印发余姚市2016年改革要点的通知\n", PLAIN_TITLE),
        ("关于做好2016年改革工作的通知\n各单位：\n现将《余姚市2016年改革要点》印发给你们。\n", PLAIN_TITLE),
        ("名称：关于印发余姚市2016年改革要点的通知　　文号：余政办发〔2016〕8号\n", PLAIN_TITLE),
        ("关于公开征求《余姚市2016年改革要点（征求意见稿）》意见的公告\n", PLAIN_TITLE),
    ],
)
def test_forms_of_notices(heading: str, title: str) -> None:
    head = only(f"{heading}余姚市2016年改革要点\n{BODY}").head
    assert (head.title, head.year, head.district) == (title, 2016, "宁波市余姚市")


@pytest.mark.parametrize(
    ("text", "title", "kind"),
    [
        ("盐田区2014年重点改革计划\n", "盐田区2014年重点改革计划", PlanKind.PLAN),
        ("深 圳 市 盐 田 区 2014 年 改 革 计 划\n", "深圳市盐田区2014年改革计划", PlanKind.PLAN),
        ("政策文件\n盐田区2014年任务分解表\n", "盐田区2014年任务分解表", PlanKind.DIVISION),
        ("盐田区2014年\n改革责任\n分工方案\n", "盐田区2014年改革责任分工方案", PlanKind.DIVISION),
        ("盐田区人民政府\n关于深化改革的意见\n", "盐田区人民政府关于深化改革的意见", PlanKind.SCHEME),
        ("盐田区2014年民生实事候选项目\n", "盐田区2014年民生实事候选项目", PlanKind.OTHER),
        ("现就盐田区开展“效能年”活动制定如下方案：\n", "盐田区开展“效能年”活动方案", PlanKind.SCHEME),
    ],
)
def test_titles_without_a_notice(text: str, title: str, kind: PlanKind) -> None:
    head = only(text + BODY).head
    assert (head.title, head.kind, head.district) == (title, kind, "深圳市盐田区")


@pytest.mark.parametrize(
    ("above", "below", "date", "year"),
    [
        ("盐田区改革计划\n（2013年3月28日）\n", "", "2013-03-28", 2013),
        ("盐田区改革计划\n（2013年3月28日区委常委会通过）\n", "", "2013-03-28", 2013),
        ("成文日期：2013-03-28　发布日期：2013-04-02\n盐田区改革计划\n", "", "2013-03-28", 2013),
        ("盐田区改革计划\n", "盐田区改革办\n二○一三年三月二十八日\n", "2013-03-28", 2013),
        ("盐田区改革计划\n深盐办〔2013〕9号\n", "", None, 2013),
        ("盐田区2014年改革计划\n", "2013年12月28日\n", "2013-12-28", 2014),
        ("盐田区201*年改革计划\n", "", None, None),
        ("盐田区改革计划\n", "2013年12月底前完成。\n", None, None),
    ],
)
def test_dates_and_years(above: str, below: str, date: str | None, year: int | None) -> None:
    head = only(above + BODY + below).head
    assert (head.date, head.year) == (date, year)


def test_day_of_the_page_stands_in_for_a_date_and_is_reported() -> None:
    part = only("发布时间：2014-05-05\n盐田区2014年改革计划\n" + BODY)
    assert part.head.date == "2014-05-05"
    assert [issue.code for issue in part.issues] == ["date-of-page"]


def test_what_stays_unknown_is_reported() -> None:
    codes = {issue.code for issue in only("今年要抓好改革。\n" + BODY).issues}
    assert codes == {"title-doubtful", "district-open", "year-unknown"}


@pytest.mark.parametrize(
    ("text", "is_news"),
    [
        ("天河区召开改革推进会\n近日，天河区召开会议。会议强调，要抓好落实。\n", True),
        (
            "甲区出台2019年改革工作要点\n记者从区委改革办获悉，今年推进30项改革。\n负责人表示，要抓好。\n",
            True,
        ),
        ("改革成果惠及居民\n今年以来，天河区推进改革。经验引发广泛关注。\n", True),
        ("天河区2019年改革工作要点\n近日，会议审议了要点。记者站负责落实。\n" + BODY, False),
        ("天河区2019年改革工作要点\n每月25日前报送，负责人表示同意。\n" + BODY + "责任编辑：某某\n", False),
    ],
)
def test_reports_are_told_from_plans(text: str, is_news: bool) -> None:
    assert (only(text).head.kind is PlanKind.NEWS) is is_news


def test_year_of_a_report_is_that_of_the_plan_it_cites_for_this_year() -> None:
    text = "改革惠及居民\n近日，天河区总结改革。2017年已有办法，"
    text += "今年制定《天河区2018年改革要点》。\n居民表示，办事更快。\n"
    assert only(text).head.year == 2018


def gazette(*numbers: int) -> str:
    return "\n".join(
        f"余姚市人民政府办公室关于印发余姚市第{n}项改革方案的通知\n(2016年{n}月2日)\n余政办发〔2016〕{n}号\n"
        f"《余姚市第{n}项改革方案》已经市政府同意，现印发给你们，请认真执行。\n"
        f"余姚市第{n}项改革方案\n{BODY}附件 1\n任务表\n{BODY}"
        for n in numbers
    )


def test_gazette_is_split_at_its_notices_and_attachments_stay() -> None:
    text = "# 市政府公报\n2016年第2期\n" + gazette(3, 4, 5)
    parts = split(text)
    assert [part.head.title for part in parts] == [f"余姚市第{n}项改革方案" for n in (3, 4, 5)]
    assert [part.head.doc_no for part in parts] == [f"余政办发〔2016〕{n}号" for n in (3, 4, 5)]
    assert [part.head.date for part in parts] == [f"2016-0{n}-02" for n in (3, 4, 5)]
    assert all("附件 1" in text[part.body : part.end] for part in parts)
    assert all(a.end <= b.start for a, b in pairwise(parts))


def test_opinions_that_follow_one_another_are_split() -> None:
    one = (
        "余姚市人民政府关于{}改革的{}意见\n余政发〔2016〕{}号\n各乡镇人民政府：\n为深化改革，提出意见。\n"
        + BODY * 2
    )
    parts = split(one.format("公交", "实施", 8) + one.format("殡葬", "", 9))
    assert [part.head.doc_no for part in parts] == ["余政发〔2016〕8号", "余政发〔2016〕9号"]


@pytest.mark.parametrize(
    "tail",
    [
        "依据\n关于印发政务公开要点的通知\n某政办发〔2017〕3号\n关于印发其他要点的通知\n某政办发〔2017〕4号\n"
        + BODY,
        "根据《市政府关于印发改革要点的通知》（某政发〔2016〕3号），各单位要贯彻执行。\n" * 3,
        "相关链接：\n关于印发政务公开要点的通知\n关于印发审批改革方案的通知\n",
    ],
)
def test_cited_notices_start_no_plan(tail: str) -> None:
    assert only("余姚市2016年改革任务清单\n" + BODY * 3 + tail).head.title == "余姚市2016年改革任务清单"


def test_links_below_a_plan_are_cut_with_the_footer() -> None:
    text = f"余姚市2016年改革要点\n{BODY}\n相关链接：\n余姚市2015年改革总结\n版权所有：余姚市政府\n"
    assert text[: only(text).end].endswith("（区国资局牵头）")


HOSTED = (
    "1.改造校舍。\n主办单位：市教育局\n协办单位：市住建局\n2.扩大学位。\n主办单位：市财政局\n协办单位：市编办"
)


@pytest.mark.parametrize(
    "foot",
    [
        "",
        "\n\n上一篇：没有了\n下一篇：没有了",
        "\n\n主办单位：余姚市人民政府　承办单位：市信息中心",
        "\n\n【打印】【关闭】　附件下载　主办单位：余姚市人民政府",
        "\n版权所有：余姚市政府\n主办单位：余姚市人民政府",
    ],
)
def test_the_last_fields_belong_to_the_plan_and_the_owner_to_the_page(foot: str) -> None:
    text = f"余姚市2016年改革要点\n{HOSTED}{foot}\n"
    assert text[: only(text).end].endswith("协办单位：市编办")


@pytest.mark.parametrize("text", ["", " \n\t\n　"])
def test_blank_text_holds_no_plan(text: str) -> None:
    assert split(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "改",
        "\n\n#\n",
        "。" * 50,
        "余姚市2016年改革要点",
        "名称：关于印发余姚市2016年改革要点的通知",
        "上一篇：没有了",
        "改革，" * 20_000,
        BODY,
    ],
)
def test_any_other_text_is_one_part_within_its_bounds(text: str) -> None:
    part = only(text)
    assert 0 <= part.start <= part.body <= len(text) and part.end <= len(text)


def test_real_forms_are_read_right() -> None:
    """At least 97 of 100 titles, years, numbers and districts of the development documents."""
    if not SHARED.is_dir():
        pytest.skip("leaves out the 48 development documents: ../shared is not beside this project")
    wrong, count = [], 0
    for path in sorted((SHARED / "dev" / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        parts = split((SHARED / "dev" / "text" / gold["source"]).read_text(encoding="utf-8-sig"))
        assert len(parts) == 1, gold["source"]
        for want in gold.get("plans", []):
            head = parts[0].head
            found = {
                "title": SequenceMatcher(None, title_key(want["title"]), title_key(head.title)).ratio()
                >= 0.9,
                "year": want["year"] in (None, head.year),
                "doc_no": want["doc_no"] is None or title_key(want["doc_no"]) == title_key(head.doc_no or ""),
                "district": want["district"].endswith(head.district or "?"),
                "date": want["date"] in (None, head.date),
            }
            count += len(found)
            wrong += [(gold["source"], name) for name, right in found.items() if not right]
    assert count > 200
    assert len(wrong) <= 0.03 * count, wrong
