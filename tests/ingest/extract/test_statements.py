"""Brackets, labels and verbs: who has which role in one statement."""

import pytest

from ingest.extract.statements import find_labels, label_kind, parse_verbs, read_bracket
from ingest.extract.units import is_unit_name
from tests.ingest.extract.factory import Who, claimed, who

AB = who(lead="县教育局", participate="县民政局")
BOTH = who(responsible="县教育局 县民政局")


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("牵头单位", "lead"),
        ("牵头部门", "lead"),
        ("主办单位", "lead"),
        ("主要责任单位", "lead"),
        ("总牵头单位", "lead"),
        ("牵头考核单位", "lead"),
        ("牵头及责任单位", "lead"),
        ("牵头", "lead"),
        ("责任", "responsible"),
        ("责任单位", "responsible"),
        ("责任部门", "responsible"),
        ("责任科室", "responsible"),
        ("承办单位", "responsible"),
        ("落实单位", "responsible"),
        ("责任主体", "responsible"),
        ("配合单位", "participate"),
        ("配合科室", "participate"),
        ("协办单位", "participate"),
        ("参加单位", "participate"),
        ("其他责任单位", "participate"),
        ("成员单位", "participate"),
        ("督办单位", "participate"),
        ("指导单位", "participate"),
        ("责任领导", "person"),
        ("分管省领导", "person"),
        ("包抓县级领导", "person"),
        ("县长", None),
        ("分管副县长", "person"),
        ("部门分工", "division"),
        ("牵头县领导", "person"),
        ("分管领导", "person"),
        ("包抓领导", "person"),
        ("分管厅领导", "person"),
        ("包保县级领导", "person"),
        ("挂点街道领导", "person"),
        ("分管副县长", "person"),
        ("副组长", "person"),
        ("考评单位", "responsible"),
        ("主管部门", "responsible"),
        ("督导单位", "participate"),
        ("责任人", "person"),
        ("完成时限", "deadline"),
        ("时间进度", "deadline"),
        ("时限要求", "deadline"),
        ("具体措施", "other"),
        ("联系电话", "other"),
        ("责任单位（部门）", "responsible"),
        ("责 任 单 位", "responsible"),
        # no labels of ours
        ("单位", None),
        ("部门", None),
        ("用人单位", None),
        ("事业单位", None),
        ("责任制", None),
        ("建设项目", None),
        ("", None),
    ],
)
def test_what_a_label_announces(label: str, kind: str | None) -> None:
    assert label_kind(label) == kind


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("牵头单位：县教育局；责任单位:县民政局", ["牵头单位", "责任单位"]),
        ("牵头单位 ：县教育局　配合单位　:县民政局", ["牵头单位", "配合单位"]),
        ("主要责任单位：县教育局", ["主要责任单位"]),
        ("责任单位（科室）：教育股", ["责任单位"]),
        ("完成时限：年底；责任领导：何小川", ["完成时限", "责任领导"]),
        ("用人单位：县教育局", []),
        ("牵头单位：县教育局，支撑单位：县民政局", ["牵头单位", "支撑单位"]),
        ("责任单位：县教育局。用人单位：县民政局", ["责任单位"]),
        ("完成时限：年底；用人单位：县民政局", ["完成时限"]),
        ("分管县领导：何小川", ["分管县领导"]),
        ("注意：明确责任单位。", []),
        ("上午9:30", []),
        ("", []),
    ],
)
def test_labels_are_found_before_colons(text: str, labels: list[str]) -> None:
    found = find_labels(text)
    assert [label.text for label in found] == labels
    for label in found:
        assert text[label.start : label.end].startswith(label.text)
        assert text[label.end - 1] in "：:"


def test_labels_are_found_only_inside_the_stretch() -> None:
    text = "牵头单位：县教育局；责任单位：县民政局"
    assert [label.text for label in find_labels(text, 10)] == ["责任单位"]
    assert [label.text for label in find_labels(text, 0, 10)] == ["牵头单位"]


