"""The best removal of the same size, for each objective: what a group's effect is held against."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dedere.links import removal
from dedere.links.effect.stated import Best
from dedere.links.exact.problem import ALONE, Problem
from dedere.links.exact.searching import best
from dedere.links.objective import Objective, value
from dedere.links.structure import Structure

_ROUNDING = 1e-6  # of a programme solved in floating point
_EXACT = 5_000  # parties up to which a proof is tried
_PACE = 250_000  # parties a second: a search that has less time for them ends where it begins
_SEARCH = 0.2  # the share of the time in which a first set is sought, the rest is for the proof


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """A best set for an ``objective``: who is ``gone`` (n,), and what is proved of every other.

    ``bound`` is None where nothing is proved: the set is the best that a search found.
    """

    objective: Objective
    gone: NDArray[np.bool_]
    value: float
    bound: float | None

    def told(self, ids: NDArray[np.object_]) -> Best:
        """Say it with the ids (n,) of the parties."""
        proved = self.bound is not None and self.bound >= self.value
        return Best(
            objective=self.objective.value,
            value=self.value,
            bound=self.bound,
            gap=None if self.bound is None else max(0.0, self.value - self.bound) / max(self.value, 1.0),
            proved=proved,
            removed=tuple(ids[self.gone]),
        )


def sought(
    structure: Structure,
    kind: NDArray[np.int32],
    gone: NDArray[np.bool_],
    *,
    seconds: float,
    seed: int,
    looked: Callable[[], None],
) -> Iterator[Sought]:
    """Yield the best removals of at most as many as are ``gone`` (n,), among parties of the same kinds.

    ``kind`` (n,) numbers the kinds; ``seconds`` are shared by the objectives; ``looked`` is called
    whenever the search looks at the clock, and may raise to stop. None is sought where there are too
    few for a network of its size.
    """
    size, lawful = int(gone.sum()), np.isin(kind, kind[gone])
    each, exact = seconds / len(Objective), structure.parties <= _EXACT
    if structure.parties > _PACE * each:
        return
    for objective in Objective:
        if size in (0, lawful.sum()):
            only = value(structure, gone, objective)
            yield Sought(objective=objective, gone=gone, value=only, bound=only)
            continue
        found = removal.best(
            structure,
            budget=size,
            objective=objective,
            lawful=lawful,
            seed=seed,
            seconds=each * _SEARCH if exact else each,
            told=lambda _: looked(),
        )
        first = np.zeros(len(gone), np.bool_)
        first[found.removed] = True
        start = gone if value(structure, gone, objective) <= found.value else first
        if exact:
            yield _proved(structure, lawful, size, objective, start, each * (1 - _SEARCH), looked)
        else:
            yield Sought(
                objective=objective, gone=start, value=value(structure, start, objective), bound=None
            )


def _proved(
    structure: Structure,
    lawful: NDArray[np.bool_],
    size: int,
    objective: Objective,
    start: NDArray[np.bool_],
    seconds: float,
    looked: Callable[[], None],
) -> Sought:
    """Prove a set best, or find a better one, or say what is proved of every other."""
    n = structure.parties
    problem = Problem(
        structure=structure,
        lawful=lawful,
        costs=np.ones(n),
        fixed=np.zeros(n, np.bool_),
        groups=np.full(n, ALONE, np.int32),
    )
    answer = best(problem, budget=size, objective=objective, seconds=seconds, start=start, looked=looked)
    assert answer is not None  # noqa: S101  (nobody is fixed, so that every budget is enough)
    bound = float(math.ceil(answer.bound - _ROUNDING))  # what is counted is whole
    return Sought(objective=objective, gone=answer.removed, value=answer.value, bound=bound)
