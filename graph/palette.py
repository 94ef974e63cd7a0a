"""The colours of nodes and relations in exports and in the app, from `palette.yml`."""

from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

Colour = tuple[int, int, int]


@dataclass(frozen=True)
class Palette:
    """Colours as red, green, blue; what is not listed has the colour `other`."""

    nodes: dict[str, Colour]
    relations: dict[str, Colour]
    communities: tuple[Colour, ...]
    other: Colour

    def of_communities(self, sizes: Counter[str]) -> dict[str, Colour]:
        """Return a colour for each group, the first ones for the largest; later ones share a colour."""
        ordered = sorted(sizes, key=lambda name: (-sizes[name], name))
        return {name: self.communities[n % len(self.communities)] for n, name in enumerate(ordered)}


@cache
def palette() -> Palette:
    """Read the file."""
    data: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("palette.yml").read_text(encoding="utf-8"))
    return Palette(
        {name: _colour(text) for name, text in data["nodes"].items()},
        {name: _colour(text) for name, text in data["relations"].items()},
        tuple(map(_colour, data["communities"])),
        _colour(data["other"]),
    )


def hexadecimal(colour: Colour) -> str:
    """Return a colour as style sheets write it, `#2E8B73`."""
    return "#" + bytes(colour).hex().upper()


def _colour(text: str) -> Colour:
    red, green, blue = bytes.fromhex(text.removeprefix("#"))
    return red, green, blue
