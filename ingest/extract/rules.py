"""What a document says once about all its statements: `列第一位者为牵头单位`, `标★的为牵头单位`."""

import re

from ingest.extract.statements import Claim

# One for each order of the words: Python's engine looks ahead only where all choices begin with a letter.
_FIRST_LEADS = (
    re.compile(
        r"(?:第一个?|首个|首位|第一位|排(?:名|序)?(?:在)?(?:第一|首)(?:位)?|列(?:在)?(?:第一|首)(?:位)?|列首)"
        r"[^。；]{0,16}(?:为|是)(?:[^，。；]{0,6}的)?(?:牵头|主办|主要责任)"
    ),
    re.compile(r"(?:牵头|主办)(?:单位|部门)为列?(?:第一|首)"),
)


def first_listed_leads(text: str) -> bool:
    """Say whether the document declares that the first unit of a list leads."""
    return any(pattern.search(text) for pattern in _FIRST_LEADS)


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
