"""What a plan is asked to do, and the problem that it is in a network."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dedere.links.exact.problem import ALONE, Problem
from dedere.links.named import demand
from dedere.links.network import Network
from dedere.links.objective import Objective
from dedere.words import Unreadable

ORGANISATION = "organisation"


class UnreadableWish(Unreadable):
    """A plan that cannot be asked for: a budget or a cost that is no amount, or nobody to plan for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is asked: the best set within a ``budget``, or the cheapest ``until`` a share is reached.

    ``until`` is a share of the parties (0 to 1) that the largest component may have at most. ``only`` names
    who can be surrendered, everyone who is no organisation if None; ``never`` who cannot; ``fixed`` who goes
    whatever else does; ``groups`` who go together or not at all. ``costs`` are 1 where none is told.
    ``absent`` were on a list
    and stand in no figure, since none of their ties counts. ``changing`` are those whose standing is
    supposed to be another, everyone who is no organisation if None.
    """

    budget: float | None = None
    until: float | None = None
    objective: Objective = Objective.LARGEST
    only: Sequence[str] | None = None
    never: Sequence[str] = ()
    fixed: Sequence[str] = ()
    groups: Sequence[Sequence[str]] = ()
    costs: Mapping[str, float] | None = None
    absent: Sequence[str] = ()
    changing: Sequence[str] | None = None

    def most(self, parties: int) -> int | None:
        """Return how many parties the largest component may have, None where a budget is given."""
        return None if self.until is None else math.floor(self.until * parties + 1e-9)


def problem_of(network: Network, wanted: Wanted) -> Problem:
    """Return the problem a wish is in a network.

    UnknownParties where a list names someone who is not in it; UnreadableWish where a budget, a share or a
    cost is no amount, or the network has no party.
    """
    ids = list(network.parties["id"])
    if not ids:
        raise UnreadableWish(where="network", what="nobody is in it", remedy="give one that has parties")
    _demand_amounts(wanted)
    number = {id: place for place, id in enumerate(ids)}
    told = {"only": wanted.only or (), "never": wanted.never, "fixed": wanted.fixed}
    for name, members in told.items():
        demand(name, members, number)

    def mask(members: Sequence[str]) -> NDArray[np.bool_]:
        chosen = np.zeros(len(ids), np.bool_)
        chosen[[number[id] for id in members]] = True
        return chosen

    return Problem(
        structure=network.structure(),
        lawful=(persons(network) if wanted.only is None else mask(wanted.only)) & ~mask(wanted.never),
        costs=np.array([(wanted.costs or {}).get(id, 1.0) for id in ids], np.float64),
        fixed=mask(wanted.fixed),
        groups=_groups(wanted, number),
    )


def changing(network: Network, wanted: Wanted) -> NDArray[np.bool_]:
    """Return whose standing (n,) is supposed to be another, were the law another; UnknownParties."""
    if wanted.changing is None:
        return persons(network)
    ids = list(network.parties["id"])
    demand("changing", wanted.changing, {id: place for place, id in enumerate(ids)})
    return np.isin(ids, list(wanted.changing))


def persons(network: Network) -> NDArray[np.bool_]:
    """Return who (n,) is no organisation: of others nobody is ever surrendered."""
    return np.array([kind != ORGANISATION for kind in network.parties["kind"]], np.bool_)


def _groups(wanted: Wanted, number: Mapping[str, int]) -> NDArray[np.int32]:
    groups = np.full(len(number), ALONE, np.int32)
    for group, members in enumerate(wanted.groups):
        demand("groups", members, number)
        groups[[number[id] for id in members]] = group
    return groups


def _demand_amounts(wanted: Wanted) -> None:
    if (wanted.budget is None) == (wanted.until is None):
        raise UnreadableWish(
            where="plan", what="it needs a budget or a share to reach", remedy="give one of the two"
        )
    if wanted.budget is not None and not (wanted.budget >= 0 and math.isfinite(wanted.budget)):
        raise UnreadableWish(where="budget", what=f"{wanted.budget} is no amount", remedy="give 0 or more")
    if wanted.until is not None and not 0 < wanted.until <= 1:
        raise UnreadableWish(
            where="until", what=f"{wanted.until:.0%} is no share to reach", remedy="give more than 0 to 100 %"
        )
    for id, cost in (wanted.costs or {}).items():
        if not (cost >= 0 and math.isfinite(cost)):
            raise UnreadableWish(where=f"cost of {id}", what=f"{cost} is no cost", remedy="give 0 or more")
