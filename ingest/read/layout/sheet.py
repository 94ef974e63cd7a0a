"""Collect what a page draws, whichever format it comes from, and turn it so that its text is upright."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.read.layout.glyphs import is_lost
from ingest.read.layout.model import Char, Page, Rule

_SKEWED = 0.05  # of the size: text at a slant is a watermark
_WORDS = 10  # characters
_THIN = 3.0  # points: a filled rectangle as narrow is a rule
_STRAIGHT = 1.0  # points
Point = tuple[float, float]


@dataclass(slots=True)
class Sheet:
    """What a page draws, in points from its lower left corner; characters by the turn of their line."""

    width: float
    height: float
    shown: dict[int, list[Char]] = field(default_factory=dict)
    hidden: list[Char] = field(default_factory=list)  # drawn without ink
    rules: list[Rule] = field(default_factory=list)
    pictures: float = 0.0  # share of the page
    shapes: int = 0  # drawn, rules apart
    lost: int = 0  # characters whose font does not say what they are

    def add_char(
        self, text: str, start: Point, ahead: Point, width: float, size: float, *, hidden: bool = False
    ) -> None:
        """Add a character.

        Args:
            text: which one.
            start: where it begins, on its line.
            ahead: the direction of the line.
            width: how far the next one is.
            size: its height.
            hidden: it leaves no ink.
        """
        turn = turn_of(*ahead)
        if turn is None or size <= 0:
            return
        x, base = self.seen(start, turn)
        char = Char(text, min(x, x + width), max(x, x + width), base, size)
        if hidden:
            self.hidden.append(char)
        else:
            self.lost += is_lost(text)
            self.shown.setdefault(turn, []).append(char)

    def add_path(self, points: Sequence[Point], *, stroke: bool) -> None:
        """Add the level and upright lines between points, or the rule that a thin filled shape is."""
        if len(points) < 2:
            return
        xs, ys = [x for x, _ in points], [y for _, y in points]
        x0, y0, x1, y1 = min(xs), min(ys), max(xs), max(ys)
        if x1 - x0 <= _THIN or y1 - y0 <= _THIN:
            self.rules.append(Rule(x0, y0, x1, y1))
            return
        self.shapes += 1
        for (ax, ay), (bx, by) in itertools.pairwise(points) if stroke else ():
            if min(abs(ax - bx), abs(ay - by)) < _STRAIGHT:
                self.rules.append(Rule(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)))

    def turn(self) -> int:
        """Return in which direction most of the text runs."""
        return max(self.shown, key=lambda turn: len(self.shown[turn]), default=0)

    def is_mixed(self) -> bool:
        """Say whether words run in another direction than most of the text."""
        return sum(len(chars) for turn, chars in self.shown.items() if turn != self.turn()) >= _WORDS

    def page(self, number: int) -> Page:
        """Return the page as it is read, turned so that its text is upright."""
        turn = self.turn()
        width, height = (self.height, self.width) if turn % 2 else (self.width, self.height)
        rules = [self._turned(rule, turn) for rule in self.rules]
        inside = [char for char in self.shown.get(turn, []) if 0 <= char.base <= height + char.size]
        return Page(number, width, height, [char for char in inside if -char.size <= char.x0 <= width], rules)

    def _turned(self, rule: Rule, turn: int) -> Rule:
        a, b = self.seen((rule.x0, rule.y0), turn), self.seen((rule.x1, rule.y1), turn)
        return Rule(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))

    def seen(self, point: Point, turn: int) -> Point:
        """Return a point as it is seen, from the upper left corner, when text of a turn is upright."""
        x, y = point
        places = ((x, self.height - y), (y, x), (self.width - x, y), (self.height - y, self.width - x))
        return places[turn]


def turn_of(x: float, y: float) -> int | None:
    """Return how often text in a direction is turned by a right angle, None for text at a slant."""
    if abs(y) <= _SKEWED * abs(x):
        return 0 if x > 0 else 2
    if abs(x) <= _SKEWED * abs(y):
        return 1 if y > 0 else 3
    return None