@pytest.mark.parametrize(
    ("inside", "wanted"),
    [
        # one label
        ("责任单位：县教育局、县民政局", BOTH),
        ("责任单位:县教育局、民政局", BOTH),
        ("责任部门：县教育局，县民政局", BOTH),
        ("牵头单位：县教育局、县民政局", who(lead="县教育局 县民政局")),
        ("配合单位：县教育局", who(participate="县教育局")),
        ("责任单位：各乡镇", who(responsible="各乡镇")),
        ("责任单位：柳河镇、石桥镇人民政府", who(responsible="柳河镇人民政府 石桥镇人民政府")),
        # label pairs: whoever stands beside a lead takes part
        ("牵头单位：县教育局；责任单位：县民政局", AB),
        ("县教育局会同县民政局研究提出意见", AB),
        (
            "县教育局、县民政局、县法院、青石农商总部",
            who(responsible="县教育局 县民政局 县法院 青石农商总部"),
        ),
        ("县教育局、县民政局、县法院、海关", who(responsible="县教育局 县民政局 县法院 海关")),
        ("由县教育局会同县民政局抓好落实", AB),
        ("县教育局；县民政局、县人社局协助", who(responsible="县教育局", participate="县民政局 县人社局")),
        ("牵头单位：县教育局，责任单位：县民政局", AB),
        ("牵头单位：县教育局 配合单位：县民政局", AB),
        ("牵头单位：县教育局\n责任单位：县民政局", AB),
        ("责任单位：县民政局；牵头单位：县教育局", AB),
        ("主办单位：县教育局；协办单位：县民政局", AB),
        ("主要责任单位：县教育局；其他责任单位：县民政局", AB),
        ("牵头：县教育局；配合：县民政局", AB),
        ("责任单位：县教育局；配合单位：县民政局", who(responsible="县教育局", participate="县民政局")),
        (
            "主办单位：县教育局；协办单位：县民政局；督办单位：县政府办；指导单位：县财政局",
            who(lead="县教育局", participate="县民政局 县政府办 县财政局"),
        ),
        ("县教育局负责；督办单位：县政府办", who(responsible="县教育局", participate="县政府办")),
        ("牵头单位：县教育局；配合单位：/", who(lead="县教育局")),
        # a label that no list knows ends the field before it
        ("牵头单位：县教育局，支撑单位：县民政局", AB),
        ("责任单位：县教育局；服务单位：县民政局", who(responsible="县教育局", participate="县民政局")),
        ("责任单位：县教育局；建设单位：县民政局", who(responsible="县教育局")),
        # brackets inside the field
        ("责任单位：〔县教育局、民政局负责", BOTH),
        ("责任单位：（县教育局、县民政局）", BOTH),
        ("责任单位：县教育局（县语委办）", who(responsible="县教育局（县语委办）")),
        # a label instead of a verb, and as a part of a name
        ("县教育局为牵头单位，县民政局为配合单位", AB),
        ("县教育局、县民政局为责任单位", BOTH),
        (
            "县教育局牵头，县校园安全专班牵头单位按职责分工负责",
            who(lead="县教育局", participate="县校园安全专班牵头单位"),
        ),
        ("县校园安全专班牵头单位牵头", who(lead="县校园安全专班牵头单位")),
        ("部门分工：县教育局牵头，各乡镇、各部门配合", who(lead="县教育局", participate="各乡镇 各部门")),
        ("牵头单位：县教育局；配合单位：无", who(lead="县教育局")),
        # verbs
        ("县教育局牵头", who(lead="县教育局")),
        ("由县教育局牵头", who(lead="县教育局")),
        ("县教育局、县民政局牵头负责", who(lead="县教育局 县民政局")),
        ("县教育局牵头，县民政局配合", AB),
        ("县教育局牵头、县民政局配合", AB),
        ("县教育局牵头，县民政局参加", AB),
        ("县教育局牵头,县民政局协办", AB),
        ("县教育局牵头；县民政局按职责分工配合", AB),
        ("县教育局牵头，县民政局按职责分工负责", AB),
        ("县教育局牵头，县民政局落实", AB),
        ("县教育局牵头，县民政局", AB),
        ("县教育局主办，县民政局协办", AB),
        ("县教育局主责，县民政局协同", AB),
        ("县教育局牵头抓总、县民政局按需配合", AB),
        # a prefix said once holds for the whole statement
        ("县教育局牵头，民政局配合", AB),
        ("牵头单位：县教育局；配合单位：民政局", AB),
        (
            "县教育局牵头，青石供电公司、新区管委会配合",
            who(lead="县教育局", participate="青石供电公司 新区管委会"),
        ),
        # who leads is not said to be responsible besides
        ("牵头单位：县教育局；责任单位：县教育局、县民政局", AB),
        ("县教育局统筹牵头，县民政局积极参与", AB),
        ("①县教育局牵头；②县民政局配合", AB),
        ("县教育局负责，县民政局负责督办", who(responsible="县教育局", participate="县民政局")),
        # what the statement is about is no part of a name
        ("本部分由县教育局牵头，县民政局配合", AB),
        ("此项改革县教育局牵头，县民政局配合", AB),
        ("以下任务均由县教育局牵头，县民政局配合", AB),
        ("本领域牵头单位：县教育局；配合单位：县民政局", AB),
        ("县教育局会同县民政局负责", AB),
        ("县教育局会同县民政局", AB),
        ("县教育局会同有关部门负责", who(lead="县教育局", participate="有关部门")),
        (
            "县教育局总牵头，县司法局牵头，县民政局配合",
            who(lead="县教育局 县司法局", participate="县民政局"),
        ),
        (
            "省教育厅牵头，省民政厅等按职责分工负责，各市结合实际落实",
            who(lead="省教育厅", participate="省民政厅 各市"),
        ),
        ("县教育局、县民政局负责", BOTH),
        ("县教育局、民政局按职责分工负责", BOTH),
        ("县教育局、县民政局分工负责", BOTH),
        ("县教育局负责，县民政局落实", BOTH),
        ("县教育局负责，县民政局配合", who(responsible="县教育局", participate="县民政局")),
        ("县教育局指导，各乡镇组织实施", who(participate="县教育局", responsible="各乡镇")),
        # what stands between units and their verb
        ("县教育局牵头，县民政局组织落实", AB),
        ("县教育局牵头、县民政局按职责组织配合", AB),
        ("县教育局牵头，县民政局依法依规配合", AB),
        ("县教育局牵头，县民政局结合工作职能推进", AB),
        ("县教育局牵头，县民政局分级负责", AB),
        ("县教育局牵头，县民政局统筹、协调落实", AB),
        ("县教育局牵头，县民政局等按职责分工，分别负责", AB),
        ("县教育局牵头，县民政局也参与", AB),
        ("县教育局牵头，县民政局按照属地管理原则落实", AB),
        ("县教育局牵头，县民政局各司其职、协同推进", AB),
        ("县教育局、县民政局分头组织、督促落实", BOTH),
        ("县教育局、县民政局抓好贯彻落实", BOTH),
        ("县教育局、各级党组织落实", who(responsible="县教育局 各级党组织")),
        ("社会组织、县委组织部落实", who(responsible="社会组织 县委组织部")),
        ("县教育局督促，县民政局落实", who(participate="县教育局", responsible="县民政局")),
        ("县教育局组织协调，县民政局配合", who(responsible="县教育局", participate="县民政局")),
        ("县教育局牵头，县民政局指导督促", AB),
        ("县教育局牵头建设，县民政局具体承建", AB),
        ("县教育局组织，县民政局协助", who(responsible="县教育局", participate="县民政局")),
        ("县委组织部（县委编办）、县民政局", who(responsible="县委组织部（县委编办） 县民政局")),
        ("县教育局统筹，县民政局协助", who(responsible="县教育局", participate="县民政局")),
        ("县项目推进中心、县法院执行局", who(responsible="县项目推进中心 县法院执行局")),
        ("县城乡统筹办、县民政局", who(responsible="县城乡统筹办 县民政局")),
        # units with a verb of their own as the object of a verb
        ("县教育局配合县民政局落实", who(participate="县教育局", responsible="县民政局")),
        ("县教育局负责指导各乡镇组织实施", who(participate="县教育局", responsible="各乡镇")),
        (
            "县司法局牵头，县教育局协助县民政局落实",
            who(lead="县司法局", participate="县教育局 县民政局"),
        ),
        ("县教育局牵头，县民政局协助县司法局做好保障", AB),
        # marks and bare lists
        ("责任单位：★县教育局、县民政局", AB),
        ("责任单位：县教育局（牵头）、县民政局", AB),
        ("责任单位：县教育局〔牵头〕、县民政局", AB),
        ("牵头：县教育局/配合：县民政局", AB),
        ("★县教育局、县民政局", AB),
        ("县教育局、县民政局", BOTH),
        ("县教育局 县民政局", BOTH),
        ("县教育局、法院", who(responsible="县教育局 县法院")),
        # a rule for the whole document is no unit
        ("县教育局、民政局负责。列第一位者为牵头单位，下同", BOTH),
        ("责任单位：县教育局、县民政局，排在首位的为牵头单位", BOTH),
        # elided endings
        ("民政、教育等部门负责", who(responsible="民政部门 教育部门")),
    ],
)
def test_roles_of_a_bracket(inside: str, wanted: Who) -> None:
    found = read_bracket(inside, 0, len(inside))
    assert found is not None
    assert claimed(found.claims) == wanted
    for claim in found.claims:
        assert claim.mention.surface == inside[claim.start : claim.end]
        assert claim.first <= claim.start < claim.end <= claim.last
        assert 0 < claim.confidence <= 1


