"""Read what people decided about two names: it beats the rules, and a line taken out undoes it."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, cast

from ingest.errors import LexiconError

FILE = Path(__file__).parents[2] / "data" / "judgements.tsv"
COLUMNS = ("district", "one", "other", "judgement", "who", "when", "reason")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

Decision = Literal["same", "different", "unsure"]
Judgements = dict[str, dict[frozenset[str], "Judgement"]]  # by district and pair of mentions


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision of a person about two mentions in one district."""

    district: str
    one: str
    other: str
    decision: Decision
    who: str
    when: str
    reason: str


@cache
def load_judgements(path: Path = FILE) -> Judgements:
    """Return the judgements by district and pair of mentions.

    Raises:
        LexiconError: a line has not the seven filled columns of the header, a decision or a date
            of another form, one name twice, or a pair that stands in the file already.
    """
    found: Judgements = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        where = f"{path.name}:{number}"
        if len(cells) != len(COLUMNS) or not all(cells):
            raise LexiconError(
                f"{where}: expected the columns {', '.join(COLUMNS)}, found {len(cells)} cells"
            )
        district, one, other, decision, who, when, reason = cells
        if decision not in ("same", "different", "unsure"):
            raise LexiconError(f"{where}: expected same, different or unsure, found {decision}")
        if DAY.fullmatch(when) is None:
            raise LexiconError(f"{where}: expected a day like 2026-11-22, found {when}")
        judged, pair = found.setdefault(district, {}), frozenset((one, other))
        if one == other or pair in judged:
            raise LexiconError(f"{where}: expected a new pair of two names, found {one} and {other}")
        judged[pair] = Judgement(district, one, other, cast(Decision, decision), who, when, reason)
    return found
