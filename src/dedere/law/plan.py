"""The plan of an assessment: what binds, and which clauses are in point at all, for one kind of case.

It depends on the two States, the day and the route only, so it is made once and kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from dedere.law.assessment import ClauseFinding, InstrumentUsed
from dedere.law.casefile import CaseFile
from dedere.law.force import in_force
from dedere.law.inpoint import in_point
from dedere.law.instrument import Clause
from dedere.law.library import Library
from dedere.law.logic.partition import Fold, fold
from dedere.law.supposed import supposed
from dedere.words import Finding, State


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One clause to be found on: its finding where no fact can change it, else None.

    ``per_charge`` is False where the clause asks of the person and the request only. ``folds``
    says, for the place of a count or date among the clause's facts, how its values fold to a
    region, so that 36 months and 37 are one answer where the threshold is 12.
    """

    clause: Clause
    per_charge: bool
    settled: ClauseFinding | None = None
    folds: tuple[tuple[int, Fold], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The instruments used, the clauses in the order of their texts, and the clocks in point."""

    instruments: tuple[InstrumentUsed, ...]
    steps: tuple[Step, ...]
    clocks: tuple[Clause, ...]

    def clause(self, instrument: str, clause: str) -> Clause:
        """A clause as it stands here, a reservation's values in place of its own."""
        return next(
            step.clause
            for step in self.steps
            if (step.clause.citation.instrument, step.clause.id) == (instrument, clause)
        )


def plan(library: Library, casefile: CaseFile) -> Plan:
    """The plan for a case's States, day and route, under what it takes as if it were in force."""
    using = supposed(library, casefile)
    return _plan(using, casefile.requesting, casefile.requested, casefile.on, casefile.route)


@lru_cache(maxsize=4096)
def _plan(library: Library, requesting: State, requested: State, on: date, route: str) -> Plan:
    bare = CaseFile(id="", requesting=requesting, requested=requested, on=on, route=route)
    attached = in_force(library, bare)
    clauses = in_point(attached, bare)
    return Plan(
        instruments=tuple(
            InstrumentUsed(
                id=each.instrument.id,
                digest=each.instrument.digest,
                reason=each.reason,
                since=each.since,
                until=each.until,
            )
            for each in attached
        ),
        steps=tuple(_step(library, clause, why) for clause, why in clauses if clause.clock is None),
        clocks=tuple(clause for clause, why in clauses if clause.clock is not None and not why),
    )


@lru_cache(maxsize=4096)
def _step(library: Library, clause: Clause, beside: str) -> Step:
    asked = library.asked()
    per_charge = any(asked[fact].about == "charge" for fact in clause.question.facts)
    settled = found(clause, Finding.NOT_IN_POINT, beside=beside) if beside else None
    return Step(clause=clause, per_charge=per_charge, settled=settled, folds=_folds(library, clause))


def _folds(library: Library, clause: Clause) -> tuple[tuple[int, Fold], ...]:
    asked, question = library.asked(), clause.question
    found = ((place, fold(asked[fact], question.atoms)) for place, fact in enumerate(question.facts))
    return tuple((place, each) for place, each in found if each is not None)


def found(
    clause: Clause, finding: Finding, needs: tuple[frozenset[str], ...] = (), beside: str = ""
) -> ClauseFinding:
    """A clause with its finding; ``beside`` is the code of why it is not in point whatever the facts."""
    return ClauseFinding(
        clause=clause.id,
        citation=clause.citation,
        kind=clause.kind,
        effect=clause.effect,
        finding=finding,
        needs=needs,
        decider=clause.decider,
        cures=clause.cures,
        weighs=clause.weighs,
        beside=beside,
        reserved=clause.reserved,
    )
