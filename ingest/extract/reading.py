"""One plan while it is read: its text with what was found in it before items are made."""

from dataclasses import dataclass, field

from ingest.extract.outline import Node, heading
from ingest.extract.scope import Stated, is_general
from ingest.extract.tables import Table
from ingest.extract.units import is_unit_name

_SHORTEST_NAME = 3  # shorter names are found in ordinary words


@dataclass(slots=True)
class Reading:
    """A plan's text, its headings, its statements and its tables.

    `names` are the unit names that the plan itself uses in statements, to be found again in running text.
    """

    text: str
    root: Node
    stated: Stated
    tables: list[Table]
    names: frozenset[str]
    _paths: dict[Node, tuple[str, ...]] = field(default_factory=dict)
    _general: dict[Node, bool] = field(default_factory=dict)

    def path(self, node: Node) -> tuple[str, ...]:
        """Return the headings above a node, outermost first."""
        above = node.parent
        if above is None or above.rank < 0:
            return ()
        if above not in self._paths:
            self._paths[above] = (*self.path(above), heading(self.text, above))
        return self._paths[above]

    def in_general_part(self, node: Node) -> bool:
        """Say whether a node or one above it is a general part (指导思想, 组织领导 …) that holds no items."""
        if node.rank < 0:
            return False
        if node not in self._general:
            above = node.parent is not None and self.in_general_part(node.parent)
            self._general[node] = above or is_general(self.text, node)
        return self._general[node]


def unit_names(stated: Stated) -> frozenset[str]:
    """Return the names of the units that statements name."""
    surfaces = {c.mention.surface for s in stated.all for c in s.claims if not c.person}
    return frozenset(s for s in surfaces if len(s) >= _SHORTEST_NAME and is_unit_name(s, strong=True))
