"""Find the note that the first unit of a list leads: `排在第一位的为牵头单位`, `首位单位牵头`."""

import re
from collections.abc import Iterator
from functools import cache

from ingest import lexicon

_CLAUSE = re.compile(r"[，。；,;：:（(〔\[【\s]")
_STOP = re.compile(r"[。；;\n]")
_BEFORE, _AFTER = 30, 40  # letters of a sentence around the word for the first place
_LONGEST_OPENING = 16  # letters of the clause before that word: 责任单位中


@cache
def _place() -> re.Pattern[str]:
    return lexicon.patterns("first_words")


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    """Return one expression for each order of the words: what is first leads, the lead is the first."""
    heads = lexicon.mapping("label_heads")
    lead = "|".join(head for head, role in heads.items() if role == "lead" and not head.startswith("第"))
    lead = f"(?:总|主)?(?:{lead})"
    # Beside a word for the first place these say that a unit leads; by themselves they say less.
    does = rf"(?:{lead}|{lexicon.patterns('leads_first').pattern})"
    nouns = [word for word, kind in lexicon.mapping("label_nouns").items() if kind == "unit"]
    noun = f"(?:责任)?(?:{'|'.join([*nouns, '者'])})"
    task = "(?:(?:本|该|此|各|每)?[项条]?(?:工作|任务|事项|项目|目标|改革|责任|主要)*)"  # 为该项工作牵头单位
    named = (
        rf"(?:(?!责任)|(?<=[个位名家])){noun}"  # 牵头单位为第一责任单位 charges it, and says nothing of lists
    )
    place = f"(?:{_place().pattern})"
    listed = "(?:(?:排|列|居|处|位|放|置|名|序)+在?于?)"
    return (
        re.compile(
            rf"{listed}?{place}[^。；，]{{0,14}}[，,]?(?:即|均|就)?(?:为|是|系|作为|任)(?:[^，。；]{{0,6}}的)?{task}{does}"
        ),
        re.compile(
            rf"(?:{listed}{place}的?(?:{noun})?|{place}(?:列出|列明|所列|排列|标注)?的?{noun})"
            rf"[，,]?(?:负责|具体|总|均|为)?{does}"
        ),
        re.compile(
            rf"{lead}{noun}?(?:均|都|统一|一律)?[为是系即]?{listed}?为?{place}(?:的|{named}|[，。；、）]|$)"
        ),
        re.compile(rf"{lead}{noun}[（(][^（）()]{{0,8}}{place}"),
    )


def find_notes(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Yield the spans of notes that the first unit leads, from the beginning of their clause."""
    limit = len(text) if end is None else end
    at = start
    for place in _place().finditer(text, start, limit):
        if place.start() < at:
            continue
        low, high = _sentence(text, place.start(), at, limit)
        found = next((m for form in _forms() if (m := form.search(text, low, high))), None)
        if found:
            yield _clause_start(text, found.start(), at), found.end()
            at = found.end()


def _sentence(text: str, at: int, start: int, end: int) -> tuple[int, int]:
    """Return the part of a sentence around an offset in which a note may stand."""
    low, high = max(start, at - _BEFORE), min(end, at + _AFTER)
    stops = [m.end() for m in _STOP.finditer(text, low, at)]
    stop = _STOP.search(text, at, high)
    return stops[-1] if stops else low, stop.start() if stop else high


def _clause_start(text: str, at: int, start: int) -> int:
    """Return where the clause of a note begins; where no sign parts it from a list, the note itself."""
    signs = [m.end() for m in _CLAUSE.finditer(text, max(start, at - _LONGEST_OPENING), at)]
    return signs[-1] if signs else at
