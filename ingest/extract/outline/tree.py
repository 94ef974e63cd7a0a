"""The tree of headings and numbered paragraphs."""

import re
from dataclasses import dataclass, field

from ingest.extract.outline.mark import Mark
from ingest.extract.outline.marks import find_marks
from ingest.extract.outline.sheets import find_sheets
from ingest.extract.outline.unnumbered import find_headings
from ingest.extract.outline.words import with_words

_STATED = re.compile(r"[（(][^）)]*(?:完成|月|年底|牵头|负责)[^）)]*[）)]$")
_OPEN_STATED = re.compile(
    r"[（(〔\[【](?:责任|牵头|主办|分管|包抓|包保|联系|主管|配合|完成|时限)[^（）()〔〕\[\]【】]*$"
)
_HEADINGS = 1  # rank of the lowest marks beside which sheets are looked for
_RUN_IN = re.compile(r"[。；;：:\n]|$")


@dataclass(slots=True, eq=False)
class Node:
    """A heading or numbered paragraph.

    `start` is where its text begins (after the mark), `own` where its own text ends (the first child), `end`
    where the whole node ends. `rank` is 0 (第一章) to 5 (①).
    """

    rank: float
    number: str
    start: int
    own: int
    end: int
    mark: int
    parent: "Node | None" = None
    children: "list[Node]" = field(default_factory=list)
    # What is asked for again and again, kept when it was read first.
    heading: str | None = None
    below: "list[Node] | None" = None

    def walk(self) -> "list[Node]":
        """Return this node and all below it, in the order of the text, once the tree is complete."""
        if self.below is None:
            self.below = []
            waiting = [self]
            while waiting:
                node = waiting.pop()
                self.below.append(node)
                waiting += reversed(node.children)
        return self.below


def read_outline(text: str, start: int, end: int, skip: list[tuple[int, int]] | None = None) -> Node:
    """Return the root of the tree of headings of [start, end); the root itself has no mark.

    Args:
        skip: spans of tables, whose numbers are no headings.
    """
    root = Node(-1, "", start, end, end, start)
    stack = [root]
    marks = with_words(text, start, end, find_marks(text, start, end, skip or []), skip or [])
    if all(mark.rank <= _HEADINGS for mark in marks):
        sheets = find_sheets(text, start, end, skip or [])
        marks = sorted([*marks, *sheets], key=lambda m: m.start)
    for mark in marks or _unnumbered(text, start, end, skip):
        while stack[-1].rank >= mark.rank:
            closed = stack.pop()
            closed.end, closed.own = mark.start, min(closed.own, mark.start)
        above = stack[-1]
        if not above.children:
            above.own = mark.start
        node = Node(mark.rank, _label(mark), mark.end, end, end, mark.start, above)
        above.children.append(node)
        stack.append(node)
    return root


def _unnumbered(text: str, start: int, end: int, skip: list[tuple[int, int]] | None) -> list[Mark]:
    return [] if skip else find_headings(text, start, end)


def _label(mark: Mark) -> str:
    """Return the number as the plan would print it: （一） and （1） keep their brackets."""
    return mark.label.replace("(", "（").replace(")", "）")


def heading(text: str, node: Node) -> str:
    """Return the heading of a node: its run-in title up to the first stop or line end."""
    if node.heading is None:
        stop = _RUN_IN.search(text, node.start, node.own)
        raw = text[node.start : stop.start() if stop else node.own].strip(" 　*#")
        raw = _STATED.sub("", raw) if raw.endswith(("）", ")")) else raw
        node.heading = _OPEN_STATED.sub("", raw) or raw
    return node.heading
