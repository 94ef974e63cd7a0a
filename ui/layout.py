"""Places a unit's surroundings in three columns: who leads, the items, who else takes part.

Positions come from Python and depend on the data alone: the same unit always looks the same.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

Column = Literal["lead", "item", "other"]
#: Pixels: the width of the drawing, the columns in it, and a row.
WIDTH: Final = 980
PLACES: Final[dict[Column, int]] = {"lead": 230, "item": 490, "other": 750}
ROW: Final = 34


@dataclass(frozen=True)
class Node:
    """A unit or an item at its place, in pixels."""

    id: str
    name: str
    column: Column
    x: float
    y: float


@dataclass(frozen=True)
class Link:
    """A role: from a unit to an item."""

    unit: str
    item: str
    role: str


@dataclass(frozen=True)
class Drawing:
    """All that is drawn, and how high it is in pixels."""

    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    height: int


def place(rows: Sequence[Mapping[str, Any]]) -> Drawing:
    """Place the units and items of role rows (item_id, item, unit_id, unit, role).

    Items keep the order of the rows; a unit stands in the middle of its items. A unit that leads
    any of them stands left, even if it takes part in others.
    """
    items = {row["item_id"]: row["item"] for row in rows}
    units = {row["unit_id"]: row["unit"] for row in rows}
    leads = {row["unit_id"] for row in rows if row["role"] == "lead"}
    links = tuple(Link(row["unit_id"], row["item_id"], row["role"]) for row in rows)
    order = {item: at for at, item in enumerate(items)}
    middle = {unit: _mean(order[link.item] for link in links if link.unit == unit) for unit in units}
    left = sorted(leads, key=lambda unit: (middle[unit], unit))
    right = sorted(set(units) - leads, key=lambda unit: (middle[unit], unit))
    height = ROW * max(len(items), len(left), len(right), 1)
    nodes = [
        *_column("item", list(items), items, height),
        *_column("lead", left, units, height),
        *_column("other", right, units, height),
    ]
    return Drawing(tuple(nodes), links, height)


def _column(column: Column, ids: Sequence[str], names: Mapping[str, str], height: int) -> list[Node]:
    step = height / max(len(ids), 1)
    return [Node(id, names[id], column, PLACES[column], step * (at + 0.5)) for at, id in enumerate(ids)]


def _mean(values: Iterable[int]) -> float:
    found = list(values)
    return sum(found) / len(found)
