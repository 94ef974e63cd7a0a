"""How a plan writes lists of units: separators, words of the place left out, closing 等."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

from bench.made.chance import happens
from bench.made.model import Kind
from bench.made.units import Unit

HALF = str.maketrans("（）：；，", "():;,")


@dataclass(frozen=True, slots=True)
class Mention:
    """A unit as a list mentions it: completed, and what stands there."""

    unit: str
    surface: str
    kind: Kind = "unit"

    def narrowed(self) -> "Mention":
        """Return the mention in half-width punctuation."""
        return Mention(self.unit.translate(HALF), self.surface.translate(HALF), self.kind)


@dataclass(frozen=True, slots=True)
class ListStyle:
    """The habits of one plan; shares say how often a list has such a member."""

    elide: str = "never"
    """never, some, always: whether later units leave the place's word out."""
    join: str = "、"
    groups: bool = False
    """Whether bodies of another kind follow behind a comma."""
    vertical: float = 0.15
    lower: float = 0.25
    enterprise: float = 0.08
    etc: float = 0.08
    town_ending: bool = field(default=True)
    """Whether 甲镇、乙镇人民政府 says 人民政府 once."""


def _may_elide(unit: Unit, before: Unit | None, style: ListStyle, rng: Random) -> bool:
    """Tell whether a unit is written without the word that the one before it has."""
    if before is None or not before.word or before.word != unit.word or not unit.may_lose_word:
        return False
    return style.elide == "always" or (style.elide == "some" and happens(rng, 0.7))


def departments(
    units: Sequence[Unit], style: ListStyle, rng: Random, *, goes_on: bool = False
) -> list[Mention]:
    """Return the mentions of departments; in a list that goes on, the first one may lose its word too."""
    found: list[Mention] = []
    before: Unit | None = units[0] if goes_on and units else None
    for unit in units:
        short = _may_elide(unit, before, style, rng)
        found.append(Mention(unit.name, unit.rest if short else unit.name, unit.kind))
        before = unit
    return found


def towns(units: Sequence[Unit], style: ListStyle) -> list[Mention]:
    """Return the mentions of towns, the common ending said once: 甲镇、乙镇人民政府."""
    shared = len(units) > 1 and all(unit.name.endswith("镇人民政府") for unit in units)
    if not (shared and style.town_ending):
        return [Mention(unit.name, unit.name) for unit in units]
    cut = [Mention(unit.name, unit.name.removesuffix("人民政府")) for unit in units[:-1]]
    return [*cut, Mention(units[-1].name, units[-1].name)]


def fields(units: Sequence[Unit]) -> list[Mention]:
    """Return departments named by their fields, the word of the place once: 区公安、教育等部门."""
    found = []
    for index, unit in enumerate(units):
        field_name = unit.rest.removesuffix("局")
        surface = field_name if index else unit.word + field_name
        found.append(Mention(f"{unit.word}{field_name}部门", surface))
    return found


def joined(own: Sequence[Mention], below: Sequence[Mention], style: ListStyle, rng: Random) -> str:
    """Return the list as text: own departments, then bodies of other kinds."""
    first = style.join.join(mention.surface for mention in own)
    rest = style.join.join(mention.surface for mention in below)
    if not (first and rest):
        return first or rest
    if style.join != "、":
        return first + style.join + rest
    if below[0].kind == "collective" and len(below) == 1 and happens(rng, 0.15):
        return first + rng.choice(("及", "以及")) + rest
    return first + ("，" if style.groups else "、") + rest
