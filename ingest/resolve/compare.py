"""Decide whether two names of one place mean one unit: a sum of named features, each with its reason."""

from collections.abc import Callable
from dataclasses import dataclass

from ingest.resolve.name import Name

SAME = 1.0  # from here on two names are one unit
DOUBTFUL = 0.5  # from here on a person should look


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names of one place; `beside` tells that one statement lists both."""

    one: Name
    other: Name
    beside: bool


@dataclass(frozen=True, slots=True)
class Feature:
    """One piece of evidence: `find` returns what it saw, or None; its docstring is shown to users."""

    find: Callable[[Pair], str | None]
    weight: float

    @property
    def reason(self) -> str:
        """What the feature says, in one line."""
        return (self.find.__doc__ or "").strip().splitlines()[0]


def same_words(pair: Pair) -> str | None:
    """The words are the same once the place is left out."""
    return pair.one.rest if pair.one.rest == pair.other.rest else None


def same_body(pair: Pair) -> str | None:
    """Both are about the same, in full, short or older spelling."""
    return pair.one.stem if pair.one.stem == pair.other.stem and pair.one.rest != pair.other.rest else None


def same_sort(pair: Pair) -> str | None:
    """Both end alike (局 or 委, 办 or 办公室)."""
    return _if_spelt_otherwise(pair, pair.one.sort if pair.one.sort == pair.other.sort else None)


def field_only(pair: Pair) -> str | None:
    """One of them names only the field of work (财政部门, 财政)."""
    fields = [name.text for name in (pair.one, pair.other) if name.sort == "field"]
    return _if_spelt_otherwise(pair, fields[0] if len(fields) == 1 else None)


def local_branch(pair: Pair) -> str | None:
    """The branch (分局) of a higher bureau is the bureau of the district."""
    sorts = {pair.one.sort, pair.other.sort}
    return _if_spelt_otherwise(pair, "分局" if sorts == {"bureau", "branch"} else None)


def other_sort(pair: Pair) -> str | None:
    """An office, a centre and a bureau of one name are separate units."""
    sorts = {pair.one.sort, pair.other.sort}
    if len(sorts) == 1 or "field" in sorts or sorts == {"bureau", "branch"}:
        return None
    return " / ".join(sorted(sorts))


def other_organ(pair: Pair) -> str | None:
    """One is part of the party committee, the other of the government."""
    organs = {pair.one.organ, pair.other.organ}
    return " / ".join(sorted(organs)) if len(organs) == 2 and "" not in organs else None


def side_by_side(pair: Pair) -> str | None:
    """One statement lists both beside each other."""
    return f"{pair.one.text}、{pair.other.text}" if pair.beside and pair.one.key != pair.other.key else None


def _if_spelt_otherwise(pair: Pair, found: str | None) -> str | None:
    return found if pair.one.rest != pair.other.rest else None


FEATURES = (
    Feature(same_words, 1.0),
    Feature(same_body, 0.6),
    Feature(same_sort, 0.4),
    Feature(field_only, 0.4),
    Feature(local_branch, 0.4),
    Feature(other_sort, -0.4),
    Feature(other_organ, -0.8),
    Feature(side_by_side, -0.5),
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """How likely two names are one unit, and the words that say why."""

    score: float
    why: tuple[str, ...]


def compare(pair: Pair) -> Verdict:
    """Return the sum of the features of a pair and their reasons."""
    seen = [(feature, found) for feature in FEATURES if (found := feature.find(pair)) is not None]
    score = round(sum(feature.weight for feature, _ in seen), 3)
    return Verdict(score, tuple(f"{feature.reason} [{found}]" for feature, found in seen))
