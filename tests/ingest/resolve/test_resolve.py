"""Whole resolutions of small plans."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from ingest.records import Plan, Unit, make_id
from ingest.resolve import judgements, resolve
from tests.ingest.resolve.factory import LUOHU, YANTIAN, plan, role


def units_by_mention(*plans: Plan) -> dict[str, Unit]:
    done, units, _ = resolve(plans)
    by_id = {unit.id: unit for unit in units}
    return {
        role.mention: by_id[role.unit or ""] for each in done for item in each.items for role in item.roles
    }


def codes(*plans: Plan) -> list[str]:
    return [issue.code for issue in resolve(plans)[2]]


def test_spellings_of_one_body_are_one_unit() -> None:
    spellings = ("区人力资源局", "区人力资源和社会保障局", "区人社局", "人社局", "区人社部门")
    done, units, issues = resolve([plan(*((each,) for each in (*spellings, "区人社局")))])
    (unit,) = units
    assert (unit.name, unit.short, unit.function) == ("深圳市罗湖区人社局", "区人社局", "人力资源")
    assert unit.mentions == tuple(sorted(spellings))
    assert (unit.district, unit.district_code, unit.level, unit.kind) == (LUOHU, "440303", "county", "unit")
    assert unit.decided_by == "rule"
    assert "Both are about the same" in unit.why
    assert {role.unit for item in done[0].items for role in item.roles} == {unit.id}
    assert issues == []


def test_units_of_two_districts_are_two_with_one_function() -> None:
    _, units, _ = resolve([plan(("区财政局",)), plan(("区财政局",), district=YANTIAN, name="b")])
    assert [unit.name for unit in units] == ["深圳市盐田区财政局", "深圳市罗湖区财政局"]
    assert {unit.function for unit in units} == {"财政"}


def test_unknown_districts_are_kept_apart() -> None:
    plans = [plan(("区财政局",), district=None, name=name) for name in "ab"]
    _, units, _ = resolve(plans)
    assert len(units) == 2
    assert {(unit.district, unit.name, unit.level) for unit in units} == {(None, "区财政局", "county")}


def test_unit_of_a_higher_place_is_shared_by_its_districts() -> None:
    _, units, _ = resolve([plan(("市财政局",)), plan(("市财政局",), district=YANTIAN, name="b")])
    (unit,) = units
    assert (unit.name, unit.district, unit.district_code, unit.level) == (
        "深圳市财政局",
        "深圳市",
        "440300",
        "city",
    )


def test_persons_stay_without_a_unit() -> None:
    done, units, _ = resolve([plan((replace(role("张三"), kind="person"),))])
    assert done[0].items[0].roles[0].unit is None
    assert units == []


@pytest.mark.parametrize(
    ("statement", "host", "hosted"),
    [
        ((role("区委组织部", acting_as="编办"), "区编办"), "区委组织部", "区编办"),
        (("区委组织部〈编办〉", "区编办"), "区委组织部〈编办〉", "区编办"),
        (("区财政局（国资委）", "区国资委"), "区财政局（国资委）", "区国资委"),
        (
            ("区环境保护和水务局（区城市管理局）", "区城管局"),
            "区环境保护和水务局（区城市管理局）",
            "区城管局",
        ),
    ],
)
def test_host_is_the_unit_and_links_its_alias(statement: tuple[str, ...], host: str, hosted: str) -> None:
    units = units_by_mention(plan(statement))
    assert units[host].hosts == (units[hosted].id,)
    assert units[hosted].hosts == ()


def test_alias_alone_makes_no_unit() -> None:
    units = units_by_mention(plan((role("区委组织部", acting_as="编办"),), ("区委组织部〈编办〉",)))
    assert {unit.short for unit in units.values()} == {"区委组织部"}
    assert units["区委组织部"].hosts == ()


@pytest.mark.parametrize(
    ("statements", "units", "doubts"),
    [
        # a field or a body without its organ means the only unit that fits
        ([("区教育局",), ("教育部门",)], 1, 0),
        ([("区委（政府）督查室",), ("区督查室",)], 1, 0),
        ([("公安分局",), ("公安部门",), ("公安",)], 1, 0),
        # several fit: apart, and reported
        ([("区委督查室",), ("区政府督查室",), ("区督查室",)], 3, 2),
        ([("区应急管理局",), ("区应急部门",), ("应急管理部门",)], 1, 0),
        # listed beside each other: a person should look
        ([("区公安局", "罗湖公安分局")], 2, 1),
        # the place is left out, and two places have such a unit
        ([("市交警支队",), ("交警支队",)], 2, 1),
        # sorts differ: apart without doubt
        ([("区政务服务中心",), ("区政务服务局",)], 2, 0),
        ([("区国税局",), ("区地税局",)], 2, 0),
    ],
)
def test_clear_and_doubtful(statements: list[tuple[str, ...]], units: int, doubts: int) -> None:
    _, found, issues = resolve([plan(*statements)])
    assert len(found) == units, [unit.name for unit in found]
    assert [issue.code for issue in issues] == ["uncertain-unit"] * doubts


def test_collectives_are_units_of_their_own_kind() -> None:
    units = units_by_mention(plan(("各街道办", "各街道办事处"), ("街道",), ("各相关单位",)))
    assert units["各街道办"] == units["各街道办事处"] == units["街道"]
    assert (units["街道"].kind, units["街道"].function) == ("collective", "街道办")
    assert (units["各相关单位"].kind, units["各相关单位"].function) == ("collective", None)


def test_unknown_function_is_reported_for_units_only() -> None:
    assert codes(plan(("区某某局",), ("各相关单位",))) == ["unknown-function"]


@pytest.fixture
def judged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of judgements that stands in for the one in the repository."""
    path = tmp_path / "judgements.tsv"
    found = judgements.load_judgements
    monkeypatch.setattr("ingest.resolve.load_judgements", lambda: found.__wrapped__(path))
    return path


