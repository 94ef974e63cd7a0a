"""What a plan says about roles, as it is read: claims, and the statements that they stand in."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from ingest.confidence import sureness
from ingest.extract.units import Mention
from ingest.records import RoleName

_ROLES: dict[str, RoleName] = {"lead": "lead", "participate": "participate"}


class Claim(NamedTuple):
    """One unit or person in one role; offsets are into the plan's text.

    [start, end) is the name, [first, last) the name with the words that give it the role. `rule` and
    `doubt`, which is empty where there is none, say how sure it is (`data/lexicon/confidence.tsv`).
    """

    role: RoleName
    start: int
    end: int
    first: int
    last: int
    mention: Mention
    person: bool
    rule: str
    doubt: str = ""

    @property
    def confidence(self) -> float:
        """Return how often a role read in this way is right."""
        return sureness(self.rule, self.doubt)


@dataclass(slots=True)
class Statement:
    """What one bracket or group of fields says; `onward` claims hold for all later items too.

    `bare` says that it is a list of units without any word for their role, `first_leads` that it says
    that its first unit leads.
    """

    start: int
    end: int
    claims: list[Claim] = field(default_factory=list)
    deadlines: list[tuple[int, int]] = field(default_factory=list)
    onward: list[Claim] = field(default_factory=list)
    bare: bool = False
    first_leads: bool = False

    def is_empty(self) -> bool:
        """Say whether it states nothing."""
        return not (self.claims or self.deadlines or self.onward)


class Label(NamedTuple):
    """A label such as `牵头单位：`; `kind` is a role, person, deadline or other."""

    start: int
    end: int
    kind: str
    text: str


def as_role(kind: str | None) -> RoleName:
    """Return the role that a label, column or verb of a kind gives: who merely carries out is responsible."""
    return _ROLES.get(kind or "", "responsible")


def below(claims: Iterable[Claim]) -> list[Claim]:
    """Return what a heading states as claims of an item below it."""
    return [claim._replace(rule=f"section:{claim.rule}") for claim in claims]
