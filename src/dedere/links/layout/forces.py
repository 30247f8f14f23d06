"""Parties push each other off, ties pull: after some steps they settle.

Fruchterman and Reingold, Graph Drawing by Force-directed Placement, Software: Practice and Experience 21
(1991), 1129-1164. Among many the push is that of their density on a grid, worked out by convolution.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.fft import irfft2, next_fast_len, rfft2
from scipy.spatial import cKDTree

Points = NDArray[np.float64]
_FEW = 400
_STEPS = {True: 250, False: 120}


def settled(points: Points, ends: NDArray[np.int64]) -> Points:
    """Return where parties settle from ``points`` (n, 2) on, tied by ``ends`` (m, 2)."""
    n = len(points)
    few = n <= _FEW
    push = _each_other if few else _by_density
    for step in range(_STEPS[few]):
        moves = push(points) - _pull(points, ends)
        lengths = np.maximum(np.hypot(*moves.T), 1e-12)
        most = 0.12 * np.sqrt(n) * (1 - step / _STEPS[few]) ** 1.5 + 0.01
        points = points + moves * (np.minimum(lengths, most) / lengths)[:, None]
    return points


def _pull(points: Points, ends: NDArray[np.int64]) -> Points:
    """Return the pull of its ties on each party: a tie pulls by its length squared."""
    apart = points[ends[:, 0]] - points[ends[:, 1]]
    pulls = apart * np.hypot(*apart.T)[:, None]
    return _summed(ends, pulls, len(points))


def _summed(ends: NDArray[np.int64], forces: Points, n: int) -> Points:
    """Add up forces (m, 2) on the one end of each pair, and their opposites on the other."""
    both, signed = ends.T.ravel(), np.concatenate((forces, -forces))
    return np.column_stack([np.bincount(both, signed[:, axis], minlength=n) for axis in (0, 1)])


def _each_other(points: Points) -> Points:
    """Return the push of all others on each party: one over how far it is."""
    apart = points[:, None, :] - points[None, :, :]
    squared = (apart**2).sum(axis=2) + 1e-9
    pushes: Points = (apart / squared[:, :, None]).sum(axis=1)
    return pushes


def _by_density(points: Points) -> Points:
    """Return the same push, from the density of all on a grid, its finer share between four cells."""
    cells = next_fast_len(int(2 * np.sqrt(len(points))) + 4)
    low = points.min(axis=0)
    side = float(np.ptp(points, axis=0).max()) / (cells - 2) + 1e-9
    place = (points - low) / side
    corner = place.astype(np.int64)
    shares = _shares(place - corner)
    at = [(corner[:, 0] + dx) * cells + corner[:, 1] + dy for dx in (0, 1) for dy in (0, 1)]
    density = sum(
        np.bincount(cell, share, minlength=cells * cells) for cell, share in zip(at, shares, strict=True)
    )
    fields = _fields(np.asarray(density).reshape(cells, cells)) / side
    pushes = [
        sum(field.ravel()[cell] * share for cell, share in zip(at, shares, strict=True)) for field in fields
    ]
    return np.column_stack(pushes) + _near(points, side / 2)


def _near(points: Points, reach: float) -> Points:
    """Return the push of those nearer than ``reach``, whom the grid cannot tell apart."""
    pairs = cKDTree(points).query_pairs(reach, output_type="ndarray")
    apart = points[pairs[:, 0]] - points[pairs[:, 1]]
    return _summed(pairs, apart / ((apart**2).sum(axis=1) + 1e-9)[:, None], len(points))


def _shares(inside: Points) -> list[NDArray[np.float64]]:
    """Return how much of each party falls to each of the four cells around it."""
    x, y = inside.T
    return [along * down for along in (1 - x, x) for down in (1 - y, y)]


def _fields(density: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the push along either axis in each cell (2, c, c): the density, one over distance."""
    cells = len(density)
    size = next_fast_len(2 * cells)
    steps = (np.arange(size) + cells) % size - cells
    x, y = steps[:, None].astype(float), steps[None, :].astype(float)
    squared = x**2 + y**2 + 0.25
    spectrum = rfft2(density, s=(size, size))
    return np.stack(
        [irfft2(spectrum * rfft2(axis / squared), s=(size, size))[:cells, :cells] for axis in (x, y)]
    )
