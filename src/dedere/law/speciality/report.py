"""The speciality ledger as JSON: stable keys, told by docs/reference/speciality.schema.json."""

from __future__ import annotations

from typing import Any

from dedere.law.assessment import ClauseFinding
from dedere.law.assurances.cover import STANDING, standing
from dedere.law.dialect import DAY, DIALECT, FLAG, NAME, TEXT, Schema, exact, listed, or_null
from dedere.law.report import report_clock
from dedere.law.schema import clock_schema
from dedere.law.speciality.ledger import HAPPENED, OPENED, STANDS, Line, SpecialityLedger
from dedere.words import Finding

Json = dict[str, Any]


def report_ledger(ledger: SpecialityLedger) -> Json:
    """The whole ledger; ``raise`` names the lines that the surrendering State may raise."""
    return {
        "case": ledger.case,
        "on": ledger.on.isoformat(),
        "route": ledger.route,
        "clauses": [
            {
                "clause": each.id,
                "instrument": each.citation.instrument,
                "article": each.citation.article,
                "checked": each.citation.checked or False,
            }
            for each in ledger.clauses
        ],
        "charges": [_line(line) for line in ledger.lines],
        "raise": [line.charge for line in ledger.lines if line.against],
        "happened": [
            {
                "kind": each.kind,
                "on": each.on.isoformat(),
                "charge": each.charge,
                "sources": list(each.sources),
            }
            for each in ledger.happened
        ],
        "clocks": [report_clock(clock) for clock in ledger.clocks],
        "undertakings": [
            {
                "id": each.id,
                "giver": each.giver,
                "given_on": each.given_on.isoformat(),
                "standing": standing(each, ledger.on),
            }
            for each in ledger.undertakings
        ],
    }


def _line(line: Line) -> Json:
    return {
        "charge": line.charge,
        "title": line.title,
        "granted": line.granted,
        "asked": line.asked,
        "consented": line.consented,
        "tried": line.tried,
        "stands": line.stands,
        "clause": line.found.clause if line.found else "",
        "finding": _found(line.found),
        "reclassified": _found(line.reclassified),
        "opened_by": list(line.opened_by),
        "needs": [sorted(need) for need in line.needs],
        "sources": list(line.sources),
    }


def _found(found: ClauseFinding | None) -> str | None:
    return found.finding.value if found else None


def ledger_schema() -> Schema:
    """The schema of what ``dedere speciality --json`` prints."""
    checked = {"anyOf": [NAME, {"const": False}]}
    clause = {"clause": NAME, "instrument": NAME, "article": NAME, "checked": checked}
    happening = {"kind": {"enum": list(HAPPENED)}, "on": DAY, "charge": TEXT, "sources": listed(TEXT)}
    promise = {"id": NAME, "giver": NAME, "given_on": DAY, "standing": {"enum": list(STANDING)}}
    whole = {
        "case": TEXT,
        "on": DAY,
        "route": NAME,
        "clauses": listed(exact(clause)),
        "charges": listed(_line_schema()),
        "raise": listed(TEXT),
        "happened": listed(exact(happening)),
        "clocks": listed(clock_schema()),
        "undertakings": listed(exact(promise)),
    }
    return {"$schema": DIALECT, "title": "The speciality ledger", **exact(whole)}


def _line_schema() -> Schema:
    finding = or_null({"enum": [each.value for each in Finding]})
    return exact(
        {
            **dict.fromkeys(("charge", "title", "clause"), TEXT),
            **dict.fromkeys(("granted", "consented"), or_null(FLAG)),
            **dict.fromkeys(("asked", "tried"), FLAG),
            **dict.fromkeys(("finding", "reclassified"), finding),
            "stands": {"enum": list(STANDS)},
            "opened_by": listed({"enum": list(OPENED.values())}),
            "needs": listed(listed(NAME)),
            "sources": listed(TEXT),
        }
    )
