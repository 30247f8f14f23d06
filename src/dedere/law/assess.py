"""Assess: a finding for each clause and charge, all of them combined, the clocks, and the one next thing."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from dedere.law.assessment import Assessment, ChargeAssessment, ClauseFinding
from dedere.law.assurances.settle import assured
from dedere.law.casefile import CaseFile, ChargeFacts, Value
from dedere.law.clocks import read_clocks
from dedere.law.combine import combine
from dedere.law.given import given_facts
from dedere.law.instrument import Clause
from dedere.law.library import Library
from dedere.law.limitation.feed import with_lapse
from dedere.law.logic import settle
from dedere.law.plan import Plan, Step, found, plan
from dedere.law.reasons import reasons
from dedere.law.stands import next_thing, stands

# A request whose charges are not stated is still assessed, as one charge without a name.
UNSTATED = (ChargeFacts(id=""),)


def assess(casefile: CaseFile, library: Library, *, explained: str = "") -> Assessment:
    """Assess a case on its day under the instruments in force for its States and route.

    ``explained`` is a language, ``en`` or ``es``: then every finding carries its reasons in it.
    Nothing is decided here: a discretion that is open is said to be open, and whose it is.
    """
    casefile, computed = with_lapse(assured(casefile), library)
    made = plan(library, casefile)
    given = {name: known.value for name, known in given_facts(casefile).items()}
    shared = {step.clause: find(step, given, library) for step in made.steps if not step.per_charge}
    clocks = read_clocks(casefile, library)
    rows = tuple(
        (charge, _findings(made, given, charge, shared, library)) for charge in casefile.charges or UNSTATED
    )
    if explained:
        rows = tuple(
            (charge, _explained(rows_of, casefile, charge, library, explained)) for charge, rows_of in rows
        )
    charges = tuple(
        ChargeAssessment(
            id=charge.id,
            title=charge.title,
            findings=findings,
            standing=stands(findings, clocks),
            computed=computed.get(charge.id, ()),
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


def find(step: Step, values: Mapping[str, Value], library: Library) -> ClauseFinding:
    """What one clause comes to on these values; a fact that they lack is unknown."""
    if step.settled is not None:
        return step.settled
    get = values.get
    answers = [get(fact) for fact in step.clause.question.facts]
    for place, (cuts, regions) in step.folds:
        if (answer := answers[place]) is not None:
            answers[place] = regions[bisect_right(cuts, answer)]
    return _found(library, step.clause, tuple(answers))


@lru_cache(maxsize=200_000)
def _found(library: Library, clause: Clause, answers: tuple[Value | None, ...]) -> ClauseFinding:
    """The finding on these answers to the clause's facts, in their order; kept, since cases repeat."""
    asked = zip(clause.question.facts, answers, strict=True)
    values = {fact: answer for fact, answer in asked if answer is not None}
    settled = settle(clause.question, values, library.asked())
    return found(clause, settled.finding, settled.needs)


def _explained(
    findings: Sequence[ClauseFinding],
    casefile: CaseFile,
    charge: ChargeFacts,
    library: Library,
    language: str,
) -> tuple[ClauseFinding, ...]:
    return tuple(
        replace(each, reasons=reasons(each, casefile, library, charge=charge.id, language=language))
        for each in findings
    )
