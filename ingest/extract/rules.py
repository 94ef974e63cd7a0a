"""What a document says once about all its statements: `列第一位者为牵头单位`, `标★的为牵头单位`."""

from collections.abc import Sequence

from ingest.extract.statements import Claim, Statement, find_notes

_ONWARD = ("下同", "以下", "以上", "文中", "本方案", "本表", "各项")
_NEAR = 40  # letters behind the note in which it says that it holds for more


def first_listed_leads(text: str, statements: Sequence[Statement] = ()) -> bool:
    """Say whether the document declares that the first unit of a list leads.

    A note in the statement of an item holds for it alone, unless it is the first one or says 下同.
    """
    stating = [s for s in statements if s.claims]
    for start, end in find_notes(text):
        inside = next((s for s in stating[1:] if s.start <= start < s.end), None)
        if inside is None or any(word in text[start : min(end + _NEAR, inside.end)] for word in _ONWARD):
            return True
    return False


def apply_first_listed(claims: list[Claim]) -> list[Claim]:
    """Let the first responsible unit of a statement lead and the others take part."""
    units = [c for c in claims if not c.person]
    if not units or any(c.role == "lead" for c in units):
        return claims
    first = next((c for c in units if c.role == "responsible"), None)
    if first is None:
        return claims
    return [
        c
        if c.person
        else c._replace(role="lead", rule=f"{c.rule}+first-leads")
        if c is first
        else c._replace(role="participate")
        for c in claims
    ]
