"""Find every bracket and every group of labelled fields of a plan that states roles or deadlines."""

import re
from bisect import bisect_right
from functools import cache

from ingest import lexicon
from ingest.extract.statements import Label, Statement, close_bracket, find_labels, read_bracket, read_fields
from ingest.extract.units import ends_like_unit

_OPEN = re.compile(f"[{re.escape(lexicon.brackets('statement')[0])}]")
_STOP = re.compile(r"[。\n]")
_AFFILIATED = re.compile(r"[）)]、[\u4e00-\u9fff]{2,4}$")  # 何小川（县教育局）、马大江（县民政局）
_HAN = re.compile(r"[\u4e00-\u9fff]")
# No statement is as long as this; without a bound, brackets that never close are read again and again.
_LONGEST = 1500
_SHORTEST = 3  # letters of a bracket that states something
_NUMERAL = r"[（(]?[\d一二三四五六七八九十]{1,3}[）)]?"
_OTHER_ITEMS = re.compile(
    rf"[；;，,。][ 　]*(?:以上|以下|上述)?第{_NUMERAL}"
    rf"(?:[项条款]?[、至到和及~～\-—－]+第?{_NUMERAL})*[项条款]"
)
_STOPS = "。；;"
_BEFORE_WORD = frozenset("由将各与和及的")  # before a label: a word of prose such as 由牵头单位


def find_statements(text: str, start: int, end: int, limits: list[int]) -> list[Statement]:
    """Return the statements of [start, end) in the order of the text.

    Args:
        limits: offsets, sorted, that no statement may cross (where the next numbered paragraph begins).
    """
    brackets = _brackets(text, start, end, limits)
    fields = _fields(text, start, end, limits, brackets)
    kept = [s for s in brackets if not _inside(s.start, fields)]
    return sorted(kept + fields, key=lambda s: s.start)


def _inside(at: int, statements: list[Statement]) -> bool:
    """Say whether an offset lies in one of the statements, which are sorted and do not overlap."""
    index = bisect_right(statements, at, key=lambda s: s.start) - 1
    return index >= 0 and at < statements[index].end


def _next_limit(limits: list[int], at: int, end: int) -> int:
    index = bisect_right(limits, at)
    return limits[index] if index < len(limits) else end


@cache
def _cue() -> re.Pattern[str]:
    return re.compile(lexicon.either("bracket_cues"))


def _brackets(text: str, start: int, end: int, limits: list[int]) -> list[Statement]:
    found: list[Statement] = []
    position = start
    while match := _OPEN.search(text, position, end):
        at = match.start()
        position = at + 1
        close = close_bracket(text, at, min(end, at + _LONGEST, _next_limit(limits, at, end)))
        inner = close
        while inner > at + 1 and text[inner - 1] in " 　。；;\n":
            inner -= 1
        if inner - at <= _SHORTEST:
            continue
        if not _cue().search(text, at, inner) and not _may_be_list(text, at, close):
            continue
        statement = read_bracket(text, at + 1, inner)
        if statement is None or (statement.bare and not _may_be_list(text, at, close)):
            continue
        statement.end = min(close + 1, end)
        found.append(statement)
        position = max(close, position)
    return found


def _may_be_list(text: str, at: int, close: int) -> bool:
    """A bare list of units closes its sentence or paragraph, and is no alias of the unit before it."""
    after = "" if text[close : close + 1] == "\n" else text[close + 1 : close + 3].lstrip(" 　")
    if after and after[0] not in "。；;\n（(":
        return text[at - 1] in _STOPS and _HAN.match(after) is not None
    if any(mark in text[at:close] for mark in "、，,；; "):
        return True
    before = text[max(0, at - 12) : at].rstrip()
    if _AFFILIATED.search(before):
        return False
    return before[-1:] in _STOPS or not ends_like_unit(before[-6:])


def _fields(text: str, start: int, end: int, limits: list[int], brackets: list[Statement]) -> list[Statement]:
    """Read the labels outside brackets: those together in one numbered paragraph are one statement."""
    labels = [
        label
        for label in find_labels(text, start, end)
        if _opens_field(text, label, start) and not _inside(label.start, brackets)
    ]
    groups: list[tuple[list[Label], list[int]]] = []
    group_limit = start
    for index, label in enumerate(labels):
        following = labels[index + 1].start if index + 1 < len(labels) else end
        limit = _next_limit(limits, label.start, end)
        stop = _value_end(text, label, min(following, limit))
        if groups and group_limit > label.start and _together(text, groups[-1][1][-1], label.start):
            groups[-1][0].append(label)
            groups[-1][1].append(stop)
        else:
            groups.append(([label], [stop]))
            group_limit = limit
    statements = [read_fields(text, ls, stops, ls[0].start, stops[-1]) for ls, stops in groups]
    return [s for s in statements if not s.is_empty()]


def _opens_field(text: str, label: Label, start: int) -> bool:
    """A label opens a field at a line's start or after a stop or space, not inside a word of prose."""
    if label.start == start:
        return True
    before = text[label.start - 1]
    if label.kind == "other":
        return before in "\n 　。；;\t"
    return before not in _BEFORE_WORD


def _value_end(text: str, label: Label, following: int) -> int:
    """A field ends at the line end or the full stop; with an empty rest of the line it is below."""
    if label.kind == "other":
        found = text.find("\n", label.end, following)
        return following if found < 0 else found
    following = _scope_start(text, label.end, following)
    begin = label.end
    while begin < following and text[begin] in " 　\n\t":
        begin += 1
    if label.kind == "deadline" and "\n" in text[label.end : begin]:
        return _milestones_end(text, begin, following)
    found_stop = _STOP.search(text, begin, following)
    if found_stop and found_stop[0] == "。":
        line_end = text.find("\n", begin, following)
        rest = text[found_stop.end() : following if line_end < 0 else line_end].strip()
        if label.kind == "deadline" and rest:
            return found_stop.start()
    return found_stop.start() if found_stop else following


def _scope_start(text: str, start: int, end: int) -> int:
    """Return where the value of a field ends before words about other items: `；第3项责任单位：…`."""
    if text.find("第", start, end) < 0:
        return end
    found = _OTHER_ITEMS.search(text, start, end)
    return found.start() if found else end


def _milestones_end(text: str, start: int, end: int) -> int:
    """Deadlines below their label may be several lines, all but the last closed by a semicolon."""
    at = start
    while at < end:
        line_end = text.find("\n", at, end)
        line_end = end if line_end < 0 else line_end
        if text[at:line_end].strip() and text[at:line_end].rstrip()[-1] not in "；;":
            return line_end
        at = line_end + 1
    return end


def _together(text: str, stop: int, start: int) -> bool:
    return len(text[stop:start].strip(" 　\n\t；;，,。|")) == 0
