"""The place a made plan is about."""

from dataclasses import dataclass
from functools import cached_property
from random import Random

from bench.made.words import table


@dataclass(frozen=True, slots=False)
class Place:
    """A place of one level; a township also knows its county."""

    level: str
    name: str
    parent: str = ""
    sign: str = ""
    towns: tuple[str, ...] = ()
    town: str = ""

    @property
    def word(self) -> str:
        """The word that the place's own bodies begin with: 省, 市, 区, 县; none for state and town."""
        return "" if self.level in ("state", "township") else self.name[-1]

    @property
    def short(self) -> str:
        """The name without its last word, where enough is left of it."""
        return self.name[:-1] if len(self.name) > 2 else self.name

    @property
    def own(self) -> str:
        """The name as titles use it."""
        return self.town or self.name

    @property
    def we(self) -> str:
        """How the plan calls its place: 我区, 我镇."""
        if self.town:
            return "街道" if self.town.endswith("街道") else self.town[-1]
        return "国" if self.level == "state" else self.word

    @property
    def district(self) -> str | None:
        """The full name with the places above it, as answers give it."""
        if self.level == "state":
            return None
        return (self.parent if self.level not in ("province", "city") else "") + self.name + self.town

    @cached_property
    def below(self) -> tuple[str, ...]:
        """The names of the places one level below."""
        if self.towns:
            return self.towns
        return tuple(row["name"] for row in table("places") if row["parent"] == self.name)


STATE = Place("state", "国家")


def _is_fit(row: dict[str, str], level: str) -> bool:
    """Tell whether a row of the list is a place of the level."""
    if level in ("province", "city"):
        return row["level"] == level
    if row["level"] != "county":
        return False
    return level == "township" or (row["name"].endswith("区") == (level == "district"))


def choose(rng: Random, level: str) -> Place:
    """Draw a place of a level."""
    if level == "state":
        return STATE
    row = rng.choice([row for row in table("places") if _is_fit(row, level)])
    towns = tuple(town for town in row.get("towns", "").split(",") if town)
    town = rng.choice(towns) if level == "township" else ""
    return Place(level, row["name"], row["parent"], row["sign"], towns, town)
