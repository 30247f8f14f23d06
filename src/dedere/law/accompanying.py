"""Whether an offence comes with one that is extraditable: what one charge comes to answers another's fact."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from dedere.law.assessment import ComputedFact, Effect
from dedere.law.casefile import CaseFile, ChargeFacts, Known, Value
from dedere.law.given import given_facts
from dedere.law.instrument import Clause
from dedere.law.library import Library
from dedere.law.logic import settle
from dedere.law.plan import plan
from dedere.words import Finding

ACCOMPANIES = "accompanies-extraditable-offence"
ASKS = frozenset({Effect.SCOPE, Effect.REQUIREMENT})

Computed = Mapping[str, tuple[ComputedFact, ...]]
ByInstrument = Mapping[str, tuple[Clause, ...]]


def with_accompanying(casefile: CaseFile, library: Library) -> tuple[CaseFile, Computed]:
    """The case with each charge told whether another of its charges is extraditable by itself.

    A charge is so by itself where it meets all that an instrument with a rule on accessory offences
    requires, though no charge helped it. One such makes the fact true for every other; none, where all
    the others are known to fall short, makes it false; else, and where two such instruments differ, it
    stays unknown. Nothing is computed over an assertion, nor where the case states one charge only: a
    row of a docket may be one of many.
    """
    asking = _asking(casefile, library) if len(casefile.charges) > 1 else {}
    if not asking:
        return casefile, {}
    alone = {each.id: _alone(casefile, each, asking, library) for each in casefile.charges}
    computed = {each.id: tuple(_computed(each, alone, asking)) for each in casefile.charges}
    charges = tuple(_told(charge, computed[charge.id]) for charge in casefile.charges)
    return replace(casefile, charges=charges), computed


def _asking(casefile: CaseFile, library: Library) -> ByInstrument:
    """What each instrument requires of an offence, of those that ask whether it comes with another."""
    clauses = [step.clause for step in plan(library, casefile).steps if step.settled is None]
    named = {each.citation.instrument for each in clauses if each.kind == "accessory-offence"}
    return {
        name: tuple(each for each in clauses if each.citation.instrument == name and each.effect in ASKS)
        for name in named
    }


def _alone(
    casefile: CaseFile, charge: ChargeFacts, asking: ByInstrument, library: Library
) -> Mapping[str, bool | None]:
    """By instrument, whether the charge meets by itself what is required; None where that is not known."""
    facts = {**given_facts(casefile), **charge.facts}
    values: dict[str, Value] = {name: each.value for name, each in facts.items()}
    values[ACCOMPANIES] = False
    return {name: _meets(clauses, values, library) for name, clauses in asking.items()}


def _meets(clauses: tuple[Clause, ...], values: Mapping[str, Value], library: Library) -> bool | None:
    found = {settle(clause.question, values, library.asked()).finding for clause in clauses}
    if Finding.NOT_MET in found:
        return False
    return None if Finding.UNKNOWN in found else True


def _computed(
    charge: ChargeFacts, alone: Mapping[str, Mapping[str, bool | None]], asking: ByInstrument
) -> Iterator[ComputedFact]:
    if ACCOMPANIES in charge.facts:
        return
    others = [found for other, found in alone.items() if other != charge.id]
    answers = {_any(found[name] for found in others) for name in asking}
    value = answers.pop()
    if not answers and value is not None:
        of = sorted({f"{each.citation.article}" for name in asking for each in asking[name] if each.weighs})
        yield ComputedFact(
            fact=ACCOMPANIES, value=value, asserted=None, law=", ".join(sorted(asking)), articles=tuple(of)
        )


def _any(answers: Iterator[bool | None]) -> bool | None:
    found = set(answers)
    return True if True in found else None if None in found else False


def _told(charge: ChargeFacts, computed: tuple[ComputedFact, ...]) -> ChargeFacts:
    told = {each.fact: Known(value=each.value, sources=(each.source,)) for each in computed}
    return replace(charge, facts={**charge.facts, **told})
