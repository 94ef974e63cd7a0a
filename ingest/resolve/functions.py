"""Find what a unit is for, in words that are the same in every district."""

import re
from functools import cache, lru_cache

from ingest import lexicon
from ingest.errors import LexiconError

JOINT = re.compile(r"[和与及]")
GROUP = re.compile(r"(?:工作)?(?:领导小组|联席会议|委员会|专班)?各?成员单位$")


@cache
def load_patterns() -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Return the functions by whole name (`^…$`), by end of the name (`…$`) and by any part of it.

    Raises:
        LexiconError: a pattern has another form.
    """
    whole: dict[str, str] = {}
    end: dict[str, str] = {}
    part: dict[str, str] = {}
    for pattern, function, _ in lexicon.rows("functions", 3):
        word = pattern.strip("^$")
        if not word or (pattern.startswith("^") and not pattern.endswith("$")):
            raise LexiconError(f"functions.tsv: expected word, word$ or ^word$, found {pattern}")
        kind = whole if pattern.startswith("^") else end if pattern.endswith("$") else part
        kind[word] = function
    return whole, end, part


@cache
def _finders() -> tuple[re.Pattern[str], re.Pattern[str]]:
    _, end, part = load_patterns()
    longest = [sorted(words, key=len, reverse=True) for words in (end, part)]
    ends, parts = ("|".join(map(re.escape, words)) for words in longest)
    # The look-ahead finds words that overlap, too.
    return re.compile(f"(?:{ends})$"), re.compile(f"(?=({parts}))")


@lru_cache(maxsize=65536)
def unit_function(name: str, body: str) -> str | None:
    """Return the function of a unit, or None where no pattern fits.

    The whole name or body decides first, then the longest pattern in the name; of two equally long
    ones an ending, else the first.

    Args:
        name: the name without its place, e.g. `委组织部`.
        body: the same without the ending and in one spelling; empty where the ending tells all.
    """
    whole, end, part = load_patterns()
    if (exact := whole.get(name) or whole.get(body)) is not None:
        return exact
    ends, parts = _finders()
    last = ends.search(name)
    inside = _longest(name, parts)
    if last is not None and len(last[0]) >= len(inside):
        return end[last[0]]
    return part.get(inside)


def _longest(name: str, parts: re.Pattern[str]) -> str:
    """The longest pattern; of 建设和环境保护局 what stands before the joint says what comes first."""
    found = list(parts.finditer(name))
    joint = JOINT.search(name)
    first = [match for match in found if joint is not None and match.start() < joint.start()]
    return max((match[1] for match in first or found), key=len, default="")


def collective_function(name: str) -> str | None:
    """Return the function that all members of a collective share, or None where they share none."""
    theme = GROUP.sub("", name)
    if theme != name:
        return unit_function(theme, theme)
    whole, end, _ = load_patterns()
    last = _finders()[0].search(re.sub(r"[（）、]", "", name))
    return end[last[0]] if last is not None else whole.get(name)
