"""Say how sure a role is, by the way in which it was read (`data/lexicon/confidence.tsv`).

The figures are measured: `python -m ingest evaluate GOLD SOURCE… --calibration` shows for each rule what
share of its roles is right.
"""

import re
from functools import cache

from ingest import lexicon
from ingest.errors import LexiconError

_UNKNOWN = "other"  # the line for rules that have none of their own
_JOINT = re.compile(r"[:+]")


@cache
def _table() -> dict[str, tuple[int, float]]:
    """Return part of a rule -> its order and confidence."""
    out = {}
    for rule, order, confidence, _ in lexicon.rows("confidence", 4):
        if not order.isdigit() or not re.fullmatch(r"0\.\d+|1(?:\.0+)?", confidence):
            wanted = "a whole number and a confidence from 0 to 1"
            raise LexiconError(f"confidence.tsv: {rule}: expected {wanted}, found {order} and {confidence}")
        out[rule] = int(order), float(confidence)
    if _UNKNOWN not in out:
        raise LexiconError(f"confidence.tsv: expected a line for {_UNKNOWN!r}, found none")
    return out


def is_known(rule: str) -> bool:
    """Say whether every part of a rule has a line."""
    return all(part in _table() for part in _JOINT.split(rule))


def _parts(rule: str, doubt: str) -> list[tuple[int, float]]:
    table = _table()
    names = [*_JOINT.split(rule), *([doubt] if doubt else [])]
    return [table.get(name, table[_UNKNOWN]) for name in names]


@cache
def sureness(rule: str, doubt: str = "") -> float:
    """Return the confidence of a rule, lowered by a doubt: the least sure of the parts decides."""
    return min(confidence for _, confidence in _parts(rule, doubt))


@cache
def precedence(rule: str, doubt: str = "") -> int:
    """Return the order of a rule: the words found by one with a lower number are kept before others."""
    return max(order for order, _ in _parts(rule, doubt))
