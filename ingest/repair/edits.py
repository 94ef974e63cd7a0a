"""What a repair gives back: places to change, and how they are put into the text."""

from bisect import bisect_right
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
        """Return the new place of the start of a stretch; what is inserted just there stays outside."""
        return self._moved(place, bisect_right(self._ends, place), at_end=False)

    def end(self, place: int) -> int:
        """Return the new place of the end of a stretch; what is inserted just there stays outside."""
        made = bisect_right(self._ends, place)
        if made > 0 and self._edits[made - 1].start == place:
            made -= 1
        return self._moved(place, made, at_end=True)

    def _moved(self, place: int, made: int, *, at_end: bool) -> int:
        """Return where a place is after the first so many edits and within the next one."""
        grown = self._grown[made]
        if made == len(self._edits) or self._edits[made].start >= place:
            return place + grown
        edit = self._edits[made]
        if len(edit.text) == edit.end - edit.start:
            return place + grown
        return edit.start + grown + (len(edit.text) if at_end else 0)
