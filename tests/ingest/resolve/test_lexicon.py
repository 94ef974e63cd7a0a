import pytest

from ingest import lexicon as ingest_lexicon
from ingest.errors import LexiconError
from ingest.resolve import lexicon


@pytest.mark.parametrize(
    ("name", "sort", "rest"),
    [
        ("财政局", "bureau", "财政"),
        ("公安分局", "branch", "公安"),
        ("南湖街道办事处", "street", "南湖"),
        ("领导小组办公室", "group office", "领导小组办公室"),
        ("财政", "", "财政"),
        ("办公室", "office", "办公室"),
    ],
)
def test_endings(name: str, sort: str, rest: str) -> None:
    assert lexicon.sort_of(name) == sort
    assert lexicon.without_ending(name) == rest


def test_rewrite_takes_the_longest() -> None:
    forms = {"人民银行": "人行", "中国人民银行": "人行", "行": "x"}
    assert lexicon.rewrite("中国人民银行支行", forms) == "人行支x"


def test_entry_of_an_unknown_kind_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ingest_lexicon, "rows", lambda *_: (("kind 财政", "财政", "reason"),))
    with pytest.raises(LexiconError, match=r"unit_names\.tsv: expected a kind .* found kind 财政"):
        lexicon.unit_names.__wrapped__()


def test_every_stem_leads_to_a_spelling_that_stays() -> None:
    stems = lexicon.unit_names().stems
    assert {form: value for form, value in stems.items() if value in stems and stems[value] != value} == {}
