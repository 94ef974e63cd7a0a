"""Lays text and tables on pages, for formats that know only letters and lines at places (millimetres)."""

from dataclasses import dataclass, field

from bench.made.damage.layout import cut
from bench.made.model import Content, Paragraph, Table
from bench.made.render.grid import Placed, placed, width

PAGE = (210.0, 297.0)
MARGIN = 25.0
SIZE, LEADING = 5.0, 8.5
CELL_SIZE, CELL_LEADING = 3.5, 5.0
ROOM = PAGE[0] - 2 * MARGIN
PADDING = 1.0


@dataclass(frozen=True, slots=True)
class Letters:
    """A line of text: where it begins, its baseline, its size."""

    x: float
    y: float
    size: float
    text: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line between two places."""

    x: float
    y: float
    to_x: float
    to_y: float


@dataclass(slots=True)
class Page:
    """What stands on one page."""

    letters: list[Letters] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)


@dataclass(slots=True)
class Flow:
    """Pages that fill from the top."""

    pages: list[Page] = field(default_factory=lambda: [Page()])
    y: float = MARGIN

    def need(self, height: float) -> None:
        """Begin a new page where a height has no room."""
        if self.y + height > PAGE[1] - MARGIN:
            self.pages.append(Page())
            self.y = MARGIN

    def paragraph(self, block: Paragraph) -> None:
        """Add a paragraph, its first line two letters in."""
        per_line = int(ROOM / SIZE)
        flush = block.style in ("title", "meta", "address", "right", "page", "table-title")
        indent = 0 if flush else 2
        for index, line in enumerate(cut(block.full, per_line - 1, per_line - 1 - indent)):
            self.need(LEADING)
            x = MARGIN + (indent * SIZE if index == 0 else 0)
            if block.style in ("title", "meta"):
                x = max(MARGIN, (PAGE[0] - len(line) * SIZE) / 2)
            if block.style == "right":
                x = max(MARGIN, PAGE[0] - MARGIN - len(line) * SIZE)
            self.pages[-1].letters.append(Letters(x, self.y + SIZE, SIZE, line))
            self.y += LEADING

    def table(self, block: Table) -> None:
        """Add a table row by row; a cell over several rows has its text in the first."""
        edges = _edges(block)
        cells = [_Laid(place, edges) for place in placed(block)]
        for row in range(len(block.rows)):
            here = [cell for cell in cells if cell.covers(row)]
            most = max([1, *(len(cell.lines) for cell in here if cell.place.cell.rows == 1)])
            height = most * CELL_LEADING + 2 * PADDING
            self.need(height)
            for cell in here:
                self.pages[-1].rules += cell.rules(row, self.y, height)
                if row == cell.place.row:
                    self._text(cell)
            self.y += height

    def _text(self, cell: "_Laid") -> None:
        """Add the lines of a cell."""
        for index, line in enumerate(cell.lines):
            y = self.y + PADDING + CELL_SIZE + index * CELL_LEADING
            self.pages[-1].letters.append(Letters(cell.left + PADDING, y, CELL_SIZE, line))


class _Laid:
    """A cell between the edges of its columns."""

    def __init__(self, place: Placed, edges: list[float]) -> None:
        self.place = place
        self.left, self.right = edges[place.column], edges[place.column + place.cell.columns]
        self.lines = _lines(place.cell.text, self.right - self.left)

    def covers(self, row: int) -> bool:
        """Tell whether the cell is in a row."""
        return self.place.row <= row < self.place.row + self.place.cell.rows

    def rules(self, row: int, top: float, height: float) -> list[Rule]:
        """Return the lines of the cell in a row: both sides, and top and end where they are."""
        bottom = top + height
        found = [Rule(self.left, top, self.left, bottom), Rule(self.right, top, self.right, bottom)]
        if row == self.place.row:
            found.append(Rule(self.left, top, self.right, top))
        if row == self.place.row + self.place.cell.rows - 1:
            found.append(Rule(self.left, bottom, self.right, bottom))
        return found


def _edges(block: Table) -> list[float]:
    """Return where columns begin, and where the last one ends."""
    longest = [3.0] * width(block)
    for place in placed(block):
        if place.cell.columns == 1:
            longest[place.column] = max(longest[place.column], float(min(len(place.cell.text), 14)))
    edges = [MARGIN]
    for each in longest:
        edges.append(edges[-1] + ROOM * each / sum(longest))
    return edges


def _lines(text: str, room: float) -> list[str]:
    """Return the lines of a cell of this width."""
    per_line = max(2, int((room - 2 * PADDING) / CELL_SIZE))
    return [line for part in text.split("\n") for line in cut(part, per_line, per_line)]


def laid_out(content: Content) -> list[Page]:
    """Return the pages of a document."""
    flow = Flow()
    for block in content.blocks:
        if isinstance(block, Table):
            flow.table(block)
        else:
            flow.paragraph(block)
    return flow.pages
