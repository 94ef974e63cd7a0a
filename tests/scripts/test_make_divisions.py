"""The script that makes the table of divisions, on rows like those of its source."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_divisions", ROOT / "scripts" / "make_divisions.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def row(
    year: int, city: str, county: str, code: str, *, rank: str = "3", city_id: str = "330200"
) -> dict[str, str]:
    return {
        "year": str(year),
        "rank": rank,
        "province_name": "浙江省",
        "province_short": "浙江",
        "province_adcode": "330000",
        "province_id": "330000",
        "city_name": city,
        "city_short": city[:2],
        "city_adcode": city_id,
        "city_id": city_id,
        "county_name": county,
        "county_short": county[:2],
        "county_adcode": code,
        "county_id": "330212",
    }


def test_renaming_starts_a_span_and_the_last_year_leaves_it_open(script: ModuleType) -> None:
    rows = [row(y, "宁波市", "鄞县", "330227") for y in (2000, 2001)]
    rows += [row(y, "宁波市", "鄞州区", "330212") for y in (2002, 2003)]
    assert script.make_lines(rows) == [
        ("330212", "鄞县", "鄞县", "330227", "330200", "county", "2000", "2001"),
        ("330212", "鄞州区", "鄞州", "330212", "330200", "county", "2002", ""),
    ]


def test_gap_in_years_makes_two_spans(script: ModuleType) -> None:
    rows = [row(y, "宁波市", "鄞县", "330227") for y in (1990, 1992)]
    assert [line[6:] for line in script.make_lines(rows)] == [("1990", "1990"), ("1992", "")]


def test_county_without_a_city_lies_under_its_province(script: ModuleType) -> None:
    lines = script.make_lines([row(2000, "直辖县", "某县", "339001", city_id="339000")])
    assert lines[0][4] == "330000"


def test_the_placeholder_for_no_city_is_no_city(script: ModuleType) -> None:
    rows = [row(2000, "市辖区", "", "", rank="2"), row(2000, "宁波市", "", "", rank="2")]
    assert [line[1] for line in script.make_lines(rows)] == ["宁波市"]
