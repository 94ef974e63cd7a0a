"""Make the title of an item from its text."""

import re
from functools import cache

from ingest import lexicon
from ingest.extract.units import CLOSE, OPEN

_STOP = re.compile(r"[。；;！\n]|(?<=[\u4e00-\u9fff”》）)])[：:](?!\d)")
_COMMA = re.compile(r"[，,]")
_STATED = re.compile(r"[（(〔\[](?:牵头|责任|主办|分管|完成)[^）)〕\]]*[）)〕\]]?$")
_BREAK = re.compile(r"\s*\n\s*|[ 　]{2,}")
_OPENING = frozenset(OPEN + "“")
_SIGN = re.compile(f"[{re.escape(OPEN + CLOSE)}“”]")
_LONGEST, _LONGEST_OF_CLAUSES = 40, 22


@cache
def _opening_verbs(clause: str) -> tuple[str, ...]:
    return tuple(word for word, kind in lexicon.mapping("title_verbs").items() if kind == clause)


def make_title(text: str, start: int, end: int) -> str:
    """Return the title of the item whose text is [start, end): its run-in heading or its first clause."""
    first = text[start : _outside(text, _STOP, start, end)].strip(" 　*")
    first = _BREAK.sub("", _STATED.sub("", first).strip())
    if len(first) <= _LONGEST and not _COMMA.search(first):
        return first
    clauses = _clauses(first)
    if len(clauses) > 1 and clauses[0].startswith(_opening_verbs("prepares")):
        chosen = next((c for c in clauses[1:] if c.startswith(_opening_verbs("yields"))), None)
        if chosen:
            return chosen
    return first if len(first) <= _LONGEST_OF_CLAUSES else clauses[0]


def _clauses(text: str) -> list[str]:
    out, at = [], 0
    while at < len(text):
        stop = _outside(text, _COMMA, at, len(text))
        out.append(text[at:stop])
        at = stop + 1
    return [c for c in out if c] or [text]


def _outside(text: str, pattern: re.Pattern[str], start: int, end: int) -> int:
    """Return where the pattern first matches outside brackets and quotation marks, else `end`."""
    for found in pattern.finditer(text, start, end):
        if found[0] in "。\n":
            return found.start()
        signs = _SIGN.findall(text, start, found.start())
        if 2 * sum(sign in _OPENING for sign in signs) <= len(signs):
            return found.start()
    return end
