"""Who goes as one, and how a set is spread over waves that each have a budget and a first day."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from dedere.links.exact.found import SLACK
from dedere.links.exact.problem import ALONE, Problem

Batch = tuple[int, ...]


def batches_of(problem: Problem, gone: NDArray[np.bool_]) -> list[Batch]:
    """Return the parties of ``gone`` (n,) as they go: each alone, or a whole group, sorted."""
    alone = [(int(party),) for party in np.flatnonzero(gone & (problem.groups == ALONE))]
    groups = np.unique(problem.groups[gone & (problem.groups != ALONE)])
    whole = [tuple(map(int, np.flatnonzero(problem.groups == group))) for group in groups]
    return sorted(alone + whole)


def mask_of(batches: Sequence[Batch], parties: int) -> NDArray[np.bool_]:
    """Return who (n,) is in any of some batches."""
    gone = np.zeros(parties, np.bool_)
    for batch in batches:
        gone[list(batch)] = True
    return gone


def cost_of(problem: Problem, batch: Batch) -> float:
    """Return what a batch costs."""
    return float(problem.costs[list(batch)].sum())


def spread(
    problem: Problem, batches: Sequence[Batch], come: NDArray[np.int32], budget: float, turns: Sequence[int]
) -> list[list[Batch]] | None:
    """Return who goes in each of some waves, by number; None where they were not all found a place.

    The dearest of those who may go is taken first, wave by wave, as long as there is budget. Where every
    batch costs the same, that finds a place for all whenever there is one.
    """
    left = sorted(batches, key=lambda batch: (-cost_of(problem, batch), batch))
    waves: list[list[Batch]] = []
    for turn in turns:
        spent, wave = 0.0, list[Batch]()
        for batch in left:
            cost = cost_of(problem, batch)
            if come[list(batch)].max() <= turn and spent + cost <= budget + SLACK:
                wave.append(batch)
                spent += cost
        left = [batch for batch in left if batch not in wave]
        waves.append(wave)
    return None if left else waves
