"""Tell the names of units from what the units do behind them: `县财政局研究提出意见`."""

import re
from functools import cache

from ingest import lexicon
from ingest.extract.units.names import is_ordinary, is_unit_name
from ingest.extract.units.split import split_units

_LONGER = 5  # letters of a name behind what ends like a name as well


@cache
def _doing() -> re.Pattern[str]:
    """Return an expression for the words with which begins what units do."""
    words = {*lexicon.words("duty_verbs"), *lexicon.words("doing_verbs")}
    return re.compile("|".join(sorted(words, key=len, reverse=True)))


def name_end(words: str, *, alone: bool) -> int:
    """Return where the name ends with which words open, before what the unit does; 0 if none opens them.

    What looks like a deed may be part of the name: 村镇建设办公室, 信用社联合社.
    """
    ends = [found.start() for found in _doing().finditer(words, 2)]
    fits = [end for end in ends if is_unit_name(words[:end]) and not (alone and is_ordinary(words[:end]))]
    return max((end for end in fits if len(words[:end].split("等")[0]) - fits[0] <= _LONGER), default=0)


def list_end(text: str) -> int:
    """Return where a list of units ends whose last name stands before what they do."""
    mentions = split_units(text)
    if not mentions or is_unit_name(mentions[-1].surface):
        return len(text)
    last = mentions[-1]
    end = name_end(last.surface, alone=len(mentions) == 1)
    return last.start + end if end else len(text)
