"""Parts that divide the duties: a sentence that opens with a unit gives it one."""

import pytest

from ingest.extract.addressed import addressed_claims
from ingest.extract.duties import read_duties
from ingest.extract.outline import read_outline
from ingest.extract.scan import find_statements
from tests.ingest.extract.factory import Who, by_number, claimed, read, who


def duties(text: str) -> list[tuple[str | None, Who]]:
    root = read_outline(text, 0, len(text))
    drafts = read_duties(text, root, find_statements(text, 0, len(text), []))
    return [(draft.title, claimed(draft.claims)) for draft in drafts]


@pytest.mark.parametrize("heading", ["职责分工", "部门职责", "责任分工", "责任主体"])
def test_headings_that_open_such_a_part(heading: str) -> None:
    text = f"一、总体要求\n深化改革。\n二、{heading}\n县财政局负责资金保障。\n"
    assert duties(text) == [("负责资金保障", who(responsible="县财政局"))]


@pytest.mark.parametrize("heading", ["工作措施", "改革内容", "加强领导"])
def test_other_headings_open_none(heading: str) -> None:
    assert duties(f"一、{heading}\n县财政局负责资金保障。\n") == []


@pytest.mark.parametrize(
    ("sentence", "title", "wanted"),
    [
        ("县财政局负责资金保障。", "负责资金保障", who(responsible="县财政局")),
        ("县财政局要落实资金，加强监管。", "落实资金", who(responsible="县财政局")),
        ("县财政局应落实资金；加强监管。", "落实资金", who(responsible="县财政局")),
        ("县财政局：负责资金保障。", "负责资金保障", who(responsible="县财政局")),
        ("县财政局要牵头制定细则，做好登记。", "牵头制定细则", who(lead="县财政局")),
        (
            "县财政局要落实资金，积极配合开展审核。",
            "落实资金",
            who(responsible="县财政局", participate="县财政局"),
        ),
        ("县财政局、县审计局要加强监管。", "加强监管", who(responsible="县财政局 县审计局")),
        ("县财政局和县审计局负责监管。", "负责监管", who(responsible="县财政局 县审计局")),
        ("各乡镇要做好宣传。", "做好宣传", who(responsible="各乡镇")),
    ],
)
def test_duties(sentence: str, title: str, wanted: Who) -> None:
    assert duties(f"一、职责分工\n{sentence}\n") == [(title, wanted)]


def test_several_sentences_of_a_paragraph_are_several_duties() -> None:
    text = "一、职责分工\n县财政局负责资金保障。县审计局负责监督。\n县教育局要做好培训。\n"
    assert duties(text) == [
        ("负责资金保障", who(responsible="县财政局")),
        ("负责监督", who(responsible="县审计局")),
        ("做好培训", who(responsible="县教育局")),
    ]


def test_a_group_and_its_office() -> None:
    text = "一、责任分工\n成立养老服务领导小组，负责统筹协调。领导小组办公室设在县民政局，负责日常调度。\n"
    assert duties(text) == [
        ("成立养老服务领导小组", who(responsible="养老服务领导小组")),
        ("负责日常调度", who(responsible="养老服务领导小组办公室")),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "要加强资金保障。",
        "加强县财政局的监管。",
        "公平正义的社会要共同建设。",
        "资金由财政安排。",
        # the part states roles in brackets, so its sentences give none
        "县财政局负责资金保障。（县审计局牵头）",
    ],
)
def test_sentences_that_give_no_duty(sentence: str) -> None:
    assert duties(f"一、职责分工\n{sentence}\n") == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("县教育局：负责课程安排。", who(responsible="县教育局")),
        ("环卫公司、县教育局：主要负责清运。", who(responsible="环卫公司 县教育局")),
        ("各村：做好宣传。", who(responsible="各村")),
        ("县教育局：牵头制定办法。", who(lead="县教育局")),
        ("县教育局：配合开展检查。", who(participate="县教育局")),
        ("工作原则：负责到底。", who()),
        ("县教育局：课程安排。", who()),
        ("推行轮岗。县教育局：负责课程。", who()),
    ],
)
def test_items_that_open_with_their_units(text: str, wanted: Who) -> None:
    assert claimed(addressed_claims(text, 0, len(text))) == wanted


def test_a_part_that_divides_duties_beside_tasks_with_roles_gives_no_items() -> None:
    tasks = "一、重点任务\n1.轮岗。（县教育局牵头）\n2.改造校舍。（县住建局负责）\n3.控辍。（县教育局负责）\n"
    assert set(by_number(tasks + "二、责任分工\n县财政局：负责资金保障。\n")) == {"1", "2", "3"}
    below = tasks + "（一）职责分工\n县财政局：负责资金保障。\n"
    assert set(by_number(below)) == {"1", "2", "3", "负责资金保障"}


def test_an_order_to_all_at_the_end_of_a_paragraph_is_no_duty() -> None:
    assert duties("一、职责分工\n县财政局负责资金保障。各部门要加强配合。\n") == [
        ("负责资金保障", who(responsible="县财政局"))
    ]


def test_duties_are_the_items_of_a_plan_without_statements() -> None:
    part = "二、职责分工\n县财政局负责资金保障。\n各乡镇要做好宣传。\n"
    text = f"一、总体要求\n深化改革。\n{part}三、保障措施\n加强领导。\n"
    assert by_number(text) == {
        "负责资金保障": who(responsible="县财政局"),
        "做好宣传": who(responsible="各乡镇"),
    }
    assert {item.path for item in read(text).items} == {("职责分工",)}
