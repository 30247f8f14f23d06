"""Those who need not go are put back, the smallest component first: the last stage of most methods.

Braunstein and others, *PNAS* 113, 12368 (2016). Morone and Makse (2015) put back whoever joins the fewest
components; on random graphs that left 2 % more, so every method here has the rule that serves it better.
"""

from __future__ import annotations

import heapq

import numpy as np
from numpy.typing import NDArray

from benchmarks.network.compiled import compiled
from benchmarks.network.degree import rest
from benchmarks.network.measures import gone_until, joined, largest_after, most, root
from dedere.links.structure import Structure

Order = NDArray[np.int32]


def reinserted(structure: Structure, order: Order, share: float, seed: int) -> Order:
    """An order of all parties anew, for a target: those who must go until then first, the rest by degree."""
    small = most(structure, share)
    away = put_back(structure, order[: gone_until(largest_after(structure, order), small)], small)
    gone = np.zeros(len(order), np.bool_)
    gone[away] = True
    better = np.empty_like(order)
    better[: len(away)] = away[::-1]
    lot = np.random.default_rng(seed).permutation(structure.parties).astype(np.int32)
    rest(structure, gone, lot, better, len(away))
    return better


@compiled
def put_back(structure: Structure, gone: Order, small: int) -> Order:
    """Who of the gone stays away where no component may pass ``small``, in the order they would come back."""
    n = len(structure.starts) - 1
    leader, size = np.arange(n).astype(np.int32), np.zeros(n, np.int64)
    away = np.zeros(n, np.bool_)
    away[gone] = True
    for party in range(n):
        if not away[party]:
            joined(structure, leader, size, party)
    _, aside = wave(structure, leader, size, gone, small)
    back, _ = wave(structure, leader, size, aside, n)
    return back


@compiled
def wave(
    structure: Structure, leader: Order, size: NDArray[np.int64], gone: Order, small: int
) -> tuple[Order, Order]:
    """Put the gone back, the least first; return who came in which order, and who would pass ``small``.

    What a party makes only grows as others come, so one that comes up and has grown is laid down again; a
    growth of 2 % is let pass, since by the end every party touches the same component.
    """
    seen = np.full(len(size), -1, np.int64)
    heap = [(np.int64(0), np.int64(0), np.int64(0)) for _ in range(0)]
    for turn, party in enumerate(gone):
        heap.append((would_make(structure, leader, size, party, seen, turn), -turn, np.int64(party)))
    heapq.heapify(heap)
    came, aside = np.empty_like(gone), np.empty_like(gone)
    back, passed, turn = 0, 0, len(gone)
    while heap:
        weight, lot, party = heapq.heappop(heap)
        turn += 1
        now = would_make(structure, leader, size, party, seen, turn)
        if now > weight + weight // 50:
            heapq.heappush(heap, (now, lot, party))
        elif now > small:
            aside[passed] = party
            passed += 1
        else:
            came[back] = party
            back += 1
            joined(structure, leader, size, party)
    return came[:back], aside[:passed]


@compiled
def would_make(
    structure: Structure,
    leader: Order,
    size: NDArray[np.int64],
    party: int,
    seen: NDArray[np.int64],
    turn: int,
) -> np.int64:
    """The size of the component that a party would make; ``seen`` (n,) is when a leader was last counted."""
    total = np.int64(1)
    for place in range(structure.starts[party], structure.starts[party + 1]):
        other = structure.ends[place]
        if size[other] > 0:
            other = root(leader, other)
            if seen[other] != turn:
                seen[other] = turn
                total += size[other]
    return total
