"""Which bar each assurance cures, charge by charge, or why it does not, and who decides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dedere.law.assessment import Assessment, ClauseFinding
from dedere.law.assurances.assurance import SETTLES
from dedere.law.assurances.cover import CURES, OPEN, why
from dedere.law.casefile import CaseFile
from dedere.words import Citation, Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """One assurance before one bar: ``why`` is a code of ``cover.WHY``."""

    assurance: str
    why: str

    @property
    def open(self) -> bool:
        """Whether somebody must still say whether it cures."""
        return self.why in OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A clause that an assurance can cure, for one charge; ``decider`` holds whether it is enough."""

    charge: str
    clause: str
    citation: Citation
    kind: str
    finding: Finding
    decider: str
    asks: str
    offered: tuple[Offered, ...]

    @property
    def cured_by(self) -> tuple[str, ...]:
        """The assurances that cure it."""
        return tuple(each.assurance for each in self.offered if each.why == CURES)


def bars(casefile: CaseFile, assessment: Assessment) -> tuple[Bar, ...]:
    """Every clause in point that an assurance can cure, by charge and by what it asks to be assured."""
    return tuple(
        bar
        for charge in assessment.charges
        for found in charge.findings
        if found.finding is not Finding.NOT_IN_POINT
        for bar in _bars(casefile, charge.id, found)
    )


def _bars(casefile: CaseFile, charge: str, found: ClauseFinding) -> Iterator[Bar]:
    for fact in found.cures:
        yield Bar(
            charge=charge,
            clause=found.clause,
            citation=found.citation,
            kind=found.kind,
            finding=found.finding,
            decider=found.decider,
            asks=fact,
            offered=tuple(
                Offered(assurance=each.id, why=why(each, charge, casefile.on))
                for each in casefile.assurances
                if SETTLES.get(each.about) == fact
            ),
        )
