"""Confidence: the list has a line for every rule of the code, and the least sure part decides."""

import re
from pathlib import Path

import pytest

from ingest import confidence, lexicon
from ingest.errors import LexiconError

EXTRACT = Path(__file__).parents[2] / "ingest" / "extract"


def test_every_rule_of_the_code_has_its_line() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in EXTRACT.glob("**/*.py"))
    named = set(re.findall(r'(?:rule|doubt)="([\w-]+)"', code))
    named |= set(re.findall(r'"((?:verb|label|table|person|sentence|bare)-[\w-]+|duty|news)"', code))
    assert len(named) > 12
    assert {rule for rule in named if not confidence.is_known(rule)} == set()


def test_the_least_sure_part_decides() -> None:
    label, section = confidence.sureness("label"), confidence.sureness("section")
    assert confidence.sureness("section:label") == min(label, section)
    assert confidence.sureness("label", "odd-name") == min(label, confidence.sureness("odd-name"))
    assert confidence.sureness("label+first-leads") <= label
    assert confidence.sureness("a rule without a line") == confidence.sureness("other")


def test_own_words_are_kept_before_those_of_a_heading() -> None:
    assert confidence.precedence("label") < confidence.precedence("section:label")
    assert confidence.precedence("verb-bracket") < confidence.precedence("verb-bracket", "no-verb")


@pytest.mark.parametrize("line", ["label\tx\t0.9\treason", "label\t1\t1.5\treason", "label\t1\thigh\treason"])
def test_a_bad_line_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    (tmp_path / "confidence.tsv").write_text(line + "\n", encoding="utf-8")
    monkeypatch.setattr(lexicon, "FOLDER", tmp_path)
    monkeypatch.setattr(lexicon, "rows", lexicon.rows.__wrapped__)
    with pytest.raises(LexiconError, match=r"confidence\.tsv: label: expected a whole number"):
        confidence._table.__wrapped__()


def test_rules_without_a_line_need_one_of_their_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "confidence.tsv").write_text("label\t1\t0.9\treason\n", encoding="utf-8")
    monkeypatch.setattr(lexicon, "FOLDER", tmp_path)
    monkeypatch.setattr(lexicon, "rows", lexicon.rows.__wrapped__)
    with pytest.raises(LexiconError, match="expected a line for 'other'"):
        confidence._table.__wrapped__()
