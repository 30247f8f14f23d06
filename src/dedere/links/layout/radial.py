"""Parties around one of them: ring by ring, each behind the one that it hangs on, a line for every label."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, kw_only=True)
class Radial:
    """Where each party stands: ``across`` and ``down`` (n,) in −1 to 1, ``ring`` how many ties away.

    ``lines`` is how many labels stand above one another on the fuller side: the height needed.
    """

    across: NDArray[np.float64]
    down: NDArray[np.float64]
    ring: NDArray[np.int32]
    lines: int


def radial(parties: int, ties: NDArray[np.int32]) -> Radial:
    """Lay out a connected graph of ``ties`` (m, 2) around party 0.

    A tree of shortest paths gives every leaf a line of its own, down the right side and up the left, so
    that labels written outwards never meet; whoever has others behind stands at the middle of their lines.
    Radial drawing after Wills, "NicheWorks" (Journal of Computational and Graphical Statistics 8, 1999).
    """
    behind, ring = _tree(parties, ties)
    leaves = _leaves(behind)
    line = np.zeros(parties)
    line[leaves] = np.arange(len(leaves)) + 0.5
    for party in sorted(range(parties), key=lambda each: -ring[each]):
        if behind[party]:
            line[party] = np.mean(line[behind[party]])
    rings = max(int(ring.max(initial=0)), 1)
    half = max((len(leaves) + 1) // 2, 1)
    left = line > half
    down = np.where(left, 2 * (len(leaves) - line) / max(len(leaves) - half, 1) - 1, 2 * line / half - 1)
    share = ring / rings
    across = np.where(left, -1, 1) * share * np.sqrt(1 - 0.85 * down**2)
    down = down * (0.45 + 0.55 * share)
    across[0], down[0] = 0.0, 0.0
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


def _leaves(behind: Sequence[Sequence[int]]) -> list[int]:
    found, stack = [], [0]
    while stack:
        party = stack.pop()
        stack.extend(reversed(behind[party]))
        if not behind[party] and party:
            found.append(party)
    return found
