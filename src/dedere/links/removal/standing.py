"""Who hangs together while parties are put back one by one: sets that only grow."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dedere.links.compiled import compiled
from dedere.links.structure import Structure


class Standing(NamedTuple):
    """The components of the parties put back so far.

    ``above`` (n,): minus its size for the head of a component, the party above it for any other member,
    n for who is gone. ``seen`` (n,) and ``looks`` (1,) mark the components met in one look around a party.
    """

    above: NDArray[np.int32]
    seen: NDArray[np.int32]
    looks: NDArray[np.int32]


@compiled
def nobody(structure: Structure) -> Standing:
    """Return a standing in which everyone is gone."""
    n = len(structure.starts) - 1
    return Standing(np.full(n, n, np.int32), np.zeros(n, np.int32), np.zeros(1, np.int32))


@compiled
def head(above: NDArray[np.int32], party: int) -> int:
    """Return the head of the component of a party who stands."""
    while above[party] >= 0:
        over = above[party]
        if above[over] >= 0:
            above[party] = above[over]
        party = over
    return party


@compiled
def joined(structure: Structure, standing: Standing, party: int) -> int:
    """Return the size of the component that a party who is gone would make by standing again."""
    above, seen, looks = standing
    looks[0] += 1
    size = 1
    for place in range(structure.starts[party], structure.starts[party + 1]):
        other = structure.ends[place]
        if above[other] != len(above):
            top = head(above, other)
            if seen[top] != looks[0]:
                seen[top] = looks[0]
                size -= above[top]
    return size


@compiled
def put_back(structure: Structure, standing: Standing, party: int) -> int:
    """Put a party back and return the size of the component it then stands in."""
    above = standing.above
    above[party] = -1
    top = party
    for place in range(structure.starts[party], structure.starts[party + 1]):
        other = structure.ends[place]
        if above[other] != len(above):
            found = head(above, other)
            if found != top:
                if above[found] < above[top]:
                    found, top = top, found
                above[top] += above[found]
                above[found] = top
    return int(-above[top])


@compiled
def standing_without(structure: Structure, order: NDArray[np.int32]) -> tuple[Standing, int]:
    """Return the standing of all but the parties of ``order``, and the size of its largest component."""
    n = len(structure.starts) - 1
    gone = np.zeros(n, np.bool_)
    gone[order] = True
    standing = nobody(structure)
    largest = 0
    for party in range(n):
        if not gone[party]:
            largest = max(largest, put_back(structure, standing, party))
    return standing, largest
