"""A whole sequence of removals with the smallest R that the search finds."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from dedere.links.removal.chance import dice
from dedere.links.removal.curve import robustness
from dedere.links.removal.found import Found
from dedere.links.removal.starts import starts
from dedere.links.removal.watch import Watch
from dedere.links.structure import Structure

_SMALL = 200  # the share of the parties from which on a component hardly adds to R


def sequence(
    structure: Structure,
    *,
    lawful: NDArray[np.bool_] | None = None,
    seed: int = 0,
    seconds: float = 20.0,
    rounds: int = 100,
    told: Callable[[float], None] | None = None,
) -> Found:
    """Return an order of all lawful parties (k,) in which the largest component shrinks fast: a small R."""
    watch = Watch(seconds, told)
    free = np.ones(structure.parties, np.bool_) if lawful is None else lawful
    best, least = np.flatnonzero(free).astype(np.int32), np.inf
    for order in starts(structure, free, max(1, structure.parties // _SMALL), dice(seed)):
        if (now := robustness(structure, order)) < least:
            best, least = order, now
        if watch.over():
            break
    return Found(removed=best, value=least, rounds=watch.rounds, stopped=watch.stopped)
