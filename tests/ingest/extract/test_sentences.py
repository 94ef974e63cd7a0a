"""Roles that running sentences state, and sentences with the same words that state none."""

import pytest

from ingest.extract.sentences import mask, sentence_claims
from tests.ingest.extract.factory import Who, claimed, who

AB = who(lead="县教育局", participate="县人社局")
NO_NAMES: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("由县教育局牵头，县人社局配合。", AB),
        ("由县教育局牵头制定方案，县人社局参与。", AB),
        ("此项工作由县教育局牵头，县人社局协助落实。", AB),
        ("县教育局会同县人社局制定轮岗办法。", AB),
        ("县教育局要会同县人社局等部门抓好落实。", AB),
        (
            "由县教育局牵头，县人社局、财政局和各乡镇配合。",
            who(lead="县教育局", participate="县人社局 县财政局 各乡镇"),
        ),
        (
            "县公安局、司法局牵头，各有关部门配合。",
            who(lead="县公安局 县司法局", participate="各有关部门"),
        ),
        ("由民政部门牵头，财政部门配合。", who(lead="民政部门", participate="财政部门")),
        ("县教育局会同有关部门研究提出意见。", who(lead="县教育局", participate="有关部门")),
        ("县教育局负责组织实施。", who(responsible="县教育局")),
        ("县教育局根据省里有关规定，负责编制年度课程计划。", who(responsible="县教育局")),
        ("县教育局根据省里有关规定，加强指导。", who()),
        ("具体工作由县教研室负责。", who(responsible="县教研室")),
        ("各乡镇负责落实。", who(responsible="各乡镇")),
        ("由县教育局受理申请。", who(responsible="县教育局")),
        (
            "公安、司法、民政等部门按职责分工负责。",
            who(responsible="公安部门 司法部门 民政部门"),
        ),
        # names that are units only in a list before a role verb
        (
            "由县教育局主办，县供电公司、青石自来水公司、柳河镇人民政府协办。",
            who(lead="县教育局", participate="县供电公司 青石自来水公司 柳河镇人民政府"),
        ),
        (
            "由县教育局牵头，县水务集团、柳河街道配合。",
            who(lead="县教育局", participate="县水务集团 柳河街道"),
        ),
        (
            "县教育局负责评选，驻县某部、县武警中队参与。",
            who(responsible="县教育局", participate="驻县某部 县武警中队"),
        ),
        (
            "由县教育局（县体育局）牵头，县人社局配合。",
            who(lead="县教育局（县体育局）", participate="县人社局"),
        ),
        ("由县教育局牵头，县直各监管部门配合。", who(lead="县教育局", participate="县直各监管部门")),
        ("由各乡镇自行组织，县教育局考评。", who(responsible="各乡镇 县教育局")),
        ("由县教育局会同各乡镇负责。", who(lead="县教育局", participate="各乡镇")),
        ("县教育局总牵头，具体工作由县教研室负责。", who(lead="县教育局", participate="县教研室")),
        ("先行试点。由县教育局牵头。\n县人社局配合。", AB),
        ("由县教育局牵头，人社局配合。", AB),
        ("由县教育局会同乡村振兴局核查。", who(lead="县教育局", participate="县乡村振兴局")),
        ("县教育局主责，县人社局协同。", AB),
        ("由县教育局、县人社局共同管理。", who(responsible="县教育局 县人社局")),
        ("由青石数据集团承担建设运维。", who(responsible="青石数据集团")),
        ("由柳河镇负责动员。", who(responsible="柳河镇")),
        ("县教育局负责制定方案，县城投公司具体实施。", who(responsible="县教育局 县城投公司")),
        ("由县教育局负责，县人社局负责督导。", who(responsible="县教育局", participate="县人社局")),
        (
            "由县教育局会同县纪委监委驻县教育局纪检监察组办理。",
            who(lead="县教育局", participate="县纪委监委驻县教育局纪检监察组"),
        ),
        # persons who lead, with their posts
        ("由分管副县长何小川牵头，县人社局配合。", who(lead="何小川", participate="县人社局")),
        ("由县委常委何小川同志负责。", who(lead="何小川")),
        ("由县长负责。", who()),
        ("由各乡镇党委书记牵头。", who()),
        # nobody by name
        ("由社会力量参与，由专业机构承担运营。", who()),
        ("由企业负责。", who()),
        ("把由县教育局承担的职责移交。", who()),
        ("梳理由县教育局管理的事项。", who()),
        ("以上2项任务的责任单位均为省发展和改革委员会。", who(responsible="省发展和改革委员会")),
        # lists that hold aliases, courts, collectives and agencies of other levels
        (
            "专班由县林业局、法院、住建局（人防办）、东坪镇、西坪镇人民政府组成，县林业局为牵头单位。",
            who(
                lead="县林业局",
                participate="县林业局 县法院 县住建局（人防办） 东坪镇人民政府 西坪镇人民政府",
            ),
        ),
        (
            "由市应急局（安委办）会同市水利局、残联，各县（市、区）人民政府等部门做好排查。",
            who(lead="市应急局（安委办）", participate="市水利局 市残联 各县（市、区）人民政府"),
        ),
        (
            "县水利局要会同县统计局、法院、东坪镇、西坪镇提出办法。",
            who(lead="县水利局", participate="县统计局 县法院 东坪镇 西坪镇"),
        ),
        (
            "本项工作由区水利局负责，区档案局、人社局，区直有关部门配合。",
            who(responsible="区水利局", participate="区档案局 区人社局 区直有关部门"),
        ),
        ("县林业局会同县残联编制办事指南。", who(lead="县林业局", participate="县残联")),
        (
            "司法所要会同退役军人服务站、中心校做好调解。",
            who(lead="司法所", participate="退役军人服务站 中心校"),
        ),
        (
            "便民服务中心会同村镇建设办公室、信用社联合社开展评估。",
            who(lead="便民服务中心", participate="村镇建设办公室 信用社联合社"),
        ),
        (
            "由区林业局会同区水利局、和平街道、和尚桥镇做好保障。",
            who(lead="区林业局", participate="区水利局 和平街道 和尚桥镇"),
        ),
        ("由县府办、发改、审计等部门配合。", who(participate="县府办 县发改部门 县审计部门")),
        (
            "县水利局会同有关部门，将指标分解到各乡镇、重点企业。",
            who(lead="县水利局", participate="有关部门"),
        ),
        ("鼓励社会力量、学校、企业参与建设。", who()),
        ("加强部门、学校、医院配合。", who()),
        ("支持行业协会、商会参与评价。", who()),
        # units that a task only mentions
        ("县教育局加强指导。", who()),
        ("在县教育局的指导下开展试点。", who()),
        ("向县教育局报送材料。", who()),
        ("6个部门职能归并到县审批局。", who()),
        # words that look like roles
        ("鼓励企业牵头制定标准。", who()),
        ("支持龙头企业牵头组建联盟。", who()),
        ("主要领导负责同志要亲自抓。", who()),
        ("鼓励民营公司、龙头集团参与。", who()),
        ("支持各类公司、医院参加。", who()),
        ("实行镇长负责制。", who()),
        ("谁主管、谁负责。", who()),
        ("建立部门协同配合机制。", who()),
        ("明确责任人和负责人。", who()),
        ("推行轮岗。", who()),
        ("", who()),
    ],
)
def test_roles_of_sentences(sentence: str, wanted: Who) -> None:
    claims = sentence_claims(sentence, 0, len(sentence), NO_NAMES, strict=False)
    assert claimed(claims) == wanted
    for claim in claims:
        assert claim.mention.surface == sentence[claim.start : claim.end]
        assert claim.first <= claim.start < claim.end <= claim.last


