"""News reports: reform projects by area, and nothing for a report about a meeting."""

from ingest.extract.news import read_news
from ingest.records import PlanKind
from tests.ingest.extract.factory import by_number, read, who

REPORT = """柳河县改革出实招
过去一年，柳河县深化供水“一户一表”改革，启动宅基地“三权分置”改革试点。
行政审批领域
县政务服务局将聚焦群众办事难点，一是推行容缺受理，年底前覆盖全部事项；二是推行帮办代办，减少申请材料三成以上。
教育领域
县教育局着力办好家门口的学校。一是推进集团化办学改革，组建教育集团；二是推行课后服务，让家长放心。
医疗领域
分级诊疗走向深入，村卫生室全部完成改造，群众在家门口就能看上病，药品目录统一，双向转诊更加顺畅，医护人员待遇同步提高。
"""
MEETING = """县委召开全面深化改革会议
昨日，县委深改委召开第三次会议，审议通过《柳河县教师轮岗办法》。
会议强调，要深化教育领域改革，由县教育局牵头推进轮岗，县人社局配合。
会议要求，县教育局要抓好落实。
"""


def test_projects_and_areas_are_read_with_the_units_said_to_carry_them() -> None:
    assert by_number(REPORT, kind=PlanKind.NEWS) == {
        "“一户一表”改革": who(),
        "“三权分置”改革试点": who(),
        "推行容缺受理": who(responsible="县政务服务局"),
        "推行帮办代办": who(responsible="县政务服务局"),
        "集团化办学改革": who(responsible="县教育局"),
        "推行课后服务": who(responsible="县教育局"),
        "分级诊疗走向深入": who(),
    }


def test_items_stand_below_their_area() -> None:
    items = read(REPORT, kind=PlanKind.NEWS).items
    assert [item.path for item in items] == [
        (),
        (),
        ("行政审批领域",),
        ("行政审批领域",),
        ("教育领域",),
        ("教育领域",),
        ("医疗领域",),
    ]
    assert [item.deadline.text for item in items if item.deadline] == ["年底前"]


def test_the_units_of_a_report_are_unsure() -> None:
    for item in read(REPORT, kind=PlanKind.NEWS).items:
        assert all(role.confidence < 0.7 and role.rule == "news" for role in item.roles)


def test_a_report_about_a_meeting_has_no_items() -> None:
    assert read_news(MEETING, 0) == []
    assert read(MEETING, kind=PlanKind.NEWS).items == ()


def test_two_areas_are_not_enough() -> None:
    short = REPORT[: REPORT.index("医疗领域")]
    assert read_news(short, 0) == []


def test_a_report_that_prints_the_plan_is_read_as_a_plan() -> None:
    text = f"""柳河县公布改革任务
{REPORT}
一、改革任务
1.推行轮岗。（县教育局牵头，县人社局配合）
2.改造校舍。（县住建局负责）
3.组建医共体。（县卫健局负责）
"""
    assert by_number(text, kind=PlanKind.NEWS).keys() >= {"1", "2", "3"}
    assert "推行容缺受理" not in by_number(text, kind=PlanKind.NEWS)


def test_what_stands_before_the_body_is_not_read() -> None:
    body = REPORT.index("行政审批领域")
    assert [item.path for item in read(REPORT, kind=PlanKind.NEWS, body=body).items][:2] == [
        ("行政审批领域",),
        ("行政审批领域",),
    ]
