"""Lapse of time as JSON: stable keys, told by docs/reference/limitation.schema.json."""

from __future__ import annotations

from typing import Any

from dedere.law.assessment import ComputedFact
from dedere.law.casefile import CaseFile, ChargeFacts, Value
from dedere.law.dialect import (
    DAY,
    DIALECT,
    DIGEST,
    FLAG,
    NAME,
    STATE,
    TEXT,
    Schema,
    exact,
    listed,
    mapped,
    or_null,
)
from dedere.law.library import Library
from dedere.law.limitation.compute import Limitation, limitations
from dedere.law.limitation.feed import with_lapse
from dedere.law.limitation.inquiry import Line
from dedere.law.limitation.read import SIDES
from dedere.law.limitation.rules import STAGES
from dedere.law.limitation.window import NEVER
from dedere.words import Finding

Json = dict[str, Any]


def report_limitations(casefile: CaseFile, library: Library) -> Json:
    """Every charge under both laws; ``last_day`` is null where it is not known or never comes."""
    _, computed = with_lapse(casefile, library)
    return {
        "case": casefile.id,
        "on": casefile.on.isoformat(),
        "charges": [
            {
                "id": charge.id,
                "title": charge.title,
                "laws": [_law(each) for each in limitations(casefile, charge, library)],
                "contradictions": [
                    _contradiction(each) for each in computed.get(charge.id, ()) if each.contradicts
                ],
            }
            for charge in casefile.charges or (ChargeFacts(id=""),)
        ],
    }


def _law(found: Limitation) -> Json:
    window = found.window
    return {
        "side": found.side,
        "state": found.state,
        "law": found.law.id if found.law else None,
        "digest": found.law.digest if found.law else None,
        "stage": found.stage or None,
        "fact": found.fact,
        "lapsed": found.finding.value,
        "last_day": _day(window.low) if window else None,
        "last_day_at_the_latest": _day(window.high) if window else None,
        "missing": found.missing or None,
        "needs": [sorted(need) for need in found.needs],
        "lines": [_line(line) for line in found.lines],
    }


def _line(line: Line) -> Json:
    citation = line.citation
    return {
        "code": line.code,
        "article": citation.article if citation else None,
        "checked": (citation.checked or False) if citation else None,
        "facts": {name: _plain(value) for name, value in line.facts.items()},
        "sources": list(line.sources),
    }


def _contradiction(each: ComputedFact) -> Json:
    return {"fact": each.fact, "computed": each.value, "asserted": each.asserted}


def _plain(value: Value) -> object:
    return value if isinstance(value, bool | int | str) else _day(value)


def _day(day: Any) -> str | None:
    return None if day == NEVER else day.isoformat()


def limitation_schema() -> Schema:
    """The schema of what ``dedere limitation --json`` prints."""
    line = {
        "code": NAME,
        "article": or_null(NAME),
        "checked": or_null({"anyOf": [NAME, {"const": False}]}),
        "facts": mapped(or_null({"type": ["boolean", "integer", "string"]})),
        "sources": listed(NAME),
    }
    law = {
        "side": {"enum": list(SIDES)},
        "state": STATE,
        "law": or_null(NAME),
        "digest": or_null(DIGEST),
        "stage": or_null({"enum": list(STAGES)}),
        "fact": NAME,
        "lapsed": {"enum": [each.value for each in Finding if each is not Finding.NOT_IN_POINT]},
        "last_day": or_null(DAY),
        "last_day_at_the_latest": or_null(DAY),
        "missing": or_null(NAME),
        "needs": listed(listed(NAME)),
        "lines": listed(exact(line)),
    }
    charge = {
        "id": TEXT,
        "title": TEXT,
        "laws": listed(exact(law)),
        "contradictions": listed(exact({"fact": NAME, "computed": FLAG, "asserted": FLAG})),
    }
    whole = {"case": TEXT, "on": DAY, "charges": listed(exact(charge))}
    return {"$schema": DIALECT, "title": "Lapse of time", **exact(whole)}
