"""A plan in waves for people at a terminal: wave by wave, who waits for what, and all at once beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from dedere.cli.network.plantext import Names, adding, name_of, others
from dedere.cli.words import Words
from dedere.links.plan.plan import CAVEATS
from dedere.links.plan.waves import Wave, Waves


def lines(found: Waves, names: Names, articles: Mapping[str, str], say: Words) -> Iterator[str]:
    """Yield what is printed, line by line; ``articles`` say by id what holds a person back."""
    ties = found.problem.structure.ties
    yield say.say("plan-network", parties=len(found.ids), ties=ties, lawful=found.lawful)
    for turn, wave in enumerate(found.waves, 1):
        yield ""
        yield from _wave(found, turn, wave, names, say)
    yield ""
    yield from _end(found, names, say)
    yield from _waiting(found, names, articles, say)
    yield ""
    for note in found.notes():
        yield "· " + say.sentence(f"plan-note.{note.code}", note.facts)
    for code in CAVEATS:
        yield "· " + say.sentence(f"network-caveat.{code}", {})


def _wave(found: Waves, turn: int, wave: Wave, names: Names, say: Words) -> Iterator[str]:
    period, answer = wave.period, wave.plan.answer
    yield say.say("wave", turn=turn, since=period.since.isoformat(), until=period.until.isoformat())
    if answer is None or not wave.removed.any():
        yield "  " + say.say("wave-nobody")
        return
    key = "plan-proved" if answer.proved else "plan-bound"
    told = {"value": f"{answer.value:g}", "bound": f"{answer.bound:g}", "gap": f"{answer.gap:.1%}"}
    yield "  " + say.say(key, **told)
    for line in (*adding(wave.plan, names, say), *others(wave.plan, answer, names, say)):
        yield "  " + line


def _end(found: Waves, names: Names, say: Words) -> Iterator[str]:
    by_wave, at_once = found.r()
    what = say.code("objective", found.wanted.objective.value)
    before = found.goal.left(found.problem, np.zeros(len(found.ids), np.bool_))
    yield say.say("plan-falls", what=what, before=f"{before:g}", after=f"{found.answer.value:g}")
    yield say.say("wave-r", r=f"{by_wave:.3f}")
    horizon = found.horizon.answer
    told = {"value": f"{horizon.value:g}", "bound": f"{horizon.bound:g}", "r": f"{at_once:.3f}"}
    yield say.say("wave-at-once", **told)
    if found.price:
        for turn, wave in enumerate(found.horizon.waves, 1):
            who = ", ".join(name_of(found.ids, names, int(party)) for party in np.flatnonzero(wave))
            yield "  " + say.say("wave-at-once-one", turn=turn, names=who or "–")


def _waiting(found: Waves, names: Names, articles: Mapping[str, str], say: Words) -> Iterator[str]:
    """Yield who waits for a day when the first wave ends: until when, by which article, where known."""
    first = found.turns.first or {}
    waiting = [int(party) for party in np.flatnonzero(found.waves[0].waiting)]
    if waiting:
        yield say.say("wave-waiting", n=len(waiting))
    for party in waiting:
        id = found.ids[party]
        key = "wave-from" if id in first else "wave-not-known"
        day = first[id].isoformat() if id in first else ""
        article = f" ({articles[id]})" if id in articles else ""
        yield "  " + say.say(key, name=name_of(found.ids, names, party), day=day) + article
