"""Close the breaks of lines inside brackets that state roles: `（责任单位：区教育局，⏎区民政局）`."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from ingest import lexicon
from ingest.repair.edits import Edit
from ingest.repair.page_breaks import PAGE_NUMBER
from ingest.repair.spaces import UNIT_END, UNIT_START

_OPEN, _CLOSE = lexicon.brackets("statement")
_ANY_OPEN, _ANY = re.escape(_OPEN), re.escape(_OPEN + _CLOSE)
_SIGN = re.compile(f"[{_ANY}]")
# An opening bracket that no other sign closes next: every line that leaves one open has such a one.
_UNCLOSED = re.compile(rf"[{_ANY_OPEN}][^{_ANY}\n]*+(?:[{_ANY_OPEN}\n]|\Z)")
_CUE = re.compile(r"(?:单位|部门|科室|领导|责任人|时限|时间)\s*[：:]|牵头|负责|配合|会同|参与|落实|承办|协办")
_PARAGRAPH = re.compile(  # how a line begins that goes on with nothing
    r"[ \u3000]*(?:[#|>]|第?[一二三四五六七八九十百]{1,4}[、.．章条节]"
    r"|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,3}\s*[.．、](?!\d)|\d{1,2}(?:[.．]\d{1,2})+[ \u3000])"
)
_LABEL = re.compile(r"[\u4e00-\u9fff]{2,8}\s*[：:]")
_MOST = 6  # lines that one bracket may take
_LONGEST = 600  # letters from its opening to its end
_BLANK = " \u3000\t"


def is_possible(chars: frozenset[str]) -> bool:
    """Tell from the characters of a text whether it has lines and brackets."""
    return "\n" in chars and not chars.isdisjoint(_OPEN)


def find(text: str) -> list[Edit]:
    """Return the breaks to close."""
    unclosed = [match.start() for match in _UNCLOSED.finditer(text)]
    if not unclosed:
        return []
    lines = text.split("\n")
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    edits: list[Edit] = []
    after = 0
    for index in sorted({bisect_right(starts, place) - 1 for place in unclosed}):
        if index < after or (at := _open_at(lines[index])) is None:
            continue
        taken = _lines_of_bracket(lines, index, at)
        for left, right in zip([index, *taken], taken, strict=False):
            begin = starts[left] + len(lines[left].rstrip(_BLANK))
            indent = len(lines[right]) - len(lines[right].lstrip(_BLANK))
            edits.append(Edit(begin, starts[right] + indent, _between(lines[left], lines[right])))
        after = taken[-1] if taken else after
    return edits


def _open_at(line: str) -> int | None:
    """Return where the outermost bracket opens that the line does not close."""
    if sum(map(line.count, _OPEN)) <= sum(map(line.count, _CLOSE)) or "|" in line or "\t" in line:
        return None
    stack: list[int] = []
    for sign in _SIGN.finditer(line):
        if sign[0] in _OPEN:
            stack.append(sign.start())
        elif stack:
            stack.pop()
    return stack[0] if stack else None


def _lines_of_bracket(lines: Sequence[str], index: int, at: int) -> list[int]:
    """Return the lines that the bracket goes on through; none if it does not close or states no role."""
    inside = lines[index][at:].rstrip(_BLANK)
    own = len(inside)
    taken: list[int] = []
    for following in _filled(lines, index + 1):
        line = lines[following]
        if len(taken) == _MOST or _PARAGRAPH.match(line) or "|" in line or "\t" in line:
            return []
        taken.append(following)
        inside += line
        if len(inside) > _LONGEST:
            return []
        if (end := _close_at(inside)) is not None:
            rest = inside[own:end].rstrip("。；; ")
            return taken if "。" not in rest and _CUE.search(inside, 0, end) else []
    return []


def _filled(lines: Sequence[str], start: int) -> Iterator[int]:
    """Yield the lines that hold anything but the number of a page."""
    for index in range(start, min(len(lines), start + 4 * _MOST)):
        if lines[index] and not lines[index].isspace() and not PAGE_NUMBER.fullmatch(lines[index]):
            yield index


def _close_at(text: str) -> int | None:
    """Return where the bracket closes that opens the text."""
    depth = 0
    for sign in _SIGN.finditer(text):
        depth += 1 if sign[0] in _OPEN else -1
        if depth == 0:
            return sign.start()
    return None


def _between(left: str, right: str) -> str:
    """Return the sign that the break stands for: it may part two names or two fields."""
    left, right = left.rstrip(_BLANK), right.lstrip(_BLANK)
    if left[-1:] not in "，,、；;：:。" and UNIT_END.search(left):
        if _LABEL.match(right):
            return "；"
        if UNIT_START.match(right):
            return "、"
    return ""
