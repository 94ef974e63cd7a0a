"""Find responsibility tables in plain text and read their rows.

Tables come as tab-separated lines, lines with `|`, lines whose cells are parted by single spaces, or with
every cell on a line of its own. Only a header row with a role column makes a table; code tables are left
alone.
"""

from ingest.extract.tables.cells import cell_type
from ingest.extract.tables.find import find_tables
from ingest.extract.tables.headers import column_kind, header_columns
from ingest.extract.tables.model import ROLE_COLUMNS, TEXT_COLUMNS, Cell, Row, Table

__all__ = [
    "ROLE_COLUMNS",
    "TEXT_COLUMNS",
    "Cell",
    "Row",
    "Table",
    "cell_type",
    "column_kind",
    "find_tables",
    "header_columns",
]
