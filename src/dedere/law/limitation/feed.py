"""Computed lapse of time as facts of a case: used where nobody asserts it, never over an assertion."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from dedere.law.assessment import ComputedFact
from dedere.law.casefile import CaseFile, ChargeFacts, Known, Value
from dedere.law.library import Library
from dedere.law.limitation.compute import lapsed
from dedere.law.limitation.rules import LimitationLaw

Computed = Mapping[str, tuple[ComputedFact, ...]]


def with_lapse(casefile: CaseFile, library: Library) -> tuple[CaseFile, Computed]:
    """The case with what can be computed of lapse of time, and per charge what was.

    Where an assertion says otherwise the fact becomes unknown: which of the two is right is for somebody
    to say, and the contradiction is shown.
    """
    computed = {each.id: tuple(_computed(casefile, each, library)) for each in casefile.charges}
    if not any(computed.values()):
        return casefile, {}
    charges = tuple(_told(charge, computed[charge.id]) for charge in casefile.charges)
    return replace(casefile, charges=charges), computed


def _computed(casefile: CaseFile, charge: ChargeFacts, library: Library) -> Iterator[ComputedFact]:
    for side, state in (("requesting", casefile.requesting), ("requested", casefile.requested)):
        law = library.limitation.get(state, {}).get(side)
        if law is None or law.scope.kleene(_values(casefile, charge)) is not True:
            continue
        found = lapsed(casefile, charge, law, library)
        if found is not None:
            value, articles = found
            yield _fact(law, f"time-barred-in-{side}", value, articles, charge)


def _values(casefile: CaseFile, charge: ChargeFacts) -> Mapping[str, Value]:
    return {name: each.value for name, each in (*casefile.facts.items(), *charge.facts.items())}


def _fact(
    law: LimitationLaw, name: str, value: bool, articles: tuple[str, ...], charge: ChargeFacts
) -> ComputedFact:
    asserted = charge.facts.get(name)
    return ComputedFact(
        fact=name,
        value=value,
        asserted=bool(asserted.value) if asserted else None,
        law=law.id,
        articles=articles,
    )


def _told(charge: ChargeFacts, computed: tuple[ComputedFact, ...]) -> ChargeFacts:
    facts = dict(charge.facts)
    for each in computed:
        if each.contradicts:
            del facts[each.fact]
        else:
            before = facts[each.fact].sources if each.fact in facts else ()
            facts[each.fact] = Known(value=each.value, sources=(*before, each.source))
    return replace(charge, facts=facts)
