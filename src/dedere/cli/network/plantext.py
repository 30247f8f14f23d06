"""A plan for people at a terminal: the set, its proof, who adds what, other sets, what would move it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from dedere.cli.words import Words
from dedere.links.exact.problem import Answer
from dedere.links.plan.moving import Moved
from dedere.links.plan.plan import CAVEATS, Plan

Names = Mapping[str, str]


def lines(plan: Plan, names: Names, say: Words) -> Iterator[str]:
    """Yield what is printed, line by line."""
    lawful = int(plan.problem.lawful.sum())
    yield say.say("plan-network", parties=len(plan.ids), ties=plan.problem.structure.ties, lawful=lawful)
    if plan.answer:
        yield from _answer(plan, plan.answer, names, say)
    yield ""
    for note in plan.notes:
        yield "· " + say.sentence(f"plan-note.{note.code}", note.facts)
    for code in CAVEATS:
        yield "· " + say.sentence(f"network-caveat.{code}", {})


def _answer(plan: Plan, answer: Answer, names: Names, say: Words) -> Iterator[str]:
    yield say.say("plan-removed", n=int(answer.removed.sum()), cost=f"{plan.problem.cost(answer.removed):g}")
    for objective in plan.before:
        yield "  " + say.say(
            "plan-falls",
            what=say.code("objective", objective.value),
            before=plan.before[objective],
            after=plan.after[objective],
        )
    key = "plan-proved" if answer.proved else "plan-bound"
    yield say.say(key, value=f"{answer.value:g}", bound=f"{answer.bound:g}", gap=f"{answer.gap:.1%}")
    yield from adding(plan, names, say)
    yield from others(plan, answer, names, say)


def adding(plan: Plan, names: Names, say: Words) -> Iterator[str]:
    """Yield who goes, and what is left if that one stays."""
    yield say.say("plan-adds")
    for each in plan.adds:
        yield "  " + say.say(
            "plan-adds-one", name=name_of(plan.ids, names, each.party), left=f"{each.left:g}"
        )


def others(plan: Plan, answer: Answer, names: Names, say: Words) -> Iterator[str]:
    """Yield other sets that come near, and what moves the plan."""
    yield from _sets(plan, answer, names, say)
    yield from _moves(plan, names, say)


def _sets(plan: Plan, answer: Answer, names: Names, say: Words) -> Iterator[str]:
    if plan.sets:
        yield say.say("plan-sets", n=len(plan.sets), tolerance=f"{plan.tolerance:g}")
    for other in plan.sets:
        yield "  " + say.say(
            "plan-set",
            value=f"{other.value:g}",
            without=_those(plan, names, answer.removed & ~other.removed) or "–",
            instead=_those(plan, names, other.removed & ~answer.removed) or "–",
        )


def _moves(plan: Plan, names: Names, say: Words) -> Iterator[str]:
    if plan.moves:
        yield say.say("plan-moves")
    for move in plan.moves:
        yield "  " + _move(plan, names, move, say)


def _move(plan: Plan, names: Names, move: Moved, say: Words) -> str:
    name = name_of(plan.ids, names, move.party)
    if move.answer is None:
        return say.say("plan-barred-none", name=name)
    key = "plan-lawful" if move.lawful else "plan-barred"
    told = say.say(key, name=name, value=f"{move.answer.value:g}", bound=f"{move.answer.bound:g}")
    return told + (" " + say.say("plan-needed") if move.needed else "")


def _those(plan: Plan, names: Names, removed: NDArray[np.bool_]) -> str:
    return ", ".join(name_of(plan.ids, names, int(party)) for party in np.flatnonzero(removed))


def name_of(ids: Sequence[str], names: Names, party: int) -> str:
    """Return the name of a party, its id where it has none."""
    return names.get(ids[party]) or ids[party]