@pytest.mark.parametrize(
    ("inside", "deadline", "wanted"),
    [
        ("牵头单位：县教育局；责任单位：县民政局；完成时限：2023年9月", "2023年9月", AB),
        ("6月底完成，牵头考核单位：县教育局", "6月底完成", who(lead="县教育局")),
        ("县教育局牵头，县民政局配合，8月底前完成", "8月底前完成", AB),
        ("县教育局、县民政局分工负责，2023年完成", "2023年完成", BOTH),
        ("2023年6月底前完成；县教育局牵头，县民政局配合", "2023年6月底前完成", AB),
        ("责任单位：县教育局、县民政局；年底前", "年底前", BOTH),
        ("责任单位：县教育局、县民政局 长期坚持", "长期坚持", BOTH),
        ("8月底前完成", "8月底前完成", who()),
        ("2021年—2023年", "2021年—2023年", who()),
        ("持续推进", "持续推进", who()),
    ],
)
def test_a_deadline_in_a_bracket_is_no_unit(inside: str, deadline: str, wanted: Who) -> None:
    found = read_bracket(inside, 0, len(inside))
    assert found is not None
    assert [inside[a:b] for a, b in found.deadlines] == [deadline]
    assert claimed(found.claims) == wanted


@pytest.mark.parametrize(
    ("inside", "persons", "units"),
    [
        ("责任领导：何小川；责任单位：县教育局", ["何小川"], who(responsible="县教育局")),
        ("牵头领导：何小川（副县长）；牵头单位：县教育局", ["何小川"], who(lead="县教育局")),
        ("责任人：何小川、马大江", ["何小川", "马大江"], who()),
        ("分管领导：何　川；责任科室：农业办", ["何川"], who(responsible="农业办")),
        ("分管局领导：何小川、马大江；责任科室：农业办", ["何小川", "马大江"], who(responsible="农业办")),
        ("牵头领导：何小川（县委常委、副县长）；牵头单位：县教育局", ["何小川"], who(lead="县教育局")),
        ("责任人：主要负责人、副县长；责任单位：县教育局", [], who(responsible="县教育局")),
        ("责任单位：县教育局；责任人：何小川", ["何小川"], who(responsible="县教育局")),
        ("副县长何小川牵头，县教育局负责", ["何小川"], who(responsible="县教育局")),
        ("责任单位：县教育局局长何小川、县民政局", ["何小川"], who(responsible="县民政局")),
    ],
)
def test_persons_lead_beside_units_that_stay_responsible(inside: str, persons: list[str], units: Who) -> None:
    found = read_bracket(inside, 0, len(inside))
    assert found is not None
    assert [claim.mention.name for claim in found.claims if claim.person] == persons
    assert all(claim.role == "lead" for claim in found.claims if claim.person)
    assert claimed(claim for claim in found.claims if not claim.person) == units


