"""One plan while it is read: its text with what was found in it before items are made."""

from dataclasses import dataclass

from ingest.extract.outline import Node, heading
from ingest.extract.scope import Stated, chain
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

    def path(self, node: Node) -> tuple[str, ...]:
        """Return the headings above a node, outermost first."""
        return tuple(heading(self.text, above) for above in reversed(chain(node)[1:]))


def unit_names(stated: Stated) -> frozenset[str]:
    """Return the names of the units that statements name."""
    surfaces = {c.mention.surface for s in stated.all for c in s.claims if not c.person}
    return frozenset(s for s in surfaces if len(s) >= _SHORTEST_NAME and is_unit_name(s, strong=True))
