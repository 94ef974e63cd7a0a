"""The word lists: every list loads, every entry has its reason, and a bad line is named."""

import re
from pathlib import Path

import pytest

from ingest import lexicon
from ingest.errors import LexiconError

LISTS = sorted(path.stem for path in lexicon.FOLDER.glob("*.tsv"))


def header(name: str) -> list[str]:
    """Return the names of the columns, which the first line of every list gives."""
    first = (lexicon.FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines()[0]
    return first.removeprefix("# ").split("\t")


@pytest.mark.parametrize("name", LISTS)
def test_list_loads_and_every_entry_has_its_reason(name: str) -> None:
    columns = header(name)
    assert columns[-1] == "reason"
    rows = lexicon.rows(name, len(columns))
    assert len(rows) > 0
    for row in rows:
        assert len(row) == len(columns)
        assert all(cell == cell.strip() and cell for cell in row), row
    assert len({row[0] for row in rows}) == len(rows)


@pytest.mark.parametrize("name", LISTS)
def test_expressions_can_be_compiled(name: str) -> None:
    columns = header(name)
    if "pattern" in columns[0]:
        for row in lexicon.rows(name, len(columns)):
            re.compile(row[0])
    elif columns[0] == "open":  # brackets, which are no expressions either: a sign each
        assert {len(sign) for row in lexicon.rows(name, len(columns)) for sign in row[:2]} == {1}
    else:
        for row in lexicon.rows(name, len(columns)):
            assert not set(row[0]) & set("()[]{}|*+?\\"), (
                f"{name}: {row[0]} is an expression in a list of words"
            )


@pytest.mark.parametrize(
    ("name", "column", "values"),
    [
        ("label_heads", 1, {"lead", "participate", "responsible"}),
        ("verbs", 1, {"lead", "participate", "responsible"}),
        ("label_nouns", 1, {"unit", "person", "body"}),
        ("unit_suffixes", 1, {"strong", "weak"}),
        ("brackets", 2, {"statement", "name"}),
        (
            "table_headers",
            1,
            {
                "number",
                "category",
                "task",
                "content",
                "measure",
                "note",
                "lead",
                "participate",
                "responsible",
                "deadline",
            },
        ),
    ],
)
def test_values_come_from_a_known_set(name: str, column: int, values: set[str]) -> None:
    assert {row[column] for row in lexicon.rows(name, len(header(name)))} <= values


def test_a_list_of_the_code_is_there() -> None:
    code = "\n".join(
        path.read_text(encoding="utf-8") for path in lexicon.FOLDER.parents[1].glob("ingest/**/*.py")
    )
    named = set(re.findall(r"lexicon\.(?:rows|words|either|patterns|mapping)\(\s*\"(\w+)\"", code))
    assert len(named) > 15
    assert named <= set(LISTS)


def make(folder: Path, name: str, text: str) -> None:
    (folder / f"{name}.tsv").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("# word\treason\n局\tbureau\n厅\n", "bad.tsv:3: expected 2 filled columns, found 1"),
        ("局\tbureau\tstrong\n", "bad.tsv:1: expected 2 filled columns, found 3"),
        ("局\tbureau\n\n厅\t\n", "bad.tsv:3: expected 2 filled columns, found 2"),
        ("\tbureau\n", "bad.tsv:1: expected 2 filled columns, found 2"),
        ("局 bureau\n", "bad.tsv:1: expected 2 filled columns, found 1"),
        ("局\tbureau\n# more\n厅\toffice\n局\tagain\n", "bad.tsv:4: 局 stands in this list already"),
    ],
)
def test_a_bad_line_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, message: str
) -> None:
    monkeypatch.setattr(lexicon, "FOLDER", tmp_path)
    make(tmp_path, "bad", text)
    with pytest.raises(LexiconError, match=f"^{re.escape(message)}$"):
        lexicon.rows("bad", 2)


def test_a_missing_list_is_named() -> None:
    with pytest.raises(LexiconError, match=r"no_such_list\.tsv: expected a word list .* found no such file"):
        lexicon.words("no_such_list")


def test_a_bad_expression_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lexicon, "FOLDER", tmp_path)
    make(tmp_path, "bad_expression", "局|厅\tfine\n(局\tnot closed\n")
    with pytest.raises(LexiconError, match=r"bad_expression\.tsv:2"):
        lexicon.patterns("bad_expression")


# Names of their own, because what was read once is kept for the run.
def test_ways_to_read_a_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lexicon, "FOLDER", tmp_path)
    make(tmp_path, "made_words", "# word\treason\n\n局\tbureau\n总局\tlonger\n局.\tno expression\n")
    assert lexicon.words("made_words") == ("局", "总局", "局.")
    either = re.compile(lexicon.either("made_words"))
    assert either.fullmatch("总局") and either.fullmatch("局.") and not either.fullmatch("局长")
    make(tmp_path, "made_patterns", "各|全\tall\n.局$\tbureau\n")
    assert lexicon.patterns("made_patterns").search("青石财政局")
    assert lexicon.patterns("made_patterns").match("各局")
    make(tmp_path, "made_mapping", "局\tbureau\tcommon\n厅\toffice\tprovinces\n")
    assert lexicon.mapping("made_mapping") == {"局": "bureau", "厅": "office"}


def test_brackets_are_paired_and_chosen_by_what_they_hold() -> None:
    opening, closing = lexicon.brackets()
    assert dict(zip(opening, closing, strict=True))["〔"] == "〕"
    statements, names = lexicon.brackets("statement")[0], lexicon.brackets("name")[0]
    assert sorted(statements + names) == sorted(opening)
    assert "（" in statements
    assert "《" in names