@pytest.mark.parametrize(
    ("inside", "onward", "own"),
    [
        ("县教育局牵头；以下任务均需各乡镇配合落实", ["各乡镇"], who(lead="县教育局")),
        ("责任单位：县教育局；以下各项任务均由各乡镇落实", ["各乡镇"], who(responsible="县教育局")),
        ("县教育局牵头。以下均需各乡镇〈街道〉落实，不再列出", ["各乡镇〈街道〉"], who(lead="县教育局")),
        ("县教育局牵头；各乡镇均为责任单位，以下不再列出", ["各乡镇"], who(lead="县教育局")),
        ("县教育局牵头，各乡镇均须落实，后文不再赘述", ["各乡镇"], who(lead="县教育局")),
        ("县教育局牵头；各乡镇参与以下各项任务，不一一列出", ["各乡镇"], who(lead="县教育局")),
        ("县教育局牵头，各乡镇落实", [], who(lead="县教育局", participate="各乡镇")),
    ],
)
def test_statements_that_hold_onward(inside: str, onward: list[str], own: Who) -> None:
    found = read_bracket(inside, 0, len(inside))
    assert found is not None
    assert [claim.mention.name for claim in found.onward] == onward
    assert claimed(found.claims) == own


@pytest.mark.parametrize(
    "inside",
    [
        "县教育局、县民政局、县法院、鼓励社会力量",
        "县教育局、县民政局、文化惠民",
        "含县城",
        "以下简称“平台”",
        "见附件1",
        "市、区",
        "国发〔2021〕5号",
        "社会办医",
        "单位：万元",
        "谁主管、谁负责",
        "负责人签字",
        "责任单位：无",
        "责任单位：",
        "覆盖率达到90%以上",
        "每个乡镇1个",
        "“一窗受理、集成服务”",
        "何小川",
        "一次办",
        "",
    ],
)
def test_what_is_no_statement(inside: str) -> None:
    assert read_bracket(inside, 0, len(inside)) is None


