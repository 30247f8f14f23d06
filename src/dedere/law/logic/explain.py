"""Explain: the exact finding of a question, and the smallest sets of facts that could settle it.

A question is a condition with a guard: where the guard does not hold, the clause is not in point.
*Unknown* means exactly that two completions of the missing facts disagree: Kleene's answer is
taken where it says, else the shortest ways to each finding are worked out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dedere.law.casefile import Value
from dedere.law.logic.condition import All, Always, Condition, Not, Values, facts_of, walk
from dedere.law.logic.primes import NOTHING, Domains, Ways, primes
from dedere.law.vocabulary import Vocabulary
from dedere.words import Finding

ALWAYS = Always()
_HELD = {True: Finding.MET, False: Finding.NOT_MET}


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """A condition and its guard, with the facts and atoms of both at hand."""

    condition: Condition
    guard: Condition
    facts: tuple[str, ...]
    atoms: tuple[Condition, ...]

    def kleene(self, values: Values) -> Finding | None:
        """The finding where Kleene's rules settle it, else None."""
        if self.guard is not ALWAYS:
            guarded = self.guard.kleene(values)
            if guarded is not True:
                return None if guarded is None else Finding.NOT_IN_POINT
        held = self.condition.kleene(values)
        return None if held is None else _HELD[held]


def ask(condition: Condition, guard: Condition = ALWAYS) -> Question:
    """Make a question of a condition, and of what puts it in point."""
    atoms = tuple(node for each in (guard, condition) for node in walk(each) if node.facts())
    return Question(condition, guard, facts_of(guard, condition), atoms)


@dataclass(frozen=True, slots=True)
class Settled:
    """A finding; where it is unknown, the minimal sets of facts that could settle it, and how."""

    finding: Finding
    needs: tuple[frozenset[str], ...] = ()
    ways: Mapping[Finding, Ways] = field(default_factory=dict)


def settle(question: Question, values: Values, vocabulary: Vocabulary) -> Settled:
    """The exact finding on these values; facts that the values lack are unknown."""
    known = {fact: values[fact] for fact in question.facts if fact in values}
    finding = question.kleene(known)
    if finding is not None:
        return Settled(finding)
    reached = ways(question, known, vocabulary)
    certain = next((finding for finding, found in reached.items() if NOTHING in found), None)
    return Settled(certain) if certain else Settled(Finding.UNKNOWN, _needs(question, reached), reached)


def ways(question: Question, known: Mapping[str, Value], vocabulary: Vocabulary) -> Mapping[Finding, Ways]:
    """The minimal values of missing facts that lead to each finding, whatever the other facts are."""
    domains = Domains(vocabulary, question.atoms)
    if question.guard is ALWAYS:
        found = primes(question.condition, known, domains)
        return {Finding.MET: found.holds, Finding.NOT_MET: found.fails}
    return {
        Finding.NOT_IN_POINT: primes(question.guard, known, domains).fails,
        Finding.MET: primes(All(question.guard, question.condition), known, domains).holds,
        Finding.NOT_MET: primes(All(question.guard, Not(question.condition)), known, domains).holds,
    }


def _needs(question: Question, reached: Mapping[Finding, Ways]) -> tuple[frozenset[str], ...]:
    """Every inclusion-minimal set of missing facts for which some values settle the finding.

    Ordered by size, then by the order of the text.
    """
    place = {fact: at for at, fact in enumerate(question.facts)}
    sets = {frozenset(fact for fact, _ in way) for found in reached.values() for way in found}
    ordered = sorted(sets, key=lambda each: (len(each), sorted(place[fact] for fact in each)))
    minimal: list[frozenset[str]] = []
    for each in ordered:
        if not any(smaller <= each for smaller in minimal):
            minimal.append(each)
    return tuple(minimal)
