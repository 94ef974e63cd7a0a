"""Who joins units that have no tie with each other: structural holes, after R. S. Burt, "Structural Holes",
Harvard University Press, 1992.

The sums run as products of sparse matrices; the functions of networkx give the same figures, and take
hours on a dense network of 5,000 units.
"""

from dataclasses import dataclass
from typing import Any

import networkx as nx  # type: ignore[import-untyped] # it ships no types
import numpy as np
from scipy import sparse  # type: ignore[import-untyped] # it ships no types

ROWS = 500  # of a product that are held at a time, as it may be dense


@dataclass(frozen=True)
class Broker:
    """The measures of one unit; both are None for a unit without ties.

    `constraint` is near 0 for a unit whose partners have little to do with each other, and above 1 for
    one that is shut in among them. `effective` is the number of its partners less the mean number of
    ties that each has with the others (S. P. Borgatti, "Structural holes: unpacking Burt's redundancy
    measures", Connections 20, 1997).
    """

    constraint: float | None
    effective: float | None


def brokers(graph: Any, weight: str = "newman") -> dict[str, Broker]:
    """Measure all nodes of a projected network; directions are left out of account.

    Args:
        graph: From `graph.networks.graphs.projected`.
        weight: newman or count; `effective` counts ties without weight.
    """
    nodes = list(graph)
    if not graph.number_of_edges():
        return {node: Broker(None, None) for node in nodes}
    ties = nx.to_scipy_sparse_array(graph, nodelist=nodes, weight=weight, dtype=float, format="csr")
    ties = sparse.csr_array(ties + ties.T)
    known = sparse.csr_array((np.ones_like(ties.data), ties.indices, ties.indptr), shape=ties.shape)
    total = np.asarray(ties.sum(axis=1)).ravel()
    share = sparse.csr_array(sparse.diags_array(1 / np.where(total > 0, total, 1)) @ ties)
    found: dict[str, Broker] = {}
    for start in range(0, len(nodes), ROWS):
        rows = slice(start, start + ROWS)
        invested = (share[rows] + (share[rows] @ share) * known[rows]).multiply(known[rows])
        constraint = np.asarray(invested.multiply(invested).sum(axis=1)).ravel()
        degree = np.asarray(known[rows].sum(axis=1)).ravel()
        closed = np.asarray(((known[rows] @ known) * known[rows]).sum(axis=1)).ravel()
        for node, each, partners, triads in zip(nodes[rows], constraint, degree, closed, strict=True):
            found[node] = (
                Broker(round(float(each), 9), round(float(partners - triads / partners), 9))
                if partners
                else Broker(None, None)
            )
    return found
