"""A plan in waves as JSON: the keys of a plan, then wave by wave, and what all at once would leave."""

from __future__ import annotations

from typing import Any

import numpy as np

from dedere.links.objective import Objective, value
from dedere.links.plan.plan import CAVEATS
from dedere.links.plan.report import named, number, report_answer, report_other, report_set
from dedere.links.plan.waves import Wave, Waves


def report_waves(found: Waves, seconds: float) -> dict[str, Any]:
    """Return all that a plan in waves says; ``docs/reference/network-plan.schema.json`` tells the keys."""
    nobody, end = np.zeros(len(found.ids), np.bool_), found.answer
    by_wave, at_once = found.r()
    return {
        "objective": found.wanted.objective.value,
        "budget": number(found.wanted.budget or 0.0),
        "until": None,
        "exact": found.goal.exact,
        "seed": found.goal.seed,
        "parties": len(found.ids),
        "ties": found.problem.structure.ties,
        "lawful": found.lawful,
        "before": _counts(found, nobody),
        "after": _counts(found, end.removed),
        "cost": number(found.problem.cost(end.removed)),
        **report_answer(found.ids, end, nobody),
        "adds": [],
        "tolerance": 0,
        "sets": [report_other(found.ids, end, found.horizon.answer, nobody)] if found.price else [],
        "what_if": [],
        "waves": [_wave(found, wave) for wave in found.waves],
        "r": round(by_wave, 6),
        "horizon": {
            **report_answer(found.ids, found.horizon.answer, nobody),
            "waves": [named(found.ids, wave) for wave in found.horizon.waves],
            "r": round(at_once, 6),
        },
        "told": [{"code": note.code, "facts": dict(note.facts)} for note in found.notes()]
        + [{"code": code, "facts": {}} for code in CAVEATS],
        "seconds": round(seconds, 2),
    }


def _wave(found: Waves, wave: Wave) -> dict[str, Any]:
    first = found.turns.first or {}
    after = _counts(found, wave.after)
    return {
        "since": wave.period.since.isoformat(),
        "until": wave.period.until.isoformat(),
        "lawful": int((wave.plan.problem.lawful & ~wave.gone).sum()),
        **report_set(wave.plan, wave.gone),
        "after": after,
        "share": round(after["largest"] / len(found.ids), 6),
        "waiting": [
            {"id": id, "from": first[id].isoformat() if id in first else None}
            for id in named(found.ids, wave.waiting)
        ],
        "told": [{"code": note.code, "facts": dict(note.facts)} for note in wave.plan.notes],
    }


def _counts(found: Waves, gone: np.ndarray[Any, np.dtype[np.bool_]]) -> dict[str, int]:
    return {each.value: value(found.problem.structure, gone, each) for each in Objective}
