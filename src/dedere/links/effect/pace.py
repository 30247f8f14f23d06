"""How much is looked at, by the size of the network; what is sampled is said."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dedere.links.measures.measure import Look

_EXACT = 5_000
_SAMPLED = 1_024
_LARGE = 100_000
_FEW_DRAWS = 20
_FEW_SOURCES = 64
_ALL_IN_DRAWS = 256
_IN_DRAWS = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """What is looked at once, on the network as told, and in each of the ``draws``.

    The efficiency as told is reckoned from ``sources`` (k,) int32, all parties or a sample of them.
    """

    draws: int
    sources: NDArray[np.int32]
    once: Look
    each: Look
    sampled: bool


def pace(parties: int, ends: NDArray[np.int32], draws: int, seed: int) -> Pace:
    """Return the pace for a network of this many parties: above 100,000 fewer draws of fewer measures."""
    large = parties > _LARGE
    dice = np.random.default_rng((seed, 0))
    most = _FEW_SOURCES if large else _SAMPLED
    chosen = np.arange(parties) if parties <= _EXACT else dice.choice(parties, most, replace=False)
    sources = chosen.astype(np.int32)
    some = sources if parties <= _ALL_IN_DRAWS else dice.permutation(sources)[:_IN_DRAWS]
    return Pace(
        draws=min(draws, _FEW_DRAWS) if large else draws,
        sources=sources,
        once=Look(sources[:0], ends, True),
        each=Look(some[:0] if large else some, ends, not large),
        sampled=len(sources) < parties,
    )
