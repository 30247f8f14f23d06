"""Min-sum: messages between neighbours settle on the fewest who must go so that no cycle is left.

Braunstein, Dall'Asta, Semerjian and Zdeborová, *PNAS* 113, 12368 (2016). A graph has no cycle when each party
has a time, at least one later than those of all its neighbours but one. Time 0 is to be gone, at the cost of
one. What i tells j is the least cost on i's side for each time of i, where j's is no earlier (``late``) or
earlier (``early``). Each round a part of what a party has come to is added to its own costs, so that the
messages settle; a cycle that is left is broken by the highest degree in the 2-core. Then the trees are
broken.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from benchmarks.network.compiled import compiled
from benchmarks.network.corehd import after_decycling, decycled
from dedere.links.structure import Structure

TIMES = 20  # the latest time, and how fast costs are reinforced: the authors' programme
REINFORCED = 0.001
ROUNDS = 2000
UNCHANGED = 30  # rounds without a change of who goes
NOISE = 1e-7  # of the costs, so that no two are equal


def minsum(structure: Structure, seed: int) -> NDArray[np.int32]:
    """An order of all parties; the messages begin at nothing, the noise is drawn from the seed."""
    noise = NOISE * np.random.default_rng(seed).random(structure.parties)

    def decycle(structure: Structure, gone: NDArray[np.bool_], lot: object, order: NDArray[np.int32]) -> int:
        chosen = settled(structure, noise.astype(np.float32), TIMES, REINFORCED, ROUNDS)
        return without_cycles(structure, chosen, gone, lot, order)

    return after_decycling(structure, decycle, seed)


def without_cycles(
    structure: Structure,
    chosen: NDArray[np.bool_],
    gone: NDArray[np.bool_],
    lot: NDArray[np.int32],
    order: NDArray[np.int32],
) -> int:
    """Take out the chosen, the most connected first, then what the cycles that are left need."""
    gone |= chosen
    filled = int(chosen.sum())
    order[:filled] = sorted(np.flatnonzero(chosen), key=np.diff(structure.starts).__getitem__, reverse=True)
    return decycled(structure, gone, lot, order, filled)


@compiled
def twins(structure: Structure) -> NDArray[np.int64]:
    """For each place of a tie in one party's row, its place in the other's."""
    n = len(structure.starts) - 1
    twin, next_place = np.empty(len(structure.ends), np.int64), structure.starts[:-1].copy()
    for party in range(n):
        for place in range(structure.starts[party], structure.starts[party + 1]):
            other = structure.ends[place]
            twin[place] = next_place[other]
            next_place[other] += 1
    return twin


@compiled
def settled(
    structure: Structure, noise: NDArray[np.float32], times: int, reinforced: float, rounds: int
) -> NDArray[np.bool_]:
    """Pass messages until for a while nobody changes sides, or for so many rounds; return who is gone."""
    n, ties = len(structure.starts) - 1, len(structure.ends)
    twin = twins(structure)
    widest = np.diff(structure.starts).max()
    out = np.zeros(ties, np.float32)
    late, early = np.zeros((ties, times), np.float32), np.zeros((ties, times), np.float32)
    low, high = np.empty((widest, times), np.float32), np.empty((widest, times), np.float32)
    cost, total = np.zeros((n, times + 1), np.float32), np.empty(times + 1, np.float32)
    cost[:, 0] = 1 + noise
    chosen, calm = np.zeros(n, np.bool_), 0
    for _ in range(rounds):
        changed = 0
        for party in range(n):
            begun, ended = structure.starts[party], structure.starts[party + 1]
            heard(out, late, early, twin[begun:ended], low, high)
            told(out, late, early, begun, ended, twin, low, high, cost[party], total)
            changed += (total[0] <= total[1:].min()) != chosen[party]
            chosen[party] = total[0] <= total[1:].min()
            cost[party] += np.float32(reinforced) * (total - total.min())
        calm = 0 if changed else calm + 1
        if calm == UNCHANGED:
            break
    return chosen


@compiled
def heard(
    out: NDArray[np.float32],
    late: NDArray[np.float32],
    early: NDArray[np.float32],
    places: NDArray[np.int64],
    low: NDArray[np.float32],
    high: NDArray[np.float32],
) -> None:
    """The cost for each neighbour and time of a party: if the neighbour is earlier (``low``), or not."""
    times = late.shape[1]
    for at, place in enumerate(places):
        least = out[place]
        for time in range(times):
            low[at, time] = least
            least = min(least, late[place, time])
        least = np.float32(np.inf)
        for time in range(times - 1, -1, -1):
            high[at, time] = min(late[place, time], least)
            least = min(least, early[place, time])


@compiled
def told(
    out: NDArray[np.float32],
    late: NDArray[np.float32],
    early: NDArray[np.float32],
    begun: int,
    ended: int,
    twin: NDArray[np.int64],
    low: NDArray[np.float32],
    high: NDArray[np.float32],
    cost: NDArray[np.float32],
    total: NDArray[np.float32],
) -> None:
    """Write what a party tells its neighbours, and into ``total`` what each of its times costs in all."""
    times, ties = late.shape[1], ended - begun
    total[:] = cost
    gone = np.empty(ties, np.float32)
    for at in range(ties):
        gone[at] = min(out[twin[begun + at]], early[twin[begun + at]].min())
        total[0] += gone[at]
    for at in range(ties):
        out[begun + at] = total[0] - gone[at]
    for time in range(times):
        spared, first, second = -1, np.float32(0), np.float32(0)
        for at in range(ties):
            total[time + 1] += low[at, time]
            gain = high[at, time] - low[at, time]
            if gain < first:
                spared, first, second = at, gain, first
            elif gain < second:
                second = gain
        for at in range(ties):
            late[begun + at, time] = total[time + 1] - low[at, time]
            early[begun + at, time] = late[begun + at, time] + (second if at == spared else first)
        total[time + 1] += first
    for place in range(begun, ended):
        least = min(out[place], late[place].min(), early[place].min())
        out[place] -= least
        late[place] -= least
        early[place] -= least
