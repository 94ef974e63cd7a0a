"""Find which of many spans of a text touch or hold a range, without a look at each of them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate

Span = tuple[int, int]


class Spans:
    """Spans in the order of their starts."""

    def __init__(self, spans: Iterable[Span]) -> None:
        """Sort the spans; one that stands twice is one."""
        self._spans = sorted(set(spans))
        self._starts = [start for start, _ in self._spans]
        self._ends = list(accumulate((end for _, end in self._spans), max))  # of a span and all before it

    def touched(self, start: int, end: int) -> Span | None:
        """Return the first span that shares a character with the range, or has an empty one inside."""
        first, behind = bisect_right(self._ends, start), bisect_left(self._starts, max(end, start + 1))
        for span in self._spans[first:behind]:
            if start < span[1] and (start < end or span[0] < start):
                return span
        return None

    def shortest_around(self, start: int, end: int) -> Span | None:
        """Return the shortest span that holds all of the range; of two the first."""
        first, behind = bisect_left(self._ends, end), bisect_right(self._starts, start)
        around = [span for span in self._spans[first:behind] if end <= span[1]]
        return min(around, key=lambda span: span[1] - span[0], default=None)
