"""Read the lists under `data/repair`: TSV, `#` comments, the last column says why the entry is there."""

from functools import cache
from pathlib import Path

from ingest.errors import LexiconError
from ingest.lexicon import cells_of

FOLDER = Path(__file__).parent.parent.parent / "data" / "repair"


@cache
def entries(name: str) -> tuple[str, ...]:
    """Return the entries of a list; LexiconError names the line that has not entry and reason."""
    path = FOLDER / f"{name}.tsv"
    found = []
    for number, cells in cells_of(path):
        if len(cells) != 2 or not all(cells):
            line = "\t".join(cells)
            raise LexiconError(f"{path.name}:{number}: expected an entry and its reason, found {line!r}")
        found.append(cells[0])
    return tuple(found)
