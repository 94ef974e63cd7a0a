"""What pages set above a document, and what a document says about itself in other places than its heading."""

import pytest

from ingest.split import Head, split
from ingest.split.organs import is_national

BODY = "一、审批改革\n1.清理事项。（区编办牵头）\n2.容缺受理。（区政务中心负责）\n"
TITLE = "余姚市2016年改革要点"
NOTICE = f"余姚市人民政府办公室关于印发{TITLE}的通知"


def head(text: str) -> Head:
    parts = split(text)
    assert len(parts) == 1
    return parts[0].head


@pytest.mark.parametrize(
    "above",
    [
        f"---\n标题: {NOTICE}\n文号: 余政办发〔2016〕8号\n层级: 市级\n状态: 有效\n---\n\n"
        f"> 正文由脚本提取。\n\n{NOTICE}\n",
        f"索引号：\n\n0001/2016-2\n\n主题分类：\n\n综合\\政务\n\n发文机关：\n\n余姚市人民政府办公室\n\n"
        f"成文日期：\n\n2016年2月2日\n\n标题：\n\n{NOTICE}\n\n文号：\n\n余政办发〔2016〕8号\n\n{NOTICE}\n",
    ],
)
def test_fields_above_a_document_are_no_part_of_its_title(above: str) -> None:
    found = head(f"{above}各镇人民政府：\n现将《{TITLE}》印发给你们，请认真执行。\n{TITLE}\n{BODY}")
    assert (found.title, found.doc_no) == (TITLE, "余政办发〔2016〕8号")


@pytest.mark.parametrize(
    ("notice", "doc_no"),
    [
        ("余政办发〔2016〕8号各镇人民政府：现将要点印发给你们，请认真执行。", "余政办发〔2016〕8号"),
        (
            "各镇人民政府：\n现将要点印发给你们，请认真执行。\n余政办发〔2016〕8号\n2016年2月2日",
            "余政办发〔2016〕8号",
        ),
        ("各镇人民政府：\n根据甬政发〔2016〕3号文件，现将要点印发给你们，请认真执行。", None),
        ("各镇人民政府：\n现将要点印发给你们，请认真执行。\n甬政发〔2016〕3号文件另行落实。", None),
    ],
)
def test_the_number_of_a_document_below_its_notice(notice: str, doc_no: str | None) -> None:
    assert head(f"{NOTICE}\n{notice}\n{TITLE}\n{BODY}").doc_no == doc_no


def test_the_first_of_two_plans_of_one_notice_gives_the_title() -> None:
    both = "关于印发余姚市审批改革若干政策和余姚市国企改革计划的通知"
    text = f"余姚市人民政府办公室{both}\n余政办发〔2016〕8号\n各镇人民政府：\n现印发给你们，请认真执行。\n"
    assert head(f"{text}余姚市审批改革若干政策\n{BODY}").title == "余姚市审批改革若干政策"
    assert head(f"{text}{BODY}").title == "余姚市审批改革若干政策和余姚市国企改革计划"


def test_an_attachment_names_a_plan_without_a_heading() -> None:
    text = "各镇党委、政府：\n现将今年任务下达你们，请抓好落实。\n附件：余姚市2016年民生任务分解表\n"
    assert head(f"{text}余姚市2016年民生任务分解表（一）\n{BODY}").title.startswith(
        "余姚市2016年民生任务分解表"
    )


SALUTATION = "各镇人民政府，市直各单位：\n"
SIGNED = "余姚市人民政府办公室\n2016年3月1日\n"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        # the first of several that a notice without a heading hands over, also where its annexes are listed
        (
            f"{SALUTATION}《2016年重点工作分解》和《2016年民生实事分解》已经市政府同意，现印发给你们。\n"
            f"附件：1.2016年重点工作分解\n2.2016年民生实事分解\n{SIGNED}附件1\n2016年重点工作分解\n",
            "2016年重点工作分解",
        ),
        # the first of the annexes, whose title holds another
        (
            f"{SALUTATION}为做好今年工作，现将任务下达你们。\n附件：1. 2016年《政府工作报告》任务分解表\n"
            f"2. 2016年《市委工作要点》任务分解表\n{SIGNED}",
            "2016年《政府工作报告》任务分解表",
        ),
        # a heading below a notice that names nothing
        (f"{SALUTATION}现将任务下达你们。\n{SIGNED}余姚市2016年任务分解表\n", "余姚市2016年任务分解表"),
        # the heading of a notice stands twice, on the page and on the document
        (
            "余姚市改革办公室关于印发《余姚市改革任务分解方案》的通知\n余姚市改革办公室\n"
            "关于印发《余姚市改革任务 分解方案》的通知\n余姚市改革任务分解表\n",
            "余姚市改革任务分解表",
        ),
        # a sentence of the page says what it prints
        ("近日，余姚市印发《余姚市改革攻坚方案》。全文如下：\n", "余姚市改革攻坚方案"),
        # the page holds nothing but the annex
        (
            "标题：关于转发市改革办制定的《余姚市改革意见》的通知\n附件：\n余姚市改革任务清单\n",
            "余姚市改革任务清单",
        ),
    ],
)
def test_the_title_of_a_plan_below_a_notice(text: str, title: str) -> None:
    assert head(f"{text}{BODY}").title == title


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        ("2016年改革任务繁重。", 2016),
        ("到2020年的目标任务要早作安排。", None),
        ("2016年改革任务繁重，2017年改革任务更重。", None),
        ("2015年以来成效明显。", None),
    ],
)
def test_the_year_whose_tasks_a_text_speaks_of(sentence: str, year: int | None) -> None:
    assert head(f"1.清理事项。（区编办牵头）\n2.容缺受理。（区政务中心负责）\n{sentence}\n").year == year


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        (("国务院办公厅", "余姚市"), True),
        (("国家发展改革委", ""), True),
        (("", "教育部等六部门关于开展研学的意见"), True),
        (("余姚市人民政府", "国务院办公厅"), False),
        (("教育部门", ""), False),
        (("", ""), False),
    ],
)
def test_what_bodies_of_the_whole_country_issue_has_no_place(named: tuple[str, ...], expected: bool) -> None:
    assert is_national(named) is expected
