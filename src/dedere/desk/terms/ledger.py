"""The page of speciality: the ledger in words, charge by charge, with what a State may raise."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dedere.desk.case.proof import Proof, proofs
from dedere.desk.case.standing import Clock, told
from dedere.desk.frame.citations import cite
from dedere.desk.frame.tags import day
from dedere.desk.wording import code, language, say
from dedere.docket.case import Case
from dedere.law.assurances.cover import standing
from dedere.law.casefile import CaseFile
from dedere.law.instrument import Clause
from dedere.law.library import library
from dedere.law.speciality.ledger import Happening, Line, SpecialityLedger, ledger

_TONES = {"within-grant": "good", "opened": "good", "outside-grant": "stop", "open": "open"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One charge of the ledger in words."""

    charge: str
    granted: str
    tried: str
    consent: str
    stands: str
    tone: str
    notes: list[str]
    needs: list[list[tuple[str, str]]]
    raised: str
    proofs: list[Proof]


def kept(case: Case, read: CaseFile | None) -> dict[str, object]:
    """Return what the page shows."""
    if read is None:
        return {"ledger": None}
    found = ledger(read, library())
    return {
        "ledger": found,
        "route": code("track", found.route),
        "clauses": [_clause(each) for each in found.clauses],
        "lines": [_line(case, line) for line in found.lines if line.charge],
        "raised": [line.charge for line in found.lines if line.against],
        "clocks": list(_clocks(found)),
        "happened": [(day(each.on), _happened(each), proofs(case, each.sources)) for each in found.happened],
        "promised": [
            say(
                "terms.promised",
                giver=each.giver,
                on=day(each.given_on),
                standing=code("assurance-standing", standing(each, found.on)),
            )
            for each in found.undertakings
        ],
    }


def _clause(clause: Clause) -> tuple[str, str, str, bool]:
    words = language()
    article = cite(clause.citation.instrument, clause.citation.article)
    return article, clause.text[words], clause.reading.get(words, ""), not clause.citation.checked


def _clocks(found: SpecialityLedger) -> Iterable[Clock]:
    return (told(each) for each in found.clocks if each.start)


def _happened(each: Happening) -> str:
    words = code("entry", each.kind)
    return say("terms.happened", what=words, charge=each.charge) if each.charge else words


def _line(case: Case, line: Line) -> Kept:
    return Kept(
        charge=say("terms.charge", id=line.charge, title=line.title),
        granted=_answer(line.granted),
        tried=say("terms.tried" if line.tried else "terms.not-tried"),
        consent=_consent(line),
        stands=code("speciality-stands", line.stands),
        tone=_TONES.get(line.stands, "quiet"),
        notes=list(_notes(line)),
        needs=[[(fact, code("fact", fact)) for fact in sorted(need)] for need in line.needs],
        raised=cite(line.against.citation.instrument, line.against.citation.article) if line.against else "",
        proofs=proofs(case, line.sources),
    )


def _notes(line: Line) -> Iterable[str]:
    yield from (code("speciality-opened", each) for each in line.opened_by)
    if line.stands == "within-grant" and line.reclassified:
        yield code("speciality-reclassified", line.reclassified.finding.value)


def _consent(line: Line) -> str:
    if line.consented is not None:
        return say("terms.consent-given" if line.consented else "terms.consent-refused")
    return say("terms.consent-asked" if line.asked else "terms.consent-none")


def _answer(value: bool | None) -> str:
    return code("reason", {True: "yes", False: "no", None: "not-known"}[value])
