"""Places: the table of divisions and the lookup of the place a document belongs to."""

from itertools import pairwise
from pathlib import Path

import pytest

from ingest.errors import LexiconError
from ingest.places import find_place, load_table
from ingest.places.rows import read_rows

DATA = Path(__file__).parent.parent.parent / "data" / "places"
COLUMNS = ["id", "name", "short", "code", "parent", "level", "from", "to"]


def test_table_has_the_form_that_its_readers_need() -> None:
    rows = list(read_rows(DATA / "divisions.tsv", COLUMNS))
    assert len(rows) > 7_000
    ids = {row[0] for row in rows if row[5] in ("province", "city")}
    for id_, name, short, code, parent, level, first, last in rows:
        assert level in ("province", "city", "county"), name
        assert name.startswith(short) and len(code) == 6 and len(id_) == 6, name
        assert (parent == "") == (level == "province") and (parent in ids or parent == ""), name
        assert 1980 <= int(first) <= int(last or 9999), name


def test_table_is_sorted_so_that_making_it_anew_changes_nothing() -> None:
    order = {"province": 0, "city": 1, "county": 2}
    keys = [(order[r[5]], r[0], r[6]) for r in read_rows(DATA / "divisions.tsv", COLUMNS)]
    assert all(a <= b for a, b in pairwise(keys))


def test_every_hand_kept_line_has_its_reason() -> None:
    for name, columns in {
        "divisions_extra.tsv": [*COLUMNS, "reason"],
        "ordinary_names.tsv": ["name", "reason"],
        "abbreviations.tsv": ["sign", "name", "reason"],
        "zone_endings.tsv": ["ending", "reason"],
    }.items():
        rows = list(read_rows(DATA / name, columns))
        assert rows and all(row[-1] for row in rows), name


def test_zones_lie_under_places_of_the_table() -> None:
    table = load_table()
    for *_, parent, _level, _first, _last, _reason in read_rows(
        DATA / "divisions_extra.tsv", [*COLUMNS, "reason"]
    ):
        assert parent in table.by_id


def test_starts_miss_no_name() -> None:
    table = load_table()
    text = "县委和深圳罗湖区人民政府、沛县各镇，宁波市海曙区"
    named = {at for at in range(len(text)) if table.longest_name(text, at) or table.longest_short(text, at)}
    assert named and named <= set(table.starts(text))
    assert all(len(name) > 1 for name in table.by_name)
    assert list(table.starts("")) == []


