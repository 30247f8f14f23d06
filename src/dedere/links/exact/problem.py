"""What is asked of the exact search, and what it answers."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dedere.links.structure import Structure

ALONE = -1
# What numbers may be off by where a programme of whole numbers was solved in fractions.
ROUNDING = 1e-3


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Whom a removal may take, at what cost.

    ``lawful`` (n,) says who may be removed, ``costs`` (n,) what each costs (≥ 0), ``fixed`` (n,) who is
    removed whatever else is, at that cost. ``groups`` (n,) int32 numbers those who go together or not at
    all, ALONE for everyone else.
    """

    structure: Structure
    lawful: NDArray[np.bool_]
    costs: NDArray[np.float64]
    fixed: NDArray[np.bool_]
    groups: NDArray[np.int32]

    @property
    def integral(self) -> bool:
        """Whether every cost is a whole number, so that a bound on a sum of costs may be rounded up."""
        return bool(np.all(self.costs == np.rint(self.costs)))

    def cost(self, gone: NDArray[np.bool_]) -> float:
        """Return what removing the parties of ``gone`` (n,) costs."""
        return float(math.fsum(self.costs[gone]))

    def choices(self) -> list[tuple[int, ...]]:
        """Return, sorted, the parties that are chosen as one: each alone, or a whole group.

        Fixed parties are no choice. A group is one only if every member is lawful; the group of a fixed
        party is fixed with it.
        """
        gone, found = self.settled(), list[tuple[int, ...]]()
        for party in np.flatnonzero(self.lawful & ~gone & (self.groups == ALONE)):
            found.append((int(party),))
        for group in np.unique(self.groups[(self.groups != ALONE) & ~gone]):
            members = np.flatnonzero(self.groups == group)
            if self.lawful[members].all():
                found.append(tuple(map(int, members)))
        return sorted(found)

    def settled(self) -> NDArray[np.bool_]:
        """Return who is removed in every answer: the fixed, and who is grouped with one of them."""
        together = np.unique(self.groups[self.fixed & (self.groups != ALONE)])
        return self.fixed | np.isin(self.groups, together)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A set found, and what is proved of every other: no lawful one has a value below ``bound``.

    ``removed`` (n,) says who goes; ``value`` is what is left of the objective, or what the set costs where
    the smallest set was asked for. ``proved``: value and bound meet.
    """

    value: float
    bound: float
    removed: NDArray[np.bool_]

    @property
    def proved(self) -> bool:
        """Whether no lawful set is better."""
        return self.bound >= self.value - 1e-6

    @property
    def gap(self) -> float:
        """How far the bound is from the value, as a share of the value."""
        return max(0.0, self.value - self.bound) / max(self.value, 1.0)
