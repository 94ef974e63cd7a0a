"""Expected answers: units, and how far leads are concentrated in a few."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from graph.rows import Row
from tests.graph.expected.facts import Answer, Facts, Params, Said, day, grouped, is_unit, ordered

ROLES = ("lead", "responsible", "participate")


def by_unit(facts: Facts, said: Iterable[Said]) -> Iterator[tuple[Row, Counter[str], list[Said]]]:
    for key, found in grouped(said, lambda each: each.unit["id"]).items():
        yield facts.units[key], Counter(each.role for each in found), found


def lead_units(facts: Facts, p: Params) -> Answer:
    rows = []
    said = facts.said(
        year=p["year"],
        district=p["district"],
        collectives=p["include_collectives"],
        derived=p["include_derived"],
    )
    for unit, n, _ in by_unit(facts, said):
        if n["lead"]:
            row = (unit["name"], unit["district"], n["lead"], n["participate"])
            rows.append(((-row[2], -row[3], *row[:2], unit["id"]), row))
    return ordered(rows)


def unit_load(facts: Facts, p: Params) -> Answer:
    rows = []
    collectives = p["include_collectives"] or p["unit"] is not None
    for unit, n, found in by_unit(
        facts, facts.said(year=p["year"], collectives=collectives, derived=p["include_derived"])
    ):
        if p["unit"] is None or is_unit(unit, p["unit"]):
            counts = [n[role] for role in ROLES]
            row = (unit["name"], unit["district"], *counts, len(found))
            rows.append(((-len(found), -counts[0], -counts[1], *row[:2], unit["id"]), row))
    return ordered(rows)


def lead_against_participate(facts: Facts, p: Params) -> Answer:
    rows = []
    said = facts.said(
        "lead",
        "participate",
        year=p["year"],
        district=p["district"],
        collectives=p["include_collectives"],
    )
    for unit, n, found in by_unit(facts, said):
        if len(found) >= p["at_least"]:
            share = 100 * n["lead"] // len(found)
            row = (unit["name"], unit["district"], n["lead"], n["participate"], share)
            rows.append(((-share, -row[2], -row[3], *row[:2], unit["id"]), row))
    return ordered(rows)


def participate_only_units(facts: Facts, p: Params) -> Answer:
    more = {each.unit["id"] for each in facts.said("lead", "responsible", derived=True)}
    said = facts.said(
        "participate",
        district=p["district"],
        collectives=p["include_collectives"],
        derived=p["include_derived"],
    )
    rows = []
    for unit, _, found in by_unit(facts, said):
        if unit["id"] not in more:
            row = (unit["name"], unit["district"], len(found))
            rows.append(((-row[2], *row[:2], unit["id"]), row))
    return ordered(rows)


def unit_profile(facts: Facts, p: Params) -> Answer:
    rows = []
    for unit in facts.units.values():
        if not is_unit(unit, p["unit"]):
            continue
        own = [each for each in facts.said() if each.unit["id"] == unit["id"]]
        n = Counter(each.role for each in own)
        led = [each.item for each in own if each.role == "lead"]
        partners = {
            each.unit["id"]
            for item in led
            for each in facts.of_item(item, "lead")
            if each.words["derived"] is False
        } - {unit["id"]}
        years = sorted({each.item["year"] for each in own} - {None})
        sets = ({each.item[name] for each in own} - {None} for name in ("plan_id", "area"))
        row = (
            *(unit["name"], unit["district"], unit["function"]),
            *(n[role] for role in ROLES),
            *map(len, sets),
            len(partners),
            *((years[0], years[-1]) if years else (None, None)),
        )
        rows.append(((*row[:2], unit["id"]), row))
    return ordered(rows)


def unit_years(facts: Facts, p: Params) -> Answer:
    rows = []
    mine = [each for each in facts.said() if is_unit(each.unit, p["unit"]) and each.item["year"] is not None]
    for unit, _, found in by_unit(facts, mine):
        before = None
        for year, of_year in sorted(grouped(found, lambda each: each.item["year"]).items()):
            n = Counter(each.role for each in of_year)
            change = None if before is None else n["lead"] - before
            before = n["lead"]
            row = (unit["name"], unit["district"], year, *(n[role] for role in ROLES), change)
            rows.append(((*row[:2], unit["id"], year), row))
    return ordered(rows)


def unit_items(facts: Facts, p: Params) -> Answer:
    rows = []
    for each in facts.said(year=p["year"], derived=p["include_derived"]):
        if is_unit(each.unit, p["unit"]):
            item, plan = each.item, facts.plan(each.item)
            place = (each.unit["name"], each.role, plan["year"], plan["name"], item["start_char"], item["id"])
            row = (each.unit["name"], each.role, item["name"], plan["name"], plan["year"], day(item))
            rows.append(
                (
                    (*place, each.unit["id"]),
                    (*row, item["deadline_text"], each.words["surface"], item["id"]),
                )
            )
    return ordered(rows)


def _led(facts: Facts, p: Params, collectives: bool) -> list[tuple[Row, int]]:
    said = facts.said("lead", year=p["year"], district=p["district"], collectives=collectives)
    return [(unit, n["lead"]) for unit, n, _ in by_unit(facts, said)]


def lead_concentration(facts: Facts, p: Params) -> Answer:
    rows: list[Any] = []
    for district, found in grouped(
        _led(facts, p, p["include_collectives"]), lambda each: each[0]["district"]
    ).items():
        first = sorted(found, key=lambda each: (-each[1], each[0]["name"], each[0]["id"]))
        counts = [led for _, led in first]
        total = sum(counts)
        shares = (100 * counts[0] // total, 100 * sum(counts[:3]) // total)
        index = 10000 * sum(led * led for led in counts) // (total * total)
        row = (district, len(counts), total, first[0][0]["name"], *shares, index)
        rows.append(((-index, -total, district), row))
    return ordered(rows)


def single_points(facts: Facts, p: Params) -> Answer:
    rows: list[Any] = []
    led = {unit["id"]: n for unit, n in _led(facts, p, False)}
    units = [
        unit
        for unit in facts.units.values()
        if unit["kind"] == "unit"
        and None not in (unit["district"], unit["function"])
        and p["district"] in (None, unit["district"])
    ]
    for (district, function), having in grouped(units, lambda u: (u["district"], u["function"])).items():
        leading = [unit for unit in having if unit["id"] in led]
        if len(leading) == 1 and led[leading[0]["id"]] >= p["at_least"]:
            n = led[leading[0]["id"]]
            rows.append(((-n, district, function), (district, function, leading[0]["name"], n, len(having))))
    return ordered(rows)


ANSWERS = {
    "lead-units": lead_units,
    "unit-load": unit_load,
    "lead-against-participate": lead_against_participate,
    "participate-only-units": participate_only_units,
    "unit-profile": unit_profile,
    "unit-years": unit_years,
    "unit-items": unit_items,
    "lead-concentration": lead_concentration,
    "single-points": single_points,
}
