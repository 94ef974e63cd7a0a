"""Say of every piece of evidence on which page, or in which cell of which sheet, it stands."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import TypeVar

from msgspec.structs import replace

from ingest.records import Citation, Deadline, Item, Leader, Place, Role, Target

Stated = TypeVar("Stated", Role, Deadline, Target, Citation, Leader)


class Placed:
    """The places of a file's text after its repair."""

    def __init__(self, places: Sequence[Place], starts: Sequence[int]) -> None:
        """Take the places in order and where each begins in the repaired text."""
        self._places = places
        self._starts = starts

    @classmethod
    def moved(cls, places: Sequence[Place], rows: Sequence[tuple[int, int]]) -> "Placed":
        """Return the places of a text that is made of rows of another one, in a new order."""
        starts = [place.start for place in places]
        found: list[Place] = []
        moved: list[int] = []
        at = 0
        for start, end in rows:
            inside = range(bisect_left(starts, start), bisect_left(starts, end))
            found += [places[index] for index in inside]
            moved += [starts[index] - start + at for index in inside]
            at += end - start + 1
        return cls(found, moved)

    def items(self, items: tuple[Item, ...], offset: int) -> tuple[Item, ...]:
        """Return items whose evidence names its place; `offset` is where their plan begins in the file."""
        return tuple(self._item(item, offset) for item in items) if self._places else items

    def of(self, stated: Iterable[Stated], offset: int) -> tuple[Stated, ...]:
        """Return statements whose evidence names its place."""
        return tuple(self._placed(one, offset) for one in stated) if self._places else tuple(stated)

    def _item(self, item: Item, offset: int) -> Item:
        return replace(
            item,
            roles=self.of(item.roles, offset),
            deadline=None if item.deadline is None else self._placed(item.deadline, offset),
            targets=self.of(item.targets, offset),
            cites=self.of(item.cites, offset),
            leaders=self.of(item.leaders, offset),
        )

    def _placed(self, stated: Stated, offset: int) -> Stated:
        evidence = stated.evidence
        index = bisect_right(self._starts, evidence.start + offset) - 1
        if index < 0:
            return stated
        place = self._places[index]
        return replace(
            stated, evidence=replace(evidence, page=place.page, sheet=place.sheet, cell=place.cell)
        )
