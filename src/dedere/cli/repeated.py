"""A repetition as text: which instruments are the same files, and what came out otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from dedere.cli.words import Words
from dedere.law.outcomes import Difference, Outcome
from dedere.law.repeat import InstrumentThenNow, Repetition


def repetition_lines(done: Repetition, say: Words) -> Iterator[str]:
    """Yield the instruments, each with its digests, then each difference."""
    for each in done.instruments:
        yield _instrument(each, say)
    key = "repeated-same" if done.same else "repeated-differs"
    yield say.say(key, case=done.case, on=done.on.isoformat(), n=len(done.differences))
    for differing in done.differences:
        yield difference_line(differing, say)


def _instrument(each: InstrumentThenNow, say: Words) -> str:
    if each.same:
        return say.say("repeated-instrument-same", instrument=each.id, digest=each.now)
    key = "gone" if each.now is None else "new" if each.then is None else "changed"
    return say.say(f"repeated-instrument-{key}", instrument=each.id, then=each.then, now=each.now)


def difference_line(differing: Difference, say: Words) -> str:
    """One clause that came out otherwise: what it was, and what it is."""
    return say.say(
        "repeated-row",
        charge=say.say("repeated-charge", id=differing.charge) if differing.charge else "",
        article=differing.article,
        instrument=differing.instrument,
        clause=differing.clause,
        before=_outcome(differing.before, say),
        after=_outcome(differing.after, say),
    )


def _outcome(outcome: Outcome | None, say: Words) -> str:
    if outcome is None:
        return say.say("repeated-nothing")
    if outcome.effect == "clock":
        state = say.code("clock", f"state.{outcome.says}")
        return f"{state} {outcome.due.isoformat()}" if outcome.due else state
    return f"{say.code('effect', outcome.effect)}, {say.code('finding', outcome.says)}"
