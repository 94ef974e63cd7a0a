"""Read the word lists under `data/lexicon`: the knowledge that a researcher extends without code.

Every list is a TSV file: comment lines start with `#`, the last column of every line is the reason why
the entry stands there.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from ingest.errors import LexiconError

FOLDER = Path(__file__).parent.parent / "data" / "lexicon"


def cells_of(path: Path) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield line number (from 1) and cells of each line of a TSV file that is not empty or a comment."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line and not line.startswith("#"):
            yield number, tuple(line.split("\t"))


@cache
def rows(name: str, columns: int) -> tuple[tuple[str, ...], ...]:
    """Return the entries of one list.

    Args:
        name: file name without ending, e.g. `label_heads`.
        columns: number of columns that every line must have, the reason included.

    Raises:
        LexiconError: the file is missing, or a line has another number of columns, an empty cell
            or an entry that stands there already; file and line are named.
    """
    path = FOLDER / f"{name}.tsv"
    if not path.is_file():
        raise LexiconError(f"{path.name}: expected a word list in data/lexicon, found no such file")
    entries: dict[str, tuple[str, ...]] = {}
    for number, cells in cells_of(path):
        if len(cells) != columns or not all(cells):
            raise LexiconError(f"{path.name}:{number}: expected {columns} filled columns, found {len(cells)}")
        if cells[0] in entries:
            raise LexiconError(f"{path.name}:{number}: {cells[0]} stands in this list already")
        entries[cells[0]] = cells
    return tuple(entries.values())


@cache
def words(name: str) -> tuple[str, ...]:
    """Return the first column of a two-column list (word, reason)."""
    return tuple(row[0] for row in rows(name, 2))


@cache
def either(name: str) -> str:
    """Return a regular expression that matches any word of a two-column list, longest first."""
    return "|".join(re.escape(word) for word in sorted(words(name), key=len, reverse=True))


def _check_patterns(name: str) -> None:
    """Raise a LexiconError that names file and line of an entry that is no regular expression."""
    path = FOLDER / f"{name}.tsv"
    for number, (pattern, *_) in cells_of(path):
        try:
            re.compile(pattern)
        except re.error as error:
            raise LexiconError(
                f"{path.name}:{number}: expected a regular expression, found {pattern} ({error})"
            ) from error


@cache
def patterns(name: str) -> re.Pattern[str]:
    """Return one compiled expression for a list of expressions (pattern, reason)."""
    _check_patterns(name)
    body = "|".join(words(name))  # not one group each: Python's engine looks ahead only into a plain choice
    return re.compile(body)


@cache
def mapping(name: str) -> dict[str, str]:
    """Return word -> value of a three-column list (word, value, reason)."""
    return {row[0]: row[1] for row in rows(name, 3)}


def brackets(holding: str | None = None) -> tuple[str, str]:
    """Return the opening and the closing brackets, one letter each, in the same order.

    Args:
        holding: `statement` or `name` leaves only those; None all.
    """
    kinds = [row for row in rows("brackets", 4) if holding in (None, row[2])]
    return "".join(row[0] for row in kinds), "".join(row[1] for row in kinds)
