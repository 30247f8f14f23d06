"""How those who lost a partner find another, one after the other, in a network that grows as they do.

After Duijn, Kashirin and Sloot, The relative ineffectiveness of criminal network disruption, Scientific
Reports 4 (2014), 4238: at random, by degree, by distance; and among the kin of who was removed.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dedere.links.compiled import compiled
from dedere.links.structure import Structure

RANDOM, DEGREE, DISTANCE, KIN = range(4)
_NOBODY = -1


class Search(NamedTuple):
    """What a search goes by: ``gone`` (n,), the ``role`` of each (n,) int32, who is kin to whom.

    Whoever steps in has the role of who is gone.
    """

    structure: Structure
    gone: NDArray[np.bool_]
    role: NDArray[np.int32]
    kin: Structure


class _Grown(NamedTuple):
    """Ties made since, as chains: ``first`` (n,) the last tie of each, ``after`` and ``to`` (2 × most,)."""

    first: NDArray[np.int32]
    after: NDArray[np.int32]
    to: NDArray[np.int32]
    ties: NDArray[np.int64]  # how many stand in the chains, as one cell
    degree: NDArray[np.int64]
    mark: NDArray[np.int32]  # whom a search has met, or who is tied to the seeker
    queue: NDArray[np.int32]


@compiled
def sought(
    search: Search,
    orphans: NDArray[np.int32],
    lost: NDArray[np.int32],
    preference: int,
    chance: float,
    dice: np.random.Generator,
) -> NDArray[np.int32]:
    """Return the ties (k, 2) that orphans (m,) make in place of whom they ``lost`` (m,), in their order.

    Each looks with ``chance``. Who finds nobody stays without: by distance only those are found whom a way
    still leads to.
    """
    n = len(search.gone)
    grown = _Grown(
        np.full(n, _NOBODY, np.int32),
        np.empty(2 * len(orphans), np.int32),
        np.empty(2 * len(orphans), np.int32),
        np.zeros(1, np.int64),
        _degrees(search),
        np.full(n, _NOBODY, np.int32),
        np.empty(n, np.int32),
    )
    made = np.empty((len(orphans), 2), np.int32)
    count = 0
    for turn in range(len(orphans)):
        if dice.random() >= chance:
            continue
        found = _find(search, grown, orphans[turn], lost[turn], preference, turn, dice)
        if found != _NOBODY:
            _tie(grown, orphans[turn], found)
            made[count, 0], made[count, 1] = orphans[turn], found
            count += 1
    return made[:count]


@compiled
def _degrees(search: Search) -> NDArray[np.int64]:
    starts, ends = search.structure
    degree = np.zeros(len(search.gone), np.int64)
    for party in range(len(degree)):
        for place in range(starts[party], starts[party + 1]):
            degree[party] += not search.gone[ends[place]]
    return degree


@compiled
def _tie(grown: _Grown, one: int, other: int) -> None:
    """Add a tie to the chains of both its ends."""
    for left, right in np.array([[one, other], [other, one]]):
        place = grown.ties[0]
        grown.to[place], grown.after[place], grown.first[left] = right, grown.first[left], place
        grown.ties[0] += 1
        grown.degree[left] += 1


@compiled
def _find(
    search: Search,
    grown: _Grown,
    seeker: int,
    lost: int,
    preference: int,
    turn: int,
    dice: np.random.Generator,
) -> int:
    """Return whom a seeker finds; ties between the equally good are broken by the dice."""
    around = _spread(search, grown, seeker, turn, 0, 1)
    if preference == KIN:
        found, met = _NOBODY, 0
        for place in range(search.kin.starts[lost], search.kin.starts[lost + 1]):
            other = search.kin.ends[place]
            if not search.gone[other] and grown.mark[other] != turn:
                met += 1
                found = other if dice.integers(0, met) == 0 else found
        if found != _NOBODY:
            return int(found)
    if preference >= DISTANCE:
        return _nearest(search, grown, around, lost, turn, dice)
    found, met, best = _NOBODY, 0, np.int64(-1)
    for other in range(len(search.gone)):
        if search.gone[other] or grown.mark[other] == turn or search.role[other] != search.role[lost]:
            continue
        standing = grown.degree[other] if preference == DEGREE else np.int64(0)
        if standing > best:
            found, met, best = other, 1, standing
        elif standing == best:
            met += 1
            found = other if dice.integers(0, met) == 0 else found
    return found


@compiled
def _nearest(
    search: Search, grown: _Grown, around: int, lost: int, turn: int, dice: np.random.Generator
) -> int:
    """Return one of the nearest with the role of who is lost, beyond the seeker's own partners."""
    at, last = 1, around
    while at < last:
        reached = last
        for place in range(at, last):
            reached = _spread(search, grown, grown.queue[place], turn, reached, 0)
        found, met = _NOBODY, 0
        for place in range(last, reached):
            other = grown.queue[place]
            if search.role[other] == search.role[lost]:
                met += 1
                found = other if dice.integers(0, met) == 0 else found
        if found != _NOBODY:
            return int(found)
        at, last = last, reached
    return _NOBODY


@compiled
def _spread(search: Search, grown: _Grown, party: int, turn: int, last: int, first: int) -> int:
    """Queue whom a party is tied to and nobody has met this turn; return how many are queued."""
    if first:
        grown.mark[party], grown.queue[0], last = turn, party, 1
    for place in range(search.structure.starts[party], search.structure.starts[party + 1]):
        other = search.structure.ends[place]
        if not search.gone[other] and grown.mark[other] != turn:
            grown.mark[other], grown.queue[last] = turn, other
            last += 1
    place = grown.first[party]
    while place != _NOBODY:
        other = grown.to[place]
        if grown.mark[other] != turn:
            grown.mark[other], grown.queue[last] = turn, other
            last += 1
        place = grown.after[place]
    return last
