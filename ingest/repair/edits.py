"""What a repair gives back: places to change, and how they are put into the text."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple


class Edit(NamedTuple):
    """Put `text` in the place of `[start:end]`. `gain` is set where the repair is a guess."""

    start: int
    end: int
    text: str
    gain: float | None = None


def apply(text: str, edits: Sequence[Edit]) -> str:
    """Return the text with all edits made; they are in order and do not overlap."""
    parts = []
    last = 0
    for edit in edits:
        parts.append(text[last : edit.start])
        parts.append(edit.text)
        last = edit.end
    parts.append(text[last:])
    return "".join(parts)


class Shift:
    """Where a place of the text before the edits is after them."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        """Take the edits that were applied."""
        self._edits = edits
        self._ends = [edit.end for edit in edits]
        self._grown = [0, *accumulate(len(edit.text) - (edit.end - edit.start) for edit in edits)]

    def start(self, place: int) -> int:
        """Return the new place of the start of a stretch; what was inserted there stays outside."""
        index, inside = self._find(place)
        return place + self._grown[index + 1] if inside is None else inside

    def end(self, place: int) -> int:
        """Return the new place of the end of a stretch."""
        index, inside = self._find(place)
        if inside is not None and len(self._edits[index + 1].text) != self._length(index + 1):
            return self._edits[index + 1].start + self._grown[index + 1] + len(self._edits[index + 1].text)
        return place + self._grown[index + 1] if inside is None else inside

    def _find(self, place: int) -> tuple[int, int | None]:
        """Return the last edit that ends at or before the place, and the place within the next one."""
        index = bisect_left(self._ends, place + 1) - 1
        following = index + 1
        if following == len(self._edits) or self._edits[following].start >= place:
            return index, None
        edit = self._edits[following]
        new_start = edit.start + self._grown[following]
        same = len(edit.text) == self._length(following)
        return index, new_start + (place - edit.start if same else 0)

    def _length(self, index: int) -> int:
        return self._edits[index].end - self._edits[index].start
