"""Explain: the exact finding of a question, and the smallest sets of facts that could settle it.

A question is a condition with a guard: where the guard does not hold, the clause is not in point.
*Unknown* means exactly that two completions of the missing facts disagree: Kleene's answer is
taken where it says, else the missing facts are split into the regions of their domains.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from dedere.law.casefile import Value
from dedere.law.logic.condition import Always, Condition, Values, facts_of, walk
from dedere.law.logic.partition import regions
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
    """A finding; where it is unknown, the minimal sets of facts that could settle it."""

    finding: Finding
    needs: tuple[frozenset[str], ...] = ()


def settle(question: Question, values: Values, vocabulary: Vocabulary) -> Settled:
    """The exact finding on these values; facts that the values lack are unknown."""
    known = {fact: values[fact] for fact in question.facts if fact in values}
    reached = possible(question, known, vocabulary)
    if len(reached) == 1:
        return Settled(next(iter(reached)))
    return Settled(Finding.UNKNOWN, needs(question, known, vocabulary))


def possible(question: Question, known: Mapping[str, Value], vocabulary: Vocabulary) -> set[Finding]:
    """The findings that completions of the missing facts reach; the search stops at two."""
    found: set[Finding] = set()
    _reach(question, dict(known), vocabulary, found)
    return found


def _reach(question: Question, values: dict[str, Value], vocabulary: Vocabulary, found: set[Finding]) -> None:
    finding = question.kleene(values)
    if finding is not None:
        found.add(finding)
        return
    fact = next(each for each in question.facts if each not in values)
    for value in regions(vocabulary[fact], question.atoms, values):
        values[fact] = value
        _reach(question, values, vocabulary, found)
        if len(found) > 1:
            break
    del values[fact]


def needs(
    question: Question, known: Mapping[str, Value], vocabulary: Vocabulary
) -> tuple[frozenset[str], ...]:
    """Every inclusion-minimal set of missing facts for which some values settle the finding.

    Ordered by size, then by the order of the text.
    """
    pool = [fact for fact in question.facts if fact not in known]
    found: list[frozenset[str]] = []
    size = 1
    while size <= len(pool):
        for chosen in combinations(pool, size):
            fresh = frozenset(chosen)
            if not any(smaller <= fresh for smaller in found) and any(
                ways(question, known, chosen, vocabulary)
            ):
                found.append(fresh)
        if size == 1:  # no larger minimal set holds a fact that settles alone
            pool = [fact for fact in pool if frozenset((fact,)) not in found]
        size += 1
    return tuple(found)


Way = tuple[Mapping[str, Value], Finding]


def ways(
    question: Question, known: Mapping[str, Value], chosen: Sequence[str], vocabulary: Vocabulary
) -> Iterator[Way]:
    """The values of the chosen facts that settle the finding, each with the finding it settles."""
    for values in _assignments(question, dict(known), chosen, vocabulary):
        reached = possible(question, values, vocabulary)
        if len(reached) == 1:
            yield {fact: values[fact] for fact in chosen}, next(iter(reached))


def _assignments(
    question: Question, values: dict[str, Value], chosen: Sequence[str], vocabulary: Vocabulary
) -> Iterator[dict[str, Value]]:
    if not chosen:
        yield values
        return
    for value in regions(vocabulary[chosen[0]], question.atoms, values):
        yield from _assignments(question, {**values, chosen[0]: value}, chosen[1:], vocabulary)
