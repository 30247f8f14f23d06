"""Whether two questions come to the same finding on every answer to the facts that either asks."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import product
from math import prod

from dedere.law.casefile import Value
from dedere.law.instrument import Clause, Instrument
from dedere.law.logic import Question, Reaches
from dedere.law.logic.partition import regions
from dedere.law.vocabulary import Vocabulary

MOST = 50_000  # answers tried one by one; beyond that, as many drawn


def same_instrument(one: Instrument, other: Instrument, vocabulary: Vocabulary) -> bool:
    """Whether nothing that an assessment rests on tells the two instruments apart."""
    own = ("in_force", "until", "routes", "parties", "requested", "requesting")
    return (
        len(one.clauses) == len(other.clauses)
        and all(getattr(one, name) == getattr(other, name) for name in own)
        and all(_same_clause(*pair, vocabulary) for pair in zip(one.clauses, other.clauses, strict=True))
    )


_BEARS = (
    *("id", "effect", "weighs", "cures", "decider", "held_from", "held_until"),
    *("requesting", "requested", "routes", "without_treaty", "clock"),
)


def _same_clause(one: Clause, other: Clause, vocabulary: Vocabulary) -> bool:
    return one is other or (
        all(getattr(one, name) == getattr(other, name) for name in _BEARS)
        and same_question(one.question, other.question, vocabulary)
    )


def same_question(one: Question, other: Question, vocabulary: Vocabulary) -> bool:
    """True where no answer tried tells them apart; every region of every fact is tried while it can be."""
    if (one.condition, one.guard) == (other.condition, other.guard):
        return True
    return all(one.kleene(values) is other.kleene(values) for values in _answers(one, other, vocabulary))


def _answers(one: Question, other: Question, vocabulary: Vocabulary) -> Iterator[Mapping[str, Value]]:
    facts = tuple(dict.fromkeys(one.facts + other.facts))
    atoms = (*one.atoms, *other.atoms)
    choices = {fact: regions(vocabulary[fact], atoms, {}) for fact in facts}
    compared = {fact for atom in atoms if isinstance(atom, Reaches) for fact in atom.facts()}
    if not compared and prod(map(len, choices.values())) <= MOST:
        yield from (dict(zip(facts, each, strict=True)) for each in product(*choices.values()))
        return
    dice = random.Random(1978)
    for _ in range(MOST):
        yield {fact: _day(dice) if fact in compared else dice.choice(choices[fact]) for fact in facts}


def _day(dice: random.Random) -> date:
    """A day of two years, the ends of months more often than the others."""
    day = date(2023, 1, 1) + timedelta(days=dice.randrange(800))
    return day.replace(day=1) - timedelta(days=dice.randrange(3)) if dice.random() < 0.3 else day
