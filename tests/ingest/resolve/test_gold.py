"""The units of hand-annotated plans, where `../shared/gold` lies beside the repository.

Without it the tables of the other files in this folder stand alone; left out is only the agreement
with units and rankings that were annotated by hand.
"""

import json
from collections import Counter, defaultdict
from functools import cache
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from ingest.records import Plan, Role, Unit
from ingest.resolve import resolve
from tests.ingest.resolve.factory import plan, role

GOLD = Path(__file__).parents[4] / "shared" / "gold"
pytestmark = pytest.mark.skipif(
    not GOLD.is_dir(), reason="needs ../shared/gold, which is not part of the repository"
)

# Documents of the five sources, in the order in which the gold files hold their items.
DOCUMENTS = {
    "001.json": ["yantian-reform-2014"],
    "002.json": ["longhua-news-2018"],
    "003.json": ["haishu-efficiency-201x"],
    "004.json": ["luohu-reform-2016", "luohu-shuanggongshi-2016", "luohu-weishishi-2016", "luohu-lvshi-2016"],
}


def read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def gold_role(record: dict[str, Any]) -> Role:
    made = role(record["unit"], record["role"], acting_as=record.get("acting_as"))
    return replace(made, surface=record["surface"], kind=record["kind"])


@cache
def resolved() -> tuple[list[Plan], dict[str, Unit]]:
    """The gold roles as plans, one a document, resolved."""
    answers = read(GOLD / "corpus" / "answers.json")["per_plan"]
    plans = []
    for file, documents in DOCUMENTS.items():
        gold = read(GOLD / file)
        ends = accumulate((answers[document]["items"] for document in documents), initial=0)
        for document, (start, end) in zip(documents, pairwise(ends), strict=True):
            statements = [tuple(map(gold_role, item["roles"])) for item in gold["items"][start:end]]
            district = answers[document]["district"]
            plans.append(replace(plan(*statements, district=district, name=document), id=document))
    done, units, _ = resolve(plans)
    return done, {unit.id: unit for unit in units}


def units_of(record: dict[str, Any]) -> set[str]:
    """The ids that the mentions of one gold unit were given."""
    done, _ = resolved()
    by_words: dict[tuple[str, str], set[str]] = defaultdict(set)
    for each in done:
        for item in each.items:
            for said in item.roles:
                by_words[each.id, said.surface].add(said.unit or "")
    return set().union(*(by_words[m["document"], m["surface"]] for m in record["mentions"]))


def test_units_and_functions_agree() -> None:
    _, units = resolved()
    records = [r for r in read(GOLD / "corpus" / "units.json") if not r["uncertain"]]
    wrong = [r["canonical"] for r in records if {units[i].function for i in units_of(r)} != {r["function"]}]
    split = [r["canonical"] for r in records if len(units_of(r)) != 1]
    assert split == []
    assert len(wrong) <= 0.05 * len(records), wrong


def test_rankings_agree() -> None:
    done, units = resolved()
    answers = read(GOLD / "corpus" / "answers.json")
    led: dict[str, set[str]] = defaultdict(set)
    for each in done:
        for item in each.items:
            for said in item.roles:
                if said.role == "lead" and said.kind == "unit":
                    led[said.unit or ""].add(item.id)
    for district, rankings in answers["top_lead_by_district"].items():
        counts = sorted((len(i) for u, i in led.items() if units[u].district == district), reverse=True)
        wanted = [row["items"] for row in rankings["all_documents"]]
        assert counts[: len(wanted)] == wanted, district
    functions: dict[str | None, set[str]] = defaultdict(set)
    for unit, items in led.items():
        functions[units[unit].function] |= items
    by_function = {row["function"]: row["items"] for row in answers["functions_by_lead"]["all_documents"]}
    assert {name: len(items) for name, items in functions.items()} == by_function


def test_nearly_all_mentions_have_a_function() -> None:
    plans = []
    for file in sorted((GOLD.parent / "dev" / "gold").glob("*.json")):
        gold = read(file)
        district = gold["plans"][0]["district"] if gold["plans"] else None
        statements = [tuple(map(gold_role, item["roles"])) for item in gold["items"]]
        plans.append(plan(*statements, district=district, name=file.stem))
    done, units, _ = resolve(plans)
    functions = {unit.id: unit.function for unit in units if unit.kind == "unit"}
    roles = [said for each in done for item in each.items for said in item.roles if said.kind == "unit"]
    found = Counter(functions[said.unit or ""] is not None for said in roles)
    assert len(roles) > 1000
    assert found[True] >= 0.97 * len(roles), found
