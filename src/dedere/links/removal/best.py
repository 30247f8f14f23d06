"""The best set for a budget: a search among lawful parties, with costs, fixed parties and groups."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from dedere.links.objective import Objective, value
from dedere.links.removal.chance import Dice, dice
from dedere.links.removal.exchange import exchanged
from dedere.links.removal.found import Found
from dedere.links.removal.starts import Order, starts
from dedere.links.removal.units import Units, units
from dedere.links.removal.watch import Watch
from dedere.links.structure import Structure

_SMALL = 50
_TRIES = 2_000_000  # parties and ties looked at in one round, about


def best(
    structure: Structure,
    *,
    budget: float,
    objective: Objective = Objective.LARGEST,
    lawful: NDArray[np.bool_] | None = None,
    costs: NDArray[np.float64] | None = None,
    fixed: NDArray[np.bool_] | None = None,
    groups: NDArray[np.int32] | None = None,
    seed: int = 0,
    seconds: float = 20.0,
    rounds: int = 100,
    told: Callable[[float], None] | None = None,
) -> Found:
    """Return lawful parties whose removal makes the objective smallest, as far as the search sees.

    ``costs`` (n,) are above 0, 1 each if not given, and their sum stays within ``budget``. Those ``fixed``
    (n,) go in any case and are paid for first, whether lawful or not. ``groups`` (n,) numbers groups from 0
    on, −1 for who stands alone: all of a group go or none, and only if all are lawful.

    After ``seconds`` the best so far is returned, and depends on the machine; a search that ends by its
    ``rounds`` finds the same for the same seed.
    """
    free = np.ones(structure.parties, np.bool_) if lawful is None else lawful
    choice, die = units(free, costs, fixed, groups), dice(seed)
    pairs = objective is Objective.PAIRS

    def improve(chosen: NDArray[np.bool_], tries: int) -> float:
        return watch.run(exchanged, structure, choice, chosen, budget, pairs, die, tries, watch.halt)

    with Watch(seconds, told) as watch:
        candidates = _candidates(structure, choice, budget, die, watch)
        scores = [improve(chosen, 0) for chosen in candidates]
        chosen = candidates[int(np.argmin(scores))]
        tries = max(1, _TRIES // (structure.parties + structure.ties + 1) // (1 + int(chosen.any())))
        for _ in watch.count(rounds):
            improve(chosen, tries)
    gone = chosen[choice.of]
    return Found(
        removed=np.flatnonzero(gone).astype(np.int32),
        value=value(structure, gone, objective),
        rounds=watch.rounds,
        stopped=watch.stopped,
    )


def _candidates(
    structure: Structure, choice: Units, budget: float, die: Dice, watch: Watch
) -> list[NDArray[np.bool_]]:
    """Return choices to begin with, each once: the first of each sequence, and nobody but the fixed."""
    lawful = (choice.lawful & ~choice.fixed)[choice.of]
    begun = starts(structure, lawful, 1 + structure.parties // _SMALL, die, watch)
    found = [*(_first(choice, order, budget) for order in begun), choice.fixed.copy()]
    return list({chosen.tobytes(): chosen for chosen in found}.values())


def _first(choice: Units, order: Order, budget: float) -> NDArray[np.bool_]:
    """Return the fixed units and the first of an order, as many as can be paid for before one cannot."""
    of, places = choice.of[order], np.arange(len(order))
    first = np.empty(len(choice.costs), np.int64)
    first[of[::-1]] = places[::-1]  # of several members the first is written last
    met = of[first[of] == places]
    chosen = choice.fixed.copy()
    within = np.cumsum(choice.costs[met]) <= budget - choice.costs[chosen].sum() + 1e-9
    chosen[met[within]] = True
    return chosen
