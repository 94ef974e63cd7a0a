"""Report what looks like a statement of roles and was not read as one: nothing is dropped silently."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.extract.drafts import Draft
from ingest.extract.statements import Statement
from ingest.extract.units import is_unit_name

_CUE = re.compile(
    r"(?:牵头|责任|主办|配合|协办)(?:单位|部门|科室)[ 　]{0,2}[：:]|[（(〔\[][^（）()〔〕\[\]\n]{2,120}?(?:牵头|负责|配合)[）)〕\]]"
)


@dataclass(frozen=True, slots=True)
class Note:
    """Something doubtful in a plan; `start` and `end` are offsets into its text."""

    code: str
    start: int
    end: int
    expected: str
    found: str


def unread(
    text: str,
    start: int,
    statements: Sequence[Statement],
    skip: list[tuple[int, int]],
    drafts: list[Draft],
) -> Iterator[Note]:
    """Yield a note for each cue of a role statement that led to no role, and for each unit with an odd name."""
    read = sorted([(s.start, s.end) for s in statements] + skip)
    for found in _CUE.finditer(text, start):
        before = read[: bisect_left(read, (found.end(), 0))][-2:]
        if not any(b > found.start() for _, b in before):
            yield _note(text, "unread-statement", found.start(), found.end(), "units and their roles")
    claimed = {claim.first for draft in drafts for claim in draft.claims}
    for statement in statements:
        if statement.claims and not any(claim.first in claimed for claim in statement.claims):
            yield _note(
                text, "statement-without-item", statement.start, statement.end, "an item to which it belongs"
            )
    for draft in drafts:
        for claim in draft.claims:
            if not claim.person and not is_unit_name(claim.mention.name):
                yield _note(text, "odd-unit-name", claim.start, claim.end, "a name that ends like a unit")


def _note(text: str, code: str, start: int, end: int, expected: str) -> Note:
    return Note(code, start, end, expected, " ".join(text[start : min(end, start + 80)].split()))
