"""How well the ingest reads the hand-annotated plans beside the repository.

`conftest.py` leaves this file out, and says so, where `../shared` is not there.
"""

import gc
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest

from ingest.evaluate import evaluate, read_answers
from ingest.evaluate.calibration import WANTED
from ingest.evaluate.render import render
from ingest.pipeline import run, write
from ingest.records import Plan
from tests.ingest.conftest import SHARED

Tally = dict[str, dict[str, float]]


def build(sources: Path, out: Path) -> Path:
    usual = gc.get_threshold()
    write(run([sources], workers=1), out)
    gc.set_threshold(*usual)
    gc.unfreeze()
    return out


def score(gold: Path, out: Path, *options: str) -> Tally:
    """Return the score by the script that the project is measured with."""
    command = [sys.executable, str(SHARED / "score" / "score.py"), str(gold), str(out), "--json", *options]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    result: dict[str, Any] = json.loads(done.stdout)
    return dict(result["all"])


def read_plans(out: Path) -> list[Plan]:
    return [msgspec.json.decode(line, type=Plan) for line in (out / "plans.jsonl").read_bytes().splitlines()]


@pytest.fixture(scope="session")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(SHARED / "seeds", tmp_path_factory.mktemp("seeds"))


@pytest.fixture(scope="session")
def dev(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(SHARED / "dev" / "text", tmp_path_factory.mktemp("dev"))


@pytest.fixture(scope="session")
def seeds_score(seeds: Path) -> Tally:
    return score(SHARED / "gold", seeds)


@pytest.fixture(scope="session")
def seeds_strict(seeds: Path) -> Tally:
    return score(SHARED / "gold", seeds, "--strict")


@pytest.fixture(scope="session")
def dev_score(dev: Path) -> Tally:
    return score(SHARED / "dev" / "gold", dev)


@pytest.mark.parametrize(
    ("what", "measure", "aim"),
    [
        ("lead", "F1", 0.98),
        ("participate", "F1", 0.98),
        ("responsible", "F1", 0.90),
        ("items", "R", 0.98),
        ("items", "P", 0.95),
        ("deadline", "F1", 0.95),
        ("cites", "F1", 0.95),
    ],
)
def test_seeds(seeds_score: Tally, what: str, measure: str, aim: float) -> None:
    assert seeds_score[what][measure] >= aim, seeds_score[what]


@pytest.mark.parametrize("role", ["lead", "participate"])
def test_seeds_to_the_letter(seeds_strict: Tally, role: str) -> None:
    assert seeds_strict[role]["F1"] >= 0.95, seeds_strict[role]


def test_metadata_of_the_seeds(seeds_score: Tally) -> None:
    meta = seeds_score["meta"]
    assert meta["of"] > 0 and meta["right"] == meta["of"], meta


def test_dev(dev_score: Tally) -> None:
    assert dev_score["any_role"]["F1"] >= 0.95, dev_score["any_role"]


@pytest.mark.parametrize("options", [(), ("--strict",)])
@pytest.mark.parametrize(("name", "gold"), [("seeds", SHARED / "gold"), ("dev", SHARED / "dev" / "gold")])
def test_evaluate_gives_the_figures_of_the_score(
    name: str, gold: Path, options: tuple[str, ...], request: pytest.FixtureRequest
) -> None:
    out: Path = request.getfixturevalue(name)
    report = evaluate(read_answers(gold)[0], read_plans(out), strict="--strict" in options)
    found = json.loads(render(report, "json"))["all"]
    assert found.pop("documents") > 0
    assert found == score(gold, out, *options)


@pytest.mark.parametrize(("name", "gold"), [("seeds", SHARED / "gold"), ("dev", SHARED / "dev" / "gold")])
def test_sure_roles_are_right(name: str, gold: Path, request: pytest.FixtureRequest) -> None:
    answers, problems = read_answers(gold)
    assert problems == ()
    sure = evaluate(answers, read_plans(request.getfixturevalue(name))).calibration.sure
    assert sure.roles > 300 and sure.share >= WANTED, sure


@pytest.mark.parametrize("name", ["seeds", "dev"])
def test_every_role_stands_in_its_plan(name: str, request: pytest.FixtureRequest) -> None:
    out: Path = request.getfixturevalue(name)
    plans = read_plans(out)
    roles = [(plan, role) for plan in plans for item in plan.items for role in item.roles]
    assert len(roles) > 300
    for plan, role in roles:
        assert role.evidence.text and role.surface in role.evidence.text
        assert plan.text[role.evidence.start : role.evidence.end] == role.evidence.text
