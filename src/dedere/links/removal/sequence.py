"""A whole sequence of removals with the smallest R that the search finds."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from dedere.links.removal.chance import dice
from dedere.links.removal.curve import robustness
from dedere.links.removal.found import Found
from dedere.links.removal.improving import SMALL, improved
from dedere.links.removal.splits import room_for_splits
from dedere.links.removal.starts import starts
from dedere.links.removal.watch import Watch
from dedere.links.structure import Structure

_STEPS = 20_000  # parties and ties in one round's steps, about


def sequence(
    structure: Structure,
    *,
    lawful: NDArray[np.bool_] | None = None,
    seed: int = 0,
    seconds: float = 20.0,
    rounds: int = 2000,
    told: Callable[[float], None] | None = None,
) -> Found:
    """Return an order of all lawful parties (k,) in which the largest component shrinks fast: a small R.

    After ``seconds`` the best so far is returned, and depends on the machine; a search that ends by its
    ``rounds`` finds the same for the same seed.
    """
    free = np.ones(structure.parties, np.bool_) if lawful is None else lawful
    die, small = dice(seed), max(1, structure.parties // SMALL)
    best, least = np.flatnonzero(free).astype(np.int32), np.inf
    splits, steps = room_for_splits(structure.parties), 1 + _STEPS // (structure.parties + structure.ties + 1)
    with Watch(seconds, told) as watch:
        for order in starts(structure, free, small, die, watch):
            if (now := robustness(structure, order)) < least:
                best, least = order, now
        for _ in watch.count(rounds if len(best) > 1 else 0):
            best = watch.run(improved, structure, best, die, splits, steps, watch.halt)
    return Found(removed=best, value=robustness(structure, best), rounds=watch.rounds, stopped=watch.stopped)
