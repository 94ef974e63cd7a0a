import pytest

from ingest.resolve.name import read_collective, read_name

# mention, district, place of the unit, level, stem, sort, full name
NAMES = [
    ("区编办", "深圳市罗湖区", "深圳市罗湖区", "county", "编制", "office", "深圳市罗湖区编办"),
    ("民政局", "深圳市罗湖区", "深圳市罗湖区", "county", "民政", "bureau", "深圳市罗湖区民政局"),
    ("市民政局", "商洛市", "商洛市", "city", "民政", "bureau", "商洛市民政局"),
    ("市场监管局", "深圳市罗湖区", "深圳市罗湖区", "county", "市场监管", "bureau", "深圳市罗湖区市场监管局"),
    ("县市场监管局", "宝鸡市眉县", "宝鸡市眉县", "county", "市场监管", "bureau", "宝鸡市眉县市场监管局"),
    ("市财政局", "新乡市辉县市", "新乡市辉县市", "county", "财政", "bureau", "新乡市辉县市财政局"),
    # of a higher place
    ("市财政局", "深圳市罗湖区", "深圳市", "city", "财政", "bureau", "深圳市财政局"),
    ("深圳市财政局", "深圳市罗湖区", "深圳市", "city", "财政", "bureau", "深圳市财政局"),
    ("县司法局", "临沂市郯城县李庄镇", "临沂市郯城县", "county", "司法", "bureau", "临沂市郯城县司法局"),
    ("省财政厅", "深圳市罗湖区", None, "province", "财政", "bureau", "省财政厅"),
    ("国家发展改革委", "深圳市罗湖区", None, "nation", "国家发展改革", "bureau", "国家发展改革委"),
    # branches and bodies with the place in front or inside
    ("罗湖法院", "深圳市罗湖区", "深圳市罗湖区", "county", "", "court", "深圳市罗湖区法院"),
    ("罗湖地税局", "深圳市罗湖区", "深圳市罗湖区", "county", "地方税务", "bureau", "深圳市罗湖区地税局"),
    (
        "市市场和质量监管委罗湖局",
        "深圳市罗湖区",
        "深圳市罗湖区",
        "county",
        "市场监管",
        "branch",
        "深圳市市场和质量监管委罗湖局",
    ),
    (
        "盐田市场监管分局",
        "深圳市盐田区",
        "深圳市盐田区",
        "county",
        "市场监管",
        "branch",
        "深圳市盐田市场监管分局",
    ),
    ("公安涧西分局", "洛阳市涧西区", "洛阳市涧西区", "county", "公安", "branch", "洛阳市公安涧西分局"),
    ("人行宣汉支行", "达州市宣汉县", "达州市宣汉县", "county", "人行", "bank", "人行宣汉支行"),
    (
        "国家税务总局深圳市罗湖区税务局",
        "深圳市罗湖区",
        "深圳市罗湖区",
        "county",
        "税务",
        "bureau",
        "深圳市罗湖区税务局",
    ),
    # proper names
    (
        "南湖街道办事处",
        "深圳市罗湖区",
        "深圳市罗湖区",
        "township",
        "南湖",
        "street",
        "深圳市罗湖区南湖街道办事处",
    ),
    (
        "李庄镇人民政府",
        "临沂市郯城县李庄镇",
        "临沂市郯城县李庄镇",
        "township",
        "李庄",
        "town",
        "临沂市郯城县李庄镇人民政府",
    ),
    ("崇阳县政府", "咸宁市", "咸宁市", "county", "崇阳县", "government", "咸宁市崇阳县政府"),
    ("某某科技有限公司", "深圳市罗湖区", "深圳市罗湖区", "county", "某某科技", "company", "某某科技有限公司"),
    # no district is known
    ("区财政局", None, None, "county", "区财政", "bureau", "区财政局"),
]


@pytest.mark.parametrize(("mention", "district", "place", "level", "stem", "sort", "full"), NAMES)
def test_read_name(
    mention: str, district: str | None, place: str | None, level: str, stem: str, sort: str, full: str
) -> None:
    name = read_name(mention, district, "plan")
    assert (name.district, name.level, name.stem, name.sort, name.full) == (place, level, stem, sort, full)


@pytest.mark.parametrize(
    ("mention", "text", "alias", "organ"),
    [
        ("区委组织部〈编办〉", "区委组织部", "编办", ""),
        ("区网格办<区租赁局>", "区网格办", "区租赁局", ""),
        ("区委〈府〉办", "区委（府）办", None, "委政府"),
        ("区委（政府）督查室", "区委（政府）督查室", None, "委政府"),
        ("区委区政府办公室", "区委区政府办公室", None, "委政府"),
        ("区府办", "区府办", None, "政府"),
        ("区人民政府办公室", "区人民政府办公室", None, "政府"),
        ("区委办", "区委办", None, "委"),
        ("区 财政\n局", "区财政局", None, ""),
    ],
)
def test_alias_and_organ(mention: str, text: str, alias: str | None, organ: str) -> None:
    name = read_name(mention, "深圳市罗湖区", "plan")
    assert (name.text, name.alias, name.organ) == (text, alias, organ)


def test_places_without_a_name_are_kept_apart() -> None:
    scopes = {
        read_name("区财政局", None, "a").scope,
        read_name("区财政局", None, "b").scope,
        read_name("省财政厅", "深圳市罗湖区", "a").scope,
        read_name("省财政厅", "宁波市海曙区", "a").scope,
        read_name("市财政局", "深圳市罗湖区", "a").scope,
    }
    assert len(scopes) == 5


@pytest.mark.parametrize(
    ("mention", "canonical", "full", "level"),
    [
        ("各街道办", "各街道办", "深圳市罗湖区各街道办", "township"),
        ("各街道办事处", "各街道办", "深圳市罗湖区各街道办事处", "township"),
        ("街道", "各街道办", "深圳市罗湖区街道", "township"),
        ("全区各学校", "各学校", "深圳市罗湖区各学校", "county"),
        ("区各有关部门", "相关部门", "深圳市罗湖区各有关部门", "county"),
        ("相关部门", "相关部门", "深圳市罗湖区相关部门", "county"),
        ("区属各企业", "区属各企业", "深圳市罗湖区区属各企业", "county"),
        ("各镇（街道）", "各镇街", "深圳市罗湖区各镇（街道）", "township"),
    ],
)
def test_read_collective(mention: str, canonical: str, full: str, level: str) -> None:
    name = read_collective(mention, "深圳市罗湖区", "plan")
    assert (name.stem, name.full, name.level) == (canonical, full, level)
