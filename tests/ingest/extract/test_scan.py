"""Where statements begin and end in running text: brackets of every kind and groups of labelled lines."""

import pytest

from ingest.extract.scan import find_statements
from tests.ingest.extract.factory import Who, claimed, who

AB = who(lead="县教育局", participate="县民政局")
INSIDE = "县教育局牵头，县民政局配合"


def found(text: str, limits: list[int] | None = None) -> list[Who]:
    return [claimed(statement.claims) for statement in find_statements(text, 0, len(text), limits or [])]


@pytest.mark.parametrize(
    "text",
    [
        f"推行轮岗。（{INSIDE}）",
        f"推行轮岗（{INSIDE}）。",
        f"推行轮岗。({INSIDE})",
        f"推行轮岗。（{INSIDE})",
        f"推行轮岗。〔{INSIDE}〕",
        f"推行轮岗。[{INSIDE}]",
        f"推行轮岗。【{INSIDE}】",
        f"推行轮岗。〖{INSIDE}〗",
        f"推行轮岗。{{{INSIDE}}}",
        f"推行轮岗。（{INSIDE}。）",
        f"推行轮岗。（ {INSIDE} ）扩大试点。",
        f"推行轮岗。（{INSIDE}",
        f"推行轮岗。（{INSIDE}\n扩大试点。（完）",
        f"推行轮岗（试行）。（{INSIDE}）",
        f"推行轮岗。\n（{INSIDE}）",
        "推行轮岗。（牵头单位：县教育局；责任单位：县民政局）",
        "推行轮岗。牵头单位：县教育局；责任单位：县民政局",
        "推行轮岗。\n牵头单位：县教育局\n责任单位：县民政局",
        "推行轮岗。\n牵头单位：县教育局\n\n责任单位：县民政局。",
        "推行轮岗。\n　　牵头单位:县教育局　责任单位:县民政局\n扩大试点。",
        "推行轮岗。\n牵头单位：\n县教育局\n责任单位：\n县民政局\n",
    ],
)
def test_one_statement_in_every_form(text: str) -> None:
    assert found(text) == [AB]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "推行轮岗。（县教育局负责）改造校舍。（县住建局牵头，县财政局配合）",
            [who(responsible="县教育局"), who(lead="县住建局", participate="县财政局")],
        ),
        ("落实资金〔责任单位：县财政局，各县（市、区）〕。", [who(responsible="县财政局 各县（市、区）")]),
        (
            "落实资金（责任单位：县财政局，各县（市、区）人民政府）。",
            [who(responsible="县财政局 各县（市、区）人民政府")],
        ),
        ("推行轮岗。（县教育局、县民政局）", [who(responsible="县教育局 县民政局")]),
        ("推行轮岗。\n责任单位：县教育局\n完成时限：6月底前", [who(responsible="县教育局")]),
        ("推行轮岗。（县教育局、县民政局\n扩大试点。", [who(responsible="县教育局 县民政局")]),
        ("推行轮岗。{责任单位:县教育局}", [who(responsible="县教育局")]),
        # where persons come from
        ("成员　何小川（县教育局）、马大江（县民政局）", []),
        # what stands after brackets and labels of other things
        ("制定细则（见附件）。县教育局（体育局）要抓好落实。", []),
        ("新建校舍（含运动场）、宿舍（单位：平方米）。", []),
        ("明确责任单位，落实工作责任。", []),
        ("由牵头单位：县教育局。", []),
        ("联系人：何小川，联系电话：123。", []),
        ("推行轮岗。", []),
        ("", []),
    ],
)
def test_several_statements_or_none(text: str, wanted: list[Who]) -> None:
    assert found(text) == wanted


def test_a_statement_does_not_cross_the_next_paragraph() -> None:
    text = "1.推行轮岗。（责任单位：县教育局\n2.改造校舍。（责任单位：县住建局）"
    limit = text.index("2.")
    assert found(text, [0, limit]) == [who(responsible="县教育局"), who(responsible="县住建局")]
    flat = "1.推行轮岗。（责任单位：县教育局 2.改造校舍。（责任单位：县住建局）"
    assert found(flat, [0, flat.index("2.")]) == [who(responsible="县教育局"), who(responsible="县住建局")]


def test_labels_of_two_paragraphs_are_two_statements() -> None:
    text = "1.推行轮岗。\n牵头单位：县教育局\n2.改造校舍。\n责任单位：县住建局\n"
    assert found(text, [0, text.index("2.")]) == [who(lead="县教育局"), who(responsible="县住建局")]


def test_spans_lie_in_the_text_in_order_and_do_not_overlap() -> None:
    fields = "责任单位：县住建局\n完成时限：6月底\n"
    text = f"推行轮岗。（{INSIDE}）改造校舍。\n{fields}再造流程。（县政府办、县司法局）"
    statements = find_statements(text, 0, len(text), [])
    assert len(statements) == 3
    at = 0
    for statement in statements:
        assert at <= statement.start < statement.end <= len(text)
        assert all(statement.start <= c.first and c.last <= statement.end for c in statement.claims)
        assert all(statement.start <= a < b <= statement.end for a, b in statement.deadlines)
        at = statement.end
    assert [text[a:b] for a, b in statements[1].deadlines] == ["6月底"]


def test_only_the_stretch_is_read() -> None:
    text = "推行轮岗。（县教育局负责）改造校舍。（县住建局负责）"
    half = text.index("改造")
    assert [claimed(s.claims) for s in find_statements(text, half, len(text), [])] == [
        who(responsible="县住建局")
    ]
    assert [claimed(s.claims) for s in find_statements(text, 0, half, [])] == [who(responsible="县教育局")]
