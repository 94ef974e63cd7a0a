"""Read lists of units that share one role, and settle the roles within a statement."""

import re

from ingest.extract.statements.labels import label_kind
from ingest.extract.statements.model import Claim, as_role
from ingest.extract.statements.persons import posted_persons
from ingest.extract.units import Mention, complete_prefix, is_unit_name, split_units
from ingest.records import RoleName

_DEPARTMENTS = ("局", "委", "办", "办公室", "厅", "会", "部", "中心", "院", "社", "联", "科", "所", "站")
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
        unit = is_unit_name(mention.name)
        if not unit and (persons := posted_persons(text, start + mention.start, start + mention.end)):
            out += persons
            continue
        why = doubt if unit else "odd-name"
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


def hand_on_prefix(claims: list[Claim]) -> list[Claim]:
    """Hand a level prefix on to the lists after it in one statement: 区教育局牵头，民政局配合.

    Only names of departments take it: over a distance 开发区管委会 or 供电公司 may be another level's.
    """
    if len(claims) < 2:
        return claims
    order = sorted(range(len(claims)), key=lambda index: claims[index].start)
    mentions = complete_prefix([claims[index].mention for index in order])
    out = list(claims)
    for index, mention in zip(order, mentions, strict=True):
        name = mention.name
        if mention is not out[index].mention and name.endswith(_DEPARTMENTS) and not name.endswith("管委会"):
            out[index] = out[index]._replace(mention=mention)
    return out


def settle(claims: list[Claim]) -> list[Claim]:
    """Beside a leading unit everyone else in the statement takes part, whatever the word."""
    leads = {claim.mention.name for claim in claims if claim.role == "lead" and not claim.person}
    if not leads:
        return claims
    return [
        c._replace(role="participate") if c.role == "responsible" else c
        for c in claims
        if c.role != "responsible" or c.mention.name not in leads
    ]


def split_marks(claims: list[Claim]) -> list[Claim]:
    """Where a unit of a flat list is marked as leading (★, （牵头）), the others take part."""
    if not any(c.mention.leads for c in claims):
        return claims
    return [c if c.mention.leads or c.person else c._replace(role="participate") for c in claims]
