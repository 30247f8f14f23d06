"""The JSON Schemas of a case file and of an assessment, made from the lists that the law room keeps."""

from __future__ import annotations

from dedere.law.assessment import Effect
from dedere.law.assurances.read import assurance_schema
from dedere.law.competing.read import request_schema
from dedere.law.dialect import (
    AT,
    BOTH,
    CITED,
    DAY,
    DIALECT,
    DIGEST,
    FLAG,
    NAME,
    STATE,
    TEXT,
    WHOLE,
    Schema,
    exact,
    listed,
    mapped,
    or_null,
)
from dedere.law.kinds import KINDS
from dedere.law.kinds.clock import EXPIRIES, UNITS
from dedere.law.library import library
from dedere.law.parties import EFFECTS as RESERVATIONS
from dedere.law.readcase import OFFICES, ROUTES, STATES
from dedere.law.stands import NEXT, STANDINGS
from dedere.law.vocabulary import Fact, Vocabulary
from dedere.law.worksheet.element import element_schema
from dedere.words import Finding


def case_schema(facts: Vocabulary) -> Schema:
    """The schema of one case: a TOML case file with its dates as texts."""
    expected = _case_expected()
    case = exact(
        {
            "id": NAME,
            "requesting": STATE,
            "requested": STATE,
            "on": DAY,
            "route": {"enum": list(ROUTES)},
        },
        {
            "title": BOTH,
            "source": TEXT,
            "note": TEXT,
            "as_if": listed(NAME),
            "choose": mapped(mapped({"type": ["boolean", "integer", "string"]})),
            "facts": _facts(facts, ("person", "request", "charge")),
            "charge": listed(_charge(facts)),
            "event": listed(
                exact(
                    {"kind": NAME, "at": AT},
                    {"office": {"enum": list(OFFICES)}, "charge": TEXT, "source": listed(NAME)},
                )
            ),
            "request": listed(request_schema()),
            "assurance": listed(assurance_schema()),
            "expect": listed(expected),
        },
    )
    return {"$schema": DIALECT, "title": "A case file", **case}


def _charge(facts: Vocabulary) -> Schema:
    optional = {
        "title": TEXT,
        "facts": _facts(facts, ("charge",)),
        "iccs": {"enum": ["", *library().crimes.crimes]},
        "group": {"enum": ["", *library().groups()]},
        "element": listed(element_schema()),
    }
    return exact({"id": NAME}, optional)


def assessment_schema() -> Schema:
    """The schema of what ``dedere assess --json`` prints."""
    return {
        "$schema": DIALECT,
        "title": "An assessment",
        **exact(
            {
                "case": TEXT,
                "on": DAY,
                "route": TEXT,
                "instruments": listed(
                    exact(
                        {
                            "id": NAME,
                            "digest": DIGEST,
                            "reason": NAME,
                            "since": or_null(DAY),
                            "until": or_null(DAY),
                        }
                    )
                ),
                "charges": listed(
                    exact(
                        {
                            "id": TEXT,
                            "title": TEXT,
                            "standing": {"enum": list(STANDINGS)},
                            "behind": listed(NAME),
                            "findings": listed(finding_schema()),
                            "computed": listed(_computed()),
                        }
                    )
                ),
                "combined": listed(_combined()),
                "clocks": listed(clock_schema()),
                "next": or_null(_next()),
            }
        ),
    }


def repetition_schema() -> Schema:
    """The schema of what ``dedere assess --repeat --json`` prints."""
    outcome = or_null(outcome_schema())
    place = {"charge": TEXT, "instrument": NAME, "article": NAME, "clause": NAME}
    used = {"id": NAME, "then": or_null(DIGEST), "now": or_null(DIGEST), "same": FLAG}
    differing = listed(exact({**place, "then": outcome, "now": outcome}))
    told = {"case": TEXT, "on": DAY, "route": TEXT, "same": FLAG}
    fields = {**told, "instruments": listed(exact(used)), "differences": differing}
    return {"$schema": DIALECT, "title": "A repetition", **exact(fields)}


def outcome_schema() -> Schema:
    """The schema of what one clause or clock came to."""
    return exact({"effect": {"enum": [each.value for each in Effect]}, "says": NAME, "due": or_null(DAY)})


