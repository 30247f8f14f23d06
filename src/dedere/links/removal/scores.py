"""What an objective would be if one party more went: for all parties at once."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dedere.links.compiled import compiled
from dedere.links.removal.splits import Splits, walk
from dedere.links.structure import Structure, components


@compiled
def scores_without(
    structure: Structure, gone: NDArray[np.bool_], pairs: bool, splits: Splits, scores: NDArray[np.float64]
) -> float:
    """Return the score of what is left, and set in ``scores`` (n,) what it would be without each who stands.

    The score is the number of pairs still connected if ``pairs``, else the size of the largest component
    plus, below 1, the sum of the squared sizes of all: of two removals that leave the largest component as
    large, the better is the one that breaks more elsewhere.
    """
    n = len(gone)
    splits.number[:] = 0
    scores[:] = 0
    size_of, largest, second, squares = np.zeros(n, np.int32), 0, 0, 0.0
    for first in range(n):
        if gone[first] or splits.number[first]:
            continue
        size = walk(structure, gone, first, splits)
        second = max(second, min(largest, size))
        largest = max(largest, size)
        squares += np.float64(size) * size
        for at in range(size):
            party = splits.met[at]
            size_of[party] = size
            scores[party] = splits.squares[party] - np.float64(size) * size
    standing = int(np.sum(~gone)) if pairs else 0
    for party in range(n):
        if not gone[party]:
            left = max(second, splits.largest[party]) if size_of[party] == largest else largest
            scores[party] = _score(n, left, squares + scores[party], standing - 1)
    return _score(n, largest, squares, standing if pairs else -1)


@compiled
def _score(parties: int, largest: int, squares: float, standing: int) -> float:
    """Return pairs from the squares where the number of those standing is given, else the graded size."""
    if standing >= 0:
        return (squares - standing) / 2
    return largest + squares / (np.float64(parties) * parties + 1)


@compiled
def score(structure: Structure, gone: NDArray[np.bool_], pairs: bool) -> float:
    """Return the score of what is left."""
    _, sizes = components(structure, gone)
    largest, squares = 0, 0.0
    for size in sizes:
        largest = max(largest, size)
        squares += np.float64(size) * size
    return _score(len(gone), largest, squares, int(np.sum(~gone)) if pairs else -1)
