"""What Kleene's rules leave open though it is settled: the few questions that repeat a fact, made exact.

A tree in which each fact stands once is exact by Kleene's rules. Where a fact is repeated they may
miss that every completion agrees; then the minimal ways to each finding are worked out once, whatever
the case (Quine's prime implicants: facts settle a finding exactly where they contain one of its ways).
A comparison of two facts counts as one yes-no fact of its own; the facts that tie it to another atom
are named, and while one of them is unknown the row itself must be asked.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

from dedere.law.casefile import Value
from dedere.law.logic.condition import (
    All,
    Among,
    Any,
    AtLeast,
    AtMost,
    Atom,
    Before,
    Condition,
    Is,
    Not,
    Reaches,
    replaced,
)
from dedere.law.logic.explain import Question, ask, ways
from dedere.law.logic.partition import fold, named_codes, regions
from dedere.law.logic.primes import Way
from dedere.law.vocabulary import Fact, Vocabulary
from dedere.words import Finding


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """A question in its exact form.

    Attributes:
        question: it is asked by Kleene's rules first.
        certain: where they are too weak, for each finding the condition by whose Kleene truth it is
            certain; empty where they are exact.
        tied: the facts that tie a comparison to another atom: while one is unknown, a row left open is
            settled by itself.
    """

    question: Question
    certain: Mapping[Finding, Condition]
    tied: tuple[str, ...]


def exact(question: Question, vocabulary: Vocabulary) -> Form:
    """The exact form of a question, worked out from the question alone."""
    met = Counter(fact for atom in question.atoms for fact in atom.facts())
    tied = _tied(question, met, vocabulary)
    if not tied and all(count == 1 for count in met.values()) and not _constant(question, vocabulary):
        return Form(question, {}, ())
    certain = {finding: Any(*map(_every, found)) for finding, found in shortest(question, vocabulary).items()}
    return Form(question, certain, tied)


Literals = tuple[Condition, ...]
"""A way as conditions, each of one fact, or of one comparison, that hold together."""


def shortest(question: Question, vocabulary: Vocabulary) -> Mapping[Finding, tuple[Literals, ...]]:
    """Every minimal way to each finding, whatever the case, each fact told by the region it lies in."""
    compared: list[Condition] = [atom for atom in question.atoms if isinstance(atom, Reaches)]
    masks = {atom: f"\0{place}" for place, atom in enumerate(compared)}
    masked = ask(_masked(question.condition, masks), _masked(question.guard, masks))
    known = {**vocabulary, **{mask: Fact(name=mask, type="yes-no") for mask in masks.values()}}
    told = _Literals(known, masked.atoms, {mask: atom for atom, mask in masks.items()})
    return {
        finding: tuple(told.of(way) for way in found) for finding, found in ways(masked, {}, known).items()
    }


def _every(literals: Literals) -> Condition:
    return All(*literals)


def _tied(question: Question, met: Mapping[str, int], vocabulary: Vocabulary) -> tuple[str, ...]:
    """Facts of a comparison that stand elsewhere too, or that are counts, which have a least value."""
    compared = {fact for atom in question.atoms if isinstance(atom, Reaches) for fact in atom.facts()}
    return tuple(
        fact for fact in met if fact in compared and (met[fact] > 1 or vocabulary[fact].type != "date")
    )


def _constant(question: Question, vocabulary: Vocabulary) -> bool:
    """Whether some atom comes out alike whatever the fact is."""
    return any(
        isinstance(atom, Atom)
        and len({atom.test(value) for value in regions(vocabulary[atom.fact], (atom,), {})}) < 2
        for atom in question.atoms
    )


def _masked(condition: Condition, masks: Mapping[Condition, str]) -> Condition:
    return replaced(condition, {atom: Is(mask) for atom, mask in masks.items()})


@dataclass(frozen=True, slots=True)
class _Literals:
    """Turns a way, one value for each region, into the condition that a fact lies in that region."""

    vocabulary: Vocabulary
    atoms: Sequence[Condition]
    masked: Mapping[str, Condition]

    def of(self, way: Way) -> Literals:
        return tuple(self.one(fact, value) for fact, value in sorted(way, key=lambda each: each[0]))

    def one(self, fact: str, value: Value) -> Condition:
        if fact in self.masked:
            return self.masked[fact] if value else Not(self.masked[fact])
        declared = self.vocabulary[fact]
        if declared.type == "yes-no":
            return Is(fact, value)
        if declared.type == "code":
            named = named_codes(declared, self.atoms)
            return Is(fact, value) if value in named else Not(Among(fact, tuple(sorted(named))))
        return self._within(fact, value, declared)

    def _within(self, fact: str, value: Value, declared: Fact) -> Condition:
        found = fold(declared, self.atoms)
        cuts = found[0] if found else ()
        place = bisect_right(cuts, value)
        bounds = [
            *(_from(fact, cut) for cut in cuts[max(place - 1, 0) : place]),
            *(_below(fact, cut) for cut in cuts[place : place + 1]),
        ]
        return bounds[0] if len(bounds) == 1 else All(*bounds)


def _from(fact: str, cut: Value) -> Condition:
    return Not(Before(fact, cut)) if isinstance(cut, date) else AtLeast(fact, cast(int, cut))


def _below(fact: str, cut: Value) -> Condition:
    return Before(fact, cut) if isinstance(cut, date) else AtMost(fact, cast(int, cut) - 1)


def literal(fact: str, value: Value, atoms: Sequence[Condition], vocabulary: Vocabulary) -> Condition:
    """The condition that a fact lies in the region of this value, as these atoms cut it."""
    return _Literals(vocabulary, atoms, {}).one(fact, value)
