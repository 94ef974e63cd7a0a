"""Short ways to say what a plan should give: who has which role in which item."""

from collections.abc import Iterable

from ingest.extract import Extraction, extract
from ingest.extract.statements import Claim
from ingest.records import Item, PlanKind

Who = frozenset[tuple[str, str]]


def who(*, lead: str = "", participate: str = "", responsible: str = "") -> Who:
    """Return (role, unit) pairs; the units of a role are parted by spaces."""
    named = {"lead": lead, "participate": participate, "responsible": responsible}
    return frozenset((role, unit) for role, units in named.items() for unit in units.split())


def claimed(claims: Iterable[Claim]) -> Who:
    """Return the (role, unit) pairs of claims; none may be said twice."""
    pairs = [(claim.role, claim.mention.name) for claim in claims]
    assert len(pairs) == len(set(pairs)), pairs
    return frozenset(pairs)


def roles(item: Item) -> Who:
    """Return the (role, unit) pairs of an item; none may be said twice."""
    pairs = [(role.role, role.mention) for role in item.roles]
    assert len(pairs) == len(set(pairs)), pairs
    return frozenset(pairs)


def read(
    text: str, *, year: int | None = 2023, kind: PlanKind = PlanKind.SCHEME, body: int = 0
) -> Extraction:
    """Extract a plan that begins at `body`."""
    return extract(text, body=body, plan_id="plan", year=year, kind=kind)


def by_number(text: str, *, year: int | None = 2023, kind: PlanKind = PlanKind.SCHEME) -> dict[str, Who]:
    """Return the roles of each item by its number, or by its title where it has none."""
    items = read(text, year=year, kind=kind).items
    named = {item.number or item.title: roles(item) for item in items}
    assert len(named) == len(items), [(item.number, item.title) for item in items]
    return named
