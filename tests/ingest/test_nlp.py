"""Words and names of units from jieba and spaCy."""

import pytest

from ingest import nlp


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("由县教育局牵头推行轮岗。", ["教育局"]),
        ("县人力资源和社会保障局会同县财政局办理。", ["人力资源和社会保障局", "财政局"]),
        ("民政部门负责，发展改革委配合。", ["民政部门", "发展改革委"]),
        ("推进公平正义，优化产业布局。", []),
        ("", []),
    ],
)
def test_names_of_the_lexicon_are_one_word_each(sentence: str, wanted: list[str]) -> None:
    doc = nlp.read_words(sentence)
    assert "".join(token.text for token in doc) == sentence
    assert [span.text for span in doc.spans["units"]] == wanted
    assert set(wanted) <= {token.text for token in doc}


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("教育局", True),
        ("县教育局", True),
        ("市民政部门", True),
        ("省人力资源和社会保障厅", True),
        ("青石县教育局", False),
        ("糖霜局", False),
        ("教育", False),
        ("县", False),
        ("", False),
    ],
)
def test_departments_of_the_lexicon(name: str, known: bool) -> None:
    assert nlp.is_department(name) is known


def test_a_likely_text_is_likelier_than_its_letters_in_another_order() -> None:
    assert nlp.log_probability("深化教育改革") > nlp.log_probability("育化革深教改")
    assert nlp.log_probability("") == 0
    assert nlp.log_probability("A1，。") == 0
    assert nlp.log_probability("深化，改革") == pytest.approx(
        nlp.log_probability("深化") + nlp.log_probability("改革")
    )


def test_the_names_of_units_do_not_change_what_is_likely() -> None:
    before = nlp.log_probability("县财政局")
    nlp.read_words("县财政局牵头。")
    assert nlp.log_probability("县财政局") == before


def test_the_words_of_the_dictionary_have_counts() -> None:
    counts = dict(nlp.words())
    assert len(counts) > 100_000 and min(counts.values()) > 0
    assert "改革" in counts
