"""Where a plan that a notice issues stands under a heading of its own."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from ingest.split.lines import Line
from ingest.split.title import HANZI, NO_HEADING, Found, ends_like_plan, joined, may_title, title_key

LISTED = re.compile(r"\d{1,2}[.．、]|附[件表]")  # a line of the list of annexes
SHORTEST_OF_TWO = 6  # letters of the title of the first of two plans
# 附件：1.某某任务分解表
ATTACHED = re.compile(
    r"附件[：:]?(?:\d{1,2}[.．、])?(?:《(?P<named>[^《》]{4,60})》|(?P<title>(?:[^：:，。；《》]|《[^《》]{2,40}》){4,60}?))(?:[（(].{1,6}[)）])?$"
)


def find_own_heading(lines: Sequence[Line], title: str, since: int) -> Found | None:
    """Return where the title stands as a heading of its own, over up to four lines."""
    key = title_key(title)
    first_of_two: Found | None = None
    for first in range(since, len(lines)):
        if HANZI.match(lines[first].compact) and lines[first].compact[0] != key[:1]:
            continue
        words = ""
        for last in range(first, min(first + 4, len(lines))):
            words += lines[last].text + " "
            reached = title_key(words)
            if reached == key:
                return Found(joined(lines[first : last + 1]), first, last + 1)
            if not key.startswith(reached):
                break
            if first_of_two is None and _is_first_of_two(key[len(reached) :], reached, lines[last + 1 :]):
                first_of_two = Found(joined(lines[first : last + 1]), first, last + 1)
    return first_of_two or _find_like_heading(lines, key, since)


def _is_first_of_two(rest: str, reached: str, below: Sequence[Line]) -> bool:
    """Return whether a heading is that of the first of two plans that one notice issues: `…A和B的通知`."""
    if rest[:1] not in ("和", "及", "与") or len(reached) < SHORTEST_OF_TWO:
        return False
    return not below or not rest.startswith(title_key(below[0].text)[:2])


def _find_like_heading(lines: Sequence[Line], key: str, since: int) -> Found | None:
    """Return the heading that resembles the title most, where it ends like a plan's title."""
    best: tuple[float, Found] | None = None
    for first in range(since, len(lines)):
        for count in (1, 2):
            heading = lines[first : first + count]
            if len(heading) < count or any(NO_HEADING.search(line.compact) for line in heading):
                break
            words = joined(heading)
            if LISTED.match(words) or len(words) > 90 or not ends_like_plan(words):
                continue
            own = title_key(words)
            likeness = SequenceMatcher(None, key, own, autojunk=False).ratio()
            if own and (own in key or key in own) and min(len(own), len(key)) >= 8:
                likeness = max(likeness, 0.8)
            if likeness >= 0.75 and (best is None or likeness > best[0]):
                best = (likeness, Found(words, first, first + count))
    return best[1] if best else None


def find_attached(lines: Sequence[Line]) -> str | None:
    """Return the title of the plan that a notice without a heading of its own names as its attachment."""
    for line in lines[:30]:
        if line.compact.startswith("附件") and (match := ATTACHED.match(line.compact)):
            title: str = match["named"] or match["title"]
            return title if ends_like_plan(title) else None
    return None


def find_heading_below(lines: Sequence[Line]) -> str | None:
    """Return the heading of a plan below a notice without a heading of its own: the first that ends so."""
    for line in lines[1:40]:
        if may_title(line) and ends_like_plan(line.compact) and len(title_key(line.text)) >= SHORTEST_OF_TWO:
            return joined([line])
    return None
