"""Deadlines: how they are written, and the day they mean."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

from bench.made.chance import weighted
from bench.made.model import Deadline
from bench.made.words import data


def _day(end: str, year: int, month: int, day: int) -> date | None:
    """Return the day on which a kind of deadline ends."""
    ends = {
        "month": (month, monthrange(year, month)[1]),
        "day": (month, day),
        "year": (12, 31),
        "half": (6, 30),
    }
    return date(year, *ends[end]) if end in ends else None


@dataclass(frozen=True, slots=True)
class Deadlines:
    """Draws deadlines that lie behind the day of a plan."""

    year: int
    month: int
    rng: Random

    def draw(self, kind: str) -> Deadline:
        """Return a deadline as fields (`field`), sentences (`prose`) or endless tasks (`open`) have it."""
        options = [o for o in data("deadlines")[kind] if o["end"] != "half" or self.month < 5]
        return self._made(weighted(self.rng, options))

    def _made(self, option: Any) -> Deadline:
        month, day = self.rng.randint(min(self.month + 1, 12), 12), self.rng.choice((10, 15, 20, 25))
        text = option["text"].format(y=self.year, m=month, d=day)
        found = _day(option["end"], self.year, month, day)
        return Deadline(text, found.isoformat() if found else None)