@pytest.mark.parametrize(
    "inside", ["鼓励企业牵头制定标准", "含柳河镇", "不含柳河镇、石桥镇", "责任单位为县教育局"]
)
def test_clauses_that_are_no_units(inside: str) -> None:
    found = read_bracket(inside, 0, len(inside))
    assert found is None or claimed(found.claims) == who(responsible="县教育局")


def test_a_bracket_that_only_holds_onward() -> None:
    inside = "以下任务均需各乡镇落实"
    found = read_bracket(inside, 0, len(inside))
    assert found is not None and [claim.mention.name for claim in found.onward] == ["各乡镇"]


def test_a_bracket_is_read_at_its_place() -> None:
    text = "一、改革。（县教育局牵头，县民政局配合，6月底前完成）其他。"
    start, end = text.index("（") + 1, text.index("）")
    found = read_bracket(text, start, end)
    assert found is not None
    assert (found.start, found.end) == (start - 1, end + 1)
    assert [text[c.start : c.end] for c in found.claims] == ["县教育局", "县民政局"]
    assert [text[c.first : c.last] for c in found.claims] == ["县教育局牵头", "县民政局配合"]
    assert [text[a:b] for a, b in found.deadlines] == ["6月底前完成"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("县教育局牵头，县民政局配合", AB),
        ("县教育局牵头制定方案，县民政局配合", AB),
        ("县教育局", who(responsible="县教育局")),
        ("县教育局负责，县民政局", who(responsible="县教育局", participate="县民政局")),
        ("加强培训", who(responsible="加强培训")),  # what is no name is for the caller to judge
        ("", who()),
    ],
)
def test_verbs_after_units(text: str, wanted: Who) -> None:
    claims = parse_verbs(text, 0, len(text), "responsible", "verb")
    assert claimed(claims) == wanted
    for claim in claims:
        assert is_unit_name(claim.mention.name) or claim.confidence <= 0.8


def test_units_without_a_verb_get_no_role_where_there_is_no_default() -> None:
    text = "县教育局、县民政局"
    assert parse_verbs(text, 0, len(text), None, "verb") == []
