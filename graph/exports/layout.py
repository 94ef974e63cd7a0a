"""Places for all nodes of a graph of any size, the same for the same graph.

What belongs to one district stands together: nodes are discs in a spiral as the seeds of a sunflower
stand, larger ones inside, and the discs of districts stand side by side in rows, the largest first.
A viewer's own layout begins from there.
"""

import math
from collections import defaultdict
from collections.abc import Mapping

Place = tuple[float, float]
SPACE = 12.0  # between two nodes
GOLDEN = math.pi * (3 - math.sqrt(5))


def layout(homes: Mapping[str, str], weights: Mapping[str, float]) -> dict[str, Place]:
    """Return a place for each node.

    Args:
        homes: Node to the group in which it stands.
        weights: Node to what decides how near to the middle of its group it stands; 0 where missing.
    """
    groups: dict[str, list[str]] = defaultdict(list)
    for node, home in homes.items():
        groups[home].append(node)
    found: dict[str, Place] = {}
    for home, (x, y) in _centres({home: len(nodes) for home, nodes in groups.items()}).items():
        for n, node in enumerate(sorted(groups[home], key=lambda node: (-weights.get(node, 0.0), node))):
            distance, angle = SPACE * math.sqrt(n), n * GOLDEN
            found[node] = (
                round(x + distance * math.cos(angle), 2),
                round(y + distance * math.sin(angle), 2),
            )
    return found


def _centres(sizes: Mapping[str, int]) -> dict[str, Place]:
    """Return the middle of each group: rows of discs that do not touch, about as wide as high."""
    radius = {home: SPACE * (math.sqrt(size) + 1) for home, size in sizes.items()}
    width = math.sqrt(sum((2 * r) ** 2 for r in radius.values()))
    found = {}
    x = y = height = 0.0
    for home in sorted(radius, key=lambda home: (-radius[home], home)):
        across = 2 * radius[home]
        if x > 0 and x + across > width:
            x, y, height = 0.0, y + height, 0.0
        found[home] = (x + radius[home], -(y + radius[home]))
        x, height = x + across, max(height, across)
    return found
