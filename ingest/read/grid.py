"""Write a table as lines of text that the extract stage reads as a table again: `| 1 | 任务 | 县甲局 |`.

What merged cells cover is said, not lost: a cell covered from above is written `〃` (the ditto mark that
printed tables use), one covered from the left is empty. A row that is one cell over the whole width is
a line of its own above the table and a row with one filled cell inside it; a table of one column is
paragraphs. Lines inside a cell stay lines.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ingest.read.model import Place

DITTO = "〃"
_SIGNS = str.maketrans("|\t", "∣ ")  # a bar or a tab inside a cell must not part it
_LONGEST_HEADER = 20  # letters; where a cell is longer, the first row is no header


class Cell(NamedTuple):
    """A cell with its text, how many rows and columns it takes, and its place in the file."""

    text: str
    rows: int = 1
    columns: int = 1
    place: Place | None = None


class Writer:
    """Collects text and where in the file it stands."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._parts: list[str] = []
        self._places: list[Place] = []
        self.length = 0

    def line(self, text: str, place: Place | None = None) -> None:
        """Add a line."""
        self.add(text + "\n", place)

    def add(self, text: str, place: Place | None = None) -> None:
        """Add text that stands at a place (its `start` is set here)."""
        if place is not None:
            self._places.append(Place(self.length, place.page, place.sheet, place.cell))
        self._parts.append(text)
        self.length += len(text)

    def table(self, rows: Sequence[Sequence[Cell | None]]) -> None:
        """Add a table.

        Args:
            rows: all of the same length; None where a cell is covered by the one that begins above or to
                the left of it.
        """
        for row in _written(rows):
            for text, place in row:
                self.add(text, place)
            self.add("\n")

    def text(self) -> str:
        """Return all that was added."""
        return "".join(self._parts)

    def places(self) -> tuple[Place, ...]:
        """Return the places, in order."""
        return tuple(self._places)


_Piece = tuple[str, Place | None]


def _written(rows: Sequence[Sequence[Cell | None]]) -> Iterable[list[_Piece]]:
    """Yield each row as pieces of text with their places."""
    width = max((len(row) for row in rows), default=0)
    head = _head_rows(rows)
    above: dict[int, int] = {}  # column -> rows below that its cell still covers
    began = False
    for index, row in enumerate(rows):
        cells = [cell for cell in row if cell is not None]
        lone = len(cells) == 1 and cells[0].columns >= width and not any(above.values())
        if width == 1 or (lone and not began):
            yield from ([(line, cell.place)] for cell in cells for line in cell.text.splitlines() or [""])
        elif cells:  # a row that others cover has nothing of its own
            began = True
            is_short = all(len("".join(cell.text.split())) <= _LONGEST_HEADER for cell in cells)
            yield _row(row, above, in_head=index < head and is_short)
        above = _covered(row, above)


def _head_rows(rows: Sequence[Sequence[Cell | None]]) -> int:
    """Return how many rows make the header: the first with several cells, and those that its cells cover."""
    for index, row in enumerate(rows):
        cells = [cell for cell in row if cell is not None]
        if len(cells) > 1:
            spans = (cell.rows for cell in cells if cell.rows < len(rows) - index)
            return index + max(spans, default=1)
    return 0


def _covered(row: Sequence[Cell | None], above: dict[int, int]) -> dict[int, int]:
    """Return for each column how many rows below are covered by a cell that began in this row or above."""
    now = {column: left - 1 for column, left in above.items() if left > 1}
    for column, cell in enumerate(row):
        if cell is not None and cell.rows > 1:
            now.update(dict.fromkeys(range(column, column + cell.columns), cell.rows - 1))
    return now


def _row(row: Sequence[Cell | None], above: dict[int, int], *, in_head: bool) -> list[_Piece]:
    pieces: list[_Piece] = [("|", None)]
    for column, cell in enumerate(row):
        if cell is not None:
            pieces += [(" ", None), (_plain(cell.text, in_head=in_head), cell.place)]
        elif above.get(column):
            pieces.append((f" {DITTO}", None))
        pieces.append((" |", None))
    return pieces


def _plain(text: str, *, in_head: bool) -> str:
    """Return a cell's text without blank lines; a header's lines are one word broken for looks."""
    lines = [line.strip() for line in text.translate(_SIGNS).splitlines() if line.strip()]
    return ("" if in_head else "\n").join(lines)
