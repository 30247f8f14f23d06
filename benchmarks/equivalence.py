"""Whether two questions come to the same finding on every answer to the facts that either asks."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date, timedelta
from itertools import product
from math import prod

from dedere.law.casefile import Value
from dedere.law.instrument import Clause, Instrument
from dedere.law.library import Library
from dedere.law.logic import Question, Reaches
from dedere.law.logic.partition import regions
from dedere.law.vocabulary import Vocabulary

# Values that no condition asks of: the ranking of requests and the sheet read them.
READ_ELSEWHERE = ("criteria", "order", "only_where_met", "must", "speciality")
MOST = 50_000  # answers tried one by one; beyond that, as many drawn


def same_instrument(one: Instrument, other: Instrument, laws: Library) -> bool:
    """Whether nothing that an assessment rests on tells the two instruments apart."""
    return (
        len(one.clauses) == len(other.clauses)
        and _alike(one, other, but=("clauses", "digest", "options"))
        and all(_same_clause(one, *pair, laws) for pair in zip(one.clauses, other.clauses, strict=True))
    )


def _alike(one: object, other: object, but: tuple[str, ...]) -> bool:
    names = (each.name for each in fields(one) if each.name not in but)  # type: ignore[arg-type]
    return all(getattr(one, name) == getattr(other, name) for name in names)


def _same_clause(whole: Instrument, one: Clause, other: Clause, laws: Library) -> bool:
    if one is other:
        return True
    but = ("question", "given", "versions", "stage", "reserved")
    if not _treaties_reach(one.routes or whole.routes, laws):
        but += ("without_treaty",)  # it changes nothing where no treaty can bind
    read = all(one.given.get(key) == other.given.get(key) for key in READ_ELSEWHERE)
    return read and _alike(one, other, but) and same_question(one.question, other.question, laws.asked())


def _treaties_reach(routes: tuple[str, ...], laws: Library) -> bool:
    treaties = (each for each in laws.instruments.values() if each.layer == "treaty")
    return any(set(routes) & set(each.routes) for each in treaties)


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
