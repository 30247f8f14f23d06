"""What is left of a network once it is made smaller, as arrays that the bounds are computed on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dedere.links.exact.problem import Problem
from dedere.links.exact.shrinking import BARRED, Shrinking
from dedere.links.structure import Structure, of_ends


@dataclass(frozen=True, slots=True, kw_only=True)
class Kernel:
    """A smaller network, whose parties stand for several.

    ``weights`` (m,) int64 says for how many; ``choice`` (m,) int32 which choice removes each, or BARRED;
    ``costs`` (c,) is what each choice costs and ``members`` whom it removes of the network as told.
    ``order`` (·, 2): the second choice of a row is worth making only beside the first.
    """

    structure: Structure
    weights: NDArray[np.int64]
    choice: NDArray[np.int32]
    costs: NDArray[np.float64]
    members: tuple[tuple[int, ...], ...]
    order: NDArray[np.int32]

    def removed(self, problem: Problem, chosen: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Return who is removed (n,) by the choices of ``chosen`` (c,), the fixed included."""
        gone = problem.settled()
        for choice in np.flatnonzero(chosen):
            gone[list(self.members[choice])] = True
        return gone

    def chosen(self, removed: NDArray[np.bool_]) -> NDArray[np.float64]:
        """Return which choices (c,) a removal makes, 1 or 0."""
        return np.array([float(removed[list(members)].all()) for members in self.members])


def kernel(problem: Problem, *, budget: float, most: int | None) -> Kernel:
    """Return the network made smaller for what the fixed leave of a budget.

    ``most`` is the component size to be reached, None where pairs are counted. Sets dearer than ``budget``
    may be lost on the way.
    """
    gone, choices = problem.settled(), problem.choices()
    starts, ends = problem.structure
    stay = np.flatnonzero(~gone)
    number = dict.fromkeys(map(int, stay), BARRED)
    for choice, members in enumerate(choices):
        number.update(dict.fromkeys(members, choice))
    shrinking = Shrinking(
        near={int(i): {int(j) for j in ends[starts[i] : starts[i + 1]] if not gone[j]} for i in stay},
        choice=number,
        costs=[float(problem.costs[list(members)].sum()) for members in choices],
        alone=[len(members) == 1 for members in choices],
        budget=budget - problem.cost(gone),
        most=most,
    )
    shrinking.shrink()
    return _arrays(shrinking, choices)


def _arrays(shrinking: Shrinking, choices: list[tuple[int, ...]]) -> Kernel:
    parties = sorted(shrinking.near)
    place = {party: at for at, party in enumerate(parties)}
    used = sorted({shrinking.choice[party] for party in parties} - {BARRED})
    renumbered = {BARRED: BARRED, **{choice: at for at, choice in enumerate(used)}}
    ties = [(place[i], place[j]) for i in parties for j in shrinking.near[i] if i < j]
    left, right = np.array(ties, np.int32).reshape(-1, 2).T
    return Kernel(
        structure=of_ends(len(parties), left, right),
        weights=np.array([shrinking.weights[party] for party in parties], np.int64),
        choice=np.array([renumbered[shrinking.choice[party]] for party in parties], np.int32),
        costs=np.array([shrinking.costs[choice] for choice in used]),
        members=tuple(choices[choice] for choice in used),
        order=_order(shrinking, renumbered),
    )


def _order(shrinking: Shrinking, renumbered: dict[int, int]) -> NDArray[np.int32]:
    """Return the nearest dominators: those that dominate through another need no row of their own."""
    above = {party: set(shrinking.dominators(party)) for party in sorted(shrinking.near)}
    rows = [
        (renumbered[shrinking.choice[better]], renumbered[shrinking.choice[party]])
        for party, betters in above.items()
        for better in sorted(betters)
        if not any(better in above[between] for between in betters)
    ]
    return np.array(rows, np.int32).reshape(-1, 2)
