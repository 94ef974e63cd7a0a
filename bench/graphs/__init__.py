"""Make whole graphs from a seed number: records as ingest writes them, and what it does not fill yet."""

from bench.graphs.extras import add_extras
from bench.graphs.records import Made, Size, make_records, write_build
from bench.graphs.rows import made_rows, rows_of

__all__ = ["Made", "Size", "add_extras", "made_rows", "make_records", "rows_of", "write_build"]
