"""All parties of a network spread out: each part drawn by itself, the parts set beside one another."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from dedere.links.layout.forces import settled
from dedere.links.layout.pivots import seats
from dedere.links.structure import Structure

Points = NDArray[np.float64]
_ROOM = 1.6  # between two parts, in lengths of a usual tie


def spread(structure: Structure, *, wide: float = 1.8) -> Points:
    """Return where each party stands (n, 2), from 0 up; a usual tie is 1 long, the whole ``wide`` : 1 about.

    Parts stand in rows, the largest first, single parties last. The same structure gives the same points.
    """
    n = structure.parties
    graph = csr_array((np.ones(len(structure.ends)), structure.ends, structure.starts), shape=(n, n))
    _, which = connected_components(graph, directed=False)
    order = np.argsort(which, kind="stable")
    parts = np.split(order, np.cumsum(np.bincount(which, minlength=1))[:-1]) if n else []
    parts.sort(key=lambda part: (-len(part), part[0]))
    drawn = [_part(graph[part][:, part]) for part in parts]
    points = np.zeros((n, 2))
    for part, where, corner in zip(parts, drawn, _rows(drawn, wide), strict=True):
        points[part] = where + corner
    return points


def _part(graph: csr_array) -> Points:
    """Draw one part, its longer side level, its usual tie 1 long, its corner at 0."""
    n, ends = graph.shape[0], np.column_stack(graph.nonzero())
    if n == 1:
        return np.zeros((1, 2))
    points = settled(seats(graph), ends[ends[:, 0] < ends[:, 1]])
    lengths = np.hypot(*(points[ends[:, 0]] - points[ends[:, 1]]).T)
    points = _level(points / max(float(np.median(lengths)), 1e-9))
    corner: Points = points - points.min(axis=0)
    return corner


def _level(points: Points) -> Points:
    """Turn points so that they are widest from left to right."""
    centred = points - points.mean(axis=0)
    _, turns = np.linalg.eigh(centred.T @ centred)
    turns = turns[:, ::-1]
    signs = np.sign(turns[np.argmax(np.abs(turns), axis=0), [0, 1]])
    level: Points = centred @ (turns * np.where(signs == 0, 1, signs))
    return level


def _rows(drawn: list[Points], wide: float) -> list[Points]:
    """Set parts into rows from left to right and return the corner of each."""
    sizes = np.array([np.ptp(points, axis=0) + _ROOM for points in drawn]).reshape(-1, 2)
    row = max(float(np.sqrt(wide * sizes.prod(axis=1).sum())), float(sizes[:, 0].max(initial=0)))
    corners, x, y, height = [], 0.0, 0.0, 0.0
    for across, down in sizes.tolist():
        if x and x + across > row:
            x, y, height = 0.0, y + height, 0.0
        corners.append(np.array([x, y]))
        x, height = x + across, max(height, down)
    return corners
