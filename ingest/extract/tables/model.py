"""A responsibility table as it stands in the text: cells, rows and the kinds of its columns."""

from dataclasses import dataclass, field
from typing import NamedTuple

ROLE_COLUMNS = ("lead", "participate", "responsible")
TEXT_COLUMNS = ("category", "task", "measure")
WORDS = (*TEXT_COLUMNS, "content")  # as headers name them, before it is known what the contents are

Section = tuple["Cell", ...]  # the heading rows that hold, outermost first


class Cell(NamedTuple):
    """A cell's text without surrounding space; half-open span in the plan's text."""

    start: int
    end: int
    text: str


@dataclass(slots=True)
class Row:
    """One row: column kind -> cell. `section` holds the heading rows above it."""

    start: int
    end: int
    section: Section
    cells: dict[str, Cell] = field(default_factory=dict)


@dataclass(slots=True)
class Table:
    """A responsibility table; `columns` are the kinds of its header cells, in order."""

    start: int
    end: int
    columns: list[str]
    rows: list[Row] = field(default_factory=list)


def deeper(section: Section, title: Cell) -> Section:
    """Return the headings that hold below a heading row: （一） stands below 一、."""
    if title.text.startswith(("（", "(")):
        return (*(s for s in section if not s.text.startswith(("（", "("))), title)
    return (title,)
