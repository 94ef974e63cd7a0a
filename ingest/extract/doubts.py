"""Lower the confidence of roles that a good rule has read, but that do not fit what stands around them.

Each doubt says of an item whether it may apply, and then of each of its roles whether it does; the second
explains itself. `data/lexicon/confidence.tsv` says what share of such roles is right all the same.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from msgspec.structs import replace

from ingest.confidence import sureness
from ingest.extract.statements import is_person
from ingest.extract.units import CLOSE, OPEN, is_unit_name
from ingest.records import Item, Role

_LABEL = re.compile(r"\s*([^：:\n]{2,8})[：:]")
_LABELLED = ("label", "person-field")
_NUMBERED = ("label", "person-field", "bare-list", "sentence")  # rules that read items with numbers
_LISTED = "[名序]?在?[最首]?前"
_ORDER = re.compile(  # a plain choice first, into which alone Python's engine looks ahead
    rf"(?:排{_LISTED}|列{_LISTED}|位居{_LISTED}|首位|第一[个位]?|首个)[^。；：\n]{{0,14}}(?:牵头|主办|主责)"
)


class _Around(NamedTuple):
    """An item, and what the doubts ask of its plan: the text, its units, whether a rule was not read."""

    item: Item
    text: str
    names: frozenset[str]
    order_unread: bool


def weigh_doubts(text: str, items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Lower the confidence of doubtful roles; nothing else of the items changes."""
    roles = [role for item in items for role in item.roles]
    names = frozenset(role.mention for role in roles)
    unread = not any("first-leads" in role.rule for role in roles) and _ORDER.search(text) is not None
    return tuple(_weigh(_Around(item, text, names, unread)) if item.roles else item for item in items)


def _weigh(around: _Around) -> Item:
    item = around.item
    active = [name for name, (may_apply, _) in DOUBTS.items() if may_apply(around)]
    if len(active) == 0:
        return item
    return replace(item, roles=tuple(_lowered(role, around, active) for role in item.roles))


def _lowered(role: Role, around: _Around, active: list[str]) -> Role:
    least = min((sureness(name) for name in active if DOUBTS[name][1](role, around)), default=1.0)
    return replace(role, confidence=least) if least < role.confidence else role


def _has_person(around: _Around) -> bool:
    return "person" in [role.kind for role in around.item.roles]


def _odd_person(role: Role, _: _Around) -> bool:
    """A person whose name is not a surname with one or two letters: it may be a post or a field."""
    if role.kind != "person":
        return False
    return not is_person(role.mention)


def _has_no_number(around: _Around) -> bool:
    return around.item.number is None


def _unnumbered(role: Role, around: _Around) -> bool:
    """The item has no number, nor closes with a bracket: it may be part of one whose number was not seen."""
    if not role.rule.removeprefix("section:").startswith(_NUMBERED):
        return False
    return not (role.rule.startswith("label") and _is_bracketed(around.text, role.evidence.start))


def _is_bracketed(text: str, at: int) -> bool:
    """Say whether a bracket is open at a place of its line."""
    before = text[text.rfind("\n", 0, at) + 1 : at]
    return max(map(before.rfind, OPEN)) > max(map(before.rfind, CLOSE))


def _has_unit_title(around: _Around) -> bool:
    return around.item.title in around.names


def _unit_title(_role: Role, _: _Around) -> bool:
    """The title of the item is the name of a unit: a cell or a line may have been taken for a task."""
    return True


def _has_label_twice(around: _Around) -> bool:
    labelled = {r.evidence.start: r for r in around.item.roles if r.rule.startswith(_LABELLED)}
    if len(labelled) < 2:
        return False
    found = [label[1] for r in labelled.values() if (label := _LABEL.match(r.evidence.text))]
    return len(set(found)) < len(found)


def _label_twice(role: Role, _: _Around) -> bool:
    """The item has one label in several places: it may be several items."""
    return role.rule.startswith(_LABELLED)


@lru_cache(maxsize=16384)
def _is_odd(name: str, kind: str) -> bool:
    return kind != "person" and not is_unit_name(name)


def _has_odd(around: _Around) -> bool:
    return any(_is_odd(role.mention, role.kind) for role in around.item.roles)


def _beside_odd(role: Role, around: _Around) -> bool:
    """A name in the same list does not end like a unit: the list may have been cut in the wrong places."""
    if _is_odd(role.mention, role.kind):
        return False
    start = role.evidence.start
    return any(_is_odd(r.mention, r.kind) for r in around.item.roles if r.evidence.start == start)


def _has_lead_and_help(around: _Around) -> bool:
    helping = [role.mention for role in around.item.roles if role.role == "participate"]
    return bool(helping) and not _led(around.item).isdisjoint(helping)


def _led(item: Item) -> set[str]:
    return {role.mention for role in item.roles if role.role == "lead"}


def _also_leads(role: Role, around: _Around) -> bool:
    """The unit takes part in an item that it leads."""
    return role.role == "participate" and role.mention in _led(around.item)


def _has_order_unread(around: _Around) -> bool:
    return around.order_unread


def _order_unread(role: Role, _: _Around) -> bool:
    """The plan seems to say that the order of the units decides who leads, and that was not understood."""
    return role.role == "responsible"


DOUBTS: dict[str, tuple[Callable[[_Around], bool], Callable[[Role, _Around], bool]]] = {
    "odd-person": (_has_person, _odd_person),
    "unnumbered": (_has_no_number, _unnumbered),
    "unit-title": (_has_unit_title, _unit_title),
    "label-twice": (_has_label_twice, _label_twice),
    "beside-odd": (_has_odd, _beside_odd),
    "also-leads": (_has_lead_and_help, _also_leads),
    "order-unread": (_has_order_unread, _order_unread),
}
