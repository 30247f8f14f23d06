"""How short the ways are: global efficiency, from all parties or from a sample of them.

Latora and Marchiori, Efficient behavior of small-world networks, Physical Review Letters 87, 198701 (2001):
the mean over all pairs of one over the distance, nothing where there is no way.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dedere.links.compiled import compiled
from dedere.links.structure import Structure

_AT_ONCE = 64


@compiled
def nearness(
    structure: Structure, gone: NDArray[np.bool_], sources: NDArray[np.int32]
) -> NDArray[np.float64]:
    """Return for each of ``sources`` (k,) the sum over all others of one over the distance; 0 if it is gone.

    64 sources travel at once, one bit each in a party's word.
    """
    n = len(structure.starts) - 1
    sums = np.zeros(len(sources), np.float64)
    seen, here, there = np.zeros(n, np.uint64), np.zeros(n, np.uint64), np.zeros(n, np.uint64)
    front, reached = np.empty(n, np.int32), np.empty(n, np.int32)
    arrived = np.zeros(_AT_ONCE, np.int64)
    for first in range(0, len(sources), _AT_ONCE):
        seen[:] = 0
        waiting = _set_out(sources[first : first + _AT_ONCE], gone, seen, here, front)
        steps = 0
        while waiting:
            steps += 1
            found = _step(structure, gone, here, there, seen, front[:waiting], reached)
            waiting = 0
            for party in reached[:found]:
                new = there[party] & ~seen[party]
                there[party] = 0
                if new:
                    seen[party] |= new
                    here[party] = new
                    front[waiting] = party
                    waiting += 1
                    for bit in range(_AT_ONCE):
                        arrived[bit] += np.int64((new >> np.uint64(bit)) & np.uint64(1))
            for bit in range(min(_AT_ONCE, len(sources) - first)):
                sums[first + bit] += arrived[bit] / steps
            arrived[:] = 0
    return sums


@compiled
def _set_out(
    sources: NDArray[np.int32],
    gone: NDArray[np.bool_],
    seen: NDArray[np.uint64],
    here: NDArray[np.uint64],
    front: NDArray[np.int32],
) -> int:
    waiting = 0
    for bit in range(len(sources)):
        party = sources[bit]
        if gone[party]:
            continue
        if not here[party]:
            front[waiting] = party
            waiting += 1
        here[party] |= np.uint64(1) << np.uint64(bit)
        seen[party] = here[party]
    return waiting


@compiled
def _step(
    structure: Structure,
    gone: NDArray[np.bool_],
    here: NDArray[np.uint64],
    there: NDArray[np.uint64],
    seen: NDArray[np.uint64],
    front: NDArray[np.int32],
    reached: NDArray[np.int32],
) -> int:
    """Carry each word in ``front`` to the neighbours; return how many parties ``reached`` now lists."""
    found = 0
    for party in front:
        word, here[party] = here[party], np.uint64(0)
        for place in range(structure.starts[party], structure.starts[party + 1]):
            other = structure.ends[place]
            if gone[other] or not (word & ~seen[other]):
                continue
            if not there[other]:
                reached[found] = other
                found += 1
            there[other] |= word
    return found


@compiled
def efficiency(structure: Structure, gone: NDArray[np.bool_], sources: NDArray[np.int32]) -> float:
    """Return the global efficiency, 0 to 1, as seen from ``sources`` (k,), drawn from all, gone or not.

    Pairs with someone who is gone stay in the mean, at nothing: a removal then never raises it.
    """
    n = len(structure.starts) - 1
    if n < 2 or not len(sources):
        return 0.0
    return float(nearness(structure, gone, sources).sum() / (len(sources) * (n - 1)))
