"""Expected answers: functions, and units that work together."""

from collections import Counter
from itertools import combinations
from typing import Any

from tests.graph.expected.facts import Answer, Facts, Params, Said, grouped, ordered


def items_of(said: list[Said]) -> int:
    return len({each.item["id"] for each in said})


def units_of(said: list[Said]) -> int:
    return len({each.unit["id"] for each in said})


def lead_functions(facts: Facts, p: Params) -> Answer:
    rows = []
    said = [
        each
        for each in facts.said(
            year=p["year"], collectives=p["include_collectives"], derived=p["include_derived"]
        )
        if each.unit["function"] is not None
    ]
    for function, found in grouped(said, lambda each: each.unit["function"]).items():
        led = [each for each in found if each.role == "lead"]
        joined = [each for each in found if each.role == "participate"]
        if led:
            districts = {each.unit["district"] for each in led} - {None}
            row = (function, len(districts), items_of(led), items_of(joined), units_of(led))
            rows.append(((-row[1], -row[2], -row[3], function), row))
    return ordered(rows)


def functions_by_year(facts: Facts, p: Params) -> Answer:
    said = facts.said("lead", district=p["district"], collectives=False)
    groups = grouped(said, lambda each: (each.unit["function"], each.item["year"]))
    return ordered(
        (key, (*key, items_of(found), units_of(found)))
        for key, found in groups.items()
        if None not in key and p["function"] in (None, key[0])
    )


def functions_by_district(facts: Facts, p: Params) -> Answer:
    said = facts.said("lead", year=p["year"], collectives=False)
    groups = grouped(said, lambda each: (each.unit["function"], each.unit["district"]))
    wanted = None if p["districts"] is None else p["districts"].split("、")
    return ordered(
        (key, (*key, items_of(found), units_of(found)))
        for key, found in groups.items()
        if None not in key and (wanted is None or key[1] in wanted)
    )


def compare_districts(facts: Facts, p: Params) -> Answer:
    rows = []
    sides = [p["first"], p["second"]]
    said = [
        each
        for each in facts.said("lead", "participate", year=p["year"], collectives=p["include_collectives"])
        if each.unit["function"] is not None and each.unit["district"] in sides and each.unit["district"]
    ]
    for function, found in grouped(said, lambda each: each.unit["function"]).items():
        counts = [
            items_of([each for each in found if each.role == role and each.unit["district"] == side])
            for role in ("lead", "participate")
            for side in sides
        ]
        rows.append(((-counts[0] - counts[1], -counts[2] - counts[3], function), (function, *counts)))
    return ordered(rows)


def _together(facts: Facts, said: list[Said], size: int) -> Counter[tuple[str, ...]]:
    """Count the groups of that size that stand in one item, each by the ids in order of name."""
    counts: Counter[tuple[str, ...]] = Counter()
    for found in grouped(said, lambda each: each.item["id"]).values():
        units = sorted((each.unit["name"], each.unit["id"]) for each in found)
        counts.update(combinations((key for _, key in units), size))
    return counts


def co_lead_pairs(facts: Facts, p: Params) -> Answer:
    rows: list[Any] = []
    said = facts.said("lead", year=p["year"], collectives=p["include_collectives"])
    for pair, n in _together(facts, said, 2).items():
        units = [facts.units[key] for key in pair]
        if p["district"] is None or p["district"] in {unit["district"] for unit in units}:
            names = tuple(unit["name"] for unit in units)
            rows.append(((-n, *names, *sorted(pair)), (*names, n)))
    return ordered(rows, p["most"])


def co_lead_triads(facts: Facts, p: Params) -> Answer:
    rows: list[Any] = []
    said = facts.said("lead", year=p["year"], district=p["district"], collectives=False)
    for three, n in _together(facts, said, 3).items():
        if n >= p["at_least"]:
            names = tuple(facts.units[key]["name"] for key in three)
            rows.append(((-n, *names, *three), (*names, n)))
    return ordered(rows, p["most"])


def bridging_units(facts: Facts, p: Params) -> Answer:
    rows: list[Any] = []
    said = facts.said("lead", year=p["year"], district=p["district"], collectives=False)
    for key, found in grouped(said, lambda each: each.unit["id"]).items():
        unit, areas = facts.units[key], {each.item["area"] for each in found} - {None}
        if len(areas) >= p["at_least"]:
            row = (unit["name"], unit["district"], len(areas), len(found))
            rows.append(((-row[2], -row[3], *row[:2], key), row))
    return ordered(rows)


ANSWERS = {
    "lead-functions": lead_functions,
    "functions-by-year": functions_by_year,
    "functions-by-district": functions_by_district,
    "compare-districts": compare_districts,
    "co-lead-pairs": co_lead_pairs,
    "co-lead-triads": co_lead_triads,
    "bridging-units": bridging_units,
}
