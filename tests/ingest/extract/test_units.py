"""Lists of units: where they are split, what is completed, and what is no name of a unit."""

import pytest

from ingest.extract.units import is_unit_name, split_units


def names(text: str) -> list[str]:
    return [mention.name for mention in split_units(text)]


@pytest.mark.parametrize(
    "text",
    [
        "县教育局、县民政局、县司法局",
        "县教育局，县民政局，县司法局",
        "县教育局,县民政局;县司法局",
        "县教育局；县民政局、县司法局",
        "县教育局 县民政局 县司法局",
        "县教育局　县民政局　县司法局",
        "县教育局\n县民政局\n县司法局",
        "县教育局\t县民政局|县司法局",
        "县教育局、县民政局和县司法局",
        "县教育局与县民政局、县司法局",
        "县教育局、县民政局以及县司法局",
        "由县教育局、县民政局、县司法局",
        "县教育局、县民政局、县司法局等",
        "县教育局、县民政局、县司法局等部门",
        "县教育局、县民政局、县司法局等相关单位",
        "县教育局、县民政局、县司法局等3个部门",
        " 县教育局、、县民政局、县司法局。",
    ],
)
def test_every_separator_parts_the_same_three_units(text: str) -> None:
    assert names(text) == ["县教育局", "县民政局", "县司法局"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("县教育局、民政局、水利局", ["县教育局", "县民政局", "县水利局"]),
        ("省科技厅、财政厅，各市人民政府", ["省科技厅", "省财政厅", "各市人民政府"]),
        ("县总工会、妇联、残联", ["县总工会", "县妇联", "县残联"]),
        ("县法院、检察院、公安局交警大队", ["县法院", "县检察院", "县公安局交警大队"]),
        ("县教育局、区民政局、水利局", ["县教育局", "区民政局", "区水利局"]),
        ("县市场监管局、税务局", ["县市场监管局", "县税务局"]),
        # prefixes of more than one letter
        ("新区教育局、市场监管局、新区税务局", ["新区教育局", "新区市场监管局", "新区税务局"]),
        ("师市教育局、民政局", ["师市教育局", "师市民政局"]),
        ("自治区教育厅、民政厅", ["自治区教育厅", "自治区民政厅"]),
        ("高新区教育局、民政局", ["高新区教育局", "高新区民政局"]),
        ("市教育局、新区管委会、民政局", ["市教育局", "新区管委会", "市民政局"]),
        # names of places, zones and their seat said once
        ("青石市、柳河市、东山省人民政府", ["青石市人民政府", "柳河市人民政府", "东山省人民政府"]),
        ("柳河新区、东山开发区管委会", ["柳河新区管委会", "东山开发区管委会"]),
        ("柳河新区、县教育局、东山开发区管委会", ["柳河新区", "县教育局", "东山开发区管委会"]),
        # several sorts of places are one collective
        ("各县（市）、区政府，柳河新区管委会", ["各县（市）、区政府", "柳河新区管委会"]),
        ("县教育局，各县(市)、区", ["县教育局", "各县(市)、区"]),
        # a short form in brackets is no part of the name
        ("县财政局（以下简称县局）、县教育局（下称“教育局”）", ["县财政局", "县教育局"]),
        ("县财政局（国资办）", ["县财政局（国资办）"]),
        # 乡 in 乡村振兴, 市 in 市政 are no prefixes
        ("县教育局、乡村振兴局", ["县教育局", "县乡村振兴局"]),
        ("区教育局、乡村振兴服务中心", ["区教育局", "区乡村振兴服务中心"]),
        # 市 in 市场 is no prefix
        ("市场监管局、税务局", ["市场监管局", "税务局"]),
        # vertical agencies neither take the prefix nor end it
        ("市发改委、人行青石中支、人社局", ["市发改委", "人行青石中支", "市人社局"]),
        (
            "市发改委、国网青石供电公司、青石海关、商务局",
            ["市发改委", "国网青石供电公司", "青石海关", "市商务局"],
        ),
        ("县财政局、国家统计局青石调查队", ["县财政局", "国家统计局青石调查队"]),
        ("市财政局、银保监分局", ["市财政局", "银保监分局"]),
        # enterprises, towns and collectives stand by themselves
        ("县财政局、青石水泥集团、柳河镇", ["县财政局", "青石水泥集团", "柳河镇"]),
        ("县财政局、各乡镇、相关部门", ["县财政局", "各乡镇", "相关部门"]),
        ("教育部、民政部、司法部", ["教育部", "民政部", "司法部"]),
        # without a unit that has a prefix none is added
        ("教育局、民政局", ["教育局", "民政局"]),
    ],
)
def test_a_level_prefix_holds_for_the_departments_after_it(text: str, wanted: list[str]) -> None:
    assert names(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("民政、教育、司法等部门", ["民政部门", "教育部门", "司法部门"]),
        ("民政、教育等相关部门", ["民政部门", "教育部门"]),
        ("公安、司法部门", ["公安部门", "司法部门"]),
        ("县教育局、民政局等部门", ["县教育局", "县民政局"]),
        ("柳河镇、石桥镇人民政府", ["柳河镇人民政府", "石桥镇人民政府"]),
        ("城东街道、城西街道办事处", ["城东街道办事处", "城西街道办事处"]),
        ("柳河镇、石桥镇", ["柳河镇", "石桥镇"]),
        (
            "中国移动、联通、电信青石分公司",
            ["中国移动青石分公司", "联通青石分公司", "电信青石分公司"],
        ),
        # zones, with one body or two
        ("青石开发区、柳河新区管委会", ["青石开发区管委会", "柳河新区管委会"]),
        ("柳河示范区、高新区党工委和管委会", ["柳河示范区党工委和管委会", "高新区党工委和管委会"]),
        ("青石开发区党工委、管委会", ["青石开发区党工委", "青石开发区管委会"]),
        ("青石开发区、县教育局、高新区管委会", ["青石开发区", "县教育局", "高新区管委会"]),
        ("各开发区、高新区管委会", ["各开发区", "高新区管委会"]),
        ("各街道党工委、办事处", ["各街道党工委", "各街道办事处"]),
        ("柳河镇、石桥镇党委和政府", ["柳河镇党委和政府", "石桥镇党委和政府"]),
        ("中国移动青石分公司、县教育局", ["中国移动青石分公司", "县教育局"]),
    ],
)
def test_an_ending_said_once_holds_for_the_names_before_it(text: str, wanted: list[str]) -> None:
    assert names(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("福州、莆田、宁德市人民政府", ["福州市人民政府", "莆田市人民政府", "宁德市人民政府"]),
        ("青河、白山县政府，省教育厅", ["青河县政府", "白山县政府", "省教育厅"]),
        ("教育、卫生、海城市政府", ["教育", "卫生", "海城市政府"]),
        ("县妇联、海城市人民政府", ["县妇联", "海城市人民政府"]),
    ],
)
def test_the_level_of_places_is_said_once(text: str, wanted: list[str]) -> None:
    assert names(text) == wanted


