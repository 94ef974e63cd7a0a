"""Mend the texts of a row that single spaces cut: a narrow cell broke its words into several lines."""

from collections.abc import Sequence
from itertools import pairwise

from ingest.extract.tables.cells import cell_type
from ingest.extract.tables.model import TEXT_COLUMNS, WORDS, Cell

_LONGEST = 24  # letters of a cell made of pieces: a narrow one
_TEXTS = frozenset((*TEXT_COLUMNS, *WORDS))


def mend_texts(cells: list[Cell], columns: Sequence[str]) -> list[Cell]:
    """Join pieces of texts, the shortest first, until a row has as many cells as its table has columns.

    That is done only where what stands before and behind the texts fits its columns.
    """
    surplus = len(cells) - len(columns)
    at = [index for index, kind in enumerate(columns) if kind in _TEXTS]
    if surplus <= 0 or len(at) == 0 or at != list(range(at[0], at[-1] + 1)):
        return cells
    stop = len(cells) - (len(columns) - at[-1] - 1)
    before, texts, behind = cells[: at[0]], cells[at[0] : stop], cells[stop:]
    if any(cell_type(cell) in ("units", "deadline", "number") for cell in texts if cell.text):
        return cells
    around = zip((*before, *behind), (*columns[: at[0]], *columns[at[-1] + 1 :]), strict=True)
    if any(kind != "note" and cell.text and cell_type(cell) == "text" for cell, kind in around):
        return cells
    for _ in range(surplus):
        texts = _with_shortest_joined(texts)
    mended = [*before, *texts, *behind]
    return mended if len(mended) == len(columns) else cells


def _with_shortest_joined(texts: list[Cell]) -> list[Cell]:
    """Return the cells with the two neighbours joined that are shortest together; empty cells stay apart."""
    pairs = [
        (len(one.text) + len(two.text), index)
        for index, (one, two) in enumerate(pairwise(texts))
        if one.text and two.text
    ]
    if not pairs or min(pairs)[0] > _LONGEST:
        return texts
    _, index = min(pairs)
    one, two = texts[index : index + 2]
    return [*texts[:index], Cell(one.start, two.end, one.text + two.text), *texts[index + 2 :]]
