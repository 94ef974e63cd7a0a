"""What the writers of one plan share: its place and year, its units, and its habits."""

from dataclasses import dataclass
from random import Random
from typing import Any

from bench.made import numbering as numbers
from bench.made.cast import Cast
from bench.made.chance import chance, happens
from bench.made.deadlines import Deadlines
from bench.made.listing import ListStyle
from bench.made.numbering import WITHOUT_MARK, Numbering
from bench.made.people import persons
from bench.made.places import Place, choose
from bench.made.statements import Speaker, Statement
from bench.made.tasks import Task, Topics
from bench.made.units import Units, units_of
from bench.made.wish import Wish

WITHOUT_STATEMENT = 0.06
ABOUT_SECTIONS = ("section-start", "section-end", "section-closing", "last", "two-levels", "subparagraphs")


@dataclass(frozen=True, slots=True)
class Habits:
    """How one plan writes its tasks."""

    brackets: tuple[str, ...]
    place: str
    """Where a closing bracket stands: after or before the full stop, without one, on its own line."""
    shape: str
    """run-in (heading in the line), clause (a sentence), headed (heading on its own line)."""
    half: bool
    """Whether statements are in half-width punctuation, or (half_text) all of the text."""
    half_text: bool


@dataclass(slots=True)
class Desk:
    """The writers' table."""

    wish: Wish
    rng: Random
    place: Place
    year: int
    month: int
    units: Units
    lists: ListStyle
    speaker: Speaker
    topics: Topics
    habits: Habits
    numbering: Numbering

    @property
    def rule(self) -> dict[str, Any]:
        """The declaration of the form."""
        return self.wish.rule

    def cast(self, task: Task | None = None) -> Cast:
        """Return a fresh cast for a task."""
        return Cast(self.units, self.lists, self.rng, task.leads if task else ())

    def say(self, task: Task | None = None, patterns: Any = None) -> Statement:
        """Return a statement of the form."""
        pattern = self.rng.choice(patterns or self.rule["says"])
        return self.speaker.say(pattern, self.cast(task))

    def is_silent(self) -> bool:
        """Tell whether a task has no statement; one without a mark always has."""
        return self.numbering.name not in WITHOUT_MARK and happens(self.rng, WITHOUT_STATEMENT)

    def narrowed(self, statement: Statement) -> Statement:
        """Return the statement in the width of the plan."""
        return statement.narrowed() if self.habits.half else statement


def _lists(rng: Random, fixed: dict[str, Any]) -> ListStyle:
    """Draw how lists are written."""
    return ListStyle(
        elide=fixed.get("elide") or rng.choice(("never", "never", "some", "always")),
        join=fixed.get("join", "、"),
        groups=happens(rng, 0.4),
        vertical=fixed.get("vertical", rng.choice((0.0, 0.1, 0.3))),
        lower=fixed.get("lower", rng.choice((0.1, 0.25, 0.4))),
        etc=rng.choice((0.0, 0.0, 0.15)),
        town_ending=happens(rng, 0.5),
    )


def _habits(rng: Random, rule: dict[str, Any]) -> Habits:
    """Draw how tasks are written."""
    half = bool(rule.get("half", happens(rng, 0.08)))
    usual = "()" if half else rng.choice(("（）", "（）", "（）", "〔〕", "[]", "【】"))
    fixed = tuple(rule.get("brackets", (usual,)))
    return Habits(
        fixed if rule.get("mixed") else (rng.choice(fixed),),
        rule.get("place") or rng.choice(("after", "after", "after", "after", "none", "before", "line")),
        rng.choice(("run-in", "run-in", "clause", "headed")),
        half,
        half and happens(rng, 0.4),
    )


def _numbering(rng: Random, rule: dict[str, Any]) -> Numbering:
    """Draw the marks; forms about sections need sections, those with own lines need marks."""
    if "numbering" in rule:
        return Numbering(rule["numbering"])
    layout = rule["layout"]
    about = layout in ABOUT_SECTIONS
    free = layout in ("closing", "several", "text") and happens(rng, 0.2)
    return numbers.numbering(rng, grouped=not about, marked=not free, sections=about or not happens(rng, 0.3))


def desk_of(wish: Wish) -> Desk:
    """Draw the place, the year and the habits of a plan."""
    rng, rule = chance(wish.seed, "plan", wish.form, wish.level), wish.rule
    place, year, month = choose(rng, wish.level), rng.randint(2004, 2026), rng.randint(1, 8)
    fixed = rule.get("units", {})
    units = units_of(place, year, rng, full=bool(fixed.get("full")))
    units = units.with_aliases(rng, fixed.get("alias", 0.04))
    speaker = Speaker(rng, Deadlines(year, month, rng), persons(rng, wish.level, 4), {})
    topics = Topics(rng, place, year)
    marks, lists, habits = _numbering(rng, rule), _lists(rng, fixed), _habits(rng, rule)
    return Desk(wish, rng, place, year, month, units, lists, speaker, topics, habits, marks)
