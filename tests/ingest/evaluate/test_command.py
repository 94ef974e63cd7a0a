"""The command: what it prints and returns; `evaluate` is its name, `./evaluate` a source."""

import gc
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.__main__ import main

PLAN = """青石区2021年改革计划

一、经济体制改革

（一）建立信用监管制度。制定办法。（牵头单位：区发改局；配合单位：区财政局，2021年6月底前完成）

（二）推行告知承诺。公布清单。（牵头单位：区政务服务局）
"""
ANSWER = {
    "source": "plan.txt",
    "form": "bracket",
    "kind": "made",
    "plans": [{"title": "青石区2021年改革计划", "year": 2021}],
    "items": [
        {
            "number": "（一）",
            "title": "建立信用监管制度",
            "roles": [{"unit": "区发改局", "role": "lead"}, {"unit": "区财政局", "role": "participate"}],
            "deadline": {"text": "2021年6月底前"},
        },
        {
            "number": "（二）",
            "title": "推行告知承诺",
            "roles": [{"unit": "区政务服务局", "role": "lead"}, {"unit": "区司法局", "role": "participate"}],
        },
    ],
}


@pytest.fixture(autouse=True)
def _usual_collection() -> Iterator[None]:
    """The command sets the garbage collector for a process of its own; the tests share theirs."""
    usual = gc.get_threshold()
    yield
    gc.set_threshold(*usual)
    gc.unfreeze()


@pytest.fixture
def sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "evaluate").mkdir()
    (tmp_path / "evaluate" / "plan.txt").write_text(PLAN, encoding="utf-8")
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "plan.json").write_text(json.dumps(ANSWER), encoding="utf-8")
    return tmp_path


def test_the_score_is_printed(sources: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", "gold", "evaluate", "--format", "json", "--show", "9", "--calibration"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["all"]["items"]["F1"] == 1 and found["all"]["lead"]["right"] == 2
    assert found["all"]["participate"] == {
        "P": 1.0,
        "R": 0.5,
        "F1": 0.6667,
        "right": 1,
        "wrong": 0,
        "missed": 1,
    }
    assert found["all"]["meta"] == {"right": 2, "of": 2}
    assert set(found["by"]) == {"form", "format"} and set(found["by"]["form"]) == {"bracket"}
    assert found["calibration"]["sure"]["roles"] == 3
    assert [f["missed"] for f in found["failures"]] == [["司法局"]]


def test_tables_and_groupings(sources: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", "gold", "evaluate", "--by", "kind", "--by", "level"]) == 0
    shown = capsys.readouterr().out
    assert "by kind" in shown and "by level" in shown and "by form" not in shown


def test_a_source_of_that_name_can_be_read(sources: Path) -> None:
    assert main(["./evaluate", "--out", "build"]) == 0
    assert (sources / "build" / "plans.jsonl").read_text(encoding="utf-8").count("\n") == 1
    assert main(["gold/../evaluate", "evaluate", "--out", "build"]) == 0


def test_a_slip_in_one_file_is_named(sources: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (sources / "gold" / "other.json").write_text('{"source": "plan.txt", "items": [{"title": "x"}]}')
    assert main(["evaluate", "gold", "evaluate"]) == 0
    printed = capsys.readouterr()
    assert "other.json: items[0]: expected a key 'roles', found none" in printed.err
    assert printed.out.startswith("1 documents")


def test_nothing_usable(sources: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (sources / "gold" / "plan.json").write_text("[]")
    assert main(["evaluate", "gold", "evaluate"]) == 1
    assert "plan.json" in capsys.readouterr().err


def test_answers_for_sources_that_are_not_there(sources: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (sources / "gold" / "plan.json").write_text(json.dumps(ANSWER | {"source": "gone.txt"}))
    assert main(["evaluate", "gold", "evaluate"]) == 1
    assert "no plan was read from these, so all of theirs is missed: gone.txt" in capsys.readouterr().out


@pytest.mark.parametrize(
    "words",
    [["gold", "nowhere"], ["nowhere", "evaluate"], ["gold"], ["gold", "evaluate", "--by", "colour"]],
)
def test_wrong_usage(sources: Path, words: list[str]) -> None:
    try:
        status: object = main(["evaluate", *words])
    except SystemExit as stop:  # argparse ends the program by itself
        status = stop.code
    assert status == 2
