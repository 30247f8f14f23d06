"""How a plan moves when one person's standing changes, and which other sets come near it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from dedere.links.deadline import Deadline
from dedere.links.exact.problem import ALONE, Answer, Problem
from dedere.links.plan.solving import Goal, solved

MOST = 40  # persons whose standing is changed in turn
GLANCE = 0.1  # of the time, to see who would help
COULD = 5  # of those who cannot be surrendered today

Told = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """The plan solved anew with one ``party`` (a number) barred, or lawful who was not.

    ``answer`` is None where no lawful set will do any more. ``needed`` says whether the party is in every
    set within the tolerance: proved so, or refuted by another set; None where neither is known.
    """

    party: int
    lawful: bool
    answer: Answer | None
    needed: bool | None = None


def moved(
    problem: Problem,
    persons: NDArray[np.bool_],
    goal: Goal,
    plan: Answer,
    tolerance: float,
    deadline: Deadline,
    done: Told,
) -> Iterator[Moved]:
    """Yield the plan solved anew for each of its members barred, then for some who would help if lawful.

    ``persons`` (n,) says who could be, were the law another.
    """
    members = [int(party) for party in np.flatnonzero(plan.removed & ~problem.settled())][:MOST]
    could = _would_help(problem, persons, goal, plan, deadline)
    for at, party in enumerate((*members, *could)):
        done(at, len(members) + len(could))
        left = len(members) + len(could) - at
        if not deadline.left:
            return
        lawful = party in could
        standing = problem.lawful.copy()
        standing[party] = lawful
        answer = solved(replace(problem, lawful=standing), goal, deadline.left / left)
        if lawful:
            yield Moved(party=party, lawful=True, answer=_no_worse(answer, plan))
        else:
            bounded = answer and replace(answer, bound=max(answer.bound, min(plan.bound, answer.value)))
            yield Moved(
                party=party, lawful=False, answer=bounded, needed=_needed(bounded, plan.value + tolerance)
            )


def _would_help(
    problem: Problem, persons: NDArray[np.bool_], goal: Goal, plan: Answer, deadline: Deadline
) -> list[int]:
    """Return who would be in a better set if everyone were lawful, as far as a short search sees."""
    if problem.lawful[persons].all() or not deadline.left:
        return []
    everyone = replace(problem, lawful=problem.lawful | persons)
    best = solved(everyone, goal, deadline.left * GLANCE)
    if best is None or best.value >= plan.value:
        return []
    barred = best.removed & ~problem.lawful & ~problem.settled() & (problem.groups == ALONE)
    worth = [
        (_without(everyone, goal, best.removed, int(party)), int(party)) for party in np.flatnonzero(barred)
    ]
    return [party for _, party in sorted(worth, reverse=True)[:COULD]]


def _without(problem: Problem, goal: Goal, removed: NDArray[np.bool_], party: int) -> float:
    stays = removed.copy()
    stays[party] = False
    return goal.left(problem, stays)


def _no_worse(answer: Answer | None, plan: Answer) -> Answer:
    """Return the better of two: whoever may also be chosen need not be."""
    if answer is None or answer.value > plan.value:
        bound = plan.bound if answer is None else answer.bound
        return Answer(value=plan.value, bound=min(bound, plan.value), removed=plan.removed)
    return answer


def _needed(answer: Answer | None, within: float) -> bool | None:
    if answer is None or answer.bound > within + 1e-6:
        return True
    return False if answer.value <= within + 1e-6 else None


def near(plan: Answer, moves: list[Moved], tolerance: float, most: int) -> list[Answer]:
    """Return other sets that come within a tolerance of a plan, the best first, each once."""
    found: dict[bytes, Answer] = {}
    for move in moves:
        answer = move.answer
        if answer and not move.lawful and answer.value <= plan.value + tolerance + 1e-6:
            found.setdefault(answer.removed.tobytes(), answer)
    return sorted(found.values(), key=lambda answer: answer.value)[:most]
