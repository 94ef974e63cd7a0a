"""One colour and one line for every role and kind of node, for charts, text and graph alike.

Those of roles and kinds are the graph's own (`graph/palette.yml`), so exported pictures look alike. Every
colour has a contrast of at least 3:1 on the light and on the dark page, so charts need not know the
theme. Colour never stands alone: a role has a line of its own in text and edges.
"""

from dataclasses import dataclass
from typing import Final

from graph.palette import hexadecimal, palette


@dataclass(frozen=True)
class RoleStyle:
    """How a role looks: `colour` (hex) and `line` (a CSS and ECharts line style)."""

    colour: str
    line: str


#: Role name, as in the records, to its look; in the order of weight.
ROLES: Final = {
    "lead": RoleStyle(hexadecimal(palette().relations["LEADS"]), "solid"),
    "responsible": RoleStyle(hexadecimal(palette().relations["RESPONSIBLE_FOR"]), "dotted"),
    "participate": RoleStyle(hexadecimal(palette().relations["PARTICIPATES_IN"]), "dashed"),
}

#: Relation type in the graph to the role it stands for.
ROLE_OF_RELATION: Final = {
    "LEADS": "lead",
    "RESPONSIBLE_FOR": "responsible",
    "PARTICIPATES_IN": "participate",
}

#: Colours of the kinds of node that charts and the graph show.
KINDS: Final = {label: hexadecimal(palette().nodes[label]) for label in ("Unit", "Item", "Plan", "District")}

#: What belongs to no role and no kind: fills of plain charts, the bar beside an item.
INK: Final = "#4A76B8"

#: A neutral that reads on both pages: axis words, links without a role.
NEUTRAL: Final = "#79818D"


def css() -> str:
    """Return the role colours as CSS variables (`--lead` …) for the style sheet of the texts."""
    return (
        f":root{{--ink:{INK};" + "".join(f"--{role}:{style.colour};" for role, style in ROLES.items()) + "}"
    )
