import pytest

from ingest.resolve.compare import DOUBTFUL, FEATURES, SAME, Feature, Pair, compare
from ingest.resolve.name import read_name

SAME_UNIT = [
    ("区人力资源局", "区人力资源和社会保障局"),
    ("区人社局", "区人力资源社会保障局"),
    ("区人力局", "区人社局"),
    ("区府办", "区政府办公室"),
    ("区府办", "区人民政府办公室"),
    ("区委办", "区委办公室"),
    ("区委〈府〉办", "区委（政府）办公室"),
    ("区委（政府）办", "区委区政府办公室"),
    ("区发改局", "区发展和改革局"),
    ("区发改委", "区发展改革局"),
    ("区编办", "区委编办"),
    ("区编办", "区机构编制委员会办公室"),
    ("区编委办", "区编办"),
    ("区住建局", "区住房和建设局"),
    ("区卫计局", "区卫生和计划生育局"),
    ("区经促局", "区经济促进局"),
    ("区城管局", "区城市管理和综合执法局"),
    ("区环保水务局", "区环境保护和水务局"),
    ("民政局", "区民政局"),
    ("教育部门", "区教育局"),
    ("区财政", "区财政局"),
    ("南湖街道", "南湖街道办事处"),
    ("罗湖公安分局", "区公安分局"),
    ("市市场和质量监管委罗湖局", "罗湖市场监管分局"),
    ("区自然资源局", "市自然资源和规划局罗湖分局"),
    ("罗湖法院", "区人民法院"),
    ("人行罗湖支行", "人民银行罗湖支行"),
    ("区纪委监委", "区纪委监察委"),
    ("团区委", "共青团罗湖区委"),
]
OTHER_UNIT = [
    ("区委办", "区府办"),
    ("区委督查室", "区政府督查室"),
    ("区政务服务中心", "区政务服务局"),
    ("区国税局", "区地税局"),
    ("区纪委", "区监察局"),
    ("区工商局", "区工商联"),
    ("南湖街道", "桂园街道"),
    ("区法院", "区检察院"),
    ("区信息办", "区信息中心"),
    ("建设银行罗湖支行", "工商银行罗湖支行"),
]


def pair(one: str, other: str, *, beside: bool = False) -> Pair:
    district = "深圳市罗湖区"
    return Pair(read_name(one, district, "plan"), read_name(other, district, "plan"), beside)


@pytest.mark.parametrize(("one", "other"), SAME_UNIT)
def test_same_unit(one: str, other: str) -> None:
    verdict = compare(pair(one, other))
    assert verdict.score >= SAME, verdict
    assert verdict.why


@pytest.mark.parametrize(("one", "other"), OTHER_UNIT)
def test_other_unit(one: str, other: str) -> None:
    assert compare(pair(one, other)).score < DOUBTFUL, compare(pair(one, other))


@pytest.mark.parametrize(("one", "other"), [("区财政局", "区财政部门"), ("区公安局", "罗湖公安分局")])
def test_listed_side_by_side_is_doubtful(one: str, other: str) -> None:
    assert compare(pair(one, other)).score >= SAME
    assert DOUBTFUL <= compare(pair(one, other, beside=True)).score < SAME


@pytest.mark.parametrize("feature", FEATURES, ids=lambda feature: feature.find.__name__)
def test_every_feature_explains_itself(feature: Feature) -> None:
    assert feature.reason.endswith(".")
    assert feature.weight != 0
