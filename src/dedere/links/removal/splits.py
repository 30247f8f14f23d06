"""What each party of a component holds together: the parts that its removal would leave."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dedere.links.compiled import compiled
from dedere.links.structure import Structure


class Splits(NamedTuple):
    """What a walk through a component finds; each array (n,).

    ``met`` lists the parties in the order of the walk. For each of them: ``largest``, the size of the largest
    part that its removal leaves, and ``squares``, the sum of the squared sizes of the parts. The others are
    the walk's own; ``number`` is 0 for who is not met.
    """

    met: NDArray[np.int32]
    largest: NDArray[np.int32]
    squares: NDArray[np.float64]
    number: NDArray[np.int32]
    low: NDArray[np.int32]
    above: NDArray[np.int32]
    below: NDArray[np.int32]
    cut: NDArray[np.int32]
    place: NDArray[np.int64]


@compiled
def room_for_splits(parties: int) -> Splits:
    """Return room for walks through a structure of so many parties."""
    met, largest, number = (
        np.empty(parties, np.int32),
        np.empty(parties, np.int32),
        np.zeros(parties, np.int32),
    )
    low, above = np.empty(parties, np.int32), np.empty(parties, np.int32)
    below, cut = np.empty(parties, np.int32), np.empty(parties, np.int32)
    squares, place = np.empty(parties, np.float64), np.empty(parties, np.int64)
    return Splits(met, largest, squares, number, low, above, below, cut, place)


@compiled
def walk(structure: Structure, gone: NDArray[np.bool_], first: int, splits: Splits) -> int:
    """Walk the component of ``first`` and return its size; what was found stands in ``splits``.

    A depth-first search finds the cut vertices (Hopcroft and Tarjan 1973), and with the sizes of the subtrees
    what each of them cuts off. Nobody in the component may be met yet.
    """
    number, low, above, place = splits.number, splits.low, splits.above, splits.place
    _meet(structure, splits, first, -1, 0)
    size, party = 1, first
    while party >= 0:
        if place[party] == structure.starts[party + 1]:
            _leave(splits, party, int(above[party]))
            party = int(above[party])
            continue
        other = structure.ends[place[party]]
        place[party] += 1
        if gone[other] or other == above[party]:
            continue
        if number[other]:
            low[party] = min(low[party], number[other])
        else:
            _meet(structure, splits, int(other), party, size)
            size, party = size + 1, int(other)
    for at in range(size):
        party = splits.met[at]
        rest = size - 1 - splits.cut[party]
        splits.largest[party] = max(splits.largest[party], rest)
        splits.squares[party] += np.float64(rest) * rest
    return size


@compiled
def forget(splits: Splits, size: int) -> None:
    """Make the first ``size`` parties met unmet again."""
    for at in range(size):
        splits.number[splits.met[at]] = 0


@compiled
def _meet(structure: Structure, splits: Splits, party: int, above: int, already: int) -> None:
    splits.met[already] = party
    splits.number[party] = splits.low[party] = already + 1
    splits.above[party] = above
    splits.place[party] = structure.starts[party]
    splits.below[party], splits.cut[party], splits.largest[party] = 1, 0, 0
    splits.squares[party] = 0.0


@compiled
def _leave(splits: Splits, party: int, over: int) -> None:
    if over < 0:
        return
    below = splits.below[party]
    splits.below[over] += below
    splits.low[over] = min(splits.low[over], splits.low[party])
    if splits.low[party] >= splits.number[over]:
        splits.cut[over] += below
        splits.largest[over] = max(splits.largest[over], below)
        splits.squares[over] += np.float64(below) * below
