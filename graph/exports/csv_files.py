"""CSV: one file for each label and each relation with its ends, for spreadsheets and scripts.

Nothing is lost, and no spreadsheet takes a text for a formula:

- an empty cell is a property that is not there;
- a text that is empty, or begins with a sign that begins a formula or with an apostrophe, has an
  apostrophe in front: a reader takes one apostrophe off the front of every text that has one;
- dates are ISO dates, bools `true` and `false`; `export.json` gives the kind of every column.
"""

import csv
import json
from pathlib import Path
from typing import Any

from graph.exports.place import MARK
from graph.render import FORMULA, as_text
from graph.store import Value
from graph.tables import Table

GUARD = "'"
RULE = f"an empty cell is null; take one {GUARD} off the front of every text that begins with it"


def write(tables: list[Table], folder: Path) -> None:
    """Write the files, and `export.json` with what a reader must know."""
    listed: list[dict[str, Any]] = []
    for table in tables:
        rows = 0
        with (folder / f"{table.name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(table.columns)
            for page in table.pages():
                writer.writerows([cell(value) for value in row] for row in page)
                rows += len(page)
        listed.append({"file": f"{table.name}.csv", "rows": rows, "columns": dict(table.columns)})
    about = {"format": "csv", "encoding": "utf-8", "rule": RULE, "tables": listed}
    (folder / MARK).write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")


def cell(value: Value) -> str:
    """Return a value as the rule at the head of this module says."""
    if isinstance(value, str):
        return GUARD + value if not value or value.startswith((*FORMULA, GUARD)) else value
    return as_text(value)
