"""The questions of the saved reports, answered in Python from the hand-made records alone."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from graph.mapping import policy_id
from ingest.records import Item, Plan, Unit
from tests.graph.samples import PLANS, UNITS

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
