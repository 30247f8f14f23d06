"""The worksheet of a charge: elements, ways to be reached, penalties, and the finding of each clause."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dedere.law.assess import assess
from dedere.law.assessment import ChargeAssessment, ClauseFinding
from dedere.law.casefile import CaseFile, ChargeFacts, Known, Value
from dedere.law.given import given_facts
from dedere.law.instrument import Clause
from dedere.law.kinds.extraditable_offence import SIDES, way
from dedere.law.library import Library
from dedere.law.worksheet.element import Element
from dedere.words import Citation, Finding

KINDS = ("extraditable-offence", "inchoate-offence", "dual-criminality", "remaining-sentence")
STANDINGS = ("matched", "differs", "not-stated", "left-out")
LEFT_OUT_BY = "jurisdictional-element"  # the clause of its own that says so, where an instrument has one
FIGURES = ("minimum", "maximum", "mean")
_FOUND = {True: Finding.MET, False: Finding.NOT_MET, None: Finding.UNKNOWN}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One element as it stands: left out where a clause in point says so, with that clause."""

    element: Element
    standing: str
    left_out_by: Citation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way in which a clause may be reached, and whether this charge takes it."""

    clause: str
    citation: Citation
    code: str
    finding: Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Penalty:
    """The penalty under one law, in months of prison; None where a figure is not known."""

    side: str
    minimum: int | None
    maximum: int | None
    mean: int | None
    death: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Worksheet:
    """The two offences of one charge, side by side.

    Attributes:
        elements: as entered; none where nobody entered any.
        told: what the case knows of the facts that the clauses ask, in the order they ask them.
        agrees: whether the elements bear out the answer on punishability in both States; None where
            either is open.
        missing: the facts that would settle what is still unknown.
    """

    charge: str
    title: str
    iccs: str
    group: str
    elements: tuple[Row, ...]
    ways: tuple[Way, ...]
    penalties: tuple[Penalty, ...]
    told: Mapping[str, Known]
    findings: tuple[ClauseFinding, ...]
    agrees: bool | None
    missing: tuple[str, ...]


def worksheets(casefile: CaseFile, library: Library) -> tuple[Worksheet, ...]:
    """The worksheet of each charge of a case, under the instruments in force on its day."""
    found = assess(casefile, library)
    charges = casefile.charges or (ChargeFacts(id=""),)
    return tuple(
        _worksheet(casefile, charge, assessed, library)
        for charge, assessed in zip(charges, found.charges, strict=True)
    )


def _worksheet(
    casefile: CaseFile, charge: ChargeFacts, assessed: ChargeAssessment, library: Library
) -> Worksheet:
    facts = {**given_facts(casefile), **charge.facts}
    findings = tuple(each for each in assessed.findings if each.kind in KINDS and not each.beside)
    clauses = [library.clause(each.citation.instrument, each.clause) for each in findings]
    own = next((each.citation for each in assessed.findings if each.clause == LEFT_OUT_BY), None)
    rows = tuple(_row(element, clauses, casefile, own) for element in charge.elements)
    asked = dict.fromkeys(fact for clause in clauses for fact in clause.question.facts)
    missing = dict.fromkeys(fact for each in findings for need in each.needs for fact in sorted(need))
    return Worksheet(
        charge=charge.id,
        title=charge.title,
        iccs=charge.iccs,
        group=charge.group,
        elements=rows,
        ways=tuple(_ways(clauses, {name: each.value for name, each in facts.items()})),
        penalties=tuple(_penalty(side, charge) for side in SIDES),
        told={fact: facts[fact] for fact in asked if fact in facts},
        findings=findings,
        agrees=_agrees(rows, charge),
        missing=tuple(missing),
    )


def _row(element: Element, clauses: list[Clause], casefile: CaseFile, own: Citation | None) -> Row:
    """An element that is only jurisdictional is left out where a clause says so of the State that asks."""
    if element.jurisdictional:
        for clause in clauses:
            if clause.given.get("jurisdictional_element_of") == casefile.requesting:
                return Row(element=element, standing="left-out", left_out_by=own or clause.citation)
    return Row(element=element, standing=element.match or "not-stated")


def _ways(clauses: list[Clause], values: Mapping[str, Value]) -> Iterator[Way]:
    for clause in clauses:
        state = str(clause.given.get("jurisdictional_element_of", ""))
        for code in clause.given.get("ways", ()):
            yield Way(
                clause=clause.id,
                citation=clause.citation,
                code=code,
                finding=_FOUND[way(code, state).kleene(values)],
            )


def _penalty(side: str, charge: ChargeFacts) -> Penalty:
    figures = {figure: charge.facts.get(f"{figure}-{side}") for figure in FIGURES}
    death = charge.facts.get(f"death-penalty-in-{side}")
    return Penalty(
        side=side,
        death=bool(death.value) if death else None,
        **{figure: known.value if known else None for figure, known in figures.items()},  # type: ignore[arg-type]
    )


def _agrees(rows: tuple[Row, ...], charge: ChargeFacts) -> bool | None:
    """Whether what the elements come to is what the case says of punishability in both States."""
    standings = {row.standing for row in rows}
    counted = standings - {"left-out"}
    said = charge.facts.get("punishable-in-both")
    if not counted or said is None or ("not-stated" in counted and "differs" not in counted):
        return None
    only = charge.facts.get("differs-only-by-jurisdictional-element")
    but_for_the_element = counted != standings and only is not None and bool(only.value)
    return (bool(said.value) or but_for_the_element) is ("differs" not in counted)
