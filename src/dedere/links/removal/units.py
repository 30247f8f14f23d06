"""Who can only go together: each unit is one party or a group, with its cost."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dedere.links.compiled import compiled


class Units(NamedTuple):
    """The members of unit u are ``members[starts[u]:starts[u + 1]]``; ``of`` (n,) is the unit of each party.

    ``costs`` and ``lawful`` (u,): what a unit costs, and whether all its members may go; ``fixed`` (u,): it
    goes in any case.
    """

    starts: NDArray[np.int64]
    members: NDArray[np.int32]
    of: NDArray[np.int32]
    costs: NDArray[np.float64]
    lawful: NDArray[np.bool_]
    fixed: NDArray[np.bool_]


def units(
    lawful: NDArray[np.bool_],
    costs: NDArray[np.float64] | None,
    fixed: NDArray[np.bool_] | None,
    groups: NDArray[np.int32] | None,
) -> Units:
    """Return the units of n parties; ``groups`` (n,) numbers groups from 0 on, −1 for who stands alone.

    A unit is lawful if all its members are; fixed if one of them is, and then goes whatever it is.
    """
    n = len(lawful)
    keys = np.arange(n) if groups is None else np.where(groups < 0, np.arange(n), n + groups.astype(np.int64))
    _, of = np.unique(keys, return_inverse=True)
    counts = np.bincount(of, minlength=0)
    starts = np.concatenate((np.zeros(1, np.int64), np.cumsum(counts, dtype=np.int64)))
    members = np.argsort(of, kind="stable").astype(np.int32)
    prices = np.ones(n) if costs is None else costs
    must = np.zeros(n, np.bool_) if fixed is None else fixed
    return Units(
        starts,
        members,
        of.astype(np.int32),
        np.bincount(of, prices, len(counts)).astype(np.float64),
        np.bincount(of, ~lawful, len(counts)) == 0,
        np.bincount(of, must, len(counts)) > 0,
    )


@compiled
def mark(units: Units, unit: int, gone: NDArray[np.bool_], goes: bool) -> None:
    """Mark the members of a unit as gone, or as standing."""
    for at in range(units.starts[unit], units.starts[unit + 1]):
        gone[units.members[at]] = goes
