"""The reports over the shared seed documents against answers that were worked out by hand.

What is compared is who does what how often. A unit may be spelt otherwise than in the answers; it is
taken for the one that the answers know by the same words of the text. The news report, which is
marked `apart`, is left out: how it is read is measured on its own.

Where ../shared is not beside the project there is nothing to compare, and this file has no tests;
`test_reports.py` alone checks the queries.
"""

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.kglite_store import KgliteStore
from graph.load import load
from graph.reports import get_report, run_report
from graph.store import Store

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
SEEDS, GOLD = SHARED / "seeds", SHARED / "gold"
HERE = SEEDS.is_dir() and (GOLD / "corpus" / "answers.json").is_file()
Known = dict[str, Any]
Spelling = dict[tuple[str, str], str]  # district and words of the text: the unit's name in the answers


def read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def answers() -> Known:
    known: Known = read(GOLD / "corpus" / "answers.json")
    return known


@pytest.fixture(scope="session")
def apart() -> set[str]:
    """The titles of the plans that are measured on their own."""
    files = [read(path) for path in GOLD.glob("*.json")]
    return {plan["title"] for file in files if file.get("apart") for plan in file["plans"]}


@pytest.fixture(scope="session")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The seed documents, ingested and loaded by the commands that a person uses."""
    folder = tmp_path_factory.mktemp("seeds")
    command = [sys.executable, "-m", "ingest", str(SEEDS), "--out", str(folder / "build")]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    store = KgliteStore(folder / "atlas.kgl", write=True)
    load(store, folder / "build")
    yield store
    store.close()


@pytest.fixture(scope="session")
def names(seeds: Store) -> dict[str, str]:
    """For each unit of the graph, the name that the answers give it."""
    known: Spelling = {}
    for unit in read(GOLD / "corpus" / "units.json"):
        words = [unit["canonical"], *(mention["surface"] for mention in unit["mentions"])]
        known.update({(unit["district"], word): unit["canonical"] for word in words})
    found = {}
    for row in seeds.query("MATCH (u:Unit) RETURN u.name AS name, u.district AS d, u.mentions AS m").dicts():
        words = [str(row["name"]), *str(row["m"] or "").split(" / ")]
        canonical = [known[str(row["d"]), word] for word in words if (str(row["d"]), word) in known]
        found[str(row["name"])] = canonical[0] if canonical else str(row["name"])
    return found


def rows(store: Store, name: str, **params: object) -> list[dict[str, Any]]:
    return run_report(store, get_report(name), params).dicts()


def districts(answers: Known, apart: set[str]) -> list[str]:
    return sorted({plan["district"] for plan in answers["per_plan"].values() if plan["title"] not in apart})


def assert_top(expected: list[tuple[str, int]], found: list[tuple[str, int]]) -> None:
    """Compare two rankings as far as the known one goes; equal counts may stand in any order."""
    least = expected[-1][1] if expected else 0
    assert {row for row in found if row[1] > least} == {row for row in expected if row[1] > least}
    assert set(expected) <= set(found)


if HERE:

    def test_units_by_items_led(seeds: Store, answers: Known, apart: set[str], names: dict[str, str]) -> None:
        for district in districts(answers, apart):
            known = answers["top_lead_by_district"][district]["all_documents"]
            found = rows(seeds, "lead-units", district=district)
            assert_top(
                [(row["unit"], row["items"]) for row in known],
                [(names[row["unit"]], row["led"]) for row in found],
            )

    def test_units_by_items_they_take_part_in(
        seeds: Store, answers: Known, apart: set[str], names: dict[str, str]
    ) -> None:
        for district in districts(answers, apart):
            known = {row["unit"]: row["items"] for row in answers["top_participate_by_district"][district]}
            found = {names[row["unit"]]: row["participates"] for row in rows(seeds, "unit-load")}
            assert {unit: found.get(unit) for unit in known} == known

    def test_functions_by_items_led(seeds: Store, answers: Known) -> None:
        expected = {
            (row["function"], row["districts"], row["items"], len(row["units"]))
            for row in answers["functions_by_lead"]["all_documents"]
        }
        found = {
            (row["function"], row["districts"], row["led"], row["units"])
            for row in rows(seeds, "lead-functions")
        }
        assert found == expected

    def test_pairs_that_lead_together(seeds: Store, answers: Known, names: dict[str, str]) -> None:
        known = answers["co_lead_pairs"]["all_documents"]
        found = {
            (*sorted((names[row["unit"]], names[row["partner"]])), row["together"])
            for row in rows(seeds, "co-lead-pairs")
        }
        assert found == {(*sorted(row["pair"]), row["items"]) for row in known}

    def test_units_that_only_participate(
        seeds: Store, answers: Known, apart: set[str], names: dict[str, str]
    ) -> None:
        for district in districts(answers, apart):
            found = rows(seeds, "participate-only-units", district=district)
            known = set(answers["only_participate"][district]["units"])
            assert {names[row["unit"]] for row in found} == known, district

    def test_items_with_most_participants(seeds: Store, answers: Known) -> None:
        found = rows(seeds, "items-by-participants", include_collectives=True)
        assert_top(
            [(row["title"], row["participants"]) for row in answers["items_with_most_participants"]],
            [(row["item"], row["participates"]) for row in found],
        )

    def test_items_due_by_month(seeds: Store, answers: Known, apart: set[str]) -> None:
        plans = {key for key, plan in answers["per_plan"].items() if plan["title"] not in apart}
        expected: Counter[str] = Counter()
        for month, known in answers["deadlines_by_month"]["dated"].items():
            expected[month] += sum(item.split("#")[0] in plans for item in known["items"])
        found: Counter[str] = Counter()
        for district in districts(answers, apart):
            for row in rows(seeds, "deadlines-by-month", district=district):
                found[row["month"]] += row["items"]
        assert found == expected
