"""Read lists of units that share one role, and settle the roles within a statement."""

import re

from ingest.extract.statements.labels import label_kind
from ingest.extract.statements.model import Claim, as_role
from ingest.extract.units import Mention, is_unit_name, split_units
from ingest.records import RoleName

_ROLE_MARK = re.compile(r"[（(〔【\[]([^（()）〔〕【】\[\]]{2,6})[）)〕】\]]$")


def list_claims(
    text: str,
    span: tuple[int, int],
    role: RoleName,
    *,
    rule: str,
    doubt: str = "",
    cue: tuple[int, int] | None = None,
) -> list[Claim]:
    """Read a list of units.

    Args:
        span: where the list stands in the text.
        role: the role of all of them, but for those marked as leading (★, （牵头）).
        doubt: why all of them are less sure; a name that does not end like a unit is so by itself.
        cue: where the words stand that give the role: a label before the list or a verb after it.
    """
    start, end = span
    out = []
    for mention in split_units(text[start:end]):
        why = doubt if is_unit_name(mention.name) else "odd-name"
        a, b = start + mention.start, start + mention.end
        first, last = (min(a, cue[0]), max(b, cue[1])) if cue else (a, b)
        mention, own = _marked(mention, role)
        out.append(Claim(own, a, b, first, last, mention, False, rule, why))
    return out


def _marked(mention: Mention, role: RoleName) -> tuple[Mention, RoleName]:
    """Return a mention without the role in brackets behind it (县供销社（责任单位）), and its role."""
    if mention.leads:
        return mention, "lead"
    mark = _ROLE_MARK.search(mention.name)
    kind = label_kind(mark[1]) if mark else None
    if mark is None or kind not in ("lead", "participate", "responsible"):
        return mention, role
    return mention._replace(name=mention.name[: mark.start()]), as_role(kind)


def settle(claims: list[Claim]) -> list[Claim]:
    """Beside a leading unit everyone else in the statement takes part, whatever the word."""
    if not any(claim.role == "lead" and not claim.person for claim in claims):
        return claims
    return [c._replace(role="participate") if c.role == "responsible" else c for c in claims]


def split_marks(claims: list[Claim]) -> list[Claim]:
    """Where a unit of a flat list is marked as leading (★, （牵头）), the others take part."""
    if not any(c.mention.leads for c in claims):
        return claims
    return [c if c.mention.leads or c.person else c._replace(role="participate") for c in claims]
