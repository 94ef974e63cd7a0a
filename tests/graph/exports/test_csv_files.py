"""CSV read back by the csv module and by pandas."""

import csv
import datetime
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from graph.exports import export
from graph.exports.csv_files import cell
from graph.store import Store
from tests.graph.nasty import NASTY, whole

READ: dict[str, Callable[[str], Any]] = {
    "string": lambda text: text.removeprefix("'"),
    "int": int,
    "float": float,
    "bool": {"true": True, "false": False}.__getitem__,
    "date": datetime.date.fromisoformat,
}


def read(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """Read the files as `export.json` says, with nothing of ours."""
    found = {}
    for table in json.loads((folder / "export.json").read_text(encoding="utf-8"))["tables"]:
        with (folder / table["file"]).open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        assert len(rows) == table["rows"]
        found[table["file"].removesuffix(".csv")] = [
            {name: READ[kind](row[name]) if row[name] else None for name, kind in table["columns"].items()}
            for row in rows
        ]
    return found


def test_all_is_read_back(nasty: Store, tmp_path: Path) -> None:
    export(nasty, "csv", tmp_path / "out")
    assert read(tmp_path / "out") == whole(nasty)


def test_pandas_reads_the_same(nasty: Store, tmp_path: Path) -> None:
    export(nasty, "csv", tmp_path / "out")
    # pandas, unlike the format, would take "null" for nothing unless it is told.
    frame = pd.read_csv(tmp_path / "out" / "Issue.csv", dtype=str, keep_default_na=False, na_values=[""])
    frame["name"] = frame["name"].str.removeprefix("'")
    rows = whole(nasty)["Issue"]
    assert frame["name"].tolist() == [row["name"] for row in rows]
    assert frame["expected"].isna().tolist() == [row["expected"] is None for row in rows]


@pytest.mark.parametrize("text", NASTY)
def test_no_text_is_a_formula(text: str) -> None:
    assert not cell(text).startswith(tuple("=+-@＝＋－＠\t\r\n"))
    assert cell(text) != ""


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, ""),
        ("", "'"),
        ("'", "''"),
        ("=1", "'=1"),
        (-1, "-1"),
        (0.1, "0.1"),
        (True, "true"),
        ("甲", "甲"),
    ],
)
def test_cells(value: Any, written: str) -> None:
    assert cell(value) == written
