"""What an order of removal comes to: R, and how many go until the largest component is small."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from benchmarks.network.compiled import compiled
from dedere.links.structure import Structure


@compiled
def root(leader: NDArray[np.int32], party: int) -> int:
    """The leader of a party's component; the way there is halved."""
    while leader[party] != party:
        leader[party] = leader[leader[party]]
        party = leader[party]
    return party


@compiled
def joined(structure: Structure, leader: NDArray[np.int32], size: NDArray[np.int64], party: int) -> int:
    """Put a party back beside its neighbours whose size is not 0, and return the size of its component."""
    leader[party], size[party] = party, 1
    mine = party
    for place in range(structure.starts[party], structure.starts[party + 1]):
        if size[structure.ends[place]] == 0:
            continue
        other = root(leader, structure.ends[place])
        if other != mine:
            if size[other] > size[mine]:
                mine, other = other, mine
            leader[other] = mine
            size[mine] += size[other]
    return size[mine]


@compiled
def largest_after(structure: Structure, order: NDArray[np.int32]) -> NDArray[np.int64]:
    """The largest component (n + 1,) after none, one, two … of an order (n,) of all parties are gone."""
    n = len(structure.starts) - 1
    leader, size = np.arange(n).astype(np.int32), np.zeros(n, np.int64)
    largest = np.zeros(n + 1, np.int64)
    for gone in range(n - 1, -1, -1):
        largest[gone] = max(largest[gone + 1], joined(structure, leader, size, order[gone]))
    return largest


def robustness(largest: NDArray[np.int64]) -> float:
    """R of Schneider and others (2011): the mean share in the largest component after 1, 2 … n are gone."""
    n = len(largest) - 1
    return float(largest[1:].sum() / n / n)


def gone_until(largest: NDArray[np.int64], most: int) -> int:
    """How many of an order must go until no component has more than ``most`` parties."""
    return int(np.argmax(largest <= most))


def most(structure: Structure, share: float) -> int:
    """The parties that a component may keep: a share of all, rounded down, and at least one."""
    return max(1, int(share * structure.parties))
