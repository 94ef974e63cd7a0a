"""Find lists of units in sentences as wholes: what a list holds may be shorter or odder than a name alone.

A list begins behind 由, 会同 or a sign, and ends before a role verb, 组成 or what the units do.
"""

import re
from collections.abc import Iterator
from functools import cache

from ingest import lexicon
from ingest.extract.units import Mention, is_collective, is_unit_name, name_end, split_units

_OPEN = re.compile(r"(?P<word>由(?!此|于|来)|会同)|[，；：。,;:\s]|^")
_SIGNS = re.compile("[、（(]")
_OBJECT, _PROSE = re.compile("[将把]"), re.compile("[的了为在对将把使让到]")
_LONGEST = 240  # letters of a list
_APART = 2  # letters between two names
_LEADING = ("会同", "牵头")
_FEWEST = 2  # names of a list whose beginning no word marks


@cache
def _stop() -> re.Pattern[str]:
    """Return an expression for what ends a stretch that may be a list."""
    adverbs = "|".join(row[0] for row in lexicon.rows("adverbs", 3) if row[1] != "bracket")
    verbs = "|".join(row[0] for row in lexicon.rows("verbs", 5) if row[2] != "unit")
    return re.compile(
        rf"(?P<verb>(?:{adverbs})*(?:(?:{verbs})(?!委员会|小组|中心|办公室|站)|组成|为牵头))"
        r"|(?<![理自事])由|[；。：！？\n]|$"
    )


@cache
def _clause_word() -> re.Pattern[str]:
    return re.compile(lexicon.either("clause_words"))


def list_spans(sentence: str) -> Iterator[tuple[int, int]]:
    """Yield the span of each name of the lists in a sentence."""
    if _SIGNS.search(sentence) is None:
        return
    done = 0
    for found in _OPEN.finditer(sentence):
        start = found.end()
        if start < done:
            continue
        stop = _stop().search(sentence, start)
        if stop is None or not 0 < stop.start() - start <= _LONGEST:
            continue
        spans = _spans(sentence, start, stop, marked=found["word"] is not None)
        if spans:
            yield from spans
            done = spans[-1][1]


def _spans(sentence: str, start: int, stop: re.Match[str], *, marked: bool) -> list[tuple[int, int]]:
    """Return the names of the list at `start`; where no word marks it, all up to a verb must be names."""
    mentions = split_units(sentence[start : stop.start()])
    names = [m for m in mentions if _is_name(m)]
    if len(names) < len(mentions) and any(m.name.endswith(f"{m.surface}部门") for m in mentions):
        return []  # 发改、财政等部门, which is another list
    if len(names) == len(mentions) and stop["verb"]:
        fits = marked or _is_list(names, stop["verb"])
        ends = [(m.start, m.end) for m in names] if fits else []
    elif marked:
        ends = _opening(sentence, start, mentions)
    else:
        ends = []
    return [(start + a, start + b) for a, b in ends]


def _is_name(mention: Mention) -> bool:
    """Say whether a mention may stand in a list of running text."""
    name = mention.surface
    if not is_unit_name(name) or _OBJECT.match(name):
        return False
    if is_collective(name):
        return True
    return _clause_word().search(name) is None and (
        _PROSE.search(name) is None or is_unit_name(name, strong=True)
    )


def _is_list(names: list[Mention], verb: str) -> bool:
    """Say whether names that no word marks are a list: several, or one that leads, the first of them sure."""
    enough = len(names) >= _FEWEST or verb.endswith(_LEADING)
    return enough and len(names) > 0 and is_unit_name(names[0].surface, strong=True)


def _opening(sentence: str, start: int, mentions: tuple[Mention, ...]) -> list[tuple[int, int]]:
    """Return the names with which a stretch opens; the last may stand right before what they do."""
    out: list[tuple[int, int]] = []
    for mention in mentions:
        if _is_name(mention) and _joined(sentence, start, out, mention):
            out.append((mention.start, mention.end))
            continue
        if end := name_end(mention.surface, alone=not out):
            out.append((mention.start, mention.start + end))
        break
    return out


def _joined(sentence: str, start: int, before: list[tuple[int, int]], mention: Mention) -> bool:
    """Say whether a name goes on with a list: behind a comma, which may open a clause, it must be sure."""
    if not before:
        return True
    between = sentence[start + before[-1][1] : start + mention.start]
    sure = not any(sign in between for sign in "，,") or is_unit_name(mention.surface, strong=True)
    return len(between) <= _APART and (sure or is_collective(mention.surface))
