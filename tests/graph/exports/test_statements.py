"""Values written as Cypher literals."""

import datetime

import pytest

from graph.exports.statements import literal, literal_map, schema_statements
from graph.schema import load_schema
from graph.store import Value
from tests.graph.nasty import NASTY

CASES: tuple[tuple[Value, str], ...] = (
    (None, "null"),
    (True, "true"),
    (-3, "-3"),
    (0.25, "0.25"),
    (1e-7, "1e-07"),
    (datetime.date(2016, 3, 1), "date('2016-03-01')"),
    ("甲'乙", "'甲\\'乙'"),
    ("a\nb\\", "'a\\nb\\\\'"),
    ("\\u0027", "'\\\\' + 'u0027'"),
)


@pytest.mark.parametrize(("value", "text"), CASES)
def test_literals(value: Value, text: str) -> None:
    assert literal(value) == text


@pytest.mark.parametrize("value", NASTY)
def test_a_literal_stays_on_its_line_and_has_no_unicode_escape(value: str) -> None:
    assert "\n" not in literal(value) and "\r" not in literal(value)
    assert "\\u" not in literal(value)


def test_nulls_are_left_out_of_maps() -> None:
    assert literal_map({"a": None, "b": "", "c": 1}) == "{b: '', c: 1}"


def test_a_value_that_no_property_has_is_refused() -> None:
    with pytest.raises(TypeError):
        literal([1])


def test_every_label_has_its_key() -> None:
    statements = list(schema_statements(load_schema()))
    for label in load_schema().nodes:
        assert any(f"FOR (n:{label}) REQUIRE n.id IS UNIQUE" in each for each in statements)
