"""Draws who carries a task: different units for each place that a statement has."""

from dataclasses import dataclass, field
from random import Random

from bench.made.chance import happens, some
from bench.made.listing import ListStyle, Mention, departments, fields, joined, towns
from bench.made.units import Unit, Units

Drawn = tuple[str, list[Mention]]


@dataclass(slots=True)
class Cast:
    """The units of one task. `leads` are the keys of departments that the task fits."""

    units: Units
    style: ListStyle
    rng: Random
    leads: tuple[str, ...]
    used: set[str] = field(default_factory=set)

    def draw(self, size: str, options: frozenset[str], *, first: bool, plain: bool) -> Drawn:
        """Return a list of units as text and as mentions.

        Args:
            size: `1`, `+` (two or more) or nothing.
            options: what forms.yml says behind the colon of a slot.
            first: whether the list begins with departments that the task fits.
            plain: whether nothing may follow the units (no 等).
        """
        if options & {"lower", "beside"}:
            return self._below(next(iter(options & {"lower", "beside"})))
        if "towns" in options:
            return self._towns(2 if size == "+" else 1)
        if "named" in options:
            return self._fields()
        return self._mixed(size, options, first=first, plain=plain)

    def _below(self, kind: str) -> Drawn:
        """Return one collective."""
        pool = self.units.lower if kind == "lower" else self.units.beside
        unit = self._take(list(pool), 1)[0]
        mention = Mention(unit.name, unit.name, unit.kind)
        return mention.surface, [mention]

    def _towns(self, least: int) -> Drawn:
        """Return some bodies below by name."""
        pool = [unit for unit in self.units.towns if unit.name not in self.used] or list(self.units.lower)
        drawn = self._take(pool, self.rng.randint(least, 3))
        found = towns(drawn, self.style)
        if drawn[0].kind == "collective":
            found = [Mention(unit.name, unit.name, unit.kind) for unit in drawn[:1]]
        return self.style.join.join(m.surface for m in found), found

    def _fields(self) -> Drawn:
        """Return two or more departments by their fields."""
        pool = [unit for unit in self.units.departments.values() if unit.is_field]
        found = fields(self._take(pool, self.rng.randint(2, 4)))
        return "、".join(mention.surface for mention in found), found

    def _mixed(self, size: str, options: frozenset[str], *, first: bool, plain: bool) -> Drawn:
        """Return departments and, now and then, bodies of other kinds behind them."""
        drawn = self._departments(self._count(size, first), first=first)
        own = departments(drawn, self.style, self.rng, goes_on="same" in options)
        below = [] if first or size == "1" or "depts" in options else self._others()
        text = joined(own, below, self.style, self.rng)
        may_close = not (plain or below or len(own) < 2 or self.style.join != "、")
        if may_close and happens(self.rng, self.style.etc):
            text += self.rng.choice(("等", "等部门", "等单位"))
        return text, [*own, *below]

    def _count(self, size: str, first: bool) -> int:
        """Return how many departments a list has."""
        if size:
            return 1 if size == "1" else self.rng.randint(2, 4)
        return self.rng.choice((1, 1, 1, 2) if first else (1, 2, 3, 4))

    def _departments(self, count: int, *, first: bool) -> list[Unit]:
        """Return departments, those that the task fits before others where they lead."""
        pool = [unit for key, unit in self.units.departments.items() if unit.name not in self.used]
        fit = [unit for unit in pool if unit.key in self.leads] if first else []
        drawn = some(self.rng, fit, count)
        rest = [unit for unit in pool if unit not in drawn]
        return self._marked(drawn + some(self.rng, rest, count - len(drawn)))

    def _others(self) -> list[Mention]:
        """Return bodies that are no departments, by the habits of the plan."""
        found: list[Unit] = []
        for pool, share in (
            (self.units.enterprises, self.style.enterprise),
            (self.units.verticals, self.style.vertical),
        ):
            if pool and happens(self.rng, share):
                found += self._take(list(pool), 1)
        mentions = [Mention(unit.name, unit.name, unit.kind) for unit in found]
        if not happens(self.rng, self.style.lower):
            return mentions
        if self.units.towns and happens(self.rng, 0.3):
            return mentions + self._towns(1)[1]
        return mentions + self._below(self.rng.choice(("lower", "lower", "beside")))[1]

    def _take(self, pool: list[Unit], count: int) -> list[Unit]:
        """Return different units of a pool, unused ones before others."""
        fresh = [unit for unit in pool if unit.name not in self.used]
        return self._marked(some(self.rng, fresh or pool, count))

    def _marked(self, units: list[Unit]) -> list[Unit]:
        """Remember that the units are used."""
        self.used.update(unit.name for unit in units)
        return units
