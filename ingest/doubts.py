"""Lower the confidence of roles that a good rule has read, but that do not fit what stands around them.

Each doubt is a function that says in its first line what it finds; `data/lexicon/confidence.tsv` says what
share of such roles is right all the same.
"""

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

from msgspec.structs import replace

from ingest import lexicon
from ingest.confidence import sureness
from ingest.extract.units import is_unit_name
from ingest.records import Item, Role

_LABEL = re.compile(r"\s*([^：:\n]{2,8})[：:]")
_LABELLED = ("label", "person-field")
_NUMBERED = ("label", "person-field", "bare-list", "sentence")  # rules that read items with numbers
_OPEN, _CLOSE = "（(〔[【〈", "）)〕]】〉"
_ORDER = re.compile(
    r"(?:(?:排|列|位居)(?:名|序)?(?:在)?(?:最|首)?前|首位|第一[个位]?|首个)[^。；：\n]{0,14}(?:牵头|主办|主责)"
)
_NAME = re.compile("[\u4e00-\u9fff]{1,2}[^长员局委办部处所站村镇乡]|[\u4e00-\u9fff]+(?:·[\u4e00-\u9fff]+)+")


@dataclass(frozen=True, slots=True)
class _Around:
    """What the doubts ask of the plan and the item that a role stands in."""

    text: str
    names: frozenset[str]
    order_unread: bool
    item: Item
    led: frozenset[str]
    labels_twice: bool
    odd: frozenset[int]


def weigh_doubts(text: str, items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Lower the confidence of doubtful roles; nothing else of the items changes."""
    roles = [role for item in items for role in item.roles]
    names = frozenset(role.mention for role in roles)
    unread = not any("first-leads" in role.rule for role in roles) and _ORDER.search(text) is not None
    return tuple(_weigh(text, item, names, unread) if item.roles else item for item in items)


def _weigh(text: str, item: Item, names: frozenset[str], unread: bool) -> Item:
    led = frozenset(role.mention for role in item.roles if role.role == "lead")
    odd = frozenset(role.evidence.start for role in item.roles if _is_odd(role))
    around = _Around(text, names, unread, item, led, _has_label_twice(item), odd)
    roles = tuple(_lowered(role, around) for role in item.roles)
    return replace(item, roles=roles) if roles != item.roles else item


def _lowered(role: Role, around: _Around) -> Role:
    least = min((sureness(doubt) for doubt, applies in DOUBTS.items() if applies(role, around)), default=1.0)
    return replace(role, confidence=least) if least < role.confidence else role


def _has_label_twice(item: Item) -> bool:
    """Say whether a label stands in several places of an item."""
    places: dict[str, set[int]] = defaultdict(set)
    for role in item.roles:
        if role.rule.startswith(_LABELLED) and (label := _LABEL.match(role.evidence.text)):
            places[label[1]].add(role.evidence.start)
    return any(len(starts) > 1 for starts in places.values())


def _is_bracketed(text: str, at: int) -> bool:
    """Say whether a bracket is open at a place of its line."""
    before = text[text.rfind("\n", 0, at) + 1 : at]
    return max(map(before.rfind, _OPEN)) > max(map(before.rfind, _CLOSE))


@cache
def _surnames() -> tuple[str, ...]:
    return lexicon.words("surnames")


@lru_cache(maxsize=16384)
def _is_unit_name(name: str) -> bool:
    return is_unit_name(name)


def _is_odd(role: Role) -> bool:
    return role.kind != "person" and not _is_unit_name(role.mention)


def _odd_person(role: Role, _: _Around) -> bool:
    """A person whose name is not a surname with one or two letters: it may be a post or a field."""
    if role.kind != "person":
        return False
    return not _NAME.fullmatch(role.mention) or not (
        "·" in role.mention or role.mention.startswith(_surnames())
    )


def _unnumbered(role: Role, around: _Around) -> bool:
    """The item has no number, nor closes with a bracket: it may be part of one whose number was not seen."""
    if around.item.number is not None or not role.rule.removeprefix("section:").startswith(_NUMBERED):
        return False
    return not (role.rule.startswith("label") and _is_bracketed(around.text, role.evidence.start))


def _unit_title(role: Role, around: _Around) -> bool:
    """The title of the item is the name of a unit: a cell or a line may have been taken for a task."""
    return around.item.title in around.names


def _label_twice(role: Role, around: _Around) -> bool:
    """The item has one label in several places: it may be several items."""
    return around.labels_twice and role.rule.startswith(_LABELLED)


def _beside_odd(role: Role, around: _Around) -> bool:
    """A name in the same list does not end like a unit: the list may have been cut in the wrong places."""
    return role.evidence.start in around.odd and not _is_odd(role)


def _also_leads(role: Role, around: _Around) -> bool:
    """The unit takes part in an item that it leads."""
    return role.role == "participate" and role.mention in around.led


def _order_unread(role: Role, around: _Around) -> bool:
    """The plan seems to say that the order of the units decides who leads, and that was not understood."""
    return around.order_unread and role.role == "responsible"


DOUBTS: dict[str, Callable[[Role, _Around], bool]] = {
    "odd-person": _odd_person,
    "unnumbered": _unnumbered,
    "unit-title": _unit_title,
    "label-twice": _label_twice,
    "beside-odd": _beside_odd,
    "also-leads": _also_leads,
    "order-unread": _order_unread,
}
