"""Taking a network apart by separators: always the largest component, until all are small."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dedere.links.compiled import compiled
from dedere.links.removal.chance import Dice
from dedere.links.removal.mesh import Mesh, mesh_of
from dedere.links.removal.queue import drop, put, queue_for
from dedere.links.removal.refining import BETWEEN, worth
from dedere.links.removal.separator import separator
from dedere.links.removal.watch import Halt
from dedere.links.structure import Structure, flood

# A party who may not be removed is as dear as this many others.
BARRED = 1000
SHARES = (0.75, 0.6, 0.9)
TRIES = 6
WORK = 200_000


@compiled
def dissected(
    structure: Structure, lawful: NDArray[np.bool_], most: int, limit: int, dice: Dice, halt: Halt
) -> NDArray[np.int32]:
    """Return lawful parties whose removal in this order leaves components of ``most`` parties at the largest.

    Nested dissection (George 1973). It ends early where separators would take more than ``limit`` parties, or
    where those who may be removed separate nothing, and at a ``halt``.
    """
    if halt[0]:
        return np.empty(0, np.int32)
    n = len(lawful)
    costs = np.where(lawful, np.int64(1), np.int64(BARRED))
    gone, piece, number = np.zeros(n, np.bool_), np.full(n, -1, np.int32), np.full(n, -1, np.int32)
    pieces, room, order = queue_for(n), np.empty(n, np.int32), np.empty(n, np.int32)
    taken, mark = 0, 0
    for party in range(n):
        if piece[party] < 0:
            put(pieces, party, -flood(structure, gone, party, piece, mark, room))
    while pieces.waits[0] and taken <= limit:
        first = pieces.items[0]
        if -pieces.keys[first] <= most:
            break
        drop(pieces, first)
        members = room[: flood(structure, gone, first, piece, mark + 1, room)].copy()
        side = _best_side(mesh_of(structure, members, number, costs), dice, halt)
        if halt[0]:
            break
        before, mark = taken, mark + 2
        for party in members[side == BETWEEN]:
            if lawful[party]:
                gone[party], order[taken] = True, party
                taken += 1
        for party in members:
            if taken > before and not gone[party] and piece[party] != mark:
                put(pieces, party, -flood(structure, gone, party, piece, mark, room))
    return order[:taken]


@compiled
def _best_side(mesh: Mesh, dice: Dice, halt: Halt) -> NDArray[np.int8]:
    """Return the best of several separations, the more the smaller the mesh."""
    best, least = np.full(len(mesh.sizes), 0, np.int8), np.inf
    for turn in range(max(1, min(TRIES, WORK // (len(mesh.ends) + 1)))):
        side = separator(mesh, SHARES[turn % len(SHARES)], dice, halt)
        now = worth(mesh, side)
        if now < least:
            best, least = side, now
    return best
