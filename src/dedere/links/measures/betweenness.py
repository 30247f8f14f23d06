"""Who stands on the shortest ways: betweenness, from all parties or from a sample of them.

Brandes, A faster algorithm for betweenness centrality, Journal of Mathematical Sociology 25 (2001), 163-177;
from a sample of sources as in Brandes and Pich, Centrality estimation in large networks, International
Journal of Bifurcation and Chaos 17 (2007), 2303-2318.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dedere.links.compiled import compiled
from dedere.links.structure import Structure


@compiled
def betweenness(structure: Structure, sources: NDArray[np.int32]) -> NDArray[np.float64]:
    """Return the shares of shortest ways from ``sources`` that pass through each party (n,), added up.

    From all parties, each pair counts in both directions.
    """
    n = len(structure.starts) - 1
    passing = np.zeros(n, np.float64)
    far, ways, weight = np.full(n, -1, np.int32), np.zeros(n, np.float64), np.zeros(n, np.float64)
    order = np.empty(n, np.int32)
    for source in sources:
        met = _spread(structure, source, far, ways, order)
        for place in range(met - 1, 0, -1):
            party = order[place]
            for arc in range(structure.starts[party], structure.starts[party + 1]):
                other = structure.ends[arc]
                if far[other] == far[party] - 1:
                    weight[other] += ways[other] / ways[party] * (1.0 + weight[party])
            passing[party] += weight[party]
        for party in order[:met]:
            far[party], ways[party], weight[party] = -1, 0.0, 0.0
    return passing


@compiled
def _spread(
    structure: Structure,
    source: int,
    far: NDArray[np.int32],
    ways: NDArray[np.float64],
    order: NDArray[np.int32],
) -> int:
    """Find distances and numbers of shortest ways from ``source``; return how many are in ``order``."""
    far[source], ways[source], order[0] = 0, 1.0, source
    met, at = 1, 0
    while at < met:
        party = order[at]
        at += 1
        for arc in range(structure.starts[party], structure.starts[party + 1]):
            other = structure.ends[arc]
            if far[other] < 0:
                far[other], order[met] = far[party] + 1, other
                met += 1
            if far[other] == far[party] + 1:
                ways[other] += ways[party]
    return met