def docket_schema() -> Schema:
    """The schema of what ``dedere assess --bulk --json`` prints."""
    counts = dict.fromkeys(("charges", "without_instrument", "rows", "broken", "charges_per_second"), WHOLE)
    row = exact({"row": WHOLE, "column": TEXT, "what": NAME, "remedy": NAME})
    fields = {
        **dict.fromkeys(("docket", "output"), NAME),
        "as_of": or_null(DAY),
        **counts,
        "findings": exact({finding.value: WHOLE for finding in Finding}),
        "instruments": listed(exact({"id": NAME, "digest": DIGEST})),
        "seconds": {"type": "number", "minimum": 0},
        "rows_broken": listed(row),
        "set_aside": TEXT,
    }
    return {"$schema": DIALECT, "title": "A docket assessed", **exact(fields)}


def _facts(facts: Vocabulary, about: tuple[str, ...]) -> Schema:
    named = {name: _fact(fact) for name, fact in sorted(facts.items()) if fact.about in about}
    return {"type": "object", "properties": named, "additionalProperties": False}


def _fact(fact: Fact) -> Schema:
    value = {"yes-no": FLAG, "date": DAY, "code": {"enum": list(fact.codes)}}.get(fact.type, WHOLE)
    source = {"anyOf": [TEXT, listed(NAME)]}
    return {"anyOf": [value, exact({"value": value}, {"source": source})]}


def _case_expected() -> Schema:
    optional: Schema = dict.fromkeys(("instrument", "article", "clause", "kind", "charge", "decider"), TEXT)
    optional |= {
        "finding": {"enum": [each.value for each in Finding]},
        "effect": {"enum": [each.value for each in Effect]},
        "needs": listed(listed(NAME)),
        "cures": listed(NAME),
        "beside": TEXT,
        "checked": FLAG,
        "standing": {"enum": list(STANDINGS)},
        "in_force": FLAG,
        "next": {"enum": [*NEXT, ""]},
        "rule": TEXT,
        "state": {"enum": list(STATES)},
        "expiry": TEXT,
        "day": WHOLE,
        "of": WHOLE,
        "due": DAY,
        "start": DAY,
        "stopped_on": DAY,
        "length_unit": {"enum": list(UNITS)},
        "says": {"type": "object"},
    }
    return exact({}, optional)


def _computed() -> Schema:
    return exact(
        {
            "fact": NAME,
            "value": FLAG,
            "asserted": or_null(FLAG),
            "contradicts": FLAG,
            "law": NAME,
            "articles": listed(NAME),
        }
    )


def finding_schema() -> Schema:
    """The schema of one finding."""
    reason = exact(
        {
            "depth": WHOLE,
            "text": TEXT,
            "finding": {"enum": [f.value for f in Finding]},
            "sources": listed(TEXT),
        }
    )
    return exact(
        {
            **CITED,
            **_found(),
            "needs": listed({"type": "array", "items": NAME, "minItems": 1}),
            "cures": listed(NAME),
            "weighs": FLAG,
            "beside": TEXT,
            "reserved": listed(_reserved()),
            "because": TEXT,
            "reasons": listed(reason),
        }
    )


def _reserved() -> Schema:
    return exact(
        {
            "state": STATE,
            "made": DAY,
            "effect": {"enum": list(RESERVATIONS)},
            "reciprocal": FLAG,
            "text": BOTH,
            "checked": {"anyOf": [NAME, {"const": False}]},
        }
    )


def _found() -> Schema:
    return {
        "kind": {"enum": list(KINDS)},
        "effect": {"enum": [each.value for each in Effect]},
        "finding": {"enum": [each.value for each in Finding]},
    }


def _combined() -> Schema:
    charges = dict.fromkeys(("met", "not_met", "unknown", "not_in_point"), listed(TEXT))
    return exact({**CITED, **_found(), **charges})


def clock_schema() -> Schema:
    """One clock as it is read on a day."""
    texts = dict.fromkeys(("started_by", "stopped_by", "calendar"), TEXT)
    days = dict.fromkeys(("start", "due", "stopped_on"), or_null(DAY))
    pause = {"type": "array", "prefixItems": [DAY, or_null(DAY)], "minItems": 2, "maxItems": 2}
    return exact(
        {
            **CITED,
            **texts,
            **days,
            "rule": NAME,
            "day": or_null({"type": "integer"}),
            "of": WHOLE,
            "unit": {"enum": ["days", "working-days"]},
            "length": WHOLE,
            "length_unit": {"enum": list(UNITS)},
            "state": {"enum": list(STATES)},
            "expiry": {"enum": list(EXPIRIES)},
            "pauses": listed(pause),
            "paused_by": listed(NAME),
            "from_next_day": {"type": "boolean"},
            "reserved": listed(_reserved()),
        }
    )


def _next() -> Schema:
    return exact({**CITED, "code": {"enum": list(NEXT)}, "needs": listed(NAME), "due": or_null(DAY)})
