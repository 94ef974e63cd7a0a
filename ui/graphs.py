"""Turns a drawing into an ECharts graph: a click returns the index of a node in `Drawing.nodes`.

ECharts draws an edge to the middle of a node. With boxes as wide as an item's name a slanting edge
would seem to enter the box above or below. So the edges that are seen end at ports, points on either
side of a box; unseen edges to the box itself let a pointer on a unit light up its items.
"""

from collections.abc import Mapping
from typing import Any, Final

from ui.layout import WIDTH, Drawing, Node
from ui.palette import KINDS, NEUTRAL, ROLES

Option = dict[str, Any]
_ITEM: Final = (230, 24)  # pixels of an item's box
_HIDDEN: Final[Option] = {
    "symbolSize": 0,
    "silent": True,
    "label": {"show": False},
    "tooltip": {"show": False},
}
_WORDS: Final[dict[str, Option]] = {
    "lead": {"position": "left", "width": 200},
    "item": {"position": "inside", "width": 214},
    "other": {"position": "right", "width": 200},
}


def columns(drawing: Drawing, *, centre: str, words: Mapping[str, str]) -> Option:
    """Return the graph.

    Args:
        drawing: As ui/layout.py places it.
        centre: Id of the unit around which it is drawn.
        words: What the reader calls each role.
    """
    side = {node.id: node.column for node in drawing.nodes}
    seen = [
        {
            "source": link.unit,
            "target": _port(link.item, side[link.unit]),
            "value": words[link.role],
            "lineStyle": {
                "color": ROLES[link.role].colour,
                "type": ROLES[link.role].line,
                "width": 2 if link.role == "lead" else 1.3,
                "opacity": 0.8,
            },
        }
        for link in drawing.links
    ]
    unseen = [
        {"source": link.unit, "target": link.item, "silent": True, "lineStyle": {"opacity": 0}}
        for link in drawing.links
    ]
    return {
        "animation": False,
        "tooltip": {"formatter": "{b}", "confine": True},
        "series": [
            {
                "type": "graph",
                "layout": "none",
                "left": 0,
                "right": 0,
                "top": 8,
                "bottom": 8,
                "data": [
                    *(_node(node, centre) for node in drawing.nodes),
                    *(port for node in drawing.nodes if node.column == "item" for port in _ports(node)),
                    *_corners(drawing.height),
                ],
                "links": [*seen, *unseen],
                "emphasis": {"focus": "adjacency"},
                "cursor": "pointer",
                "selectedMode": "single",
            }
        ],
    }


def _node(node: Node, centre: str) -> Option:
    is_item = node.column == "item"
    return {
        "id": node.id,
        "name": node.name,
        "x": node.x,
        "y": node.y,
        "symbol": "rect" if is_item else "circle",
        "symbolSize": list(_ITEM) if is_item else 20 if node.id == centre else 12,
        "itemStyle": {"color": KINDS["Item"] + "2E"} if is_item else {"color": KINDS["Unit"]},
        "label": {
            "show": True,
            "fontSize": 13 if node.id == centre else 12,
            "fontWeight": 700 if node.id == centre else 400,
            "color": NEUTRAL,
            "overflow": "truncate",
            **_WORDS[node.column],
        },
    }


def _ports(item: Node) -> list[Option]:
    half = _ITEM[0] / 2
    return [
        {"id": _port(item.id, column), "name": item.name, "x": item.x + shift, "y": item.y, **_HIDDEN}
        for column, shift in (("lead", -half), ("other", half))
    ]


def _port(item: str, column: str) -> str:
    """Return the id of the side of an item's box that faces a column."""
    return f"{column}:{item}"


def _corners(height: int) -> list[Option]:
    """Return two unseen nodes in the corners: ECharts fits the view to all nodes, so they keep the frame."""
    return [
        {"id": "corner-0", "name": "", "x": 0, "y": 0, **_HIDDEN},
        {"id": "corner-1", "name": " ", "x": WIDTH, "y": height, **_HIDDEN},
    ]
