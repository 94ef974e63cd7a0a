"""Expected answers: similar items, citations, coverage and quality."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from graph.rows import Row
from tests.graph.expected.facts import TYPES, Answer, Facts, Params, fits, grouped, ordered


def _similar(facts: Facts, at_least: float) -> Iterator[tuple[Row, Row, float]]:
    """Similar items of two known districts, as the relation points."""
    for row in facts.related("SIMILAR_TO", "Item", "Item"):
        one, other = facts.items[row["source"]], facts.items[row["target"]]
        places = {one["district"], other["district"]}
        if row["score"] is not None and row["score"] >= at_least and len(places) == 2 and None not in places:
            yield one, other, row["score"]


def same_item_elsewhere(facts: Facts, p: Params) -> Answer:
    rows = []
    for one, other, score in _similar(facts, p["at_least"]):
        named = {one["id"], one["name"], other["id"], other["name"]}
        if p["district"] in (None, one["district"], other["district"]) and p["item"] in (None, *named):
            sides = [
                value
                for item in (one, other)
                for value in (item["name"], item["district"], item["year"], facts.leads(item))
            ]
            rows.append(((-score, one["id"], other["id"]), (score, *sides, one["id"])))
    return ordered(rows, p["most"])


def first_adopters(facts: Facts, p: Params) -> Answer:
    rows: list[Any] = []
    near: dict[str, list[Row]] = defaultdict(list)
    for one, other, _ in _similar(facts, p["at_least"]):
        if None not in (one["year"], other["year"]):
            near[one["id"]].append(other)
            near[other["id"]].append(one)
    for key, others in near.items():
        item = facts.items[key]
        later = [other for other in others if other["year"] > item["year"]]
        if len(later) == 0 or any(other["year"] < item["year"] for other in others):
            continue
        if fits(p["district"], item["district"]):
            years = sorted(other["year"] for other in later)
            followers = len({other["district"] for other in later})
            row = (item["name"], item["district"], item["year"], followers, years[0], years[-1], key)
            rows.append(((-followers, years[0], key), row))
    return ordered(rows, p["most"])


def _citing(facts: Facts) -> Iterator[tuple[Row, str, str]]:
    """Each plan or item that cites, its label, and the document's id."""
    for label, nodes in (("Item", facts.items), ("Plan", facts.plans)):
        for row in facts.related("CITES", label, "Policy"):
            yield nodes[row["source"]], label, row["target"]


def policy_spread(facts: Facts, p: Params) -> Answer:
    rows: list[Any] = []
    first: dict[str, dict[str, int]] = defaultdict(dict)
    for source, _, key in _citing(facts):
        if None not in (source["year"], source["district"]) and fits(
            p["policy"], facts.policies[key]["name"]
        ):
            found = first[key].get(source["district"], source["year"])
            first[key][source["district"]] = min(found, source["year"])
    for key, years in first.items():
        if len(years) >= p["at_least"]:
            total, name = 0, facts.policies[key]["name"]
            for year, districts in sorted(grouped(sorted(years), years.__getitem__).items()):
                total += len(districts)
                row = (name, year, len(districts), total, districts)
                rows.append(((-len(years), name, key, year), row))
    return ordered(rows, p["most"])


def citation_chains(facts: Facts, p: Params) -> Answer:
    same = {row["source"]: row["target"] for row in facts.related("SAME_AS", "Policy", "Plan")}
    cited: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in facts.related("CITES", "Plan", "Policy"):
        if row["target"] in same:
            cited[row["source"]].append((row["target"], same[row["target"]]))

    def chains(plans: list[str], documents: set[str]) -> Iterator[list[str]]:
        """Go on from a chain; no relation is used twice, so no document is passed twice."""
        if len(plans) > 1:
            yield plans
        if len(plans) < 4:
            for document, plan in cited[plans[-1]]:
                if document not in documents:
                    yield from chains([*plans, plan], {*documents, document})

    rows: list[Any] = []
    for plan in facts.plans.values():
        if fits(p["district"], plan["district"]) and fits(p["year"], plan["year"]):
            for chain in chains([plan["id"]], set()):
                if len(chain) > p["at_least"]:
                    ids = [*chain, None, None][:4]
                    names = [None if key is None else facts.plans[key]["name"] for key in ids]
                    row = (names[0], plan["district"], plan["year"], *names[1:], len(chain) - 1)
                    rows.append(((1 - len(chain), *names, *ids), row))
    return ordered(rows, p["most"])


