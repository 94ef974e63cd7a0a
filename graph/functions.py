"""Which functions a query may call on which store, and what to write instead of the others."""

import csv
from dataclasses import dataclass
from pathlib import Path

_HERE = Path(__file__).parent


@dataclass(frozen=True)
class Function:
    """A function: its name on either store, empty where it may not be called, and the way around it."""

    name: str
    server: str
    embedded: str
    instead: str


def _read(path: Path) -> list[dict[str, str]]:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


FUNCTIONS = {
    row["name"].lower(): Function(
        row["name"], row["server"].strip("-"), row["embedded"].strip("-"), row["instead"]
    )
    for row in _read(_HERE / "functions.tsv")
}
CLAUSES_INSTEAD = {row["word"]: row["instead"] for row in _read(_HERE / "clauses.tsv")}


def way_out(function: Function | None) -> str:
    """Return the end of a message that offers what to write instead, if something is known."""
    return f"; write {function.instead}" if function is not None and function.instead else ""