@pytest.mark.parametrize("text", ["县教育局、由县民政局", "县教育局，请县民政局", "：由县教育局、县民政局"])
def test_words_before_a_unit_are_dropped_in_every_piece(text: str) -> None:
    assert names(text) == ["县教育局", "县民政局"]


def test_the_ending_of_streets_does_not_hold_for_towns() -> None:
    assert names("柳河镇、城西街道办事处") == ["柳河镇", "城西街道办事处"]


def test_the_youth_league_takes_no_prefix() -> None:
    assert names("县教育局、共青团县委") == ["县教育局", "共青团县委"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("县教育局等国务院有关部门", ["县教育局", "国务院有关部门"]),
        ("县人社局、县民政局等与就业有关的部门", ["县人社局", "县民政局", "与就业有关的部门"]),
        ("县教育局等县直有关部门", ["县教育局", "县直有关部门"]),
        ("县教育局等各部门", ["县教育局", "各部门"]),
        ("县教育局、柳河居委会等涉及村（居）", ["县教育局", "柳河居委会", "涉及村（居）"]),
        ("县教育局等相关镇街", ["县教育局", "相关镇街"]),
        ("县教育局等有关部门", ["县教育局"]),
        ("县教育局、县民政局及有关部门", ["县教育局", "县民政局", "有关部门"]),
    ],
)
def test_what_deng_sums_up_is_a_unit_only_where_it_says_which(text: str, wanted: list[str]) -> None:
    assert names(text) == wanted


@pytest.mark.parametrize(
    ("text", "name", "acting_as"),
    [
        ("县委组织部〈编办〉", "县委组织部", "编办"),
        ("县委组织部<编办>", "县委组织部", "编办"),
        ("县委〈府〉办", "县委〈府〉办", "府"),
        ("县委（政府）办", "县委（政府）办", "政府"),
        ("县文旅局（体育局）", "县文旅局（体育局）", None),
        ("县政府办（县金融办）", "县政府办（县金融办）", None),
        ("县文旅局\n（体育局）", "县文旅局（体育局）", None),
    ],
)
def test_hosts_and_aliases_are_one_unit(text: str, name: str, acting_as: str | None) -> None:
    (mention,) = split_units(text)
    assert (mention.name, mention.acting_as, mention.surface) == (name, acting_as, text)


