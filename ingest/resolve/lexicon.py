"""What the name lists know: abbreviations, endings, and words that only look like a level prefix."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from ingest import lexicon
from ingest.errors import LexiconError

KINDS = ("stem", "sort", "word", "part", "many", "all", "lead")


@dataclass(frozen=True, slots=True)
class UnitNames:
    """The list `unit_names.tsv`, by kind of entry.

    `stems` maps what stands before the ending to one spelling, `sorts` an ending to the sort of
    unit, `parts` rewrites a stretch anywhere, `many` the same in collectives, `wholes` a whole
    collective; `bodies` are all stems in their one spelling, `words` begin with a level letter that
    is no prefix, `leads` stand before a full name and add nothing.
    """

    stems: dict[str, str]
    sorts: dict[str, str]
    parts: dict[str, str]
    many: dict[str, str]
    wholes: dict[str, str]
    words: tuple[str, ...]
    leads: tuple[str, ...]
    bodies: frozenset[str]
    ending: re.Pattern[str]


@cache
def unit_names() -> UnitNames:
    """Return the name list.

    Raises:
        LexiconError: an entry is of a kind that is not known.
    """
    by_kind: dict[str, dict[str, str]] = {kind: {} for kind in KINDS}
    for entry, value, _ in lexicon.rows("unit_names", 3):
        kind, _, form = entry.partition(" ")
        if kind not in by_kind or not form:
            raise LexiconError(f"unit_names.tsv: expected a kind out of {KINDS} and a form, found {entry}")
        by_kind[kind][form] = value
    return UnitNames(
        stems=by_kind["stem"],
        sorts=by_kind["sort"],
        parts=by_kind["part"],
        many=by_kind["many"],
        wholes=by_kind["all"],
        words=tuple(sorted(by_kind["word"])),
        leads=tuple(sorted(by_kind["lead"])),
        bodies=frozenset(by_kind["stem"].values()),
        ending=re.compile(f"(?:{'|'.join(map(re.escape, by_kind['sort']))})$"),
    )


@cache
def _finder(forms: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True)))


def rewrite(text: str, forms: dict[str, str]) -> str:
    """Return the text with every stretch that is a key of `forms` replaced, the longest first."""
    return _finder(tuple(forms)).sub(lambda match: forms[match[0]], text)


@lru_cache(maxsize=16384)
def sort_of(text: str) -> str:
    """Return the sort of unit that the ending of a name tells, or nothing."""
    found = unit_names().ending.search(text)
    return unit_names().sorts[found[0]] if found is not None else ""


def without_ending(text: str) -> str:
    """Return a name without its ending; a name that is all ending stays."""
    found = unit_names().ending.search(text)
    return text[: found.start()] if found is not None and found.start() > 0 else text
