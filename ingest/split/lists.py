"""The word lists of the split stage, read once from `data/split/`."""

import re
from functools import lru_cache
from pathlib import Path

from ingest.errors import LexiconError
from ingest.records import PlanKind

DATA = Path(__file__).parent.parent.parent / "data" / "split"
FIELDS = {"doc_no", "issuer", "date", "published", "title", "source", "other"}


def _read_rows(name: str, columns: list[str]) -> list[list[str]]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    body = [(number, line) for number, line in enumerate(lines, 1) if line and not line.startswith("#")]
    if not body or body[0][1].split("\t") != columns:
        raise LexiconError(f"{name}: expected the columns {columns}, found {body[:1]}")
    rows = []
    for number, line in body[1:]:
        cells = line.split("\t")
        if len(cells) != len(columns):
            raise LexiconError(f"{name}:{number}: expected {len(columns)} cells, found {line!r}")
        rows.append(cells)
    return rows


@lru_cache(maxsize=1)
def load_kinds() -> dict[str, PlanKind]:
    """Return what each ending of a title says about the sort of document."""
    try:
        return {ending: PlanKind(kind) for ending, kind, _reason in _read_rows("kinds.tsv", ["ending", "kind", "reason"])}
    except ValueError as error:
        raise LexiconError(f"kinds.tsv: expected one of {[k.value for k in PlanKind]}, found {error}") from error


@lru_cache(maxsize=1)
def load_fields() -> dict[str, str]:
    """Return the field that each label of a page's head block names."""
    rows = _read_rows("fields.tsv", ["label", "field", "reason"])
    for label, field, _reason in rows:
        if field not in FIELDS:
            raise LexiconError(f"fields.tsv: expected one of {sorted(FIELDS)} for {label}, found {field!r}")
    return {label: field for label, field, _reason in rows}


PLACES = {"head": ("head", "both"), "tail": ("tail", "both", "close"), "close": ("close",)}


@lru_cache(maxsize=len(PLACES))
def load_furniture(where: str) -> re.Pattern[str]:
    """Return one pattern for the furniture lines of the `head` or the `tail`, or for those that `close` it."""
    patterns = []
    for pattern, place, _reason in _read_rows("furniture.tsv", ["pattern", "where", "reason"]):
        if place not in ("head", "tail", "both", "close"):
            raise LexiconError(f"furniture.tsv: expected head, tail, both or close for {pattern}, found {place!r}")
        if place in PLACES[where]:
            patterns.append(f"(?:{pattern})")
    try:
        return re.compile("|".join(patterns))
    except re.error as error:
        raise LexiconError(f"furniture.tsv: expected regular expressions, found {error}") from error


@lru_cache(maxsize=1)
def load_news_cues() -> tuple[str, ...]:
    """Return the words by which a report is told from a plan."""
    return tuple(cue for cue, _reason in _read_rows("news.tsv", ["cue", "reason"]))
