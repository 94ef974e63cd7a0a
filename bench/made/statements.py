"""Fills the patterns of forms.yml: a statement, the roles it gives and its deadline."""

import re
from dataclasses import dataclass, replace
from random import Random

from bench.made.cast import Cast
from bench.made.deadlines import Deadlines
from bench.made.listing import HALF, Mention
from bench.made.model import Deadline, Role, RoleName
from bench.made.people import Person
from bench.made.words import data

SLOT = re.compile(r"\{(\w+?)([1+]?)(?::([\w,]+))?\}")
ROLES: dict[str, RoleName] = {"lead": "lead", "help": "participate", "own": "responsible"}
STAR = "★"


@dataclass(frozen=True, slots=True)
class Statement:
    """A filled pattern."""

    text: str
    roles: tuple[Role, ...] = ()
    deadline: Deadline | None = None
    said: str = ""

    def narrowed(self) -> "Statement":
        """Return the statement in half-width punctuation, its units with it."""
        roles = [
            replace(r, unit=r.unit.translate(HALF), surface=r.surface.translate(HALF)) for r in self.roles
        ]
        return replace(self, text=self.text.translate(HALF), roles=tuple(roles))

    def with_text(self, text: str) -> "Statement":
        """Return the statement with something around its text."""
        return replace(self, text=text)


@dataclass(slots=True)
class Speaker:
    """Fills patterns for the tasks of one plan."""

    rng: Random
    deadlines: Deadlines
    people: list[Person]
    others: dict[str, str]
    """Plain replacements: {count}, {group}."""

    def say(self, pattern: str, cast: Cast) -> Statement:
        """Return the pattern with its slots filled."""
        roles: list[Role] = []
        found: list[Deadline] = []

        def fill(match: re.Match[str]) -> str:
            name, size = match[1], match[2]
            options = frozenset((match[3] or "").split(",")) - {""}
            if name in ROLES:
                return self._units(cast, (name, size, options), roles, pattern[match.end() :])
            if name == "leader":
                return self._leader(options, roles)
            return self._word(name, found)

        text = SLOT.sub(fill, pattern)
        return Statement(text, tuple(roles), found[0] if found else None, pattern)

    def _units(
        self, cast: Cast, slot: tuple[str, str, frozenset[str]], roles: list[Role], behind: str
    ) -> str:
        """Return a list of units, and note their roles."""
        name, size, options = slot
        if "again" in options:
            return next(role.unit for role in roles if role.role == ROLES[name])
        plain = behind.startswith(("等", "、", "和", "组"))
        first = name == "lead" or (name == "own" and "lower" not in options)
        text, mentions = cast.draw(size, options, first=first, plain=plain or "star" in options)
        roles += [Role(m.unit, m.surface, ROLES[name], m.kind) for m in mentions]
        return self._dressed(text, mentions, options)

    def _dressed(self, text: str, mentions: list[Mention], options: frozenset[str]) -> str:
        """Return the list with the marks that tell leads from others."""
        if "star" in options:
            return "、".join(STAR + mention.surface for mention in mentions)
        if "marked" in options:
            return "、".join(mention.surface + "（牵头）" for mention in mentions)
        return text

    def _leader(self, options: frozenset[str], roles: list[Role]) -> str:
        """Return a person, and note the lead."""
        person = self.rng.choice(self.people)
        roles.append(Role(person.name, person.written, "lead", "person"))
        return f"{person.written}（{person.post}）" if "post" in options else person.written

    def _word(self, name: str, found: list[Deadline]) -> str:
        """Return what is no unit: a deadline, an activity, a number."""
        kinds = {"when": "field", "by": "prose", "open": "open"}
        if name in kinds:
            found.append(self.deadlines.draw(kinds[name]))
            return found[-1].text
        if name == "doing":
            return str(self.rng.choice(data("sentences")["doings"]))
        if name == "score":
            return str(self.rng.choice((5, 8, 10, 15)))
        return self.others[name]
