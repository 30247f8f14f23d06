"""The JSON Schemas of a case file and of an assessment, made from the lists that the law room keeps."""

from __future__ import annotations

from typing import Any

from dedere.law.assessment import Effect
from dedere.law.kinds import KINDS
from dedere.law.kinds.clock import EXPIRIES, UNITS
from dedere.law.readcase import OFFICES, ROUTES, STATES
from dedere.law.stands import NEXT, STANDINGS
from dedere.law.vocabulary import Fact, Vocabulary
from dedere.words import Finding

DIALECT = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
NAME: Schema = {"type": "string", "minLength": 1}
FLAG: Schema = {"type": "boolean"}
WHOLE: Schema = {"type": "integer", "minimum": 0}
DAY: Schema = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
STATE: Schema = {"type": "string", "pattern": "^[A-Z]{2}$"}
# A day, or an instant with its zone: an instant without one is refused.
AT: Schema = {
    "type": "string",
    "pattern": r"^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$",
}
BOTH: Schema = {
    "type": "object",
    "properties": {"en": NAME, "es": NAME},
    "required": ["en", "es"],
    "additionalProperties": False,
}


def case_schema(facts: Vocabulary) -> Schema:
    """The schema of one case: a TOML case file with its dates as texts."""
    expected = _case_expected()
    case = _exact(
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
            "facts": _facts(facts, ("person", "request", "charge")),
            "charge": _list(_exact({"id": NAME}, {"title": TEXT, "facts": _facts(facts, ("charge",))})),
            "event": _list(
                _exact({"kind": NAME, "at": AT}, {"office": {"enum": list(OFFICES)}, "charge": TEXT})
            ),
            "expect": _list(expected),
        },
    )
    return {"$schema": DIALECT, "title": "A case file", **case}


def assessment_schema() -> Schema:
    """The schema of what ``dedere assess --json`` prints."""
    return {
        "$schema": DIALECT,
        "title": "An assessment",
        **_exact(
            {
                "case": TEXT,
                "on": DAY,
                "route": TEXT,
                "instruments": _list(
                    _exact(
                        {
                            "id": NAME,
                            "digest": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
                            "reason": NAME,
                            "since": _or_null(DAY),
                            "until": _or_null(DAY),
                        }
                    )
                ),
                "charges": _list(
                    _exact(
                        {
                            "id": TEXT,
                            "title": TEXT,
                            "standing": {"enum": list(STANDINGS)},
                            "findings": _list(_finding()),
                        }
                    )
                ),
                "combined": _list(_combined()),
                "clocks": _list(_clock()),
                "next": _or_null(_next()),
            }
        ),
    }


def _exact(required: Schema, optional: Schema | None = None) -> Schema:
    return {
        "type": "object",
        "properties": {**required, **(optional or {})},
        "required": list(required),
        "additionalProperties": False,
    }


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _facts(facts: Vocabulary, about: tuple[str, ...]) -> Schema:
    named = {name: _fact(fact) for name, fact in sorted(facts.items()) if fact.about in about}
    return {"type": "object", "properties": named, "additionalProperties": False}


def _fact(fact: Fact) -> Schema:
    value = {"yes-no": FLAG, "date": DAY, "code": {"enum": list(fact.codes)}}.get(fact.type, WHOLE)
    source = {"anyOf": [TEXT, _list(NAME)]}
    return {"anyOf": [value, _exact({"value": value}, {"source": source})]}


def _case_expected() -> Schema:
    optional: Schema = dict.fromkeys(("instrument", "article", "clause", "kind", "charge", "decider"), TEXT)
    optional |= {
        "finding": {"enum": [each.value for each in Finding]},
        "effect": {"enum": [each.value for each in Effect]},
        "needs": _list(_list(NAME)),
        "cures": _list(NAME),
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
    }
    return _exact({}, optional)


def _cited() -> Schema:
    checked = {"anyOf": [NAME, {"const": False}]}
    return {"article": NAME, "instrument": NAME, "checked": checked, "clause": NAME, "decider": TEXT}


def _finding() -> Schema:
    reason = _exact(
        {
            "depth": WHOLE,
            "text": TEXT,
            "finding": {"enum": [f.value for f in Finding]},
            "sources": _list(TEXT),
        }
    )
    return _exact(
        {
            **_cited(),
            **_found(),
            "needs": _list({"type": "array", "items": NAME, "minItems": 1}),
            "cures": _list(NAME),
            "weighs": FLAG,
            "beside": TEXT,
            "reasons": _list(reason),
        }
    )


def _found() -> Schema:
    return {
        "kind": {"enum": list(KINDS)},
        "effect": {"enum": [each.value for each in Effect]},
        "finding": {"enum": [each.value for each in Finding]},
    }


def _combined() -> Schema:
    charges = dict.fromkeys(("met", "not_met", "unknown", "not_in_point"), _list(TEXT))
    return _exact({**_cited(), **_found(), **charges})


def _clock() -> Schema:
    texts = dict.fromkeys(("started_by", "stopped_by", "calendar"), TEXT)
    days = dict.fromkeys(("start", "due", "stopped_on"), _or_null(DAY))
    pause = {"type": "array", "prefixItems": [DAY, _or_null(DAY)], "minItems": 2, "maxItems": 2}
    return _exact(
        {
            **_cited(),
            **texts,
            **days,
            "rule": NAME,
            "day": _or_null({"type": "integer"}),
            "of": WHOLE,
            "unit": {"enum": ["days", "working-days"]},
            "length": WHOLE,
            "length_unit": {"enum": list(UNITS)},
            "state": {"enum": list(STATES)},
            "expiry": {"enum": list(EXPIRIES)},
            "pauses": _list(pause),
            "paused_by": _list(NAME),
            "from_next_day": {"type": "boolean"},
        }
    )


def _next() -> Schema:
    return _exact({**_cited(), "code": {"enum": list(NEXT)}, "needs": _list(NAME), "due": _or_null(DAY)})
