"""Parties around one of them: ring by ring, each behind the one it hangs on, each on a line of its own."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, kw_only=True)
class Radial:
    """Where each party stands: ``across`` and ``down`` (n,) in −1 to 1, ``ring`` how many ties away.

    ``lines`` is how many parties stand above one another on the fuller side: the height needed.
    """

    across: NDArray[np.float64]
    down: NDArray[np.float64]
    ring: NDArray[np.int32]
    lines: int


def radial(parties: int, ties: NDArray[np.int32]) -> Radial:
    """Lay out a connected graph of ``ties`` (m, 2) around party 0.

    A tree of shortest paths puts the parties in order, whoever has others behind in the midst of them. The
    first half goes down the right side, the rest up the left, so that labels written outwards never meet.
    Rings after Wills, "NicheWorks" (Journal of Computational and Graphical Statistics 8, 1999).
    """
    behind, ring = _tree(parties, ties)
    order = np.array(_ordered(behind), np.int32)
    half = (len(order) + 1) // 2
    across, down = np.zeros(parties), np.zeros(parties)
    for side, found in ((1, order[:half]), (-1, order[half:][::-1])):
        lines = np.arange(len(found)) + 0.5
        down[found] = 2 * lines / max(len(found), 1) - 1
        share = np.sqrt(ring[found] / max(int(ring.max(initial=0)), 1))
        across[found] = side * share * np.sqrt(1 - 0.8 * down[found] ** 2)
    return Radial(across=across, down=down, ring=ring, lines=half)


def _tree(parties: int, ties: NDArray[np.int32]) -> tuple[list[list[int]], NDArray[np.int32]]:
    """Return whom each party has behind it in a tree of shortest paths from party 0, and its ring."""
    beside: list[list[int]] = [[] for _ in range(parties)]
    for one, other in ties.tolist():
        beside[one].append(other)
        beside[other].append(one)
    behind: list[list[int]] = [[] for _ in range(parties)]
    ring = np.full(parties, -1, np.int32)
    ring[0], queue = 0, [0]
    for party in queue:
        for other in sorted(beside[party]):
            if ring[other] < 0:
                ring[other] = ring[party] + 1
                behind[party].append(other)
                queue.append(other)
    return behind, ring


def _ordered(behind: list[list[int]]) -> list[int]:
    """Return every party but the first: half of those behind it, itself, the other half."""
    found, stack = [], [(0, False)]
    while stack:
        party, own = stack.pop()
        if own:
            found.append(party)
            continue
        middle = (len(behind[party]) + 1) // 2
        stack += [(each, False) for each in reversed(behind[party][middle:])]
        stack += [(party, True)] if party else []
        stack += [(each, False) for each in reversed(behind[party][:middle])]
    return found
