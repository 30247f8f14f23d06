"""A plan: the lawful set that does most, how far that is proved, who adds what, and what would move it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from dedere.links.deadline import Deadline
from dedere.links.effect.stated import Caveat
from dedere.links.exact.problem import Answer, Problem
from dedere.links.network import Network
from dedere.links.objective import Objective, value
from dedere.links.plan.moving import MOST, Moved, moved, near
from dedere.links.plan.solving import Goal, solved
from dedere.links.plan.wanted import Wanted, changing, problem_of

EXACT_UP_TO = 2000
MAIN = 0.6  # of the time; the rest is for what would move the plan
SHARE = 0.05
SETS = 5
# Of the group network-caveat: what must be said beside any figure of a removal.
CAVEATS = ("as-told", "nobody-steps-in", "no-word-on-a-person", "all-ties-alike")

Told = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Adds:
    """What a member who was chosen adds: what is left if that one stays, the others going as planned."""

    party: int
    left: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The answer to a wish. Parties are numbers throughout, their ``ids`` in that order.

    ``answer`` is None where no lawful set will do. ``before`` and ``after`` hold each objective's count.
    ``sets`` are others within ``tolerance`` of the value; there may be more.
    """

    ids: tuple[str, ...]
    wanted: Wanted
    problem: Problem
    goal: Goal
    answer: Answer | None
    before: Mapping[Objective, int]
    after: Mapping[Objective, int]
    adds: tuple[Adds, ...]
    tolerance: float
    sets: tuple[Answer, ...]
    moves: tuple[Moved, ...]
    notes: tuple[Caveat, ...]


def plan(
    network: Network,
    wanted: Wanted,
    *,
    exact: bool | None = None,
    seconds: float = 60.0,
    seed: int = 1,
    done: Told | None = None,
) -> Plan:
    """Return the best lawful removal found and proved in about so many seconds.

    ``exact`` None seeks a proof up to EXACT_UP_TO parties. ``done`` is told a stage, a code, how far it is
    and of how much; it may raise to end the search. Raises UnknownParties and UnreadableWish.
    """
    problem = problem_of(network, wanted)
    goal = goal_of(wanted, problem.structure.parties, exact, seed)
    ids = tuple(network.parties["id"])
    tell = done or (lambda stage, at, of: None)
    return planned(ids, wanted, problem, changing(network, wanted), goal, seconds, tell)


def goal_of(wanted: Wanted, parties: int, exact: bool | None, seed: int) -> Goal:
    """Return what is sought in a network of so many parties; ``exact`` None asks for a proof by size."""
    return Goal(
        objective=wanted.objective,
        budget=wanted.budget,
        most=wanted.most(parties),
        exact=parties <= EXACT_UP_TO if exact is None else exact,
        seed=seed,
    )


def planned(
    ids: tuple[str, ...],
    wanted: Wanted,
    problem: Problem,
    could: NDArray[np.bool_],
    goal: Goal,
    seconds: float,
    tell: Told,
) -> Plan:
    """Return the plan of a problem; ``could`` (n,) says who could be surrendered, were the law another."""
    deadline = Deadline(seconds)
    tell("seeking", 0, 1)
    answer, tolerance, moves = solved(problem, goal, seconds * MAIN), 0.0, list[Moved]()
    if answer:
        tolerance = max(1.0, SHARE * answer.value)
        moves = list(
            moved(
                *(problem, could, goal, answer, tolerance, deadline),
                done=lambda at, of: tell("moving", at, of),
            )
        )
        answer = _bettered(answer, moves)
    return Plan(
        ids=ids,
        wanted=wanted,
        problem=problem,
        goal=goal,
        answer=answer,
        before=_counts(problem, np.zeros(len(ids), np.bool_)),
        after=_counts(problem, answer.removed if answer else problem.settled()),
        adds=tuple(_adds(problem, goal, answer)) if answer else (),
        tolerance=tolerance,
        sets=tuple(near(answer, moves, tolerance, SETS)) if answer else (),
        moves=tuple(moves),
        notes=(*without_ties(wanted), *_notes(problem, goal, answer, moves)),
    )


def _bettered(answer: Answer, moves: Sequence[Moved]) -> Answer:
    """Return the best set seen: one that leaves a member out may turn out to be better than the plan."""
    others = [move.answer for move in moves if move.answer and not move.lawful]
    best = min((answer, *others), key=lambda each: each.value)
    return replace(best, bound=min(answer.bound, best.value))


def _counts(problem: Problem, gone: NDArray[np.bool_]) -> Mapping[Objective, int]:
    return {objective: value(problem.structure, gone, objective) for objective in Objective}


def _adds(problem: Problem, goal: Goal, answer: Answer) -> Iterator[Adds]:
    found = []
    for party in np.flatnonzero(answer.removed & ~problem.settled()):
        stays = answer.removed.copy()
        stays[party] = False
        found.append(Adds(party=int(party), left=goal.left(problem, stays)))
    yield from sorted(found, key=lambda each: -each.left)


def without_ties(wanted: Wanted) -> Iterator[Caveat]:
    """Yield what must be said where somebody on a list stands in no figure."""
    if wanted.absent:
        yield Caveat(code="without-ties", facts={"n": len(wanted.absent)})


def _notes(problem: Problem, goal: Goal, answer: Answer | None, moves: Sequence[Moved]) -> Iterator[Caveat]:
    """Yield what must be said: what was not proved, what holds only under what, and what is no statement."""
    lawful = int(problem.lawful.sum())
    if not lawful:
        yield Caveat(code="nobody-lawful", facts={})
    if answer is None:
        yield Caveat(code="out-of-reach", facts={} if goal.most is None else {"most": goal.most})
        return
    gone = int((answer.removed & ~problem.settled()).sum())
    if not gone:
        yield Caveat(code="nobody-goes", facts={})
    if goal.budget is not None and goal.budget >= problem.costs[problem.lawful].sum() > 0:
        yield Caveat(code="budget-for-all", facts={"lawful": lawful})
    if not answer.proved:
        yield Caveat(
            code="time-ran-out" if goal.exact else "bound-by-counting", facts={"gap": round(answer.gap, 4)}
        )
    if gone > MOST or len([move for move in moves if not move.lawful]) < min(gone, MOST):
        yield Caveat(code="not-all-moved", facts={"moved": len(moves), "members": gone})
    yield Caveat(code="not-the-list", facts={})
