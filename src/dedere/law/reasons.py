"""Reasons: the steps of a clause's condition in words, how each came out, and what would settle it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dedere.law.assessment import ClauseFinding, Reason
from dedere.law.casefile import CaseFile, Facts, Value
from dedere.law.given import given_facts
from dedere.law.instrument import Clause
from dedere.law.library import Library
from dedere.law.logic import ALWAYS, Condition, Question
from dedere.law.logic.explain import ways
from dedere.law.plan import plan
from dedere.law.speech import Speech, speech
from dedere.words import Finding

_SHOWN = {True: Finding.MET, False: Finding.NOT_MET, None: Finding.UNKNOWN}


def reasons(
    found: ClauseFinding, casefile: CaseFile, library: Library, *, charge: str = "", language: str = "en"
) -> tuple[Reason, ...]:
    """Why a clause was found so for a charge, in one language, each step with its sources."""
    clause = plan(library, casefile).clause(found.citation.instrument, found.clause)
    say = speech(library, language)
    lines = [Reason(depth=0, text=say.reserved(each), finding=found.finding) for each in clause.reserved]
    if found.beside:
        return (Reason(depth=0, text=say.word(f"force.{found.beside}"), finding=found.finding), *lines)
    facts = _facts_of(casefile, charge)
    lines += _steps(clause, facts, say)
    if found.needs:
        lines += _settling(clause.question, found, facts, say)
    return tuple(lines)


def _facts_of(casefile: CaseFile, charge: str) -> Facts:
    own: Facts = next((each.facts for each in casefile.charges if each.id == charge), {})
    return {**given_facts(casefile), **own}


def _steps(clause: Clause, facts: Facts, say: Speech) -> Iterator[Reason]:
    values = {name: known.value for name, known in facts.items()}
    question = clause.question
    if question.guard != ALWAYS:
        yield from _tree(question.guard, facts, values, say, 0, say.word("reason.guard"))
    yield from _tree(question.condition, facts, values, say, 0, "")


def _tree(
    condition: Condition, facts: Facts, values: Mapping[str, Value], say: Speech, depth: int, lead: str
) -> Iterator[Reason]:
    sources = tuple(source for fact in condition.facts() if fact in facts for source in facts[fact].sources)
    yield Reason(
        depth=depth,
        text=f"{lead}{say.step(condition, values)}",
        finding=_SHOWN[condition.kleene(values)],
        sources=sources,
    )
    for part in condition.parts():
        yield from _tree(part, facts, values, say, depth + 1, "")


def _settling(question: Question, found: ClauseFinding, facts: Facts, say: Speech) -> Iterator[Reason]:
    """For each smallest set of facts, the first values of it that settle each finding."""
    known = {name: facts[name].value for name in question.facts if name in facts}
    reached = ways(question, known, say.library.asked())
    for need in found.needs:
        for finding, settling in reached.items():
            way = next((dict(each) for each in settling if {fact for fact, _ in each} == need), None)
            if way is not None:
                values = {fact: way[fact] for fact in question.facts if fact in way}
                yield Reason(depth=0, text=say.way(values, finding), finding=finding)