def test_line_with_too_few_cells_is_named(tmp_path: Path) -> None:
    (tmp_path / "t.tsv").write_text("a\tb\n1\t2\n3\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"t.tsv:3: expected 2 cells"):
        list(read_rows(tmp_path / "t.tsv", ["a", "b"]))


@pytest.mark.parametrize(
    ("name", "year", "full_name", "code"),
    [
        ("深圳市罗湖区", 2016, "深圳市罗湖区", "440303"),
        ("盐田区", 2014, "深圳市盐田区", "440308"),
        ("鄞县", 1999, "宁波市鄞县", "330227"),
        ("鄞州区", 2002, "宁波市鄞州区", "330212"),
        ("永年县", 2016, "邯郸市永年县", "130429"),  # in the year of the change both names occur
        ("巢湖市", 2005, "巢湖市", "341400"),
        ("巢湖市", 2015, "合肥市巢湖市", "340181"),
        ("浦东新区", 2019, "上海市浦东新区", "310115"),
        ("海南省海口市龙华区", 2019, "海口市龙华区", "460106"),
        ("仙桃市", 2013, "仙桃市", "429004"),
        ("沛县", 2014, "徐州市沛县", "320322"),
        ("泸溪县", 2022, "湘西土家族苗族自治州泸溪县", "433122"),
        ("内蒙古自治区", 2019, "内蒙古自治区", "150000"),
        ("长沙市长沙县", 2019, "长沙市长沙县", "430121"),
        ("深圳罗湖区", 2016, "深圳市罗湖区", "440303"),
        ("龙华新区", 2013, "深圳市龙华新区", None),
        ("白沟新城", 2021, "保定市白沟新城", None),
        ("合肥经济技术开发区", 2018, "合肥经济技术开发区", None),
    ],
)
def test_name_of_one_place_decides_by_itself(name: str, year: int, full_name: str, code: str | None) -> None:
    place = find_place([f"{name}{year}年改革计划"], year=year).place
    assert place is not None
    assert (place.full_name, place.code) == (full_name, code)


@pytest.mark.parametrize(
    ("named", "doc_no", "text", "full_name"),
    [
        ("朝阳区2020年要点", None, "与东城区、海淀区协同", "北京市朝阳区"),
        ("朝阳区2020年要点", None, "按照长春市委部署", "长春市朝阳区"),
        ("鼓楼区2020年要点", "宁鼓政办〔2020〕1号", "", "南京市鼓楼区"),
        ("鼓楼区2020年要点", None, "福州市鼓楼区委", "福州市鼓楼区"),
        ("龙华区2020年要点", "深龙华办〔2020〕1号", "", "深圳市龙华区"),
        ("龙华区2020年要点", None, "深圳经济特区", "深圳市龙华区"),
    ],
)
def test_name_of_several_places_needs_a_second_witness(
    named: str, doc_no: str | None, text: str, full_name: str
) -> None:
    place = find_place([named], doc_no=doc_no, text=text, year=2020).place
    assert place is not None and place.full_name == full_name


@pytest.mark.parametrize("name", ["朝阳区", "鼓楼区", "龙华区", "新华区"])
def test_without_a_second_witness_the_place_stays_open(name: str) -> None:
    verdict = find_place([f"{name}2020年改革工作要点"], year=2020)
    assert verdict.place is None
    assert len(verdict.candidates) > 1 and all(c.name == name for c in verdict.candidates)


@pytest.mark.parametrize(
    ("named", "text", "full_name", "level"),
    [
        ("中共李庄镇委员会", "郯城县李庄镇人民政府", "临沂市郯城县李庄镇", "township"),
        ("永年区临洺关镇人民政府", "", "邯郸市永年区临洺关镇", "township"),
        ("中原区人民政府航海西路街道办事处", "", "郑州市中原区航海西路街道", "township"),
        ("桂城街道2019年改革要点", "", "桂城街道", "township"),
        ("咸宁高新区管委会", "", "咸宁高新区", "zone"),
        ("沛县城镇化改革方案", "", "徐州市沛县", "county"),
        ("沛县乡镇机构改革方案", "", "徐州市沛县", "county"),
    ],
)
def test_townships_and_zones_come_from_the_text(named: str, text: str, full_name: str, level: str) -> None:
    place = find_place([named], text=text, year=2020).place
    assert place is not None
    assert (place.full_name, place.level) == (full_name, level)


@pytest.mark.parametrize(
    ("text", "full_name"),
    [
        ("我区要结合海曙实际，建设数字海曙。区委统一领导。", "宁波市海曙区"),
        ("我县改革要走在前列。安吉县各部门、安吉县各乡镇抓好落实。", "湖州市安吉县"),
        ("我区各部门要节约资源，与公安部门会同办理，资源共享，公安配合。", None),
        ("我县学习昌邑市、长兴县、沛县经验。", None),
        ("", None),
    ],
)
def test_running_text_decides_only_where_it_names_one_place_most(text: str, full_name: str | None) -> None:
    place = find_place(["区人民政府办公室"], text=text, year=2020).place
    assert (place.full_name if place else None) == full_name


def test_parents_are_named_outermost_first() -> None:
    place = find_place(["中共郯城县李庄镇委员会"], year=2020).place
    assert place is not None
    assert place.parents == ("山东省", "临沂市", "临沂市郯城县")
