"""Compare the items that were read from one source with its answers."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from msgspec.structs import replace

from ingest.evaluate.align import align
from ingest.evaluate.answers import Answer, ItemAnswer, RoleAnswer, Words
from ingest.evaluate.keys import plain, unit_key
from ingest.evaluate.metadata import Heads, compare_heads
from ingest.evaluate.tally import Tally, new_tallies
from ingest.records import Item, Plan

_ROLES = ("lead", "participate", "responsible")


@dataclass(frozen=True, slots=True)
class Judged:
    """A role that was read: how, how sure, and whether it is right."""

    rule: str
    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class Failure:
    """A difference: in which source and item, of what measure, what was missed and what was read instead."""

    source: str
    item: str
    measure: str
    missed: tuple[str, ...]
    wrong: tuple[str, ...]


@dataclass(slots=True)
class Comparison:
    """How well one source was read. `heads` says of each field of each plan's head whether it is right."""

    answer: Answer
    tallies: dict[str, Tally] = field(default_factory=new_tallies)
    heads: Heads = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)
    roles: list[Judged] = field(default_factory=list)


def compare(answer: Answer, plans: Sequence[Plan], *, strict: bool = False) -> Comparison:
    """Compare the plans of a source with its answers.

    Where the order of units says who leads, reading them as merely responsible is accepted too.

    Args:
        strict: compare unit names to the letter.
    """
    items = [item for plan in plans for item in plan.items]
    readings = [answer]
    if answer.rule == "first_listed_leads":
        readings.append(replace(answer, items=tuple(map(_as_written, answer.items))))
    best = max((_compare_items(reading, items, strict=strict) for reading in readings), key=_merit)
    best.heads = compare_heads(answer, plans)
    for (plan, name), head in best.heads.items():
        if not head.right:
            wrong = (head.found,) if head.found else ()
            best.failures.append(Failure(answer.source, plan, name, (head.wanted,), wrong))
    return best


def _as_written(item: ItemAnswer) -> ItemAnswer:
    flat = item.responsible_as_written
    if flat is None:
        return item
    return replace(item, roles=tuple(RoleAnswer(unit, "responsible") for unit in flat))


def _merit(comparison: Comparison) -> int:
    tallies = [comparison.tallies[role] for role in _ROLES]
    return sum(tally.right - tally.wrong - tally.missed for tally in tallies)


def _compare_items(answer: Answer, items: Sequence[Item], *, strict: bool) -> Comparison:
    out = Comparison(answer)
    for want, got in align(answer.items, items):
        out.tallies["items"].add(Tally(want is not None and got is not None, want is None, got is None))
        if want is None or got is None:
            _note(out, want, got, "items", {want.title} if want else set(), {got.title} if got else set())
        _compare_roles(out, want, got, strict=strict)
        if want is not None and answer.deadlines_annotated == "all":
            _compare_deadlines(out, want, got)
        if want is not None and answer.cites_annotated:
            _compare_cites(out, want, got)
    return out


def _name(want: ItemAnswer | None, got: Item | None) -> str:
    item = want or got
    return f"{item.number or ''} {item.title[:18]}".strip() if item else ""


def _note(
    out: Comparison,
    want: ItemAnswer | None,
    got: Item | None,
    measure: str,
    wanted: set[str],
    found: set[str],
) -> None:
    """Keep the difference of two sets, if there is one."""
    missed, wrong = tuple(sorted(wanted - found)), tuple(sorted(found - wanted))
    if missed or wrong:
        out.failures.append(Failure(out.answer.source, _name(want, got), measure, missed, wrong))


def _compare_roles(out: Comparison, want: ItemAnswer | None, got: Item | None, *, strict: bool) -> None:
    anyone_wanted: set[str] = set()
    anyone_found: set[str] = set()
    for role in _ROLES:
        asked = [r.unit for r in want.roles if r.role == role] if want else []
        given = [r for r in got.roles if r.role == role] if got else []
        wanted = {unit_key(unit, strict=strict) for unit in asked}
        found = {unit_key(r.mention, strict=strict) for r in given}
        out.tallies[role].add_sets(wanted, found)
        out.roles += [
            Judged(r.rule, r.confidence, unit_key(r.mention, strict=strict) in wanted) for r in given
        ]
        _note(out, want, got, role, wanted, found)
        anyone_wanted |= wanted
        anyone_found |= found
    out.tallies["any_role"].add_sets(anyone_wanted, anyone_found)


def _compare_deadlines(out: Comparison, want: ItemAnswer, got: Item | None) -> None:
    asked = want.deadline.text if isinstance(want.deadline, Words) else want.deadline
    given = got.deadline.text if got and got.deadline else ""
    wanted, found = plain(asked or ""), plain(given)
    same = bool(wanted and found) and (wanted in found or found in wanted)
    missed, wrong = bool(wanted) and not same, bool(found) and not same
    out.tallies["deadline"].add(Tally(same, wrong, missed))
    if missed or wrong:
        _note(out, want, got, "deadline", {asked} if asked else set(), {given} if given else set())


def _compare_cites(out: Comparison, want: ItemAnswer, got: Item | None) -> None:
    asked = {plain((c if isinstance(c, str) else c.title) or "") for c in want.cites}
    given = {plain(c.title) for c in got.cites} if got else set()
    out.tallies["cites"].add_sets(asked, given)
    _note(out, want, got, "cites", asked, given)