def test_a_kind_of_unit_does_not_lead() -> None:
    sentence = "由县域内的医院牵头建设医联体。"
    assert sentence_claims(sentence, 0, len(sentence), NO_NAMES, strict=False) == []


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("由县教育局牵头，县人社局配合。", AB),
        ("具体工作由县教研室负责。", who(responsible="县教研室")),
        ("由县教育局会同县人社局统筹安排。", AB),
        ("县人社局要配合做好动员。", who(participate="县人社局")),
        ("县人社局应积极协助。", who(participate="县人社局")),
        # what units do besides is no role
        ("市、区政府要配合。", who()),
        ("县人社局负责组织实施。", who()),
        ("各乡镇负责落实。", who()),
        ("县教育局会同县人社局制定轮岗办法。", who()),
        ("各学校要积极配合。", who()),
    ],
)
def test_beside_a_bracket_only_plain_charges_count(sentence: str, wanted: Who) -> None:
    assert claimed(sentence_claims(sentence, 0, len(sentence), NO_NAMES, strict=True)) == wanted


def test_names_of_the_document_are_found_in_its_sentences() -> None:
    sentence = "由青石营商专班牵头，柳河产业园配合。"
    names = frozenset({"青石营商专班", "柳河产业园"})
    found = sentence_claims(sentence, 0, len(sentence), names, strict=False)
    assert claimed(found) == who(lead="青石营商专班", participate="柳河产业园")


def test_the_level_before_a_known_name_belongs_to_it() -> None:
    sentence = "由县营商专班牵头。"
    found = sentence_claims(sentence, 0, len(sentence), frozenset({"营商专班"}), strict=False)
    assert claimed(found) == who(lead="县营商专班")


def test_only_the_stretch_is_read() -> None:
    text = "由县教育局牵头。由县人社局牵头。"
    half = text.index("。") + 1
    claims = sentence_claims(text, half, len(text), NO_NAMES, strict=False)
    assert claimed(claims) == who(lead="县人社局")
    assert [text[c.first : c.last] for c in claims] == ["县人社局牵头"]


@pytest.mark.parametrize(
    ("sentence", "units"),
    [
        ("由县教育局牵头，县人社局配合。", ["县教育局", "县人社局"]),
        ("县委组织部会同县委编办核定编制。", ["县委组织部", "县委编办"]),
        ("县人力资源和社会保障局要落实。", ["县人力资源和社会保障局"]),
        ("各乡镇、有关部门要落实。", ["各乡镇", "有关部门"]),
        ("民政、教育等部门要落实。", ["民政部门", "教育部门"]),
        ("推进公平正义，优化产业布局。", []),
        ("", []),
    ],
)
def test_units_of_a_sentence_are_masked(sentence: str, units: list[str]) -> None:
    masked = mask(sentence)
    assert [m.name for _, mentions in masked.mentions for m in mentions] == units
    assert len(masked.origin) == len(masked.text) + 1
    assert masked.origin[-1] == len(sentence)
    assert list(masked.origin) == sorted(masked.origin)
    for offset, mentions in masked.mentions:
        begin = masked.origin[offset]
        assert all(sentence[begin + m.start : begin + m.end] == m.surface for m in mentions)
    plain = "".join(c for c in masked.text if c != "\ue000")
    assert all(c in sentence for c in plain)
