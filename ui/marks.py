"""Marks spans in a text and returns HTML in which nothing of the text is taken for HTML."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from ui.palette import ROLES


@dataclass(frozen=True)
class Mark:
    """A span of a text, half-open.

    `hint` is shown when the pointer rests on it; `strong` marks the words for the unit itself inside
    the words for its role.
    """

    start: int
    end: int
    role: str
    hint: str = ""
    strong: bool = False


def mark_text(text: str, marks: Sequence[Mark], *, window: tuple[int, int] | None = None) -> str:
    """Return the text as HTML with its marks.

    Args:
        text: Any text; it is escaped.
        marks: Spans into the text; they may overlap, and what reaches out of the window is cut.
        window: Start and end of the part to show, else all.
    """
    start, end = (0, len(text)) if window is None else (max(0, window[0]), min(len(text), window[1]))
    inside = [mark for mark in marks if mark.start < end and mark.end > start]
    cuts = {start, end} | {min(max(at, start), end) for mark in inside for at in (mark.start, mark.end)}
    edges = sorted(cuts)
    parts = (_segment(text, a, b, inside) for a, b in pairwise(edges))
    return "".join(parts)


def mark_role(text: str, start: int, end: int, *, role: str, surface: str, hint: str) -> list[Mark]:
    """Return the marks of a role statement: its evidence and, where it stands there, the unit's name."""
    marks = [Mark(start, end, role, hint)]
    found = text.find(surface, start, end)
    if found >= 0:
        marks.append(Mark(found, found + len(surface), role, strong=True))
    return marks


def find_window(text: str, start: int, end: int, around: int) -> tuple[int, int]:
    """Return the span widened by `around` characters on both sides, inside its own lines."""
    before = text.rfind("\n", max(0, start - around), start) + 1
    after = text.find("\n", end, end + around)
    return before or max(0, start - around), min(len(text), end + around) if after < 0 else after


def _segment(text: str, start: int, end: int, marks: Sequence[Mark]) -> str:
    over = [mark for mark in marks if mark.start <= start and mark.end >= end]
    words = escape(text[start:end])
    if len(over) == 0:
        return words
    role = min((mark.role for mark in over), key=list(ROLES).index)
    hint = escape("；".join(dict.fromkeys(mark.hint for mark in over if mark.hint)), quote=True)
    strong = " strong" if any(mark.strong for mark in over) else ""
    return f'<mark class="role {role}{strong}" title="{hint}">{words}</mark>'
