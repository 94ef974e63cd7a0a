"""Expected answers: items, areas and deadlines."""

from collections import Counter
from typing import Any

from graph.rows import Row
from tests.graph.expected.facts import Answer, Facts, Params, Said, day, grouped, ordered


def place(item: Row) -> tuple[object, ...]:
    """Where a list of items has an item: its plan's items stand together, in the order of the text."""
    return (*(item[key] for key in ("district", "year", "plan_id", "start_char")), item["id"])


def items_without_lead(facts: Facts, p: Params) -> Answer:
    rows = []
    for item in facts.some_items(p):
        counts = [len(facts.of_item(item, role)) for role in ("responsible", "participate")]
        if not facts.of_item(item, "lead") and not (p["without_any_role"] and sum(counts)):
            plan = facts.plan(item)["name"]
            row = (item["district"], plan, item["number"], item["name"], *counts, item["leaders"], item["id"])
            rows.append((place(item), row))
    return ordered(rows, p["most"])


def items_without_deadline(facts: Facts, p: Params) -> Answer:
    rows = []
    for item in facts.some_items(p):
        leads = len(facts.of_item(item, "lead"))
        if item["deadline"] is None and leads:
            plan = facts.plan(item)["name"]
            row = (item["district"], plan, item["number"], item["name"], leads, item["deadline_text"])
            rows.append((place(item), (*row, item["id"])))
    return ordered(rows, p["most"])


def items_by_participants(facts: Facts, p: Params) -> Answer:
    def counts(each: Said) -> bool:
        return (p["include_collectives"] or each.unit["kind"] == "unit") and (
            p["include_derived"] or each.words["derived"] is False
        )

    rows = []
    for item in facts.some_items(p):
        led, joined = (sum(map(counts, facts.of_item(item, role))) for role in ("lead", "participate"))
        if joined and joined >= p["at_least"]:
            row = (item["name"], facts.plan(item)["name"], item["district"], led, joined, item["id"])
            rows.append(((-joined, item["id"]), row))
    return ordered(rows, p["most"])


def targets(facts: Facts, p: Params) -> Answer:
    rows = []
    for item in facts.some_items(p):
        if item["targets"] is not None:
            plan, leads = facts.plan(item)["name"], len(facts.of_item(item, "lead"))
            row = (item["district"], plan, item["name"], item["targets"], leads, day(item), item["id"])
            rows.append((place(item), row))
    return ordered(rows, p["most"])


def areas_by_district(facts: Facts, p: Params) -> Answer:
    rows = []
    groups = grouped(facts.some_items(p), lambda item: (item["area"], item["district"]))
    for (area, district), found in groups.items():
        if area is not None:
            led = sum(bool(facts.of_item(item, "lead")) for item in found)
            dated = sum(item["deadline"] is not None for item in found)
            rows.append(((-len(found), area, district), (area, district, len(found), led, dated)))
    return ordered(rows)


def deadlines_by_month(facts: Facts, p: Params) -> Answer:
    dated = [item for item in facts.some_items(p) if item["deadline"] is not None]
    return sorted(
        (month, len(found), sum(bool(facts.of_item(item, "lead")) for item in found))
        for month, found in grouped(dated, lambda item: str(item["deadline"])[:7]).items()
    )


def items_by_deadline(facts: Facts, p: Params) -> Answer:
    rows = []
    for item in facts.some_items(p):
        due = day(item)
        if due is not None and (p["from"] or due) <= due <= (p["to"] or due):
            row = (due, item["district"], item["name"], facts.leads(item), item["deadline_text"])
            at = (due, item["district"], item["plan_id"], item["start_char"], item["id"])
            rows.append((at, (*row, facts.plan(item)["name"], item["id"])))
    return ordered(rows, p["most"])


def due_next(facts: Facts, p: Params) -> Answer:
    rows: list[Any] = []
    said = [
        each
        for each in facts.said("lead", district=p["district"], collectives=False)
        if (due := day(each.item)) is not None and (p["from"] or due) <= due
    ]
    for key, found in grouped(said, lambda each: each.unit["id"]).items():
        unit, days = facts.units[key], Counter(day(each.item) for each in found)
        first = min(each for each in days if each is not None)
        row = (unit["name"], unit["district"], first, days[first], len(found))
        rows.append(((first, -len(found), key), row))
    return ordered(rows, p["most"])


ANSWERS = {
    "items-without-lead": items_without_lead,
    "items-without-deadline": items_without_deadline,
    "items-by-participants": items_by_participants,
    "targets": targets,
    "areas-by-district": areas_by_district,
    "deadlines-by-month": deadlines_by_month,
    "items-by-deadline": items_by_deadline,
    "due-next": due_next,
}
