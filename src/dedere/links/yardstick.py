"""The best removal of the same size, for each objective: what a group's effect is held against."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dedere.links import removal
from dedere.links.objective import Objective, value
from dedere.links.stated import Best
from dedere.links.structure import Structure


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
    told: Callable[[float], None],
) -> Iterator[Sought]:
    """Yield the best removals of at most as many as are ``gone`` (n,), among parties of the same kinds.

    ``kind`` (n,) numbers the kinds; ``seconds`` are shared by the objectives; ``told`` may raise to stop.
    """
    size, lawful = int(gone.sum()), np.isin(kind, kind[gone])
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
            seconds=seconds / len(Objective),
            told=told,
        )
        best = np.zeros(len(gone), np.bool_)
        best[found.removed] = True
        least = gone if value(structure, gone, objective) <= found.value else best
        yield Sought(objective=objective, gone=least, value=value(structure, least, objective), bound=None)
