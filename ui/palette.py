"""One colour and one line for every role and kind of node, for charts, text and graph alike.

Every colour has a contrast of at least 3:1 on the light and on the dark page, so charts need not
know the theme. Colour never stands alone: a role has a line of its own in text and edges.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class RoleStyle:
    """How a role looks: `colour` (hex) and `line` (a CSS and ECharts line style)."""

    colour: str
    line: str


#: Role name, as in the records, to its look; in the order of weight.
ROLES: Final = {
    "lead": RoleStyle("#CF3F47", "solid"),
    "responsible": RoleStyle("#B07A1E", "dotted"),
    "participate": RoleStyle("#3A7FBF", "dashed"),
}

#: Relation type in the graph to the role it stands for.
ROLE_OF_RELATION: Final = {
    "LEADS": "lead",
    "RESPONSIBLE_FOR": "responsible",
    "PARTICIPATES_IN": "participate",
}

#: Colours of the kinds of node that charts and the graph show.
KINDS: Final = {"Unit": "#2E8B73", "Item": "#8A7148", "Plan": "#5B7BA8", "District": "#8566B5"}

#: What belongs to no role and no kind: fills of plain charts, the bar beside an item.
INK: Final = "#4A76B8"

#: A neutral that reads on both pages: axis words, links without a role.
NEUTRAL: Final = "#79818D"


def css() -> str:
    """Return the role colours as CSS variables (`--lead` …) for the style sheet of the texts."""
    return (
        f":root{{--ink:{INK};" + "".join(f"--{role}:{style.colour};" for role, style in ROLES.items()) + "}"
    )
