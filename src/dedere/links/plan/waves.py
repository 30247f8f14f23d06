"""A plan in waves: in each period the best of those whose day has come, beside the best of all at once."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from dedere.links.deadline import Deadline
from dedere.links.effect.stated import Caveat
from dedere.links.exact.found import SLACK
from dedere.links.exact.problem import Answer, Problem
from dedere.links.network import Network
from dedere.links.objective import Objective, value
from dedere.links.plan.batches import batches_of, cost_of
from dedere.links.plan.horizon import Horizon, at_once
from dedere.links.plan.plan import Plan, Told, goal_of, planned, without_ties
from dedere.links.plan.solving import Goal
from dedere.links.plan.turns import Period, Turns, turns_of
from dedere.links.plan.wanted import UnreadableWish, Wanted, changing, problem_of

BY_WAVE = 0.6  # of the time; the rest seeks the best of all waves at once


@dataclass(frozen=True, slots=True, kw_only=True)
class Wave:
    """One wave: the ``plan`` of its period, those ``gone`` (n,) before it being gone in it too.

    ``waiting`` (n,) are those on the list whose day comes after the period, or is not known.
    """

    period: Period
    plan: Plan
    gone: NDArray[np.bool_]
    waiting: NDArray[np.bool_]

    @property
    def after(self) -> NDArray[np.bool_]:
        """Who (n,) is gone after it."""
        return self.plan.answer.removed if self.plan.answer else self.gone

    @property
    def removed(self) -> NDArray[np.bool_]:
        """Who (n,) goes in it."""
        return self.after & ~self.gone


@dataclass(frozen=True, slots=True, kw_only=True)
class Waves:
    """A plan wave by wave, and the ``horizon``: the best found where all waves are chosen at once.

    ``come`` (n,) is the wave from which on each may go; ``budget`` and costs hold for each wave by itself.
    """

    turns: Turns
    wanted: Wanted
    ids: tuple[str, ...]
    problem: Problem
    goal: Goal
    come: NDArray[np.int32]
    waves: tuple[Wave, ...]
    horizon: Horizon

    @property
    def answer(self) -> Answer:
        """Who is gone after the last wave, and what is proved of every plan in the same waves."""
        removed = self.waves[-1].after
        left = self.goal.left(self.problem, removed)
        return Answer(value=left, bound=self.horizon.answer.bound, removed=removed)

    @property
    def lawful(self) -> int:
        """How many may go in any of the waves."""
        return int((self.problem.lawful & (self.come < len(self.waves))).sum())

    @property
    def price(self) -> float:
        """How much more of the objective it leaves than all waves chosen at once."""
        return self.answer.value - self.horizon.answer.value

    def notes(self) -> tuple[Caveat, ...]:
        """What must be said beside it, as codes of the group ``plan-note``."""
        unknown = int((self.waves[-1].waiting & (self.come == len(self.waves))).sum())
        staying = int((self.problem.settled() & ~self.answer.removed).sum())
        found = [*without_ties(self.wanted), Caveat(code="wave-by-wave", facts={})]
        if unknown:
            found.append(Caveat(code="not-in-these-waves", facts={"n": unknown}))
        if staying:
            found.append(Caveat(code="fixed-stay", facts={"n": staying}))
        if not self.horizon.answer.proved:
            found.append(Caveat(code="time-ran-out", facts={"gap": round(self.horizon.answer.gap, 4)}))
        return (*found, Caveat(code="not-the-list", facts={}))

    def r(self) -> tuple[float, float]:
        """Return R wave by wave, and of all at once: the mean share of the parties in the largest part."""
        return (
            _mean_share(self.problem, [wave.after for wave in self.waves]),
            _mean_share(self.problem, np.logical_or.accumulate(self.horizon.waves)),
        )


def in_waves(
    network: Network,
    wanted: Wanted,
    turns: Turns,
    *,
    exact: bool | None = None,
    seconds: float = 60.0,
    seed: int = 1,
    done: Told | None = None,
) -> Waves:
    """Return a plan in waves after about so many seconds; the ``budget`` wanted is that of each wave.

    The first wave takes the best of those whose day has come, the next goes on from there. Nobody goes
    before the day has come, not even those ``fixed``: they go in the first wave that may and can take
    them. Raises UnknownParties and UnreadableWish.
    """
    if wanted.budget is None:
        raise UnreadableWish(where="waves", what="they need a budget", remedy="say how many may go in each")
    problem, ids = problem_of(network, wanted), tuple(network.parties["id"])
    come, periods = turns_of(turns, wanted, ids), turns.periods()
    goal = goal_of(wanted, len(ids), exact, seed)
    tell, deadline = done or (lambda stage, at, of: None), Deadline(seconds)
    could = changing(network, wanted)
    gone, waves = np.zeros(len(ids), np.bool_), list[Wave]()
    for turn, period in enumerate(periods):
        tell("wave", turn, len(periods) + 1)
        now = _now(problem, come <= turn, gone, wanted.budget)
        share = deadline.left * BY_WAVE / (BY_WAVE * (len(periods) - turn) + 1 - BY_WAVE)
        found = planned(ids, wanted, now, could & ~gone, goal, share, lambda stage, at, of: None)
        listed = (problem.lawful | problem.fixed) & ~gone
        waves.append(Wave(period=period, plan=found, gone=gone, waiting=listed & (come > turn)))
        gone = waves[-1].after
    tell("horizon", len(periods), len(periods) + 1)
    chosen = np.array([wave.removed for wave in waves])
    horizon = at_once(problem, goal, come, chosen, deadline)
    return Waves(
        turns=turns,
        wanted=wanted,
        ids=ids,
        problem=problem,
        goal=goal,
        come=come,
        waves=tuple(waves),
        horizon=horizon,
    )


def _now(problem: Problem, come: NDArray[np.bool_], gone: NDArray[np.bool_], budget: float) -> Problem:
    """Return the problem of one wave: who is gone is gone for nothing, whose day has not come may not go."""
    costs, fixed, spent = np.where(gone, 0.0, problem.costs), gone.copy(), 0.0
    for batch in batches_of(problem, problem.settled() & ~gone):
        cost = cost_of(problem, batch)
        if come[list(batch)].all() and spent + cost <= budget + SLACK:
            fixed[list(batch)] = True
            spent += cost
    lawful = problem.lawful & come & ~(problem.settled() & ~fixed)
    return replace(problem, lawful=lawful, costs=costs, fixed=fixed)


def _mean_share(problem: Problem, afters: NDArray[np.bool_] | list[NDArray[np.bool_]]) -> float:
    left = [value(problem.structure, after, Objective.LARGEST) for after in afters]
    return sum(left) / len(left) / problem.structure.parties
