"""What a printed page is to the layout code, whichever format it came from: characters and rules with places.

Lengths are in points, `x` counts from the left and `y` from the top of the page as it is read.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

ASCENT, DESCENT = 0.88, 0.12  # of the size, above and below the line on which a Chinese character stands


class Char(NamedTuple):
    """A character: its left and right edge, the line it stands on, and its size."""

    text: str
    x0: float
    x1: float
    base: float
    size: float


class Rule(NamedTuple):
    """A line drawn on the page, level or upright: `x0 <= x1`, `y0 <= y1`, and one pair nearly equal."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(slots=True)
class Page:
    """A page as it was drawn."""

    number: int
    width: float
    height: float
    chars: list[Char] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)


@dataclass(slots=True)
class Line:
    """Characters that stand on one line, from left to right, spaces at the ends left out."""

    chars: list[Char]
    text: str
    x0: float
    x1: float
    base: float
    size: float
    lead: str = ""  # the spaces before and behind it
    trail: str = ""

    @property
    def top(self) -> float:
        """Return the upper edge."""
        return self.base - ASCENT * self.size

    @property
    def bottom(self) -> float:
        """Return the lower edge."""
        return self.base + DESCENT * self.size


class Spot(NamedTuple):
    """A cell of a grid: its first row and column, how many of each, and where it is on the page."""

    row: int
    column: int
    rows: int
    columns: int
    x0: float
    x1: float


@dataclass(slots=True)
class Grid:
    """The cells that the rules of a page make."""

    xs: list[float]
    ys: list[float]
    spots: list[Spot]
    is_open: bool = False  # no rule closes it at the foot

    @property
    def x0(self) -> float:
        """Return the left edge."""
        return self.xs[0]

    @property
    def x1(self) -> float:
        """Return the right edge."""
        return self.xs[-1]

    @property
    def top(self) -> float:
        """Return the upper edge."""
        return self.ys[0]

    @property
    def bottom(self) -> float:
        """Return the lower edge."""
        return self.ys[-1]


@dataclass(slots=True)
class Entry:
    """What stands in a cell: text, how many rows and columns it takes, on which page.

    `need` is the width of what its first line begins with, `room` what its last line leaves.
    """

    text: str
    rows: int = 1
    columns: int = 1
    page: int | None = None
    need: float = 0.0
    room: float = 0.0


@dataclass(slots=True)
class Table:
    """A table: rows of entries, None where a cell is covered by the one above or to the left."""

    rows: list[list[Entry | None]]
    xs: list[float]
    page: int
    top: float
    bottom: float
    is_open: bool = False  # no rule closes it at the foot: the page cut its last row

    @property
    def x0(self) -> float:
        """Return the left edge."""
        return self.xs[0]

    @property
    def x1(self) -> float:
        """Return the right edge."""
        return self.xs[-1]

    def has_text(self) -> bool:
        """Say whether anything is written in it."""
        return any(entry is not None and entry.text for row in self.rows for entry in row)


Block = Line | Table


@dataclass(slots=True)
class Region:
    """A column of a page, or a page of one column: what stands below one another, and where its text ends."""

    page: Page
    column: int
    blocks: list[Block]
    left: float = 0.0
    right: float = 0.0
    size: float = 0.0  # of most text of the document
