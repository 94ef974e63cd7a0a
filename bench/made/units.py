"""The units of a place in a year, each with the one name that a plan calls it by."""

from dataclasses import dataclass, field, replace
from random import Random

from bench.made.model import Kind
from bench.made.places import Place
from bench.made.words import table


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: the place's word (区), which a list may leave out, and the rest of its name (财政局)."""

    rest: str
    word: str = ""
    kind: Kind = "unit"
    key: str = ""

    @property
    def name(self) -> str:
        """The full mention."""
        return self.word + self.rest

    @property
    def may_lose_word(self) -> bool:
        """Whether a list can leave the word out without saying something else: 区委组织部 cannot."""
        return bool(self.word) and not self.rest.startswith(("委", "政府"))

    @property
    def is_field(self) -> bool:
        """Whether the unit can be named by its field alone: 公安 for 公安局."""
        return self.may_lose_word and self.rest.endswith("局") and len(self.rest) == 3


@dataclass(frozen=True, slots=True)
class Units:
    """All units of a place that a plan may name."""

    departments: dict[str, Unit]
    verticals: tuple[Unit, ...] = ()
    enterprises: tuple[Unit, ...] = ()
    lower: tuple[Unit, ...] = ()
    beside: tuple[Unit, ...] = ()
    towns: tuple[Unit, ...] = ()
    groups: tuple[str, ...] = field(default_factory=tuple)

    def with_aliases(self, rng: Random, share: float) -> "Units":
        """Give some departments their second name in brackets: 发改委（物价局）."""
        found = dict(self.departments)
        if not any(unit.word for unit in found.values()):
            return self  # those of the state, and offices of towns, have none
        for row in table("aliases"):
            unit = found.get(row["key"])
            if unit and rng.random() < share:
                found[row["key"]] = replace(unit, rest=f"{unit.rest}（{row['alias']}）")
        return replace(self, departments=found)


def _departments(place: Place, year: int, rng: Random, full: bool) -> dict[str, Unit]:
    """Return the departments that the level has in the year."""
    if place.level == "township":
        rows, column = table("offices"), "names"
    else:
        rows = tuple(r for r in table("departments") if int(r["from"]) <= year <= int(r["to"]))
        column = {"district": "county"}.get(place.level, place.level)
    found: dict[str, Unit] = {}
    for row in rows:
        names = [name for name in row[column].split("|") if name != "-"]
        if names:
            index = rng.randrange(len(names)) if rng.random() < 0.3 else 0
            rest = max(names, key=len) if full else names[index]
            found[row["key"]] = Unit(rest, place.word, key=row["key"])
    return found


def _verticals(place: Place, year: int) -> tuple[Unit, ...]:
    """Return the bodies with the place in the middle of their name."""
    levels = {"district": ("county", "district")}.get(place.level, (place.level,))
    rows = [r for r in table("verticals") if r["levels"] in levels and int(r["from"]) <= year <= int(r["to"])]
    above = place.parent.removesuffix("市")
    return tuple(Unit(row["name"].format(place=place.short, above=above)) for row in rows)


def _collectives(place: Place, kind: str) -> tuple[Unit, ...]:
    """Return the names for many units at once."""
    rows = [r for r in table("collectives") if r["level"] == place.level and r["kind"] == kind]
    return tuple(Unit(row["name"].format(p=place.word), kind="collective") for row in rows)


def _of_level(name: str, place: Place) -> tuple[str, ...]:
    """Return the names of a list that the level has."""
    rows = [row for row in table(name) if place.level in row["levels"].split()]
    return tuple(row["name"].format(p=place.word) for row in rows)


def _town(name: str, full: bool) -> Unit:
    """Return the government of a place below."""
    if not full:
        return Unit(name)
    return Unit(name + ("办事处" if name.endswith("街道") else "人民政府"))


def units_of(place: Place, year: int, rng: Random, *, full: bool = False) -> Units:
    """Return the units of a place in a year; `full` takes the longest spellings."""
    towns = () if place.level in ("state", "township") else place.below
    with_body = rng.random() < 0.5 or place.level in ("province", "city")
    rests = [name.removeprefix(place.word) for name in _of_level("enterprises", place)]
    return Units(
        _departments(place, year, rng, full),
        _verticals(place, year),
        tuple(Unit(rest, place.word) for rest in rests),
        _collectives(place, "lower"),
        _collectives(place, "beside"),
        tuple(_town(name, with_body) for name in towns),
        _of_level("groups", place),
    )
