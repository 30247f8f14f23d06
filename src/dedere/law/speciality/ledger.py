"""The ledger of a person surrendered: each charge, whether it was tried, and whether that was open.

A finding against is one for the State that surrendered to raise; nothing is decided here, and
where the surrender did not rest on an instrument that says so there is no speciality.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dedere.law.assess import UNSTATED, assess
from dedere.law.assessment import Assessment, ChargeAssessment, ClauseFinding, ClockReading
from dedere.law.assurances.assurance import Assurance
from dedere.law.assurances.settle import assured
from dedere.law.calendar import day_of, seat_zone
from dedere.law.casefile import CaseFile, ChargeFacts, Value
from dedere.law.given import given_facts
from dedere.law.instrument import Clause
from dedere.law.library import Library
from dedere.law.logic import facts_of
from dedere.law.plan import plan
from dedere.words import Finding

KIND, RECLASSIFIED = "speciality", "reclassification"
TRIED = "tried"
ENDS = "protection-ends"  # what the running out of a free-to-leave clock does
HAPPENED = (
    "extradition-granted",
    "handed-over",
    "temporarily-surrendered",
    TRIED,
    "sentenced",
    "speciality-consent-asked",
    "speciality-consent-given",
    "speciality-consent-refused",
    "freed-to-leave",
    "left-territory",
    "returned-voluntarily",
)
STANDS = (
    "not-reported",
    "within-grant",
    "opened",
    "outside-grant",
    "open",
    "no-speciality",
)
# The fact that an exception turns on, and the code of the exception.
OPENED = {
    "committed-after-surrender": "later-offence",
    "requested-state-consents": "states-consent",
    "returned-voluntarily": "came-back",
    "free-to-leave": "stayed",
    "person-consents": "persons-consent",
    "person-consents-to-trial": "consent-to-trial",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One dated line: what happened, for which charge (empty for all), with its sources."""

    kind: str
    on: date
    charge: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One charge under one clause; without a clause where no instrument brings speciality in.

    Attributes:
        granted, consented: yes, no, or None where not known.
        asked, tried: whether consent was asked for, or a trial reported.
        stands: a code of ``STANDS``, about the charge; ``reclassified`` is the finding on another
            classification of a charge that was granted.
        opened_by: the exceptions that hold, as codes.
        needs: the smallest sets of facts that would settle what is open.
    """

    charge: str
    title: str
    granted: bool | None
    asked: bool
    consented: bool | None
    tried: bool
    stands: str
    found: ClauseFinding | None = None
    reclassified: ClauseFinding | None = None
    opened_by: tuple[str, ...] = ()
    needs: tuple[frozenset[str], ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def against(self) -> ClauseFinding | None:
        """What the surrendering State may raise: a trial that neither the grant nor an exception opens."""
        if self.stands == "outside-grant":
            return self.found
        beyond = self.reclassified is not None and self.reclassified.finding is Finding.NOT_MET
        return self.reclassified if beyond and self.stands == "within-grant" else None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecialityLedger:
    """The whole ledger; ``clauses`` bring speciality in, and are none where the basis is another."""

    case: str
    on: date
    route: str
    clauses: tuple[Clause, ...]
    lines: tuple[Line, ...]
    happened: tuple[Happening, ...]
    clocks: tuple[ClockReading, ...]
    undertakings: tuple[Assurance, ...]


def ledger(casefile: CaseFile, library: Library) -> SpecialityLedger:
    """The ledger of a case on its day: a function of the case and of the instruments in force."""
    casefile = assured(casefile)
    found = assess(casefile, library)
    happened = _happened(casefile)
    clauses = {
        step.clause.id: step.clause
        for step in plan(library, casefile).steps
        if step.clause.kind == KIND and step.settled is None
    }
    return SpecialityLedger(
        case=casefile.id,
        on=casefile.on,
        route=casefile.route,
        clauses=tuple(clauses.values()),
        lines=_lines(casefile, found, happened, clauses),
        happened=happened,
        clocks=tuple(clock for clock in found.clocks if clock.expiry == ENDS),
        undertakings=tuple(each for each in casefile.assurances if each.about == KIND),
    )


def _happened(casefile: CaseFile) -> tuple[Happening, ...]:
    zone = seat_zone(casefile.requested)
    dated = (
        Happening(kind=each.kind, on=day_of(each.at, zone), charge=each.charge, sources=each.sources)
        for each in casefile.events
        if each.kind in HAPPENED
    )
    return tuple(sorted((each for each in dated if each.on <= casefile.on), key=lambda each: each.on))


def _lines(
    casefile: CaseFile,
    found: Assessment,
    happened: tuple[Happening, ...],
    clauses: Mapping[str, Clause],
) -> tuple[Line, ...]:
    shared = {name: known.value for name, known in given_facts(casefile).items()}
    lines = []
    for charge, assessed in zip(casefile.charges or UNSTATED, found.charges, strict=True):
        values = {**shared, **{name: known.value for name, known in charge.facts.items()}}
        under = [row for row in assessed.findings if row.clause in clauses]
        for each in under:
            lines.append(_line(charge, values, happened, assessed, each, clauses[each.clause]))
        if not under:
            lines.append(_line(charge, values, happened, assessed))
    return tuple(lines)


def _line(
    charge: ChargeFacts,
    values: Mapping[str, Value],
    happened: tuple[Happening, ...],
    assessed: ChargeAssessment,
    found: ClauseFinding | None = None,
    clause: Clause | None = None,
) -> Line:
    own = [each for each in happened if each.charge in ("", charge.id)]
    tried = [each for each in own if each.kind == TRIED]
    reclassified = next((each for each in assessed.findings if _reclassifies(each)), None)
    granted = _flag(values, "charge-granted")
    stands = _stands(bool(tried), granted, found)
    return Line(
        charge=charge.id,
        title=charge.title,
        granted=granted,
        asked=any(each.kind == "speciality-consent-asked" for each in own),
        consented=_flag(values, "requested-state-consents"),
        tried=bool(tried),
        stands=stands,
        found=found,
        reclassified=reclassified,
        opened_by=_opened(clause, values) if stands == "opened" and clause else (),
        needs=found.needs if found and stands == "open" else (),
        sources=tuple(dict.fromkeys(source for each in tried for source in each.sources)),
    )


def _reclassifies(found: ClauseFinding) -> bool:
    return found.kind == RECLASSIFIED and not found.beside and found.finding is not Finding.NOT_IN_POINT


def _flag(values: Mapping[str, Value], fact: str) -> bool | None:
    value = values.get(fact)
    return value if isinstance(value, bool) else None


def _stands(tried: bool, granted: bool | None, found: ClauseFinding | None) -> str:
    if not tried:
        return "not-reported" if found else "no-speciality"
    if found is None or (found.finding is Finding.NOT_IN_POINT and granted is not True):
        return "no-speciality"
    return _STANDS[found.finding]


_STANDS = {
    Finding.MET: "outside-grant",
    Finding.NOT_MET: "opened",
    Finding.UNKNOWN: "open",
    Finding.NOT_IN_POINT: "within-grant",
}


def _opened(clause: Clause, values: Mapping[str, Value]) -> tuple[str, ...]:
    """Which exceptions of the clause hold: its condition is that none of them does."""
    exceptions = [part for none in clause.question.condition.parts() for part in none.parts()]
    return tuple(
        code
        for part in exceptions
        for fact, code in OPENED.items()
        if fact in facts_of(part) and part.kleene(values) is True
    )