def most_cited(facts: Facts, p: Params) -> Answer:
    rows = []
    citing = [
        each
        for each in _citing(facts)
        if fits(p["district"], each[0]["district"]) and fits(p["year"], each[0]["year"])
    ]
    for key, found in grouped(citing, lambda each: each[2]).items():
        plans = {source["plan_id"] for source, _, _ in found}
        districts = {source["district"] for source, _, _ in found} - {None}
        items = {source["id"] for source, label, _ in found if label == "Item"}
        policy = facts.policies[key]
        row = (policy["name"], policy["doc_no"], len(plans), len(districts), len(items))
        rows.append(((-row[2], -row[4], row[0], key), row))
    return ordered(rows)


def _items(facts: Facts) -> dict[str, list[Row]]:
    return defaultdict(list, grouped(facts.items.values(), lambda item: item["plan_id"]))


def corpus_coverage(facts: Facts, p: Params) -> Answer:
    items = _items(facts)
    rows = []
    for key, plans in grouped(facts.plans.values(), lambda plan: (plan["district"], plan["year"])).items():
        counts = [len(items[plan["id"]]) for plan in plans]
        rows.append((key, (*key, len(plans), sum(counts), counts.count(0))))
    return ordered(rows)


def district_profile(facts: Facts, p: Params) -> Answer:
    rows = []
    for place in facts.rows.nodes["District"]:
        name = place["name"]
        if fits(p["district"], name):
            plans = [plan for plan in facts.plans.values() if plan["district"] == name]
            years = sorted({plan["year"] for plan in plans} - {None})
            items = [item for item in facts.items.values() if item["district"] == name]
            units = sum(unit["district"] == name and unit["kind"] == "unit" for unit in facts.units.values())
            ends = (years[0], years[-1]) if years else (None, None)
            row = (name, len(plans), *ends, len(items), *_complete(facts, items), units)
            rows.append(((-len(items), -len(plans), name), row))
    return ordered(rows)


def _complete(facts: Facts, items: list[Row]) -> tuple[int, int]:
    """How many items have a lead, and how many a date."""
    led = sum(bool(facts.of_item(item, "lead")) for item in items)
    return led, sum(item["deadline"] is not None for item in items)


def plan_profile(facts: Facts, p: Params) -> Answer:
    by_plan, rows = _items(facts), []
    for plan in facts.plans.values():
        if fits(p["year"], plan["year"]) and fits(p["district"], plan["district"]):
            items = by_plan[plan["id"]]
            leads = sum(len(facts.of_item(item, "lead")) for item in items)
            head = (plan["name"], plan["district"], plan["year"])
            row = (*head, len(items), *_complete(facts, items), leads)
            rows.append(((-len(items), *head, plan["id"]), row))
    return ordered(rows)


def collective_share(facts: Facts, p: Params) -> Answer:
    rows: list[Any] = []
    for district, found in grouped(facts.said(), lambda each: each.unit["district"]).items():
        n = sum(each.unit["kind"] == "collective" for each in found)
        share = 100 * n // len(found)
        rows.append(((-share, -n, district), (district, len(found), n, share)))
    return ordered(rows)


def derived_roles(facts: Facts, p: Params) -> Answer:
    rows = []
    said = facts.said("lead", "participate", derived=True)
    for district, found in grouped(said, lambda each: each.unit["district"]).items():
        n = Counter((each.role, each.words["derived"]) for each in found)
        row = (district, *(n[role, derived] for role in ("lead", "participate") for derived in (False, True)))
        rows.append(((-row[4], -row[2], district), row))
    return ordered(rows)


def doubtful_roles(facts: Facts, p: Params) -> Answer:
    rows = []
    for each in facts.said(*TYPES.values(), district=p["district"]):
        sure = each.words["confidence"]
        if sure is not None and sure < p["below"]:
            head = (sure, each.role, each.unit["name"], each.unit["district"], each.item["name"])
            row = (*head, each.words["surface"], each.words["rule"], each.item["id"])
            rows.append(((sure, each.item["id"], each.role, each.unit["name"], each.unit["id"]), row))
    return ordered(rows, p["most"])


ANSWERS = {
    "same-item-elsewhere": same_item_elsewhere,
    "first-adopters": first_adopters,
    "policy-spread": policy_spread,
    "citation-chains": citation_chains,
    "most-cited": most_cited,
    "corpus-coverage": corpus_coverage,
    "district-profile": district_profile,
    "plan-profile": plan_profile,
    "collective-share": collective_share,
    "derived-roles": derived_roles,
    "doubtful-roles": doubtful_roles,
}
