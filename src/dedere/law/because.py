"""Because: one sentence that says what a clause comes to, on which facts, and what lifts or would lift it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dedere.law.assessment import Effect
from dedere.law.casefile import Value
from dedere.law.instrument import Clause
from dedere.law.logic import ALWAYS, All, Any, Condition, Is, Not, plain
from dedere.law.speech import Speech
from dedere.words import Finding

Values = Mapping[str, Value]

_BEARING = {
    Effect.REQUIREMENT: "need",
    Effect.DOCUMENT: "need",
    Effect.SCOPE: "need",
    Effect.MANDATORY_BAR: "bar",
    Effect.STAY: "bar",
    Effect.DISCRETION: "discretion",
}


def because(clause: Clause, finding: Finding, values: Values, say: Speech) -> str:
    """The sentence; empty where the clause asks nothing of the facts."""
    question, bearing = clause.question, _BEARING.get(clause.effect, "rule")
    if not question.facts:
        return ""
    match finding:
        case Finding.NOT_IN_POINT:
            return _since("because.not-in-point", question.guard, False, values, say)
        case Finding.UNKNOWN:
            return _unknown(question.condition, question.guard, bearing, values, say)
    if bearing in ("bar", "discretion"):
        return _bar(question.condition, finding, bearing, values, say)
    met = finding is Finding.MET
    return _since(f"because.{bearing}-{finding.value}", question.condition, met, values, say)


def _bar(condition: Condition, finding: Finding, bearing: str, values: Values, say: Speech) -> str:
    """A bar with its exceptions: whether it is reached, and whether one of them takes it away."""
    core, exceptions = split(plain(condition))
    if finding is Finding.NOT_MET and core.kleene(values) is True:
        lifting = next((each for each in exceptions if each.kleene(values) is True), None)
        if lifting is not None:
            held = say.joined(grounds(core, True, values, say))
            lifts = say.joined(grounds(lifting, True, values, say))
            return say.word(f"because.{bearing}-lifted", grounds=held, lifts=lifts)
    if finding is Finding.NOT_MET:
        return _since(f"because.{bearing}-not-met", condition, False, values, say)
    told = _since(f"because.{bearing}-met", core, True, values, say)
    undone = [said for each in exceptions if (said := _undone(each, values, say))]
    if undone or not exceptions:
        return " ".join((told, *undone))
    fails = [ground for each in exceptions for ground in grounds(each, False, values, say)]
    return f"{told} {say.word('because.exception-fails', grounds=say.joined(fails))}" if fails else told


def _undone(exception: Condition, values: Values, say: Speech) -> str:
    """That an exception would apply, were it not taken away by an exception to it; else nothing."""
    core, exceptions = split(exception)
    undoing = next((each for each in exceptions if each.kleene(values) is True), None)
    if undoing is None or core.kleene(values) is not True:
        return ""
    held = say.joined(grounds(core, True, values, say))
    undone = say.joined(grounds(undoing, True, values, say))
    return say.word("because.exception-undone", grounds=held, undone=undone)


def _unknown(condition: Condition, guard: Condition, bearing: str, values: Values, say: Speech) -> str:
    """Which facts are not known, and how far the known ones already go."""
    if guard is not ALWAYS and guard.kleene(values) is None:
        return say.word("because.unknown", open=say.lacking(gaps(guard, values, say)))
    core, exceptions = split(plain(condition))
    if bearing in ("bar", "discretion") and exceptions and core.kleene(values) is True:
        held = say.joined(grounds(core, True, values, say))
        missing = [gap for each in exceptions for gap in gaps(each, values, say)]
        return say.word(f"because.{bearing}-unless", grounds=held, open=say.lacking(missing))
    return say.word("because.unknown", open=say.lacking(gaps(condition, values, say)))


def _since(key: str, condition: Condition, so: bool, values: Values, say: Speech) -> str:
    """A sentence that names what makes the condition come out so; none where no known fact does by itself."""
    told = list(grounds(condition, so, values, say))
    return say.word(key, grounds=say.joined(told)) if told else say.word("because.either-way")


def split(condition: Condition) -> tuple[Condition, tuple[Condition, ...]]:
    """What puts a rule in play, and the exceptions to it: the parts that must not hold."""
    if not isinstance(condition, All):
        return condition, ()
    core = tuple(each for each in condition.members if not isinstance(each, Not))
    exceptions = tuple(each.member for each in condition.members if isinstance(each, Not))
    return (All(*core), exceptions) if core else (condition, ())


def grounds(condition: Condition, so: bool, values: Values, say: Speech) -> Iterator[str]:
    """The known facts that make a condition hold (``so``) or not, as clauses, in the order of the text."""
    if condition.kleene(values) is not so:
        return
    match condition:
        case Not(member=member):
            yield from grounds(member, not so, values, say)
        case All(members=members) | Any(members=members):
            deciding = [each for each in members if each.kleene(values) is so]
            for each in deciding[:1] if isinstance(condition, Any) and so else deciding:
                yield from grounds(each, so, values, say)
        case _ if condition.facts():
            yield say.known(condition, values)


def gaps(condition: Condition, values: Values, say: Speech) -> Iterator[str]:
    """What is not known where a condition is open, as clauses that say *whether* or *what*.

    Where a part turns on a code that is not known, what else the part asks is left unsaid.
    """
    if condition.kleene(values) is not None:
        return
    if condition.facts():
        yield say.open(condition)
    for part in condition.parts():
        yield from gaps(part, values, say)
        turns = isinstance(part, Is) and isinstance(part.value, str) and part.kleene(values) is None
        if turns and isinstance(condition, All):
            return
