"""What a pair's rivals leave it: who is wanted is one registered person at most, however often recorded."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dedere.persons.comparing.compiled import compiled
from dedere.persons.comparing.likeness import Words
from dedere.persons.comparing.steps import room
from dedere.persons.comparing.weigh import weigh

MOST_RIVALS = 40
FAINTEST = -8.0  # bits: a pair this unlikely takes nothing worth counting from another, and is not shown
_MOST = 60.0


@compiled
def rivalry(
    words: Words,
    weights: NDArray[np.float32],
    prior: float,
    wanted: NDArray[np.int64],
    held: NDArray[np.uint32],
    bits: NDArray[np.float64],
) -> NDArray[np.float64]:
    """Return log2(1 + the odds of its rivals) for each pair, at least zero.

    Pairs lie together by wanted person, the heaviest first; ``held`` (n, 16) are the registered records and
    ``bits`` posterior odds without rivals. Another row rivals a pair by its own odds, less the probability
    that both rows are one person (a readmission), which the same comparison says.
    """
    out = np.zeros(len(bits))
    work = room()
    first = 0
    for i in range(1, len(bits) + 1):
        if i < len(bits) and wanted[i] == wanted[first]:
            continue
        last = first
        while last < i and last - first < MOST_RIVALS and bits[last] > FAINTEST:
            last += 1
        for j in range(first, last):
            against = 0.0
            for k in range(first, last):
                if k != j:
                    other = weigh(words, weights, held[j], held[k], work) + prior
                    against += 2.0 ** min(bits[k], _MOST) / (1.0 + 2.0 ** min(max(other, -_MOST), _MOST))
            out[j] = np.log2(1.0 + against)
        first = i
    return out
