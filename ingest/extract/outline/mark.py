"""A numbering mark, as it is found."""

from typing import NamedTuple


class Mark(NamedTuple):
    """A numbering mark: [start, end) with the space behind it; `value` is its number.

    `rank` is that of its form, from 0 (第一章) to 5 (①); a word (任务1) may rank between two.
    `inline` marks stand inside a line and count only
    where they continue a numbering.
    """

    rank: float
    value: int
    label: str
    start: int
    end: int
    inline: bool
