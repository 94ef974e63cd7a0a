"""Compare how sure the roles are said to be with how often they are right."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from ingest.evaluate.compare import Judged

_EDGES = (0.0, 0.5, 0.7, 0.9, 0.95, 0.99)
SURE = 0.9  # roles of this confidence or more …
WANTED = 0.97  # … must be right this often


@dataclass(frozen=True, slots=True)
class Row:
    """Roles of one range of confidence, or read by one rule with one confidence; `said` is the mean of it."""

    name: str
    roles: int
    right: int
    said: float

    @property
    def share(self) -> float:
        """Return the share that is right; 1 where there are no roles."""
        return self.right / self.roles if self.roles else 1.0


@dataclass(frozen=True, slots=True)
class Calibration:
    """`sure` are the roles of 0.9 and more; the rules stand in the order of their numbers of roles."""

    sure: Row
    bins: tuple[Row, ...]
    rules: tuple[Row, ...]


def calibrate(roles: Iterable[Judged]) -> Calibration:
    """Count roles and right roles by confidence and by rule."""
    known = list(roles)
    sure = _row(f"{SURE} and more", [r for r in known if r.confidence >= SURE])
    by_rule = Counter((r.rule, r.confidence) for r in known)
    rules = [
        _row(rule, [r for r in known if (r.rule, r.confidence) == (rule, said)])
        for (rule, said), _ in sorted(by_rule.items(), key=lambda entry: (-entry[1], entry[0]))
    ]
    return Calibration(sure, tuple(_bins(known)), tuple(rules))


def _bins(roles: list[Judged]) -> Iterable[Row]:
    for low, high in pairwise((*_EDGES, None)):
        if high is None:
            yield _row(f"≥ {low}", [r for r in roles if r.confidence >= _EDGES[-1]])
        else:
            name = f"< {high}" if low == 0 else f"{low}–{high}"
            yield _row(name, [r for r in roles if (low or 0.0) <= r.confidence < high])


def _row(name: str, roles: list[Judged]) -> Row:
    said = sum(r.confidence for r in roles) / len(roles) if roles else 0.0
    return Row(name, len(roles), sum(r.right for r in roles), said)
