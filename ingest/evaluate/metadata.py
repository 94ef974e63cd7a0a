"""Compare the heads of plans with the answers: title, year, document number and district."""

from collections.abc import Sequence
from typing import NamedTuple

from ingest.evaluate.answers import Answer
from ingest.evaluate.keys import likeness, plain
from ingest.records import Plan

_SAME_TITLE = 0.9  # a title may lack a word such as 印发
_FIELDS = ("title", "year", "doc_no", "district")


class Head(NamedTuple):
    """A field of a plan's head: whether it is right, what the answers say, what was read."""

    right: bool
    wanted: str
    found: str


# (document number or first letters of the title, field) -> how it was read. Plans of one number count once.
Heads = dict[tuple[str, str], Head]


def compare_heads(answer: Answer, plans: Sequence[Plan]) -> Heads:
    """Say of each field that the answers give whether the plan with the likest title has it right."""
    out: Heads = {}
    for want in answer.plans:
        title = plain(want.title or "")
        likest = max(plans, key=lambda plan: likeness(title, plain(plan.title)), default=None)
        for name in _FIELDS:
            if getattr(want, name) is None:
                continue
            wanted = str(getattr(want, name))
            found = str((None if likest is None else getattr(likest, name)) or "")
            right = _is_right(name, plain(wanted), plain(found))
            out[want.doc_no or title[:8], name] = Head(right, wanted, found)
    return out


def _is_right(name: str, wanted: str, found: str) -> bool:
    if name == "title":
        return likeness(wanted, found) >= _SAME_TITLE
    if name == "district":
        return bool(found) and (wanted.endswith(found) or found.endswith(wanted))
    return wanted == found
