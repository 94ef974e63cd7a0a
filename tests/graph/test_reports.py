"""Each saved report against the same question answered in Python, from the records alone."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import pytest

from graph.errors import InvalidReport
from graph.mapping import policy_id
from graph.reports import QUERIES, choices, get_report, list_reports, run_report
from graph.store import Store
from ingest.records import Item, Plan, Unit
from tests.graph.samples import EAST, PLANS, UNITS, WEST, unit_id

Rows = list[tuple[Any, ...]]
UNIT = {unit.id: unit for unit in UNITS}


@dataclass(frozen=True)
class Said:
    """One unit in one role of one item, said once or several times."""

    unit: Unit
    role: str
    item: Item
    plan: Plan


def said(collectives: bool = False, year: int | None = None, district: str | None = None) -> list[Said]:
    found = {
        (role.unit, role.role, item.id): Said(UNIT[role.unit], role.role, item, plan)
        for plan in PLANS
        for item in plan.items
        for role in item.roles
        if role.unit is not None and role.kind != "person"
    }
    return [
        each
        for each in found.values()
        if (collectives or each.unit.kind == "unit")
        and year in (None, each.plan.year)
        and district in (None, each.unit.district)
    ]


def items(year: int | None = None, district: str | None = None) -> Iterator[tuple[Plan, Item]]:
    for plan in PLANS:
        if year in (None, plan.year) and district in (None, plan.district):
            yield from ((plan, item) for item in plan.items)


def units_of(item: Item, role: str, collectives: bool = True) -> list[str]:
    ids = {each.unit for each in item.roles if each.role == role and each.unit is not None}
    return sorted(UNIT[key].name for key in ids if collectives or UNIT[key].kind == "unit")


def lead_units(p: dict[str, Any]) -> Rows:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for each in said(p["include_collectives"], p["year"], p["district"]):
        counts[each.unit.id][each.role] += 1
    rows = [
        (UNIT[key].name, UNIT[key].district, n["lead"], n["participate"])
        for key, n in counts.items()
        if n["lead"]
    ]
    return sorted(rows, key=lambda row: (-row[2], -row[3], row[0]))


def lead_functions(p: dict[str, Any]) -> Rows:
    groups: dict[str, list[Said]] = defaultdict(list)
    for each in said(p["include_collectives"], p["year"]):
        if each.unit.function is not None:
            groups[each.unit.function].append(each)
    rows = []
    for function, all_said in groups.items():
        led = [each for each in all_said if each.role == "lead"]
        joined = {each.item.id for each in all_said if each.role == "participate"}
        if led:
            districts = {each.unit.district for each in led}
            units = {each.unit.id for each in led}
            rows.append(
                (function, len(districts), len({each.item.id for each in led}), len(joined), len(units))
            )
    return sorted(rows, key=lambda row: (-row[1], -row[2], -row[3], row[0]))


def due(all_said: list[Said]) -> list[datetime.date]:
    dated = {each.item.id: each.item.deadline for each in all_said if each.item.deadline is not None}
    return sorted(datetime.date.fromisoformat(str(deadline.date)) for deadline in dated.values())


def unit_load(p: dict[str, Any]) -> Rows:
    groups: dict[str, list[Said]] = defaultdict(list)
    for each in said(p["include_collectives"] or p["unit"] is not None, p["year"]):
        if p["unit"] in (None, each.unit.id, each.unit.name, each.unit.short):
            groups[each.unit.id].append(each)
    rows = []
    for key, all_said in groups.items():
        n = Counter(each.role for each in all_said)
        days = due(all_said)
        counts = (n["lead"], n["participate"], n["responsible"], len(days))
        ends = (days[0], days[-1]) if days else (None, None)
        rows.append((UNIT[key].name, UNIT[key].district, *counts, *ends))
    return sorted(rows, key=lambda row: (-row[2], -row[4], -row[3], row[0]))


def unit_items(p: dict[str, Any]) -> Rows:
    rows = []
    for each in said(True, p["year"]):
        if p["unit"] in (each.unit.id, each.unit.name, each.unit.short):
            role = next(r for r in each.item.roles if r.unit == each.unit.id and r.role == each.role)
            deadline = each.item.deadline
            day = datetime.date.fromisoformat(str(deadline.date)) if deadline is not None else None
            words = deadline.text if deadline is not None else None
            place = (each.unit.name, each.role, each.plan.year, each.plan.title, each.item.start)
            row = (each.unit.name, each.role, each.item.title, each.plan.title, each.plan.year)
            rows.append((place, (*row, day, words, role.surface, each.item.id)))
    return [row for _, row in sorted(rows)]


def co_lead_pairs(p: dict[str, Any]) -> Rows:
    pairs: Counter[tuple[str, str]] = Counter()
    for _, item in items(p["year"]):
        names = units_of(item, "lead", p["include_collectives"])
        for pair in combinations(names, 2):
            if p["district"] is None or any(name.startswith(p["district"]) for name in pair):
                pairs[pair] += 1
    return sorted(
        ((*pair, count) for pair, count in pairs.items()), key=lambda row: (-row[2], row[0], row[1])
    )


def participate_only_units(p: dict[str, Any]) -> Rows:
    roles: dict[str, Counter[str]] = defaultdict(Counter)
    for each in said(p["include_collectives"], None, p["district"]):
        roles[each.unit.id][each.role] += 1
    rows = [
        (UNIT[key].name, UNIT[key].district, n["participate"])
        for key, n in roles.items()
        if set(n) == {"participate"}
    ]
    return sorted(rows, key=lambda row: (-row[2], row[0]))


def items_without_lead(p: dict[str, Any]) -> Rows:
    rows = []
    for plan, item in items(p["year"], p["district"]):
        responsible, joined = len(units_of(item, "responsible")), len(units_of(item, "participate"))
        if not units_of(item, "lead") and not (p["without_any_role"] and responsible + joined):
            leaders = "、".join(f"{each.name}（{each.post}）" for each in item.leaders)
            row = (plan.district, plan.title, item.number, item.title, responsible, joined, leaders, item.id)
            rows.append(((plan.district, plan.title, item.start), row))
    return [row for _, row in sorted(rows)]


def items_by_deadline(p: dict[str, Any]) -> Rows:
    rows = []
    for plan, item in items(p["year"], p["district"]):
        if item.deadline is not None:
            day = datetime.date.fromisoformat(str(item.deadline.date))
            if (p["from"] or day) <= day <= (p["to"] or day):
                leads = units_of(item, "lead")
                row = (day, plan.district, item.title, leads, item.deadline.text, plan.title, item.id)
                rows.append(((day, plan.district, plan.title, item.start), row))
    return [row for _, row in sorted(rows)]


def deadlines_by_month(p: dict[str, Any]) -> Rows:
    months: dict[str, list[bool]] = defaultdict(list)
    for _, item in items(p["year"], p["district"]):
        if item.deadline is not None:
            months[str(item.deadline.date)[:7]].append(bool(units_of(item, "lead")))
    return sorted((month, len(led), sum(led)) for month, led in months.items())


def compare_districts(p: dict[str, Any]) -> Rows:
    found: dict[str, dict[tuple[str, str], set[str]]] = defaultdict(lambda: defaultdict(set))
    for each in said(p["include_collectives"], p["year"]):
        side = {p["first"]: "first", p["second"]: "second"}.get(each.unit.district)
        if side is not None and each.unit.function is not None and each.role in ("lead", "participate"):
            found[each.unit.function][each.role, side].add(each.item.id)
    order = [("lead", "first"), ("lead", "second"), ("participate", "first"), ("participate", "second")]
    rows = [(function, *(len(sets[key]) for key in order)) for function, sets in found.items()]
    return sorted(rows, key=lambda row: (-row[1] - row[2], -row[3] - row[4], row[0]))


def most_cited(p: dict[str, Any]) -> Rows:
    plans: dict[str, set[str]] = defaultdict(set)
    districts: dict[str, set[str]] = defaultdict(set)
    citing: dict[str, set[str]] = defaultdict(set)
    names: dict[str, str] = {}
    numbers: dict[str, str] = {}
    for plan in PLANS:
        of_items = [(item.id, cite) for item in plan.items for cite in item.cites]
        for item_id, cite in [("", each) for each in plan.cites] + of_items:
            key = policy_id(cite)
            names[key] = cite.title
            numbers.update({key: cite.doc_no} if cite.doc_no else {})
            if p["year"] in (None, plan.year) and p["district"] in (None, plan.district):
                plans[key].add(plan.id)
                districts[key].add(str(plan.district))
                citing[key].update({item_id} - {""})
    rows = [
        (names[key], numbers.get(key), len(plans[key]), len(districts[key]), len(citing[key]))
        for key in plans
    ]
    return sorted(rows, key=lambda row: (-row[2], -row[4], row[0]))


def plan_profile(p: dict[str, Any]) -> Rows:
    rows = []
    for plan in PLANS:
        if p["year"] in (None, plan.year) and p["district"] in (None, plan.district):
            led = sum(bool(units_of(item, "lead")) for item in plan.items)
            dated = sum(item.deadline is not None for item in plan.items)
            units = {role.unit for item in plan.items for role in item.roles if role.unit is not None}
            rows.append((plan.title, plan.district, plan.year, len(plan.items), led, dated, len(units)))
    return sorted(rows, key=lambda row: (-row[3], row[0]))


def items_by_participants(p: dict[str, Any]) -> Rows:
    rows = []
    for plan, item in items(p["year"], p["district"]):
        led, joined = (
            len(units_of(item, role, p["include_collectives"])) for role in ("lead", "participate")
        )
        if joined:
            row = (item.title, plan.title, plan.district, led, joined, item.id)
            rows.append(((-joined, -led, plan.title, item.start), row))
    return [row for _, row in sorted(rows)]


ANSWERS: dict[str, Callable[[dict[str, Any]], Rows]] = {
    "lead-units": lead_units,
    "lead-functions": lead_functions,
    "unit-load": unit_load,
    "unit-items": unit_items,
    "co-lead-pairs": co_lead_pairs,
    "participate-only-units": participate_only_units,
    "items-without-lead": items_without_lead,
    "items-by-deadline": items_by_deadline,
    "deadlines-by-month": deadlines_by_month,
    "compare-districts": compare_districts,
    "most-cited": most_cited,
    "plan-profile": plan_profile,
    "items-by-participants": items_by_participants,
}
DAY = datetime.date(2016, 3, 31)
VALUES: dict[str, list[object]] = {
    "district": [EAST, WEST, "别处"],
    "year": [2016, 2014],
    "include_collectives": [True],
    "without_any_role": [True],
    "unit": [unit_id(EAST, "财政局"), EAST + "编办", "信访局", "各街道办", "没有的单位"],
    "from": [DAY],
    "to": [DAY],
    "first": [EAST],
    "second": [WEST],
}


def cases() -> Iterator[tuple[str, dict[str, object]]]:
    """Every report without parameters, with each value of each alone, and with the first of all."""
    for report in list_reports():
        names = [param.name for param in report.params]
        yield report.name, {}
        for name in names:
            for value in VALUES[name]:
                yield report.name, {name: value}
        yield report.name, {name: VALUES[name][0] for name in names}


@pytest.mark.parametrize(("name", "given"), list(cases()))
def test_reports_answer_as_python_does(loaded: Store, name: str, given: dict[str, object]) -> None:
    report = get_report(name)
    defaults = {param.name: param.default for param in report.params}
    result = run_report(loaded, report, given)
    assert list(result.rows) == ANSWERS[name](defaults | given)


def test_every_answer_has_its_report() -> None:
    assert {report.name for report in list_reports()} == set(ANSWERS)


def test_the_answers_are_not_empty() -> None:
    for report in list_reports():
        defaults = {param.name: param.default for param in report.params}
        needed = {"unit": "编办", "first": EAST, "second": WEST}
        assert ANSWERS[report.name](defaults | needed), report.name


def test_every_column_has_a_caption_and_every_report_a_group() -> None:
    for report in list_reports():
        assert set(report.captions) == set(report.columns), report.name
        assert report.group.zh != "其他", report.name


def test_reports_run_on_an_empty_store(store: Store) -> None:
    for report in list_reports():
        assert run_report(store, report, {}).rows == ()


def test_choices_are_listed(loaded: Store) -> None:
    params = {param.name: param for param in get_report("lead-units").params}
    assert choices(loaded, params["district"]) == ["甲市", EAST, WEST]
    assert choices(loaded, params["year"]) == [2014, 2016]
    assert choices(loaded, params["include_collectives"]) == []


def test_all_choices_can_be_asked(loaded: Store) -> None:
    for report in list_reports():
        for param in report.params:
            assert bool(choices(loaded, param)) == (param.choices is not None)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"yaer": 2016}, "no parameter 'yaer'; did you mean year?"),
        ({"x": 1}, "no parameter 'x'; it has: district, year"),
        ({"year": "soon"}, "parameter year: expected int, found 'soon'"),
        ({"year": 2016.5}, "parameter year: expected int"),
        ({"year": True}, "parameter year: expected int"),
        ({"district": 3}, "parameter district: expected string"),
        ({"include_collectives": "perhaps"}, "parameter include_collectives: expected bool"),
    ],
)
def test_wrong_parameters_are_named(loaded: Store, given: dict[str, object], words: str) -> None:
    with pytest.raises(InvalidReport) as error:
        run_report(loaded, get_report("lead-units"), given)
    assert words in str(error.value)


def test_parameters_may_come_as_text(loaded: Store) -> None:
    report = get_report("lead-units")
    as_text = {"year": "2016", "include_collectives": "true", "district": "null"}
    assert run_report(loaded, report, as_text) == run_report(
        loaded, report, {"year": 2016, "include_collectives": True, "district": None}
    )


def test_a_row_limit_cuts(loaded: Store) -> None:
    result = run_report(loaded, get_report("lead-units"), row_limit=2)
    assert len(result.rows) == 2 and result.truncated


def test_an_unknown_report_is_named_with_the_nearest() -> None:
    with pytest.raises(InvalidReport, match="did you mean lead-units"):
        get_report("lead-unit")
    with pytest.raises(InvalidReport, match="there are: co-lead-pairs"):
        get_report("../../etc/passwd")


def test_names_of_files_are_names_of_reports() -> None:
    for path in QUERIES.glob("*.cypher"):
        assert path.stem == path.stem.lower().replace("_", "-")
