"""Values that make a condition hold of a case: one instance of the region in which a fact would lie."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import cast

from dedere.law.casefile import Value
from dedere.law.logic import All, Among, AtLeast, AtMost, Before, Condition, Is, Not, Reaches
from dedere.law.logic.partition import OTHER
from dedere.law.vocabulary import GIVEN, Vocabulary

Values = Mapping[str, Value]
DAY = timedelta(days=1)


def witness(literal: Condition, values: Values, vocabulary: Vocabulary) -> Values | None:
    """The values that make a literal hold, the nearest to what is known; None where no fact can be moved.

    The day of the assessment and the State that asks stay as they are.
    """
    match literal:
        case Is(fact=fact, value=value):
            moved: dict[str, Value] = {fact: value}
        case AtLeast(fact=fact, number=number) | AtMost(fact=fact, number=number):
            moved = {fact: number}
        case Before(fact=fact, day=day):
            moved = {fact: day - DAY}
        case Not(member=Before(fact=fact, day=day)):
            moved = {fact: day}
        case Not(member=Among(fact=fact, codes=codes)):
            others = (code for code in vocabulary[fact].codes if code not in codes)
            moved = {fact: next(others, OTHER)}
        case All(members=members):
            return witness(members[0], values, vocabulary)  # a region's first value lies within its end too
        case Reaches():
            moved = _moved(literal, values, True)
        case Not(member=Reaches() as comparison):
            moved = _moved(comparison, values, False)
        case _:
            return None
    return None if moved.keys() & GIVEN.keys() else moved


def _moved(comparison: Reaches, values: Values, holds: bool) -> dict[str, Value]:
    """One day moved up to, or away from, the other; both where neither is known."""
    fact, than = comparison.fact, comparison.than
    if than in values or fact not in values:
        other = cast(date, values.get(than, date(2000, 1, 1)))
        bound = comparison.span.after(other) or date.max
        if holds:
            found = bound + DAY if comparison.strictly else bound
        else:
            found = bound if comparison.strictly else bound - DAY
        return {fact: found} if than in values else {than: other, fact: found}
    known = cast(date, values[fact])
    back = timedelta(days=31 * comparison.span.months + comparison.span.days + 1)
    return {than: known - back if holds else known + DAY}
