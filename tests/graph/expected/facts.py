"""A graph as plain rows, with the few questions that all expected answers are made of. No Cypher here."""

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from graph.rows import Row, Rows

Answer = list[tuple[Any, ...]]
Params = dict[str, Any]
TYPES = {"LEADS": "lead", "PARTICIPATES_IN": "participate", "RESPONSIBLE_FOR": "responsible"}


@dataclass(frozen=True)
class Said:
    """One unit in one role of one item, with what the relation holds."""

    unit: Row
    role: str
    item: Row
    words: Row


class Facts:
    """What the answers are worked out from."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        self.units, self.items, self.plans, self.policies = (
            {row["id"]: row for row in rows.nodes[label]} for label in ("Unit", "Item", "Plan", "Policy")
        )
        self.all_said = [
            Said(self.units[row["source"]], TYPES[name], self.items[row["target"]], row)
            for (name, _, _), found in rows.relations.items()
            if name in TYPES
            for row in found
        ]
        self._of_item: dict[tuple[str, str], list[Said]] = defaultdict(list)
        for each in self.all_said:
            self._of_item[each.item["id"], each.role].append(each)

    def said(
        self,
        *roles: str,
        year: int | None = None,
        district: str | None = None,
        collectives: bool = True,
        derived: bool = False,
    ) -> list[Said]:
        """The roles of those kinds, in items of that year, by units of that district."""
        return [
            each
            for each in self.all_said
            if (not roles or each.role in roles)
            and fits(year, each.item["year"])
            and fits(district, each.unit["district"])
            and (collectives or each.unit["kind"] == "unit")
            and (derived or each.words["derived"] is False)
        ]

    def of_item(self, item: Row, *roles: str) -> list[Said]:
        """All that is said of an item in those roles, derived or not."""
        return [
            each for role in roles or TYPES.values() for each in self._of_item.get((item["id"], role), [])
        ]

    def leads(self, item: Row) -> list[str]:
        """The names of the units that lead an item, in order."""
        return sorted(each.unit["name"] for each in self.of_item(item, "lead"))

    def some_items(self, p: Params) -> list[Row]:
        """The items of the district and year asked for."""
        return [
            item
            for item in self.items.values()
            if fits(p.get("district"), item["district"]) and fits(p.get("year"), item["year"])
        ]

    def plan(self, item: Row) -> Row:
        """The plan of an item."""
        return self.plans[item["plan_id"]]

    def related(self, name: str, source: str, target: str) -> list[Row]:
        """The relations of a type between two labels."""
        return self.rows.relations.get((name, source, target), [])


def fits(wanted: object, value: object) -> bool:
    """Tell whether a value passes a filter; none is no filter."""
    return wanted is None or value == wanted


def is_unit(unit: Row, wanted: object) -> bool:
    """Tell whether a unit is the one asked for, by id, name or short name."""
    return wanted is not None and wanted in (unit["id"], unit["name"], unit["short"])


def up(value: Any) -> tuple[bool, Any]:
    """Sort upwards, what is unknown last."""
    return value is None, value if value is not None else 0


def ordered(rows: Iterable[tuple[tuple[Any, ...], tuple[Any, ...]]], most: int | None = None) -> Answer:
    """Return the second of each pair in the order of the first; a key's values may be unknown."""
    found = sorted(rows, key=lambda row: [up(value) for value in row[0]])
    return [row for _, row in found][:most]


def grouped(things: Iterable[Any], key: Callable[[Any], Any]) -> dict[Any, list[Any]]:
    """Gather things by what they have in common."""
    groups: dict[Any, list[Any]] = defaultdict(list)
    for thing in things:
        groups[key(thing)].append(thing)
    return groups


def day(item: Row) -> datetime.date | None:
    """The date by which an item is due."""
    return None if item["deadline"] is None else datetime.date.fromisoformat(str(item["deadline"]))
