"""Read the names a wanted person's keys lead to, compare each once, keep those worth keeping."""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

from dedere.persons.comparing.likeness import Words
from dedere.persons.comparing.steps import room
from dedere.persons.comparing.weigh import weigh
from dedere.persons.index.keys import PLACE
from dedere.persons.index.probe import Probes, stretch


@njit(nogil=True, cache=True)
def gather(
    words: Words,
    weights: NDArray[np.float32],
    floor: float,
    sorted_keys: NDArray[np.uint64],
    buckets: NDArray[np.uint32],
    held: NDArray[np.uint32],
    wanted: NDArray[np.uint32],
    asked: Probes,
    spans: NDArray[np.uint8],
    seen: NDArray[np.int32],
) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.float32], int]:
    """Return the pairs of one segment: wanted record, held record, bits; and how many were compared.

    ``seen`` (one a held record) must be below zero where this call began; it keeps each pair from being
    compared twice.
    """
    place_to_work = room()
    out_wanted, out_held = np.empty(1024, np.int32), np.empty(1024, np.int32)
    out_bits = np.empty(1024, np.float32)
    size = compared = 0
    for i in range(len(wanted)):
        for k in range(asked.starts[i], asked.starts[i + 1]):
            first, last = int(spans[k, 0]), int(spans[k, 1])
            if first > last:
                continue
            for unknown in range(2 if first > 0 else 1):
                low, high = stretch(
                    sorted_keys, buckets, asked.hashed[k], 0 if unknown else first, 0 if unknown else last
                )
                for at in range(low, high):
                    place = int(sorted_keys[at] & np.uint64(PLACE))
                    if seen[place] == i:
                        continue
                    seen[place] = i
                    compared += 1
                    bits = weigh(words, weights, wanted[i], held[place], place_to_work)
                    if bits < floor:
                        continue
                    if size == len(out_bits):
                        out_wanted, out_held, out_bits = _more(out_wanted), _more(out_held), _more(out_bits)
                    out_wanted[size], out_held[size], out_bits[size] = i, place, bits
                    size += 1
    return out_wanted[:size], out_held[:size], out_bits[:size], compared


@njit(nogil=True, cache=True)
def _more(array: np.ndarray) -> np.ndarray:
    out = np.empty(2 * len(array), array.dtype)
    out[: len(array)] = array
    return out
