"""Read who leads where an item does not say so: `未注明牵头单位的，均由县教育局牵头`."""

import re
from collections.abc import Iterator

from ingest.extract.drafts import Draft
from ingest.extract.reading import Reading
from ingest.extract.sentences import sentence_claims
from ingest.extract.statements import Claim

_ROLE = r"(?:牵头|主办|责任|负责)(?:单位|部门)?"
_NONE_NAMED = rf"[^，。；\n]{{0,10}}?{_ROLE}[^，。；\n]{{0,8}}?的"
_NAMES_NONE = r"(?:单位|部门)?(?:未|没有)[^，。；\n]{1,8}的"
_DEFAULT = re.compile(  # a plain choice, into which alone Python's engine looks ahead
    "|".join(
        [
            *(none + _NONE_NAMED for none in ("未", "没有", "无")),
            *(role + _NAMES_NONE for role in ("牵头", "主办", "责任", "负责")),
            rf"除[^。；\n]{{0,16}}(?:{_ROLE}|注明|标注|列明|明确|另有)[^。；\n]{{0,12}}外",
        ]
    )
)
_EXPLAINS = "解释"  # 未尽事宜由…负责解释
_STOP = re.compile(r"[。；\n]")


def add_defaults(reading: Reading, drafts: list[Draft]) -> None:
    """Give items the lead, or those responsible, that the plan states for all that name none."""
    for claims in _defaults(reading, drafts):
        leads = [claim for claim in claims if claim.role == "lead"]
        for draft in drafts:
            roles = {claim.role for claim in draft.claims if not claim.person}
            if "lead" not in roles if leads else roles <= {"participate"}:
                draft.claims += claims


def _defaults(reading: Reading, drafts: list[Draft]) -> list[list[Claim]]:
    """Return what the sentences about unnamed leads state; one inside an item speaks of that item alone."""
    text = reading.text
    out = []
    for found in _outside(reading, drafts):
        stop = _STOP.search(text, found.end())
        end = stop.end() if stop else len(text)
        if _EXPLAINS in text[found.end() : end]:
            continue
        claims = sentence_claims(text, found.end(), end, reading.names, strict=False)
        if claims:
            out.append([claim._replace(rule="default") for claim in claims])
    return out


def _outside(reading: Reading, drafts: list[Draft]) -> Iterator[re.Match[str]]:
    """Yield the openings of such sentences between the items, which stand in order."""
    at = reading.root.start
    for draft in drafts:
        yield from _DEFAULT.finditer(reading.text, at, max(at, draft.start))
        at = max(at, draft.end)
    yield from _DEFAULT.finditer(reading.text, at)
