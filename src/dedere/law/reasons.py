"""Reasons: the steps of a clause's condition in words, how each came out, and what would settle it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from dedere.law.assessment import ClauseFinding, Reason
from dedere.law.because import because
from dedere.law.casefile import Facts, Value
from dedere.law.find import Answers, folded, settled
from dedere.law.instrument import Clause
from dedere.law.library import Library
from dedere.law.logic import ALWAYS, Condition, Not, Question, Reaches, plain
from dedere.law.logic.exact import literal
from dedere.law.logic.primes import Way
from dedere.law.plan import Step
from dedere.law.speech import Speech, speech
from dedere.words import Finding

_SHOWN = {True: Finding.MET, False: Finding.NOT_MET, None: Finding.UNKNOWN}


@dataclass(frozen=True, slots=True)
class _Line:
    """A reason before its sources are known: the facts that it speaks of."""

    reason: Reason
    facts: tuple[str, ...] = ()


def explain(step: Step, found: ClauseFinding, facts: Facts, library: Library, language: str) -> ClauseFinding:
    """The finding of a clause with its reasons in one language, each step with its sources."""
    say, clause = speech(library, language), step.clause
    reserved = tuple(
        Reason(depth=0, text=say.reserved(each), finding=found.finding) for each in clause.reserved
    )
    if found.beside:
        why = say.word(f"force.{found.beside}")
        return replace(found, reasons=(Reason(depth=0, text=why, finding=found.finding), *reserved))
    values = {fact: facts[fact].value for fact in clause.question.facts if fact in facts}
    answers = tuple(map(values.get, clause.question.facts))
    told, lines = _told(library, clause, answers, folded(step, values), found.finding, language)
    return replace(found, because=told, reasons=(*reserved, *(_proved(line, facts) for line in lines)))


def _proved(line: _Line, facts: Facts) -> Reason:
    sources = tuple(source for fact in line.facts if fact in facts for source in facts[fact].sources)
    return replace(line.reason, sources=sources) if sources else line.reason


@lru_cache(maxsize=50_000)
def _told(
    library: Library, clause: Clause, answers: Answers, regions: Answers, finding: Finding, language: str
) -> tuple[str, tuple[_Line, ...]]:
    """The sentence and the lines for these answers; kept, since cases repeat."""
    say, question = speech(library, language), clause.question
    values = {fact: each for fact, each in zip(question.facts, answers, strict=True) if each is not None}
    told = because(clause, finding, values, say)
    lines = [line for line in _steps(question, values, say) if not _repeats(line, told)]
    if finding is Finding.UNKNOWN:
        lines += map(_Line, _settling(clause, regions, say))
    return told, tuple(lines)


def _repeats(line: _Line, told: str) -> bool:
    """Whether a step says what the sentence says, and no more."""
    return line.reason.text.casefold() == told.rstrip(".").casefold()


def _steps(question: Question, values: Mapping[str, Value], say: Speech) -> Iterator[_Line]:
    if question.guard != ALWAYS:
        yield from _tree(plain(question.guard), values, say, 0, True, say.word("reason.guard"))
    yield from _tree(plain(question.condition), values, say, 0, True, "")


def _tree(
    condition: Condition, values: Mapping[str, Value], say: Speech, depth: int, so: bool, lead: str
) -> Iterator[_Line]:
    """One line for each step; ``so`` is False for what must not hold, whose line tells how that came out."""
    if isinstance(condition, Not):
        yield from _tree(condition.member, values, say, depth, not so, lead)
        return
    held = condition.kleene(values)
    text = say.step(condition, values) if condition.facts() else say.heading(condition, so)
    shown = _SHOWN[held if held is None else held is so]
    yield _Line(Reason(depth=depth, text=f"{lead}{text}", finding=shown), condition.facts())
    for part in condition.parts():
        yield from _tree(part, values, say, depth + 1, True, "")


def _settling(clause: Clause, regions: Answers, say: Speech) -> Iterator[Reason]:
    """For each smallest set of facts, the first values of it that settle each finding."""
    now = settled(say.library, clause, regions)
    for need in now.needs:
        for finding, reached in now.ways.items():
            way = next((each for each in reached if {fact for fact, _ in each} == need), None)
            if way is not None:
                told = say.joined(_clauses(clause.question, way, say))
                words = say.word("reason.settles", told=told)
                yield Reason(depth=0, text=words, finding=finding)


def _clauses(question: Question, way: Way, say: Speech) -> Iterator[str]:
    """Each value as the region it stands for; of a fact that is compared with another, as an example."""
    values = dict(way)
    compared = {fact for atom in question.atoms if isinstance(atom, Reaches) for fact in atom.facts()}
    for fact in question.facts:
        if fact in values and fact in compared and not isinstance(values[fact], bool):
            said = say.value(fact, values[fact])
            yield say.word("reason.for-example", of=say.of(fact), value=said)
        elif fact in values:
            yield say.holds(literal(fact, values[fact], question.atoms, say.library.asked()))
