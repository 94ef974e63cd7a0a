"""Make the title of an item from its text."""

import re

from ingest.extract.units import CLOSE, OPEN

_STOP = re.compile(r"[。；;！\n]|(?<=[\u4e00-\u9fff”》）)])[：:](?!\d)")
_CLAUSE = re.compile(r"[，,]")
# Work that prepares the item (梳理 …, 按照 …) names it less well than the clause that says what comes out.
_PREPARES = re.compile(r"^(?:梳理|根据|按照|按|结合|围绕|针对|依据|依托|为|借鉴|参照|以)")
_YIELDS = re.compile(r"^(?:制定|出台|编制|建立|完善|形成|推行|实施|印发|修订|构建|开展|推进)")
_OPENING = OPEN + "“"
_PAIRED = re.compile(f"[{re.escape(OPEN + CLOSE)}“”]")
_LONGEST = 40


def make_title(text: str, start: int, end: int) -> str:
    """Return the title of the item whose text is [start, end): its run-in heading or its first clause."""
    stop = _outside(text, _STOP, start, end)
    first = text[start:stop].strip(" 　*")
    first = re.sub(r"[（(〔\[](?:牵头|责任|主办|分管|完成)[^）)〕\]]*[）)〕\]]?$", "", first).strip()
    first = re.sub(r"\s*\n\s*|[ 　]{2,}", "", first)
    if len(first) <= _LONGEST and not _CLAUSE.search(first):
        return first
    clauses = _clauses(first)
    if len(clauses) > 1 and _PREPARES.match(clauses[0]):
        chosen = next((c for c in clauses[1:] if _YIELDS.match(c)), None)
        if chosen:
            return chosen
    return first if len(first) <= 22 else clauses[0]


def _clauses(text: str) -> list[str]:
    out, at = [], 0
    while at < len(text):
        stop = _outside(text, _CLAUSE, at, len(text))
        out.append(text[at:stop])
        at = stop + 1
    return [c for c in out if c] or [text]


def _outside(text: str, pattern: re.Pattern[str], start: int, end: int) -> int:
    """Return where the pattern first matches outside brackets and quotation marks, else `end`."""
    for found in pattern.finditer(text, start, end):
        signs = _PAIRED.findall(text, start, found.start())
        opened = sum(sign in _OPENING for sign in signs)
        if 2 * opened <= len(signs) or found[0] in "。\n":
            return found.start()
    return end
