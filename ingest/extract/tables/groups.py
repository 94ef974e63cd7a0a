"""Find group rows with numbers like those of tasks: `（1）发展现代服务业` above rows without numbers."""

import re

from ingest.extract.tables.cells import cell_type
from ingest.extract.tables.model import Cell, Section

_NUMBERED = re.compile(r"(?:[（(]\d{1,2}[）)]|\d{1,2}[.．、](?!\d))\S")

Rows = list[tuple[Section, list[Cell]]]  # each with the headings above it


def with_group_rows(rows: Rows, width: int) -> Rows:
    """Return the rows with what heads several of them taken out of the first into their headings.

    A numbered text is no task but a heading where its row has one text too many, and the rows below it
    have no number.

    Args:
        rows: the cells of each row, which have not been given to columns.
        width: how many columns of texts the table has.
    """
    if not any(_NUMBERED.match(cells[0].text) for _, cells in rows):
        return rows
    out: Rows = []
    group: Section = ()
    outer: Section = ()
    for index, (section, cells) in enumerate(rows):
        if section != outer or _NUMBERED.match(cells[0].text):
            group, outer = (), section
        if _opens_group(rows[index : index + 2], width):
            group, cells = (cells[0],), cells[1:]
        out.append(((*section, *group), cells))
    return out


def _opens_group(rows: Rows, width: int) -> bool:
    """Say whether the first of two rows begins with the heading of both."""
    (section, cells), *below = rows
    return (
        _NUMBERED.match(cells[0].text) is not None
        and [cell_type(cell) for cell in cells[: width + 1]] == ["text"] * (width + 1)
        and _NUMBERED.match(cells[1].text) is None
        and len(below) > 0
        and below[0][0] == section
        and _NUMBERED.match(below[0][1][0].text) is None
        and cell_type(below[0][1][0]) == "text"
    )
