"""Labels made of heads and nouns, labels of one word, labels in brackets."""

import pytest

from ingest.extract.statements import find_labels, label_kind, read_bracket
from tests.ingest.extract.factory import Who, by_number, claimed, who

AB = who(lead="县教育局", participate="县民政局")


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("牵头办所", "lead"),
        ("牵头市直单位", "lead"),
        ("主抓单位", "lead"),
        ("责任站所", "responsible"),
        ("责任乡镇", "responsible"),
        ("配合办所", "participate"),
        ("配合企业", "participate"),
        ("督导单位", "participate"),
        ("分线领导", "person"),
        ("县级牵头领导", "person"),
        ("挂点联系县领导", "person"),
        ("包保责任人", "person"),
        ("责任分工", "division"),
        ("参与企业", None),
        ("支持乡镇", None),
        ("联系人", "other"),
    ],
)
def test_heads_and_nouns_make_labels(label: str, kind: str | None) -> None:
    assert label_kind(label) == kind


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("牵头：县教育局　参与：县民政局", ["牵头", "参与"]),
        ("（主责：县教育局；协同：县民政局）", ["主责", "协同"]),
        ("牵头单位为：县教育局", ["牵头单位"]),
        ("包片领导：何小川 责任村：大柳村", ["包片领导", "责任村"]),
        ("（牵头）县教育局；（参与）县民政局", ["牵头", "参与"]),
        ("【牵头单位】县教育局【配合单位】县民政局", ["牵头单位", "配合单位"]),
        # marks behind units, words inside other words
        ("县教育局（牵头）、县民政局", []),
        ("县教育局（牵头）县民政局", []),
        ("积极参与：一是", []),
        ("压实责任：一是", []),
        ("工作人员：何小川", []),
    ],
)
def test_labels_of_one_word(text: str, labels: list[str]) -> None:
    assert [label.text for label in find_labels(text)] == labels


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("责任单位 县教育局", ["责任单位"]),
        ("牵头单位 县教育局  配合单位　县民政局  时限 6月底", ["牵头单位", "配合单位", "时限"]),
        ("责任领导 何小川  牵头单位 县教育局  时限6月底", ["责任领导", "牵头单位", "时限"]),
        ("推行轮岗。（牵头单位 县教育局 县民政局", ["牵头单位"]),
        ("责任领导　何　敏　责任科室　教育办", ["责任领导", "责任科室"]),
        # no unit follows
        ("序号 任务 牵头单位 配合单位 完成时限", []),
        ("各责任单位 加强督查", []),
        ("完成时限 6月底", []),
        ("责任领导 何小川", []),
    ],
)
def test_labels_that_a_space_parts_from_their_units(text: str, labels: list[str]) -> None:
    assert [label.text for label in find_labels(text)] == labels


def test_a_deadline_behind_a_label_in_brackets() -> None:
    assert [label.text for label in find_labels("【责任单位】县教育局\n【完成时限】2023年6月")] == [
        "责任单位",
        "完成时限",
    ]


@pytest.mark.parametrize(
    ("inside", "wanted"),
    [
        ("牵头：县教育局　参与：县民政局", AB),
        ("牵头：县教育局；参与：县民政局", AB),
        ("牵头：县教育局，参加：县民政局", AB),
        ("牵头：县教育局、协办：县民政局", AB),
        ("主责：县教育局；协同：县民政局", AB),
        ("参与：县教育局、县民政局", who(participate="县教育局 县民政局")),
        ("牵头办所：民政办；配合办所：财政所、相关村", who(lead="民政办", participate="财政所 相关村")),
        ("责任办所：民政办、配合办所：财政所", who(responsible="民政办", participate="财政所")),
        ("牵头：县教育局；督办：县督查室", who(lead="县教育局", participate="县督查室")),
    ],
)
def test_brackets_with_labels_of_all_sorts(inside: str, wanted: Who) -> None:
    found = read_bracket(inside, 0, len(inside))
    assert found is not None
    assert claimed(found.claims) == wanted


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("县教育局牵头，县民政局配合。", AB),
        ("由县教育局牵头办理，县民政局协办。", AB),
        ("县教育局主责，县民政局协同。", AB),
        ("县教育局牵头抓总，县民政局做好配合。", AB),
        ("①县教育局牵头抓总；②县民政局常驻参与。", AB),
        ("1）县教育局牵头；2）县民政局按需配合。", AB),
        ("（牵头）县教育局；（参与）县民政局。", AB),
        ("县教育局（牵头）、县民政局（配合）。", AB),
        ("牵头单位为县教育局，配合单位为县民政局。", AB),
        ("县教育局、县民政局；首位单位牵头。", AB),
        ("县教育局、县民政局。", who(responsible="县教育局 县民政局")),
        ("县教育局负责，县民政局督导。", who(responsible="县教育局", participate="县民政局")),
        ("另行明确。", who()),
        ("按照上级要求执行。", who()),
    ],
)
@pytest.mark.parametrize("label", ["责任分工", "职责分工", "分工"])
def test_a_division_says_itself_who_does_what(label: str, value: str, wanted: Who) -> None:
    assert by_number(f"一、任务\n1.推行轮岗。{label}：{value}\n") == {"1": wanted}
    assert by_number(f"一、任务\n1.推行轮岗。\n{label}：{value}\n") == {"1": wanted}


def test_labels_in_brackets_open_fields() -> None:
    text = (
        "一、任务\n1.推行轮岗。\n（牵头）县教育局；（参与）县民政局\n"
        "2.建设水厂。【牵头】县水利局【配合】各乡镇\n"
    )
    assert by_number(text) == {"1": AB, "2": who(lead="县水利局", participate="各乡镇")}
