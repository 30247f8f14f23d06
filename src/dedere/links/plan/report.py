"""A plan as JSON: stable keys, told by docs/reference/network-plan.schema.json."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dedere.links.exact.problem import Answer
from dedere.links.plan.moving import Moved
from dedere.links.plan.plan import CAVEATS, Plan

Ids = tuple[str, ...]


def report_plan(plan: Plan, seconds: float) -> dict[str, Any]:
    """Return all that a plan says; parties by their ids, whole figures as whole numbers."""
    answer, goal, wanted = plan.answer, plan.goal, plan.wanted
    until = None if wanted.until is None else {"percent": number(wanted.until * 100), "most": goal.most}
    return {
        "objective": wanted.objective.value if goal.most is None else "cost",
        "budget": None if wanted.budget is None else number(wanted.budget),
        "until": until,
        "exact": goal.exact,
        "seed": goal.seed,
        "parties": len(plan.ids),
        "ties": plan.problem.structure.ties,
        "lawful": int(plan.problem.lawful.sum()),
        "before": {objective.value: count for objective, count in plan.before.items()},
        "after": {objective.value: count for objective, count in plan.after.items()} if answer else None,
        "cost": number(plan.problem.cost(answer.removed)) if answer else None,
        **report_set(plan, np.zeros(len(plan.ids), np.bool_)),
        "waves": [],
        "horizon": None,
        "told": [{"code": note.code, "facts": dict(note.facts)} for note in plan.notes]
        + [{"code": code, "facts": {}} for code in CAVEATS],
        "seconds": round(seconds, 2),
    }


def report_set(plan: Plan, before: NDArray[np.bool_]) -> dict[str, Any]:
    """Return what is said of the set and of others; those gone ``before`` (n,) are named in none."""
    return {
        **report_answer(plan.ids, plan.answer, before),
        "adds": [
            {
                "id": plan.ids[each.party],
                "cost": number(plan.problem.costs[each.party]),
                "left": number(each.left),
            }
            for each in plan.adds
        ],
        "tolerance": number(plan.tolerance),
        "sets": [report_other(plan.ids, plan.answer, other, before) for other in plan.sets],
        "what_if": [_moved(plan, move) for move in plan.moves],
    }


def report_answer(ids: Ids, answer: Answer | None, before: NDArray[np.bool_]) -> dict[str, Any]:
    """Return a value, what is proved of it, and who goes that was not gone before."""
    if answer is None:
        return {"value": None, "bound": None, "gap": None, "proved": False, "removed": []}
    return {
        "value": number(answer.value),
        "bound": number(answer.bound),
        "gap": round(answer.gap, 4),
        "proved": answer.proved,
        "removed": named(ids, answer.removed & ~before),
    }


def report_other(ids: Ids, answer: Answer | None, other: Answer, before: NDArray[np.bool_]) -> dict[str, Any]:
    """Return another set beside that of an answer: who stays instead, and who goes."""
    removed = answer.removed if answer else np.zeros_like(other.removed)
    return {
        "value": number(other.value),
        "removed": named(ids, other.removed & ~before),
        "without": named(ids, removed & ~other.removed),
        "instead": named(ids, other.removed & ~removed),
    }


def _moved(plan: Plan, move: Moved) -> Mapping[str, Any]:
    answer = move.answer
    return {
        "id": plan.ids[move.party],
        "change": "lawful" if move.lawful else "barred",
        "value": number(answer.value) if answer else None,
        "bound": number(answer.bound) if answer else None,
        "proved": answer.proved if answer else True,
        "needed": move.needed,
    }


def named(ids: Ids, parties: NDArray[np.bool_]) -> list[str]:
    """Return the ids of the parties of a mask (n,)."""
    return [ids[party] for party in np.flatnonzero(parties)]


def number(value: float) -> float | int:
    """Return a whole figure as a whole number, another to six places."""
    return int(value) if float(value).is_integer() else round(float(value), 6)
