"""Who lies on most shortest paths: counted once by NetworKit, and anew after every removal.

Brandes, *Journal of Mathematical Sociology* 25, 163 (2001); adaptive: Holme and others, *Physical Review
E* 65, 056109 (2002). A removal changes the counts of its own component only: only that one is counted anew.
"""

from __future__ import annotations

import networkit
import numpy as np
from numpy.typing import NDArray

from benchmarks.network.compiled import compiled
from benchmarks.network.degree import falling, rest
from benchmarks.network.pagerank import graph
from dedere.links.structure import Structure

EXACT = 20_000  # parties; beyond, from so many sources
SOURCES = 256


def static(structure: Structure, seed: int) -> NDArray[np.int32]:
    """By falling betweenness, from a sample of sources in large graphs, equals by lot."""
    networkit.setSeed(seed, False)
    drawn = graph(structure)
    count = (
        networkit.centrality.Betweenness(drawn)
        if structure.parties <= EXACT
        else networkit.centrality.EstimateBetweenness(drawn, SOURCES)
    )
    return falling(np.asarray(count.run().scores()), seed)


def adaptive(structure: Structure, seed: int) -> NDArray[np.int32]:
    """The highest betweenness among those who remain, again and again, then by degree, equals by lot."""
    lot = np.random.default_rng(seed).permutation(structure.parties).astype(np.int32)
    order = np.empty(structure.parties, np.int32)
    gone = np.zeros(structure.parties, np.bool_)
    rest(structure, gone, lot, order, again_and_again(structure, lot, gone, order))
    return order


@compiled
def again_and_again(
    structure: Structure, lot: NDArray[np.int32], gone: NDArray[np.bool_], order: NDArray[np.int32]
) -> int:
    """Fill an order while anyone lies on a path; return how many are gone then."""
    n = len(gone)
    score, place_of = np.zeros(n), np.empty(n, np.int64)
    place_of[lot] = np.arange(n)
    steps, paths, owed = np.full(n, -1, np.int32), np.zeros(n), np.zeros(n)
    queue, members, marked = np.empty(n, np.int32), np.empty(n, np.int32), np.full(n, -1, np.int32)
    for party in lot:
        counted(structure, gone, party, score, steps, paths, owed, queue)
    for filled in range(n):
        best = lot[0]
        for party in lot:
            if not gone[party] and (gone[best] or score[party] > score[best] * (1 + 1e-12)):
                best = party
        if gone[best] or score[best] <= 0:
            return filled
        gone[best], order[filled] = True, best
        last = 0
        for place in range(structure.starts[best], structure.starts[best + 1]):
            last = reached(structure, gone, structure.ends[place], filled, marked, members, last)
        score[members[:last]] = 0
        for party in members[:last]:
            counted(structure, gone, party, score, steps, paths, owed, queue)
    return n


@compiled
def reached(
    structure: Structure,
    gone: NDArray[np.bool_],
    party: int,
    turn: int,
    marked: NDArray[np.int32],
    members: NDArray[np.int32],
    last: int,
) -> int:
    """Add a party and all it hangs together with to ``members``, unless marked at this turn already."""
    if gone[party] or marked[party] == turn:
        return last
    at = last
    marked[party], members[last] = turn, party
    last += 1
    while at < last:
        here = members[at]
        at += 1
        for place in range(structure.starts[here], structure.starts[here + 1]):
            other = structure.ends[place]
            if not gone[other] and marked[other] != turn:
                marked[other], members[last] = turn, other
                last += 1
    return last


@compiled
def counted(
    structure: Structure,
    gone: NDArray[np.bool_],
    source: int,
    score: NDArray[np.float64],
    steps: NDArray[np.int32],
    paths: NDArray[np.float64],
    owed: NDArray[np.float64],
    queue: NDArray[np.int32],
) -> None:
    """Add to each party's score its share of the shortest paths from one source; the rest is room."""
    queue[0], steps[source], paths[source], last, at = source, 0, 1.0, 1, 0
    while at < last:
        here = queue[at]
        at += 1
        for place in range(structure.starts[here], structure.starts[here + 1]):
            other = structure.ends[place]
            if gone[other]:
                continue
            if steps[other] < 0:
                queue[last], steps[other] = other, steps[here] + 1
                last += 1
            if steps[other] == steps[here] + 1:
                paths[other] += paths[here]
    for at in range(last - 1, 0, -1):
        here = queue[at]
        for place in range(structure.starts[here], structure.starts[here + 1]):
            other = structure.ends[place]
            if not gone[other] and steps[other] == steps[here] - 1:
                owed[other] += paths[other] / paths[here] * (1 + owed[here])
        score[here] += owed[here]
    for at in range(last):
        steps[queue[at]], paths[queue[at]], owed[queue[at]] = -1, 0.0, 0.0
