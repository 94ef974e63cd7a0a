"""Tell what the rows of a table share: cells merged over several rows, or said to be the same as above.

A task over several rows is their heading where they have numbers or units of their own, and else one item.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from ingest.extract.tables import ROLE_COLUMNS, Row

_OWN = ("number", "leader", *ROLE_COLUMNS)  # columns that make a row an item of its own


def share_tasks(rows: Sequence[Row]) -> None:
    """Make the task of rows that share it a heading above them, where each has a measure of its own."""
    for _, group in groupby(rows, key=_task_start):
        shared = list(group)
        if (
            len(shared) > 1
            and all(_has(own(row), "measure") for row in shared)
            and any(map(_is_item, shared[1:]))
        ):
            number = shared[0].cells.get("number")
            for row in shared:
                category = row.cells.pop("category", None)
                heads = (*((category,) if category and category.text else ()), row.cells.pop("task"))
                row.section = (*row.section, *heads)
                if row.cells.get("number") is number and number is not None:
                    del row.cells["number"]


def continues(row: Row) -> bool:
    """Say whether a row goes on with the item of the row above: it has neither task nor number of its own."""
    mine = {kind for kind, cell in own(row).cells.items() if cell.text}
    if not mine.isdisjoint(("task", "category", "number")):
        return False
    if "measure" in mine:
        return _has(row, "task")
    return not mine.isdisjoint(("leader", *ROLE_COLUMNS))


def own(row: Row) -> Row:
    """Return the row without the cells that stand in a row above."""
    return replace(row, cells={kind: cell for kind, cell in row.cells.items() if cell.start >= row.start})


def _task_start(row: Row) -> tuple[int, bool]:
    """Return what rows with one task have in common, and rows without one with none."""
    task = row.cells.get("task")
    return (task.start, True) if task is not None and task.text else (row.start, False)


def _has(row: Row, kind: str) -> bool:
    return kind in row.cells and bool(row.cells[kind].text)


def _is_item(row: Row) -> bool:
    mine = own(row).cells
    return any(kind in mine and mine[kind].text for kind in _OWN)
