"""Assess: a finding for each clause and charge, all of them combined, the clocks, and the one next thing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dedere.law.accompanying import with_accompanying
from dedere.law.assessment import Assessment, ChargeAssessment, ClauseFinding
from dedere.law.assurances.settle import assured
from dedere.law.casefile import CaseFile, ChargeFacts, Facts, Value
from dedere.law.clocks import read_clocks
from dedere.law.combine import combine
from dedere.law.find import find
from dedere.law.given import given_facts
from dedere.law.instrument import Clause
from dedere.law.library import Library
from dedere.law.limitation.feed import with_lapse
from dedere.law.plan import Plan, plan
from dedere.law.reasons import explain
from dedere.law.stands import next_thing, stands

# A request whose charges are not stated is still assessed, as one charge without a name.
UNSTATED = (ChargeFacts(id=""),)


def assess(casefile: CaseFile, library: Library, *, explained: str = "") -> Assessment:
    """Assess a case on its day under the instruments in force for its States and route.

    ``explained`` is a language, ``en`` or ``es``: then every finding carries its reasons in it.
    Nothing is decided here: a discretion that is open is said to be open, and whose it is.
    """
    casefile, lapsed = with_lapse(assured(casefile), library)
    casefile, accompanying = with_accompanying(casefile, library)
    made = plan(library, casefile)
    facts = given_facts(casefile)
    given = {name: known.value for name, known in facts.items()}
    shared = {step.clause: find(step, given, library) for step in made.steps if not step.per_charge}
    clocks = read_clocks(casefile, library)
    rows = tuple(
        (charge, _findings(made, given, charge, shared, library)) for charge in casefile.charges or UNSTATED
    )
    if explained:
        rows = tuple(
            (charge, _explained(made, found, {**facts, **charge.facts}, library, explained))
            for charge, found in rows
        )
    charges = tuple(
        ChargeAssessment(
            id=charge.id,
            title=charge.title,
            findings=findings,
            standing=stands(findings, clocks),
            computed=(*lapsed.get(charge.id, ()), *accompanying.get(charge.id, ())),
        )
        for charge, findings in rows
    )
    return Assessment(
        case=casefile.id,
        on=casefile.on,
        route=casefile.route,
        instruments=made.instruments,
        charges=charges,
        combined=combine(charges),
        clocks=clocks,
        next=next_thing(charges, clocks),
    )


def _findings(
    made: Plan,
    given: Mapping[str, Value],
    charge: ChargeFacts,
    shared: Mapping[Clause, ClauseFinding],
    library: Library,
) -> tuple[ClauseFinding, ...]:
    values = {**given, **{name: known.value for name, known in charge.facts.items()}}
    return tuple(
        find(step, values, library) if step.per_charge else shared[step.clause] for step in made.steps
    )


def _explained(
    made: Plan,
    findings: Sequence[ClauseFinding],
    facts: Facts,
    library: Library,
    language: str,
) -> tuple[ClauseFinding, ...]:
    return tuple(
        explain(step, each, facts, library, language) for step, each in zip(made.steps, findings, strict=True)
    )
