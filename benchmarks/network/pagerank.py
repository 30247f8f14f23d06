"""PageRank, as NetworKit gives it: who is come across most by a walk that starts anew now and then."""

from __future__ import annotations

import networkit
import numpy as np
from numpy.typing import NDArray

from benchmarks.network.degree import falling
from dedere.links.structure import Structure


def pagerank(structure: Structure, seed: int) -> NDArray[np.int32]:
    """By falling PageRank at a damping of 0.85, equals by lot."""
    ranked = networkit.centrality.PageRank(graph(structure)).run()
    return falling(np.asarray(ranked.scores()), seed)


def graph(structure: Structure) -> networkit.Graph:
    """A structure as NetworKit's graph."""
    left = np.repeat(np.arange(structure.parties), np.diff(structure.starts))
    once = left < structure.ends
    ends = np.stack((left[once], structure.ends[once].astype(np.int64))).astype(np.uint64)
    return networkit.GraphFromCoo((ends[0], ends[1]), n=structure.parties, directed=False, weighted=False)
