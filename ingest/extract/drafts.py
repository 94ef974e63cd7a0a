"""The item while it is being read: a span of the text with the claims and deadlines found so far."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ingest.confidence import precedence
from ingest.extract.cites import find_cites
from ingest.extract.deadlines import resolve_date
from ingest.extract.statements import Claim
from ingest.extract.targets import find_targets
from ingest.extract.titles import make_title
from ingest.records import Deadline, Evidence, Item, Leader, Role, RoleName, make_id

_BREAK = re.compile(r"\s*\n\s*")
_OF_BRACKETS = frozenset(("label", "verb-bracket", "label-verb", "bare-list"))
_SENTENCE_BETWEEN = re.compile(r"[）)〕\]][。；;]?[^（(〔\[）)〕\]]{6,}[（(〔\[]")
_STRENGTH = {"lead": 0, "participate": 1, "responsible": 2}


@dataclass(slots=True)
class Draft:
    """An item in the making; spans are half-open offsets into the plan's text.

    `explicit` says that the item states roles in a bracket, field or cell of its own.
    """

    number: str | None
    path: tuple[str, ...]
    start: int
    end: int
    title: str | None = None
    claims: list[Claim] = field(default_factory=list)
    deadline: tuple[int, int] | None = None
    inherited: bool = False
    explicit: bool = False
    keep_all: bool = False


def evidence(text: str, start: int, end: int) -> Evidence:
    """Return the words of a span."""
    return Evidence(start, end, text[start:end])


def _weight(claim: Claim) -> tuple[bool, int, int, int]:
    """Order claims: brackets, fields and cells before running text, then by rule, then those that lead."""
    order = precedence(claim.rule, claim.doubt)
    return claim.rule.startswith("sentence"), order, _STRENGTH[claim.role], claim.start


def _place(claim: Claim) -> tuple[int, int, str]:
    return _STRENGTH[claim.role], claim.start, claim.mention.name


def _distinct(text: str, claims: list[Claim], *, keep_all: bool) -> list[Claim]:
    """Drop what says less than other claims of the item.

    That is: repeated claims, those of running text about units that have a role already, and being
    responsible where the item also says that the unit leads, or takes part and no bracket or field of the
    item charges it besides.
    """
    if len(claims) < 2:
        return claims
    best: dict[tuple[str, RoleName], Claim] = {}
    for claim in sorted(claims, key=_weight):
        if keep_all or not claim.rule.startswith("sentence") or not _parts(claim, best):
            best.setdefault((claim.mention.name, claim.role), claim)
    kept: Iterable[Claim] = best.values()
    if not keep_all:
        kept = [c for c in kept if c.role != "responsible" or not _is_said_better(c, best, text)]
    return sorted(kept, key=_place)


def _parts(claim: Claim, best: Mapping[tuple[str, RoleName], Claim]) -> list[Claim]:
    """Return what says that the unit of a claim leads or takes part.

    Who takes part in the whole section may be responsible for an item of it besides.
    """
    name = claim.mention.name
    lead, help_ = best.get((name, "lead")), best.get((name, "participate"))
    besides = claim.role == "responsible" and not claim.rule.startswith("section:")
    if help_ is not None and besides and help_.rule.startswith("section:"):
        help_ = None
    return [part for part in (lead, help_) if part is not None]


def _is_said_better(claim: Claim, best: Mapping[tuple[str, RoleName], Claim], text: str) -> bool:
    """Say whether a unit that is responsible also leads or takes part by the same words.

    Two brackets, each behind a sentence of its own, speak about two things: both count.
    """
    others = _parts(claim, best)
    return bool(others) and not all(_are_apart(claim, other, text) for other in others)


def _are_apart(one: Claim, other: Claim, text: str) -> bool:
    first, second = sorted((one, other), key=lambda c: c.start)
    own = one.rule in _OF_BRACKETS and other.rule in _OF_BRACKETS
    return own and _SENTENCE_BETWEEN.search(text, first.end, second.start) is not None


def _role(text: str, claim: Claim) -> Role:
    mention = claim.mention
    return Role(
        role=claim.role,
        mention=mention.name,
        surface=mention.surface,
        kind="person" if claim.person else mention.kind,
        acting_as=mention.acting_as,
        evidence=evidence(text, claim.first, claim.last),
        rule=claim.rule,
        confidence=claim.confidence,
    )


def _deadline(text: str, draft: Draft, year: int | None) -> Deadline | None:
    if draft.deadline is None:
        return None
    words = _BREAK.sub("", text[slice(*draft.deadline)])
    return Deadline(
        text=words,
        date=resolve_date(words, year),
        inherited=draft.inherited,
        evidence=evidence(text, *draft.deadline),
    )


def finish(text: str, drafts: list[Draft], plan_id: str, year: int | None) -> tuple[Item, ...]:
    """Make the records of the items.

    Args:
        year: the plan's year, for deadlines that name none.
    """
    seen: dict[tuple[object, ...], int] = {}
    items = []
    for draft in drafts:
        words = text[draft.start : draft.end]
        title = draft.title or make_title(text, draft.start, draft.end)
        key = (draft.path, draft.number, title)
        seen[key] = seen.get(key, 0) + 1
        claims = _distinct(text, draft.claims, keep_all=draft.keep_all)
        persons = tuple(
            Leader(name=c.mention.name, post=None, evidence=evidence(text, c.first, c.last))
            for c in claims
            if c.person
        )
        items.append(
            Item(
                id=make_id(plan_id, *draft.path, draft.number, title, seen[key]),
                number=draft.number,
                title=title,
                path=draft.path,
                start=draft.start,
                end=draft.end,
                text=words,
                roles=tuple(_role(text, claim) for claim in claims),
                deadline=_deadline(text, draft, year),
                targets=find_targets(text, draft.start, draft.end),
                cites=find_cites(text, draft.start, draft.end) if "《" in words else (),
                leaders=persons,
            )
        )
    return tuple(items)
