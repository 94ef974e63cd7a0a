"""Report what looks like a statement of roles and was not read as one: nothing is dropped silently."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.extract.drafts import Draft
from ingest.extract.statements import Statement
from ingest.extract.units import is_unit_name

_LABEL = re.compile(r"(?:牵头|责任|主办|配合|协办)(?:单位|部门|科室)[ 　]{0,2}[：:]")
_BRACKET = re.compile(
    r"[（(〔\[][^（）()〔〕\[\]\n]{4,122}+(?<=牵头|负责|配合)[）)〕\]]",
)
_LONGEST = 80  # letters of the text that a note quotes


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
    """Yield a note for each cue of a role statement that led to no role, and for each unit with an odd name.

    Args:
        start: where the plan's own text begins.
        skip: the spans of the tables, in which rows are read and not statements.
    """
    read = sorted([(s.start, s.end) for s in statements] + skip)
    for a, b in _cues(text, start):
        index = bisect_left(read, (b, 0))
        if not any(end > a for _, end in read[max(0, index - 2) : index]):
            yield _note(text, "unread-statement", a, b, "units and their roles")
    claimed = {claim.first for draft in drafts for claim in draft.claims}
    for statement in statements:
        if statement.claims and not any(claim.first in claimed for claim in statement.claims):
            span = statement.start, statement.end
            yield _note(text, "statement-without-item", *span, "an item to which it belongs")
    for draft in drafts:
        for claim in draft.claims:
            if not claim.person and not is_unit_name(claim.mention.name):
                yield _note(text, "odd-unit-name", claim.start, claim.end, "a name that ends like a unit")


def _cues(text: str, start: int) -> list[tuple[int, int]]:
    """Return the spans that look like statements of roles: labels, and brackets that close with a role verb.

    The label in a bracket that looks like one is not counted by itself.
    """
    found = sorted([m.span() for pattern in (_LABEL, _BRACKET) for m in pattern.finditer(text, start)])
    out: list[tuple[int, int]] = []
    for span in found:
        if not out or span[0] >= out[-1][1]:
            out.append(span)
    return out


def _note(text: str, code: str, start: int, end: int, expected: str) -> Note:
    return Note(code, start, end, expected, " ".join(text[start : min(end, start + _LONGEST)].split()))
