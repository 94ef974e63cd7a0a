"""The figures that `make accuracy` writes into the README: where they go, and what they must say."""

import re
from pathlib import Path

import pytest

from bench.accuracy import BEGIN, END, make_plans, measure, put_between

ROOT = Path(__file__).parents[2]


def test_figures_stand_between_the_marks() -> None:
    text = f"before\n{BEGIN}\nold\n{END}\nafter\n"
    once = put_between(text, "| new |\n")
    assert once == f"before\n{BEGIN}\n\n| new |\n\n{END}\nafter\n"
    assert put_between(once, "| new |") == once


@pytest.mark.parametrize("text", ["", BEGIN, f"{END}{BEGIN}"])
def test_a_file_without_marks_is_an_error(text: str) -> None:
    with pytest.raises(SystemExit, match="found no such pair"):
        put_between(text, "")


def test_the_readme_has_the_marks_and_enough_sure_roles_are_right() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    figures = text.partition(BEGIN)[2].partition(END)[0]
    sure = re.search(r"roles of confidence 0\.9 and more: \d+, \d+ right, ([\d.]+) %", figures)
    assert sure is not None and float(sure[1]) >= 97


def test_plans_are_made_and_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bench.accuracy.CLEAN", 2)
    monkeypatch.setattr("bench.accuracy.DAMAGED", 1)
    monkeypatch.setattr("bench.accuracy.FORMATTED", 1)
    make_plans(tmp_path, 5)
    assert len(list((tmp_path / "gold").glob("*.json"))) >= 4
    assert re.search(r"^\d documents; ", measure(tmp_path), re.MULTILINE)
