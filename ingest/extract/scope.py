"""Decide which numbered paragraphs are items, and which statements hold for more than one item."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, lru_cache

from ingest import lexicon
from ingest.extract.outline import Node, heading
from ingest.extract.scope_lines import ScopeLine, scope_line
from ingest.extract.statements import Statement

_AND = re.compile("以及|[及和与]")
_CLAUSE = re.compile(r"[，,、 　]")
_FINE = 2  # rank of points whose sub-points may belong to them
_STATED = 3  # statements of roles in a plan whose tasks have them
_LONGEST_PART = 16  # letters of a heading that names a part


class Stated:
    """The statements of a plan in the order of the text, to be looked up by place."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        """Take the statements, which stand in the order of the text."""
        self.all = statements
        self._starts = [statement.start for statement in statements]

    def within(self, start: int, end: int) -> Sequence[Statement]:
        """Return the statements that begin in [start, end)."""
        low = bisect_left(self._starts, start)
        return self.all[low : bisect_left(self._starts, end, low)]


@cache
def _general() -> re.Pattern[str]:
    firmly, body = lexicon.either("firm_words"), lexicon.patterns("general_parts").pattern
    return re.compile(rf"(?:进一步|切实|全面)?(?:{firmly})?(?:{body})(?:工作|机制|措施)?")


@lru_cache(maxsize=4096)
def _is_general(clause: str) -> bool:
    if _general().fullmatch(clause) is not None:
        return True
    parts = _AND.split(clause)
    general = [_general().fullmatch(part) is not None for part in parts]
    return any(general) and all(
        own or _half().fullmatch(part) for own, part in zip(general, parts, strict=True)
    )


@cache
def _half() -> re.Pattern[str]:
    """Return an expression for what is general only beside a general part: 监督 in 监督及考核."""
    return re.compile(rf"(?:{lexicon.either('firm_words')})?(?:{lexicon.either('general_halves')})")


def is_general(text: str, node: Node) -> bool:
    """Say whether a heading opens a general part (指导思想, 组织领导 …) that holds no items.

    Articles of rules have no heading; there the first words tell (`本办法由…负责解释`).
    """
    if lexicon.patterns("general_openers").match(text, node.start, node.own):
        return True
    return _is_general(_CLAUSE.split(heading(text, node), 1)[0])


def is_duty_part(text: str, node: Node) -> bool:
    """Say whether a heading opens a part in which sentences give units their duties."""
    words = heading(text, node)
    return len(words) <= _LONGEST_PART and lexicon.patterns("duty_parts").search(words) is not None


def repeats_tasks(node: Node, stated: Stated) -> bool:
    """Say whether a part that divides duties stands in a section of its own beside tasks with roles."""
    top = chain(node)[-1]
    if any(s.claims for s in stated.within(top.start, top.end)):
        return False
    return sum(bool(s.claims) for s in stated.all) >= _STATED


def _is_task_part(text: str, node: Node) -> bool:
    return lexicon.patterns("task_parts").search(heading(text, node)) is not None


def chain(node: Node) -> list[Node]:
    """Return a node and what stands above it, the root left out."""
    out = []
    at: Node | None = node
    while at is not None and at.rank >= 0:
        out.append(at)
        at = at.parent
    return out


def leaves(root: Node, stated: Stated) -> list[Node]:
    """Return the nodes that may be items: the smallest numbered ones.

    Sub-points without a statement or deadline of their own belong to the point above them.
    """
    if not any(s.claims or s.deadlines for s in stated.all):
        return [node for node in root.walk() if node.rank >= 0 and not node.children]
    out: list[Node] = []
    collapsed: set[Node] = set()
    apart = _ranks_stated_apart(root, stated)
    for node in root.walk():
        if node.rank < 0 or (collapsed and not collapsed.isdisjoint(chain(node))):
            continue
        if node.children:
            if not _collapses(node, stated, apart):
                continue
            collapsed.add(node)
        out.append(node)
    return out


def _ranks_stated_apart(root: Node, stated: Stated) -> set[float]:
    """Return the ranks whose sub-points have roles each: there the last of them does not close the point."""
    inner = (child for node in root.walk() if node.rank >= _FINE for child in node.children[:-1])
    return {child.rank for child in inner if any(s.claims for s in stated.within(child.start, child.end))}


def _collapses(node: Node, stated: Stated, apart: set[float]) -> bool:
    """Say whether the sub-points of a node belong to it: none states anything, or only the last closes it."""
    if node.rank < _FINE or any(child.rank < 4 for child in node.children):
        return False
    *others, last = (bool(stated.within(child.start, child.end)) for child in node.children)
    if last and node.children[-1].rank in apart:
        return False
    return not any(others) and (not last or len(others) > 0)


def closing_cut(text: str, start: int, end: int, stated: Stated) -> tuple[int, list[ScopeLine]]:
    """Cut from a paragraph what closes a section or the document.

    Returns:
        Where the item ends, and the lines that speak about items before them.
    """
    scopes: list[ScopeLine] = []
    stop = end
    at = text.find("\n", start, end)
    while 0 <= at < end - 1:
        line_end = text.find("\n", at + 1, end)
        line_end = end if line_end < 0 else line_end
        if line := scope_line(text, at + 1, line_end):
            scopes.append(line)
            stop = min(stop, at)
        elif _closes(text, at + 1, line_end) and not any(s.claims for s in stated.within(at + 1, end)):
            stop = min(stop, at)
            break
        at = line_end
    return stop, scopes


def _closes(text: str, start: int, end: int) -> bool:
    while start < end and text[start] in " 　\t":
        start += 1
    return lexicon.patterns("closing_openers").match(text, start, end) is not None


def task_sections(text: str, root: Node, stated: Stated) -> set[int] | None:
    """Return the starts of the top sections that hold items, None if every section may.

    Where a section that is called 任务 or 分工 states roles, sections that state none are about other things.
    """
    tops = root.children
    if len(tops) < 2 or len({top.rank for top in tops}) != 1:
        return None
    own = [any(s.claims or s.deadlines for s in stated.within(top.start, top.end)) for top in tops]
    tasks = [_is_task_part(text, top) for top in tops]
    if not any(has and task for has, task in zip(own, tasks, strict=True)):
        return None
    return {top.start for top, has, task in zip(tops, own, tasks, strict=True) if has or task}
