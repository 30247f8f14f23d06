"""Comparisons tied by a missing fact: what they can come to together, so that each is tried with the others.

``left`` and ``today`` both compared with an unknown day are not two independent facts: a later day is
past whatever an earlier one is past. Once it is settled what each tied atom comes to, no tie is left.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dedere.law.casefile import Value
from dedere.law.logic.condition import Always, Condition, facts_of, replaced
from dedere.law.logic.exact import Form
from dedere.law.logic.explain import Question, ask
from dedere.law.logic.primes import Domains
from dedere.law.vocabulary import Vocabulary

Outcome = tuple[bool, ...]
"""What each tied atom comes to, in their order."""


def tied_atoms(form: Form) -> tuple[Condition, ...]:
    """Every atom of a question that asks of a fact that ties comparisons."""
    return tuple(dict.fromkeys(atom for atom in form.question.atoms if set(atom.facts()) & set(form.tied)))


def possible(
    atoms: Sequence[Condition], known: Mapping[str, Value], vocabulary: Vocabulary
) -> frozenset[Outcome]:
    """Whatever the atoms can come to together, by some values of their missing facts."""
    missing = [fact for fact in facts_of(*atoms) if fact not in known]
    return frozenset(_completed(atoms, known, missing, Domains(vocabulary, atoms)))


def _completed(
    atoms: Sequence[Condition], known: Mapping[str, Value], missing: Sequence[str], domains: Domains
) -> Iterator[Outcome]:
    if not missing:
        yield tuple(atom.kleene(known) is True for atom in atoms)
        return
    fact, *others = missing
    for value in domains.of(fact, known):
        yield from _completed(atoms, {**known, fact: value}, others, domains)


def supposing(question: Question, outcome: Mapping[Condition, bool]) -> Question:
    """The question once it is said what some atoms come to."""
    said = {atom: Always(holds) for atom, holds in outcome.items()}
    return ask(replaced(question.condition, said), replaced(question.guard, said))
