"""Find every bracket and every group of labelled fields of a plan that states roles or deadlines."""

import re
from bisect import bisect_right

from ingest.extract.statements import Label, Statement, close_bracket, find_labels, read_bracket, read_fields
from ingest.extract.units import ends_like_unit

_OPEN = re.compile(r"[（(〔\[【［]")
_CUE = re.compile(
    r"牵头|负责|配合|单位|部门|主办|协办|领导|参与|参加|会同|协助|科室|落实|月|年|季度|长期|持续|全程"
)
_STOP = re.compile(r"[。\n]")
_PAGE = re.compile(r"[\s　；;，,。]*")


def find_statements(text: str, start: int, end: int, limits: list[int]) -> list[Statement]:
    """Return the statements of [start, end) in the order of the text.

    Args:
        limits: offsets, sorted, that no statement may cross (where the next numbered paragraph begins).
    """
    brackets = _brackets(text, start, end, limits)
    spans = [(s.start, s.end) for s in brackets]
    fields = _fields(text, start, end, limits, spans)
    inside = [(s.start, s.end) for s in fields]
    kept = [s for s in brackets if not any(a <= s.start < b for a, b in inside)]
    return sorted(kept + fields, key=lambda s: s.start)


def _next_limit(limits: list[int], at: int, end: int) -> int:
    index = bisect_right(limits, at)
    return limits[index] if index < len(limits) else end


def _brackets(text: str, start: int, end: int, limits: list[int]) -> list[Statement]:
    found: list[Statement] = []
    position = start
    while match := _OPEN.search(text, position, end):
        at = match.start()
        close = close_bracket(text, at, min(end, _next_limit(limits, at, end)))
        inner = close
        while inner > at + 1 and text[inner - 1] in " 　。；;\n":
            inner -= 1
        statement = None
        if inner - at > 3 and (_CUE.search(text, at, inner) or _may_be_list(text, at, close, end)):
            statement = read_bracket(text, at + 1, inner)
        if statement is None or (statement.bare and not _may_be_list(text, at, close, end)):
            position = at + 1
            continue
        statement.end = min(close + 1, end)
        found.append(statement)
        position = max(close, at + 1)
    return found


def _may_be_list(text: str, at: int, close: int, end: int) -> bool:
    """A bare list of units closes its sentence or paragraph, and is no alias of the unit before it."""
    after = text[close + 1 : close + 3].lstrip(" 　")
    if after and after[0] not in "。；;\n（(":
        return bool(re.match(r"[\u4e00-\u9fff]", after)) and text[at - 1] in "。；;"
    before = text[max(0, at - 12) : at].rstrip()
    single = not any(mark in text[at:close] for mark in "、，,；; ")
    return not (single and ends_like_unit(before[-6:]) and before[-1:] not in "。；;")


def _fields(
    text: str, start: int, end: int, limits: list[int], brackets: list[tuple[int, int]]
) -> list[Statement]:
    """Group the labels outside brackets: those that stand together in one numbered paragraph are one statement."""
    labels = [
        label
        for label in find_labels(text, start, end)
        if not any(a <= label.start < b for a, b in brackets) and _opens_field(text, label, start)
    ]
    groups: list[tuple[list[Label], list[int]]] = []
    for index, label in enumerate(labels):
        following = labels[index + 1].start if index + 1 < len(labels) else end
        stop = _value_end(text, label, min(following, _next_limit(limits, label.start, end)))
        if (
            groups
            and _next_limit(limits, groups[-1][0][0].start, end) > label.start
            and _together(text, groups[-1][1][-1], label.start)
        ):
            groups[-1][0].append(label)
            groups[-1][1].append(stop)
        else:
            groups.append(([label], [stop]))
    statements = [read_fields(text, ls, stops, ls[0].start, stops[-1]) for ls, stops in groups]
    return [s for s in statements if s.claims or s.deadlines or s.onward]


def _opens_field(text: str, label: Label, start: int) -> bool:
    """A label opens a field at a line's start or after a stop or space, not inside a word of prose."""
    if label.start == start:
        return True
    before = text[label.start - 1]
    if label.kind == "other":
        return before in "\n 　。；;\t"
    return not re.match(r"[由将各与和及的]", before)


def _value_end(text: str, label: Label, following: int) -> int:
    """A field ends at the line end or the full stop; an empty rest of the line means that the value is below."""
    if label.kind == "other":
        found = text.find("\n", label.end, following)
        return following if found < 0 else found
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
