"""Shows source text with its roles marked. What stands in a document is text, never HTML."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import streamlit as st

from ui.marks import Mark, mark_text
from ui.palette import ROLES, css
from ui.words import t

STYLE: Final = Path(__file__).parent.parent / "assets" / "text.css"


def load_style() -> None:
    """Put the style sheet of texts and marks into the page."""
    st.html(f"<style>{css()}{STYLE.read_text(encoding='utf-8')}</style>")


def show_legend() -> None:
    """Say which line stands for which role."""
    shown = (f'<span><mark class="role {role}">{t(f"role.{role}")}</mark></span>' for role in ROLES)
    st.html(f'<div class="legend">{"".join(shown)}</div>')


def show_item(text: str, start: int, end: int, marks: Sequence[Mark], *, around: int) -> None:
    """Draw the part of a plan's text from `start` to `end` with what stands around it.

    Args:
        text: The plan's text.
        start: Where the item begins.
        end: Where it ends.
        marks: Spans into the plan's text.
        around: Characters to show before and after.
    """
    first, last = max(0, start - around), min(len(text), end + around)
    parts = [
        '<span class="gap">……\n</span>' if first > 0 else "",
        f'<span class="around">{mark_text(text, marks, window=(first, start))}</span>',
        f'<span class="item">{mark_text(text, marks, window=(start, end)).strip()}</span>',
        f'<span class="around">{mark_text(text, marks, window=(end, last))}</span>',
        '<span class="gap">\n……</span>' if last < len(text) else "",
    ]
    st.html(f'<div class="source">{"".join(parts)}</div>')
