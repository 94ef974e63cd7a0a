"""Document numbers, dates, years and units read from single lines."""

import pytest

from ingest.split.facts import doc_no_year, read_date_line, read_dates, read_doc_no, title_year
from ingest.split.organs import is_organ_line, split_organs


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("2016年1月28日", "2016-01-28"),
        ("（2016年1月28日）", "2016-01-28"),
        ("(2016年12月8日)", "2016-12-08"),
        ("二○一○年二月二十六日", "2010-02-26"),
        ("二〇二〇年三月十日", "2020-03-10"),
        ("二OO六年五月十六日", "2006-05-16"),
        ("二Ｏ一二年十一月三十日", "2012-11-30"),
        ("二零一三年十月廿一日", "2013-10-21"),
        ("2019-06-03", "2019-06-03"),
        ("2019/6/3", "2019-06-03"),
        ("2016年2月31日前完成", None),
        ("2016年13月1日", None),
        ("2016年2月30日", None),
        ("2016年1月", None),
        ("会议于2016年1月28日召开", None),
    ],
)
def test_line_that_is_a_date(line: str, date: str | None) -> None:
    assert read_date_line(line) == date


def test_dates_within_a_line_keep_their_order() -> None:
    assert [iso for _, iso in read_dates("发布日期：2016-01-28成文日期：2016年1月3日")] == [
        "2016-01-28",
        "2016-01-03",
    ]


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("罗办发〔2016〕1号", "罗办发〔2016〕1号"),
        ("隆府办发[2006]37号", "隆府办发〔2006〕37号"),
        ("(隆府办发[2006]37号)", "隆府办发〔2006〕37号"),
        ("澄政办发（2012）45号", "澄政办发〔2012〕45号"),
        ("西政办发【2021】006号", "西政办发〔2021〕6号"),
        ("京政办发〔2009〕第12号", "京政办发〔2009〕12号"),
        ("某改发2018-7号", "某改发〔2018〕7号"),
        ("川府发〔2013〕22号二○一三年五月八日", "川府发〔2013〕22号"),
        ("第289号", "第289号"),
        ("市政府令第12号", "市政府令第12号"),
        ("根据罗办发精神", None),
        ("海党办〔201*〕145号", None),
        ("2016年1月28日", None),
    ],
)
def test_document_number(line: str, number: str | None) -> None:
    assert read_doc_no(line) == number


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("盐田区2014年重点改革计划", 2014),
        ("2023年区政府工作报告主要任务分解表", 2023),
        ("国企改革三年行动方案（2020—2022年）", 2020),
        ("关于二〇一三年深化农村改革的意见", 2013),
        ("海曙区201*年改革要点", None),
        ("固始县全面推行河长制主要任务分解表", None),
        ("12345热线改革方案", None),
    ],
)
def test_year_of_a_title(title: str, year: int | None) -> None:
    assert title_year(title) == year


def test_year_of_a_document_number() -> None:
    assert doc_no_year("罗办发〔2016〕1号") == 2016
    assert doc_no_year("第289号") is None
    assert doc_no_year(None) is None


@pytest.mark.parametrize(
    ("words", "organs"),
    [
        ("中共宣汉县委办公室　宣汉县人民政府办公室", ("中共宣汉县委办公室", "宣汉县人民政府办公室")),
        ("中共罗湖区委办公室罗湖区人民政府办公室", ("中共罗湖区委办公室", "罗湖区人民政府办公室")),
        ("中共桐乡市濮院镇委员会桐乡市濮院镇人民政府", ("中共桐乡市濮院镇委员会", "桐乡市濮院镇人民政府")),
        ("中共温州市委 温州市人民政府", ("中共温州市委", "温州市人民政府")),
        ("深圳市罗湖区 人民政府办公室", ("深圳市罗湖区人民政府办公室",)),
        ("盐田区委（政府）办公室", ("盐田区委（政府）办公室",)),
        ("今年改革", ()),
    ],
)
def test_units_of_a_heading(words: str, organs: tuple[str, ...]) -> None:
    assert split_organs(words) == organs


@pytest.mark.parametrize(
    ("line", "is_organ"),
    [
        ("中共宣汉县委办公室　宣汉县人民政府办公室", True),
        ("固始县河长制办公室", True),
        ("责任单位：区教育局", False),
        ("深化行政审批制度改革", False),
        ("2016年4月20日印发", False),
    ],
)
def test_line_of_units(line: str, is_organ: bool) -> None:
    assert is_organ_line(line) is is_organ
