"""The colours can be seen on both pages, and no role depends on its colour."""

import tomllib
from pathlib import Path

import pytest

from graph.palette import hexadecimal, palette
from ui.palette import INK, KINDS, NEUTRAL, ROLES, css

ROOT = Path(__file__).parents[2]
THEME = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
EXPORTED = (*palette().nodes.values(), *palette().communities, palette().other)
COLOURS = [
    *(INK, NEUTRAL, *KINDS.values(), *(style.colour for style in ROLES.values())),
    *map(hexadecimal, EXPORTED),
]


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("page", ["light", "dark"])
@pytest.mark.parametrize("colour", COLOURS)
def test_contrast_on_the_page(colour: str, page: str) -> None:
    low, high = sorted((luminance(colour), luminance(THEME[page]["backgroundColor"])))
    assert (high + 0.05) / (low + 0.05) >= 3


def test_every_role_has_a_line_of_its_own() -> None:
    assert len({style.line for style in ROLES.values()}) == len(ROLES)
    sheet = (ROOT / "ui" / "assets" / "text.css").read_text(encoding="utf-8")
    for role, style in ROLES.items():
        assert f"underline {style.line} var(--{role})" in sheet
        assert f"--{role}:{style.colour}" in css()
