"""Shows source text with its roles marked. What stands in a document is text, never HTML."""

from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Final

import streamlit as st

from ui.marks import Mark, mark_text
from ui.palette import ROLES, css
from ui.words import t

STYLE: Final = Path(__file__).parent.parent / "assets" / "text.css"
#: Characters of the longest number before an item: `（二十一）`, `第十二条　`.
LONGEST_NUMBER: Final = 8
#: Characters before the item that fill about a screen.
FAR: Final = 500
ANCHOR: Final = "the-item"


def load_style() -> None:
    """Put the style sheet of texts and marks into the page."""
    st.html(f"<style>{css()}{STYLE.read_text(encoding='utf-8')}</style>")


def show_legend() -> None:
    """Say which line stands for which role."""
    shown = (f'<span><mark class="role {role}">{t(f"role.{role}")}</mark></span>' for role in ROLES)
    st.html(f'<div class="legend">{"".join(shown)}</div>')


def show_item(text: str, start: int, end: int, marks: Sequence[Mark], *, around: tuple[int, int]) -> None:
    """Draw the part of a plan's text from `start` to `end` with what stands around it.

    Args:
        text: The plan's text.
        start: Where the item begins.
        end: Where it ends.
        marks: Spans into the plan's text.
        around: Characters to show before and after; whole lines are kept.
    """
    start = _with_number(text, start)
    first = text.rfind("\n", 0, max(0, start - around[0])) + 1
    last = text.find("\n", min(len(text), end + around[1]))
    last = len(text) if last < 0 else last
    # On a long way down a link spares the reader the search.
    jump = f'<a href="#{ANCHOR}">{escape(t("evidence.jump"))}</a>\n\n' if start - first > FAR else ""
    parts = [
        jump,
        '<span class="gap">……\n</span>' if first > 0 else "",
        f'<span class="around">{mark_text(text, marks, window=(first, start)).rstrip()}</span>',
        f'<span class="item" id="{ANCHOR}">{mark_text(text, marks, window=(start, end)).strip()}</span>',
        f'<span class="around">{mark_text(text, marks, window=(end, last)).strip()}</span>',
        '<span class="gap">\n……</span>' if last < len(text) else "",
    ]
    st.html(f'<div class="source">{"".join(parts)}</div>')


def _with_number(text: str, start: int) -> int:
    """Return where the item's line begins if only its number stands before it (`（三）`, `1、`)."""
    line = text.rfind("\n", 0, start) + 1
    return line if start - line <= LONGEST_NUMBER else start