@pytest.mark.parametrize(
    "name",
    [
        "各乡镇",
        "各县（市、区）人民政府",
        "各市、县（区）人民政府",
        "各乡镇（街道）",
        "县直各部门",
        "省直有关部门",
        "全县各部门",
        "有关部门和单位",
        "各成员单位",
        "县级行业主管部门",
        "相关委、办、局",
        "县各部、委、办、局",
        "县级机关各部门、委、办",
        "所在乡镇",
        "其他相关单位",
        "各省、自治区、直辖市人民政府",
    ],
)
def test_collectives_are_kept_whole(name: str) -> None:
    mentions = split_units(f"县教育局、{name}、县民政局")
    assert [m.name for m in mentions] == ["县教育局", name, "县民政局"]
    assert [m.kind for m in mentions] == ["unit", "collective", "unit"]


@pytest.mark.parametrize(
    "name",
    [
        "县人力资源和社会保障局",
        "县文化广电旅游和体育局",
        "县自然资源和规划局",
        "县发展和改革局",
        "县市场和质量监督管理委",
        "柳河镇党委和政府",
        "柳河镇党委、政府",
        "县教育局“双减”工作专班",
        "县营商办〔行政审批、政务公开〕专班",
    ],
)
def test_names_that_hold_a_separator_are_not_split(name: str) -> None:
    assert names(f"{name}、县财政局") == [name, "县财政局"]
    assert names(f"县财政局、{name}")[1:] == [name]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("★县教育局、县民政局", {"县教育局": True, "县民政局": False}),
        ("★县教育局★县民政局 县司法局", {"县教育局": True, "县民政局": True, "县司法局": False}),
        ("▲县教育局，民政局", {"县教育局": True, "县民政局": False}),
        ("县教育局（牵头）、县民政局", {"县教育局": True, "县民政局": False}),
        ("县教育局▲、县民政局", {"县教育局": True, "县民政局": False}),
        ("县教育局、县民政局★", {"县教育局": False, "县民政局": True}),
        ("县教育局（△）、县民政局", {"县教育局": True, "县民政局": False}),
        ("县教育局(主办)、民政局", {"县教育局": True, "县民政局": False}),
        ("县教育局、县民政局（牵头单位）", {"县教育局": False, "县民政局": True}),
        ("县牵头办、县民政局", {"县牵头办": False, "县民政局": False}),
    ],
)
def test_marks_of_leading_units(text: str, wanted: dict[str, bool]) -> None:
    assert {mention.name: mention.leads for mention in split_units(text)} == wanted


@pytest.mark.parametrize(
    "text",
    [
        "县教育局、民政局，各乡镇（街道）；柳河镇、石桥镇人民政府",
        " 由县委组织部〈编办〉、★县委〈府〉办等部门",
        "民政、教育等相关部门和各县（市、区）人民政府",
        "。、，（）〈》★等部门、和、与",
        "",
    ],
)
def test_offsets_point_at_the_surface(text: str) -> None:
    for mention in split_units(text):
        assert text[mention.start : mention.end] == mention.surface


@pytest.mark.parametrize("text", ["", "、，；", "。", "　 \n"])
def test_nothing_is_named(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("name", "in_list", "in_text"),
    [
        ("县教育局", True, True),
        ("县委宣传部", True, True),
        ("县人力资源和社会保障局", True, True),
        ("县委组织部〈编办〉", True, True),
        ("柳河镇", True, False),
        ("青石水泥集团", True, False),
        ("各有关部门", True, True),
        ("社会救助司", True, True),
        ("青石自来水公司", True, False),
        ("青石供电公司", True, True),
        ("民事官司", False, False),
        # ordinary words that end like a unit
        ("公平正义的社会", False, False),
        ("产业布局", False, False),
        ("全体干部", False, False),
        ("招聘会", False, False),
        ("文化场所", False, False),
        ("一次办", False, False),
        ("门户网站", False, False),
        ("核心", False, False),
        # too short, too long, not a word
        ("局", False, False),
        ("", False, False),
        ("县" + "教育" * 20 + "局", False, False),
        ("县教育局、县民政局", False, False),
        ("县教育局。", False, False),
        # a clause with a unit at its end
        ("负责督促县教育局", True, False),
        ("加强管理的单位", True, False),
    ],
)
def test_names_of_units(name: str, in_list: bool, in_text: bool) -> None:
    assert is_unit_name(name) is in_list
    assert is_unit_name(name, strong=True) is in_text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("县教育局、和平街道、和尚桥镇", ["县教育局", "和平街道", "和尚桥镇"]),
        ("县教育局、和县民政局", ["县教育局", "县民政局"]),
        ("县教育局，和有关部门", ["县教育局", "有关部门"]),
        ("县教育局、县委和谐办", ["县教育局", "县委和谐办"]),
        ("妇联 自然资源所 残联 水利站", ["妇联", "自然资源所", "残联", "水利站"]),
        ("纪委 水利站", ["纪委", "水利站"]),
        ("纪委 监委、水利站", ["纪委监委", "水利站"]),
        ("市委 宣传部、司法 局", ["市委宣传部", "市司法局"]),
    ],
)
def test_names_that_begin_like_a_joint_or_are_short(text: str, wanted: list[str]) -> None:
    assert names(text) == wanted
