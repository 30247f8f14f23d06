"""The best of all waves at once: what the last one leaves, if the first is chosen with it in mind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from dedere.links.deadline import Deadline
from dedere.links.exact.found import SLACK
from dedere.links.exact.problem import Answer, Problem
from dedere.links.plan.batches import Batch, batches_of, cost_of, mask_of, spread
from dedere.links.plan.solving import Goal, solved

FIRST = 0.5  # of the time left, for the first and every further programme


@dataclass(frozen=True, slots=True, kw_only=True)
class Horizon:
    """The best found of all waves at once: who goes in each of ``waves`` (w, n), and what is proved.

    ``answer`` holds the value after the last wave; no plan in these waves leaves less than its bound.
    """

    answer: Answer
    waves: NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What stays the same while sets are tried: budgets hold for each wave, days for each batch."""

    problem: Problem
    goal: Goal
    come: NDArray[np.int32]
    waves: int
    budget: float
    deadline: Deadline

    def places(self, gone: NDArray[np.bool_]) -> list[list[Batch]] | None:
        """Return how a set is spread over the waves, None where that was not found."""
        return spread(self.problem, batches_of(self.problem, gone), self.come, self.budget, range(self.waves))

    @property
    def even(self) -> bool:
        """Whether every batch costs the same, so that a place which is not found is not there."""
        everyone = batches_of(self.problem, self.problem.lawful | self.problem.settled())
        return len({cost_of(self.problem, batch) for batch in everyone}) <= 1


def at_once(
    problem: Problem,
    goal: Goal,
    come: NDArray[np.int32],
    chosen: NDArray[np.bool_],
    deadline: Deadline,
) -> Horizon:
    """Return the best set that can be spread over the waves, no worse than those ``chosen`` (w, n) already.

    One budget for all waves is asked first. Where its set cannot be spread, since too many of it come too
    late, one who comes late is left out, or is to be in it: each choice is asked in turn.
    """
    waves = len(chosen)
    last = come < waves
    within = replace(problem, lawful=problem.lawful & last, fixed=problem.settled() & chosen.any(0))
    asked = _Asked(
        problem=within, goal=goal, come=come, waves=waves, budget=goal.budget or 0.0, deadline=deadline
    )
    best = _best(asked, chosen)
    if best.removed.tobytes() == chosen.any(0).tobytes():
        return Horizon(answer=best, waves=chosen)
    return Horizon(answer=best, waves=_in_order(asked, best.removed))


def _best(asked: _Asked, chosen: NDArray[np.bool_]) -> Answer:
    """Return the best set found and the least that any set left open could leave."""
    whole = replace(asked.goal, budget=asked.budget * asked.waves)
    removed: NDArray[np.bool_] = np.logical_or.reduce(chosen)
    value, bound, even = whole.left(asked.problem, removed), np.inf, asked.even
    left = [(_floor(asked.problem, whole), asked.problem)]
    while left and asked.deadline.left:
        _, problem = left.pop()
        answer = solved(problem, whole, asked.deadline.left * FIRST)
        if answer is None or answer.bound >= value:
            continue
        gone = _spared(problem, whole, answer.removed)
        if asked.places(gone) is not None:
            if answer.value < value:
                value, removed = answer.value, gone
            bound = min(bound, answer.bound)
        elif not even or asked.places(problem.settled()) is not None:
            branches = [(answer.bound, branch) for branch in _branches(asked, problem, gone)]
            left += branches
            bound = bound if branches else min(bound, answer.bound)
    bound = min([value, bound, *(least for least, _ in left)])
    return Answer(value=value, bound=bound, removed=removed)


def _floor(problem: Problem, goal: Goal) -> float:
    """Return what is left once everyone who may go is gone: no set leaves less, whatever is not tried."""
    return goal.left(problem, problem.lawful | problem.settled())


def _spared(problem: Problem, goal: Goal, removed: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return a set without those whose going takes nothing away, so that fewer need a place."""
    gone, value = removed.copy(), goal.left(problem, removed)
    for batch in batches_of(problem, removed & ~problem.settled()):
        less = gone & ~mask_of([batch], len(gone))
        if goal.left(problem, less) <= value:
            gone = less
    return gone


def _branches(asked: _Asked, problem: Problem, gone: NDArray[np.bool_]) -> Iterator[Problem]:
    """Yield the problem with one of the set barred and with the same one fixed: the latest to come."""
    free = batches_of(problem, gone & ~problem.settled())
    if not free:
        return
    latest = max(free, key=lambda batch: (asked.come[list(batch)].max(), cost_of(problem, batch), batch))
    one = mask_of([latest], len(gone))
    yield replace(problem, fixed=problem.fixed | one)
    yield replace(problem, lawful=problem.lawful & ~one)


def _in_order(asked: _Asked, removed: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return who of a set goes in each wave (w, n): the best of them first, as far as all keep a place."""
    gone, waves = np.zeros_like(removed), list[NDArray[np.bool_]]()
    for turn in range(asked.waves):
        places = spread(
            asked.problem,
            batches_of(asked.problem, removed & ~gone),
            asked.come,
            asked.budget,
            range(turn, asked.waves),
        )
        wave = mask_of(places[0] if places else [], len(gone))
        waves.append(_better(asked, removed & ~gone, gone, wave, turn))
        gone = gone | waves[-1]
    return np.array(waves)


def _better(
    asked: _Asked, left: NDArray[np.bool_], gone: NDArray[np.bool_], wave: NDArray[np.bool_], turn: int
) -> NDArray[np.bool_]:
    """Return the best wave of those left, filled up; the one given where that leaves another no place."""
    now = replace(
        asked.problem,
        lawful=left & (asked.come <= turn),
        fixed=gone,
        costs=np.where(gone, 0.0, asked.problem.costs),
    )
    found = solved(now, asked.goal, asked.deadline.left / asked.waves)
    if found is None:
        return wave
    chosen = batches_of(asked.problem, found.removed & ~gone)
    spent = sum(cost_of(asked.problem, batch) for batch in chosen)
    for batch in batches_of(asked.problem, left & (asked.come <= turn) & ~found.removed):
        if spent + cost_of(asked.problem, batch) <= asked.budget + SLACK:
            chosen.append(batch)
            spent += cost_of(asked.problem, batch)
    better = mask_of(chosen, len(gone))
    rest = batches_of(asked.problem, left & ~better)
    fits = spread(asked.problem, rest, asked.come, asked.budget, range(turn + 1, asked.waves))
    return wave if fits is None else better
