import pytest

from ingest.resolve.place import chain, parent_code

CHAINS = [
    ("深圳市罗湖区", ["深圳市", "罗湖区"], "罗湖", "区", "county"),
    ("景德镇市珠山区", ["景德镇市", "珠山区"], "珠山", "区", "county"),
    ("荆州市沙市区", ["荆州市", "沙市区"], "沙市", "区", "county"),
    ("济宁市市中区", ["济宁市", "市中区"], "市中", "区", "county"),
    ("新乡市辉县市", ["新乡市", "辉县市"], "辉县", "市", "county"),
    ("宝鸡市眉县", ["宝鸡市", "眉县"], "眉县", "县", "county"),
    ("湘西土家族苗族自治州泸溪县", ["湘西土家族苗族自治州", "泸溪县"], "泸溪", "县", "county"),
    ("上海市浦东新区", ["上海市", "浦东新区"], "浦东", "区", "county"),
    ("佛山市南海区桂城街道", ["佛山市", "南海区", "桂城街道"], "桂城", "街道", "township"),
    ("临沂市郯城县李庄镇", ["临沂市", "郯城县", "李庄镇"], "李庄", "镇", "township"),
    ("四川省", ["四川省"], "四川", "省", "province"),
    ("重庆市", ["重庆市"], "重庆", "市", "province"),
    ("商洛市", ["商洛市"], "商洛", "市", "city"),
    ("全国", ["全国"], "全国", "", "nation"),
    ("某处", ["某处"], "某处", "", ""),
]


@pytest.mark.parametrize(("district", "parts", "short", "letter", "level"), CHAINS)
def test_chain(district: str, parts: list[str], short: str, letter: str, level: str) -> None:
    places = chain(district)
    assert [place.last for place in places] == parts
    assert (places[-1].name, places[-1].short, places[-1].letter, places[-1].level) == (
        district,
        short,
        letter,
        level,
    )


@pytest.mark.parametrize(
    ("code", "level", "parent"),
    [
        ("440303", "city", "440300"),
        ("440303", "province", "440000"),
        ("429004", "city", None),  # governed by the province
        (None, "city", None),
        ("440303", "county", None),
    ],
)
def test_parent_code(code: str | None, level: str, parent: str | None) -> None:
    assert parent_code(code, level) == parent
