"""Find: what one clause comes to on the values of its facts; kept, since cases repeat."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from functools import lru_cache

from dedere.law.assessment import ClauseFinding
from dedere.law.casefile import Value
from dedere.law.instrument import Clause
from dedere.law.library import Library
from dedere.law.logic import Settled, settle
from dedere.law.plan import Step, found

Answers = tuple[Value | None, ...]
"""A value, or none, for each fact of a clause in their order."""


def find(step: Step, values: Mapping[str, Value], library: Library) -> ClauseFinding:
    """What one clause comes to on these values; a fact that they lack is unknown."""
    return step.settled or _found(library, step.clause, folded(step, values))


def folded(step: Step, values: Mapping[str, Value]) -> Answers:
    """The answers to a clause's facts, a count or a date as that of its region."""
    get = values.get
    answers = [get(fact) for fact in step.clause.question.facts]
    for place, (cuts, regions) in step.folds:
        if (answer := answers[place]) is not None:
            answers[place] = regions[bisect_right(cuts, answer)]
    return tuple(answers)


@lru_cache(maxsize=200_000)
def _found(library: Library, clause: Clause, answers: Answers) -> ClauseFinding:
    now = settled(library, clause, answers)
    return found(clause, now.finding, now.needs)


@lru_cache(maxsize=200_000)
def settled(library: Library, clause: Clause, answers: Answers) -> Settled:
    """The finding on these answers, with what would settle it where it is unknown."""
    asked = zip(clause.question.facts, answers, strict=True)
    values = {fact: answer for fact, answer in asked if answer is not None}
    return settle(clause.question, values, library.asked())
