"""Read the lines of a hand-kept or generated table under `data/`."""

from collections.abc import Iterator
from pathlib import Path

from ingest.errors import LexiconError
from ingest.lexicon import cells_of


def read_rows(path: Path, columns: list[str]) -> Iterator[list[str]]:
    """Yield the cells of each line below the head line; lines that start with `#` are comments.

    Raises:
        LexiconError: the file is missing, its head line differs, or a line has another number of cells.
    """
    if not path.is_file():
        raise LexiconError(f"{path.name}: expected a table in data/{path.parent.name}, found no such file")
    head_seen = False
    for number, row in cells_of(path):
        cells = list(row)
        if not head_seen:
            head_seen = True
            if cells != columns:
                raise LexiconError(f"{path.name}:{number}: expected the columns {columns}, found {cells}")
        elif len(cells) != len(columns):
            raise LexiconError(
                f"{path.name}:{number}: expected {len(columns)} cells, found {chr(9).join(cells)!r}"
            )
        else:
            yield cells
    if not head_seen:
        raise LexiconError(f"{path.name}: expected the columns {columns}, found an empty table")
