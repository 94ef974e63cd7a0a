"""The word lists of the split stage, read once from `data/split/`."""

import re
from functools import lru_cache
from pathlib import Path

from ingest.errors import LexiconError
from ingest.places.rows import read_rows
from ingest.records import PlanKind

DATA = Path(__file__).parent.parent.parent / "data" / "split"
FIELDS = {"doc_no", "issuer", "date", "published", "title", "source", "other"}


@lru_cache(maxsize=1)
def load_kinds() -> dict[str, PlanKind]:
    """Return what each ending of a title says about the sort of document."""
    try:
        return {
            ending: PlanKind(kind)
            for ending, kind, _reason in read_rows(DATA / "kinds.tsv", ["ending", "kind", "reason"])
        }
    except ValueError as error:
        raise LexiconError(
            f"kinds.tsv: expected one of {[k.value for k in PlanKind]}, found {error}"
        ) from error


@lru_cache(maxsize=1)
def load_organ_end() -> re.Pattern[str]:
    """Return the pattern for the end of a unit's name, an alias in brackets included."""
    endings = [ending for ending, _reason in read_rows(DATA / "organ_endings.tsv", ["ending", "reason"])]
    return re.compile(rf"(?:{'|'.join(endings)})(?:（[^（）]*）)?$")


@lru_cache(maxsize=1)
def load_national() -> re.Pattern[str]:
    """Return the pattern for how the names of bodies of the whole country begin."""
    beginnings = [pattern for pattern, _reason in read_rows(DATA / "national.tsv", ["pattern", "reason"])]
    return re.compile("|".join(beginnings))


@lru_cache(maxsize=1)
def load_fields() -> dict[str, str]:
    """Return the field that each label of a page's head block names."""
    rows = list(read_rows(DATA / "fields.tsv", ["label", "field", "reason"]))
    for label, field, _reason in rows:
        if field not in FIELDS:
            raise LexiconError(f"fields.tsv: expected one of {sorted(FIELDS)} for {label}, found {field!r}")
    return {label: field for label, field, _reason in rows}


PLACES = {"head": ("head", "both"), "tail": ("tail", "both", "close"), "close": ("close",)}


@lru_cache(maxsize=len(PLACES))
def load_furniture(where: str) -> re.Pattern[str]:
    """Return one pattern for the furniture of the `head`, the `tail`, or the lines that `close` it."""
    patterns = []
    for pattern, place, _reason in read_rows(DATA / "furniture.tsv", ["pattern", "where", "reason"]):
        if place not in ("head", "tail", "both", "close"):
            raise LexiconError(
                f"furniture.tsv: expected head, tail, both or close for {pattern}, found {place!r}"
            )
        if place in PLACES[where]:
            patterns.append(f"(?:{pattern})")
    try:
        return re.compile("|".join(patterns))
    except re.error as error:
        raise LexiconError(f"furniture.tsv: expected regular expressions, found {error}") from error


@lru_cache(maxsize=1)
def load_news_cues() -> tuple[re.Pattern[str], ...]:
    """Return the patterns by which a report is told from a plan."""
    try:
        return tuple(re.compile(cue) for cue, _reason in read_rows(DATA / "news.tsv", ["cue", "reason"]))
    except re.error as error:
        raise LexiconError(f"news.tsv: expected regular expressions, found {error}") from error
