"""Dice for compiled searches: the same throws for the same seed, on any machine."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dedere.links.compiled import compiled

Dice = NDArray[np.uint64]


def dice(seed: int) -> Dice:
    """Return dice (1,) for a seed of 0 or more."""
    return np.random.SeedSequence(seed).generate_state(1, np.uint64).astype(np.uint64)


def drawn(die: Dice) -> Dice:
    """Return dice of their own, drawn by others: for what goes on beside."""
    return dice(below(die, 1 << 31))


@compiled
def below(dice: Dice, limit: int) -> int:
    """Return a whole number from 0 to ``limit`` − 1 (SplitMix64: Steele, Lea and Flood 2014)."""
    dice[0] += np.uint64(0x9E3779B97F4A7C15)
    mixed = dice[0]
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    mixed ^= mixed >> np.uint64(31)
    return int(np.int64(mixed >> np.uint64(33)) % limit)


@compiled
def chance(dice: Dice) -> float:
    """Return a number from 0 up to 1."""
    return below(dice, 1 << 31) / np.float64(1 << 31)


@compiled
def shuffle(dice: Dice, items: NDArray[np.int32]) -> None:
    """Put items in random order."""
    for last in range(len(items) - 1, 0, -1):
        at = below(dice, last + 1)
        items[last], items[at] = items[at], items[last]
