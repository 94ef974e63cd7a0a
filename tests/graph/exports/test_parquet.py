"""Parquet read back by pandas' reader of another engine's making, and by pyarrow."""

from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq  # type: ignore[import-untyped] # it ships no types

from graph.exports import export
from graph.store import Store
from tests.graph.nasty import whole


def test_all_is_read_back_with_its_types(nasty: Store, tmp_path: Path) -> None:
    export(nasty, "parquet", tmp_path / "out")
    for name, rows in whole(nasty).items():
        assert pq.read_table(tmp_path / "out" / f"{name}.parquet").to_pylist() == rows, name
    schema = pq.read_schema(tmp_path / "out" / "Item.parquet")
    assert {name: str(schema.field(name).type) for name in ("name", "deadline", "start_char")} == {
        "name": "string",
        "deadline": "date32[day]",
        "start_char": "int64",
    }


def test_pandas_joins_roles_to_units(loaded: Store, tmp_path: Path) -> None:
    export(loaded, "parquet", tmp_path / "out")
    leads = pd.read_parquet(tmp_path / "out" / "Unit-LEADS-Item.parquet")
    units = pd.read_parquet(tmp_path / "out" / "Unit.parquet")
    led = leads.merge(units, left_on="source", right_on="id").groupby("name").size()
    rows = loaded.query("MATCH (u:Unit)-[:LEADS]->(i:Item) RETURN u.name AS unit, count(i) AS led").rows
    assert led.to_dict() == dict(rows)
