"""A plan as JSON: stable keys, told by docs/reference/network-plan.schema.json."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dedere.links.exact.problem import Answer
from dedere.links.plan.moving import Moved
from dedere.links.plan.plan import CAVEATS, Plan


def report_plan(plan: Plan, seconds: float) -> dict[str, Any]:
    """Return all that a plan says; parties by their ids, whole figures as whole numbers."""
    answer, goal, wanted = plan.answer, plan.goal, plan.wanted
    until = None if wanted.until is None else {"percent": _number(wanted.until * 100), "most": goal.most}
    return {
        "objective": wanted.objective.value if goal.most is None else "cost",
        "budget": None if wanted.budget is None else _number(wanted.budget),
        "until": until,
        "exact": goal.exact,
        "seed": goal.seed,
        "parties": len(plan.ids),
        "ties": plan.problem.structure.ties,
        "lawful": int(plan.problem.lawful.sum()),
        "before": {objective.value: count for objective, count in plan.before.items()},
        "after": {objective.value: count for objective, count in plan.after.items()} if answer else None,
        "cost": _number(plan.problem.cost(answer.removed)) if answer else None,
        **_answered(plan, answer),
        "adds": [
            {
                "id": plan.ids[each.party],
                "cost": _number(plan.problem.costs[each.party]),
                "left": _number(each.left),
            }
            for each in plan.adds
        ],
        "tolerance": _number(plan.tolerance),
        "sets": [_set(plan, other) for other in plan.sets],
        "what_if": [_moved(plan, move) for move in plan.moves],
        "told": [{"code": note.code, "facts": dict(note.facts)} for note in plan.notes]
        + [{"code": code, "facts": {}} for code in CAVEATS],
        "seconds": round(seconds, 2),
    }


def _answered(plan: Plan, answer: Answer | None) -> Mapping[str, Any]:
    if answer is None:
        return {"value": None, "bound": None, "gap": None, "proved": False, "removed": []}
    return {
        "value": _number(answer.value),
        "bound": _number(answer.bound),
        "gap": round(answer.gap, 4),
        "proved": answer.proved,
        "removed": _ids(plan, answer.removed),
    }


def _set(plan: Plan, other: Answer) -> Mapping[str, Any]:
    removed = plan.answer.removed if plan.answer else np.zeros_like(other.removed)
    return {
        "value": _number(other.value),
        "removed": _ids(plan, other.removed),
        "without": _ids(plan, removed & ~other.removed),
        "instead": _ids(plan, other.removed & ~removed),
    }


def _moved(plan: Plan, move: Moved) -> Mapping[str, Any]:
    answer = move.answer
    return {
        "id": plan.ids[move.party],
        "change": "lawful" if move.lawful else "barred",
        "value": _number(answer.value) if answer else None,
        "bound": _number(answer.bound) if answer else None,
        "proved": answer.proved if answer else True,
        "needed": move.needed,
    }


def _ids(plan: Plan, removed: NDArray[np.bool_]) -> list[str]:
    return [plan.ids[party] for party in np.flatnonzero(removed)]


def _number(value: float) -> float | int:
    return int(value) if float(value).is_integer() else round(float(value), 6)
