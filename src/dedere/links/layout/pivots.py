"""Where the parties of one part first sit: by how far they are from a few of them.

Pivot MDS: Brandes and Pich, Eigensolver Methods for Progressive Multidimensional Scaling of Large Data,
Graph Drawing 2006 (Lecture Notes in Computer Science 4372, 2007), 42-53.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

_PIVOTS = 50


def seats(graph: csr_array) -> NDArray[np.float64]:
    """Return a first place for each party (n, 2) of a connected graph; those in the same place are parted.

    The pivots are spread: each is as far as can be from those before, the lowest number where several are.
    """
    n = graph.shape[0]
    away = np.full(n, np.inf)
    far = np.zeros((min(_PIVOTS, n), n))
    pivot = 0
    for row in far:
        row[:] = dijkstra(graph, directed=False, indices=pivot, unweighted=True)
        away = np.minimum(away, row)
        pivot = int(np.argmax(away))
    squared = far.T**2
    centred = squared - squared.mean(axis=0) - squared.mean(axis=1, keepdims=True) + squared.mean()
    _, axes = np.linalg.eigh(centred.T @ centred)
    points: NDArray[np.float64] = centred @ axes[:, ::-1][:, :2] if n > 2 else far.T[:, :2]
    points = points / max(float(np.abs(points).max()), 1e-9) * np.sqrt(n)
    return points + _parted(n)


def _parted(n: int) -> NDArray[np.float64]:
    """A step of its own for each party, on a spiral: leaves of one hub would sit in one place."""
    turn = np.arange(n) * np.pi * (3 - np.sqrt(5))
    return 0.3 * np.column_stack((np.cos(turn), np.sin(turn)))