@pytest.mark.parametrize(
    ("decision", "one", "other", "units", "doubts"),
    [
        ("same", "区纪委", "区监察局", 1, 0),
        ("different", "区人社局", "区人力资源局", 2, 0),
        ("different", "人社局", "区人社局", 2, 0),
        ("unsure", "区人社局", "区人力资源局", 2, 1),
    ],
)
def test_judgement_beats_the_rules(
    judged: Path, decision: str, one: str, other: str, units: int, doubts: int
) -> None:
    judged.write_text(f"{LUOHU}\t{one}\t{other}\t{decision}\t李老师\t2026-11-22\tseen\n", encoding="utf-8")
    _, found, issues = resolve([plan((one,), (other,))])
    assert len(found) == units
    assert [issue.code for issue in issues] == ["uncertain-unit"] * doubts
    if decision == "same":
        assert found[0].decided_by == "李老师, 2026-11-22"
    assert len({unit.id for unit in found}) == units


def test_names_that_are_one_each_by_rule_stay_two_by_judgement(judged: Path) -> None:
    judged.write_text(
        f"{LUOHU}\t区人社局\t区人力资源局\tdifferent\t李老师\t2026-11-22\tseen\n", encoding="utf-8"
    )
    units = units_by_mention(plan(("区人社局",), ("区人力资源局",), ("区人力资源和社会保障局",)))
    assert units["区人社局"] != units["区人力资源局"]


def test_result_does_not_depend_on_the_order_of_plans() -> None:
    plans = [
        plan(("区人社局", "区财政局"), ("各街道办",), name="a"),
        plan(("区人力资源局",), ("市财政局",), name="b"),
        plan(("区财政局",), district=YANTIAN, name="c"),
    ]
    done, units, issues = resolve(plans)
    again, same_units, same_issues = resolve(plans[::-1])
    assert (again[::-1], same_units, same_issues) == (done, units, issues)


def test_id_does_not_change_with_a_further_spelling() -> None:
    first = units_by_mention(plan(("区人社局",)))["区人社局"].id
    second = units_by_mention(plan(("区人力资源和社会保障局",), ("区人社局",), ("区人社部门",)))[
        "区人社局"
    ].id
    assert first == second == make_id(LUOHU, "|人力资源社会保障|bureau")


def test_fifty_thousand_roles_of_many_places_become_their_units() -> None:
    bodies = ("财政", "教育", "民政", "司法", "审计", "统计", "发改", "人社", "住建", "卫健")
    plans = [
        plan(
            *(tuple(f"区{body}局" for body in bodies) for _ in range(20)),
            district=f"某市甲{n}区",
            name=str(n),
        )
        for n in range(250)
    ]
    _, units, _ = resolve(plans)
    assert len(units) == 2500
