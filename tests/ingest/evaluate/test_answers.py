"""Answers: what may stand in a file, and how a slip in one is named."""

import json
from pathlib import Path
from typing import Any

import pytest

from ingest.errors import UsageError
from ingest.evaluate import read_answers
from ingest.evaluate.answers import Words

GOOD = {
    "source": "001.txt",
    "kind": "made",
    "annotator": "a key that nobody knows",
    "plans": [{"title": "改革计划", "year": 2021, "issuer": ["甲办"]}],
    "items": [
        {
            "number": "1",
            "title": "事项",
            "path": ["一、总则"],
            "roles": [{"unit": "甲局", "surface": "甲局", "role": "lead", "kind": "unit", "acting_as": None}],
            "deadline": {"text": "6月底前", "date": None},
            "cites": [{"title": "办法"}, "意见"],
        }
    ],
}


def write(folder: Path, name: str, value: Any) -> None:
    (folder / name).write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")


def changed(**keys: Any) -> dict[str, Any]:
    return {**GOOD, **keys}


def without(item_key: str) -> dict[str, Any]:
    return changed(items=[{k: v for k, v in GOOD["items"][0].items() if k != item_key}])  # type: ignore[index]


def test_unknown_keys_are_left_alone(tmp_path: Path) -> None:
    write(tmp_path, "001.json", GOOD)
    (answer,), problems = read_answers(tmp_path)
    assert problems == ()
    assert answer.source == "001.txt" and answer.items[0].deadline == Words("6月底前")
    assert read_answers(tmp_path / "001.json") == ((answer,), ())


@pytest.mark.parametrize("deadline", [None, "6月底前", {"text": "6月底前"}])
@pytest.mark.parametrize("year", [None, 2021, "2021"])
def test_forms_of_values(tmp_path: Path, deadline: Any, year: Any) -> None:
    made = {
        **GOOD,
        "items": [task | {"deadline": deadline} for task in GOOD["items"]],
        "plans": [{"year": year}],
    }
    write(tmp_path, "001.json", made)
    assert read_answers(tmp_path)[1] == ()


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ({k: v for k, v in GOOD.items() if k != "source"}, "the file: expected a key 'source', found none"),
        ({k: v for k, v in GOOD.items() if k != "items"}, "the file: expected a key 'items', found none"),
        (without("title"), "items[0]: expected a key 'title', found none"),
        (without("roles"), "items[0]: expected a key 'roles', found none"),
        (
            changed(items=[{"title": "事项", "roles": [{"unit": "甲局", "role": "lead"}, {"unit": "乙局"}]}]),
            "items[0].roles[1]: expected a key 'role', found none",
        ),
        (
            changed(items=[{"title": "事项", "roles": [{"unit": "甲局", "role": "leads"}]}]),
            "items[0].roles[0].role: invalid enum value 'leads'",
        ),
        (changed(items=[{"title": 7, "roles": []}]), "items[0].title: expected `str`, got `int`"),
        (changed(plans=[{"year": []}]), "plans[0].year: expected `int | str | null`, got `array`"),
        (changed(items={}), "items: expected `array`, got `object`"),
        ([GOOD], "the file: expected `object`, got `array`"),
    ],
)
def test_a_slip_is_named_and_the_other_files_count(tmp_path: Path, value: Any, message: str) -> None:
    write(tmp_path, "001.json", GOOD)
    write(tmp_path, "002.json", value)
    write(tmp_path, "003.json", GOOD)
    answers, (problem,) = read_answers(tmp_path)
    assert len(answers) == 2
    assert str(problem) == f"{tmp_path / '002.json'}: {message}"


@pytest.mark.parametrize("data", [b"", b"{", b"\xff\xfe", b'{"source": "\xb8\xc4"}'])
def test_what_is_no_json_is_named(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "001.json").write_bytes(data)
    answers, (problem,) = read_answers(tmp_path)
    assert answers == () and problem.file.endswith("001.json") and problem.message


def test_folders_below_are_left_alone(tmp_path: Path) -> None:
    write(tmp_path, "001.json", GOOD)
    (tmp_path / "corpus").mkdir()
    write(tmp_path / "corpus", "units.json", [])
    assert len(read_answers(tmp_path)[0]) == 1 and read_answers(tmp_path)[1] == ()


def test_no_answers_are_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="expected answers, one JSON file for each source"):
        read_answers(tmp_path)
    with pytest.raises(UsageError, match="expected a folder of answers, found nothing there"):
        read_answers(tmp_path / "gold")
