"""Parquet: one file for each label and each relation with its ends, typed, for pandas, DuckDB and others."""

from pathlib import Path

import pyarrow as pa  # type: ignore[import-untyped] # it ships no types
import pyarrow.parquet as pq  # type: ignore[import-untyped] # it ships no types

from graph.tables import Table

TYPES = {
    "string": pa.string(),
    "int": pa.int64(),
    "float": pa.float64(),
    "bool": pa.bool_(),
    "date": pa.date32(),
}


def write(tables: list[Table], folder: Path) -> None:
    """Write the files; a page of the graph is a row group."""
    for table in tables:
        schema = pa.schema([(name, TYPES[kind]) for name, kind in table.columns.items()])
        with pq.ParquetWriter(folder / f"{table.name}.parquet", schema, compression="zstd") as writer:
            for page in table.pages():
                columns = zip(*page, strict=True)
                arrays = [pa.array(each, field.type) for each, field in zip(columns, schema, strict=True)]
                writer.write_batch(pa.record_batch(arrays, schema=schema))
