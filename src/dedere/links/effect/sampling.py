"""Figures from a sample of parties, and how far a sample may be off: 90 % intervals."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dedere.links.effect.stated import Stated
from dedere.links.measures.betweenness import betweenness
from dedere.links.measures.efficiency import nearness
from dedere.links.structure import Structure

_NORMAL = 1.645  # half a 90 % interval in standard errors
_STUDENT = 1.895  # the same for 8 lots: Student's t with 7 degrees of freedom
_LOTS = 8
_EXACT = 1_000
_SAMPLED = 256
_LARGE = 100_000
_FEW = 8


def efficiencies(
    structure: Structure, gones: NDArray[np.bool_], sources: NDArray[np.int32]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the efficiency without the ``gones`` (r, n), as (r,), and half the 90 % intervals of it, (r, 2).

    The intervals are of the figure and of its difference from the first row; nothing where every party was
    looked from.
    """
    n, k = structure.parties, len(sources)
    near = np.array([nearness(structure, gone, sources) for gone in gones]) / max(n - 1, 1)
    scale = _NORMAL * np.sqrt((1 - k / n) / k)
    apart = near - near[0]
    margins = scale * np.stack((near.std(1), apart.std(1)), axis=1) if k < n else np.zeros((len(gones), 2))
    return near.mean(1), margins


def through(structure: Structure, gones: NDArray[np.bool_], seed: int) -> tuple[Stated, ...]:
    """Return for each removal (r, n) the share of all shortest ways that pass through someone removed.

    Each way counts as often as it has parties between its ends. From all sources up to 1,000 parties, from a
    sample in eight lots beyond.
    """
    n = structure.parties
    sampled = n > _EXACT
    most = _FEW if n > _LARGE else _SAMPLED
    dice = np.random.default_rng((seed, 2))
    sources = dice.choice(n, most, replace=False) if sampled else np.arange(n)
    lots = np.array(
        [
            betweenness(structure, lot.astype(np.int32))
            for lot in np.array_split(sources, _LOTS if sampled else 1)
        ]
    )
    return tuple(_share(lots, gone) for gone in gones)


def _share(lots: NDArray[np.float64], gone: NDArray[np.bool_]) -> Stated:
    all_, ours = lots.sum(1), lots[:, gone].sum(1)
    share = float(ours.sum() / all_.sum()) if all_.sum() else 0.0
    if len(lots) == 1 or not all_.sum():
        return Stated(value=share)
    off = (ours - share * all_).std(ddof=1) / all_.mean()
    return Stated(value=share, margin=float(_STUDENT * off / np.sqrt(len(lots))))
