"""The JSON Schemas of a treaty file and its parties, for editors that complete and check as one writes."""

from __future__ import annotations

from dedere.law.clauses import STAGES
from dedere.law.decider import DECIDERS
from dedere.law.dialect import BOTH, DAY, DIALECT, FLAG, NAME, STATE, TEXT, WHOLE, Schema, exact, listed
from dedere.law.kinds import KINDS, Kind, Value
from dedere.law.option import MOST_CHOICES
from dedere.law.parties import EFFECTS
from dedere.law.readcase import ROUTES
from dedere.law.vocabulary import Vocabulary
from dedere.law.written import LAYERS

BRACKET: Schema = exact({"option": NAME})
NAMES: Schema = {**listed(TEXT), "uniqueItems": True}


def treaty_schema(facts: Vocabulary) -> Schema:
    """The schema of an ``instrument.toml``, dates as texts."""
    clauses = [{"$ref": f"#/$defs/{kind}"} for kind in KINDS]
    head = exact(
        {
            "id": {**NAME, "description": "the name of its folder, such as us-mx-1978"},
            "title": BOTH,
            "short": BOTH,
            "layer": {"enum": list(LAYERS)},
            "done": DAY,
            "routes": {**NAMES, "items": {"enum": list(ROUTES)}},
            "authentic": NAMES,
            "official": {**NAME, "description": "where the official text is published"},
            "sources": NAMES,
        },
        {
            "in_force": DAY,
            "until": DAY,
            "parties": {**NAMES, "items": STATE},
            "requested": STATE,
            "requesting": STATE,
            "amends": NAME,
            "replaces": NAMES,
            "based_on": NAME,
            "leave_out": NAMES,
            "choose": {"type": "object", "additionalProperties": {"type": ["integer", "string", "boolean"]}},
            "option": listed(_option()),
            "reservation": listed(_reservation()),
            "clause": listed({"oneOf": clauses}),
        },
    )
    defined = {
        **{kind.code: _clause(kind) for kind in KINDS.values()},
        "when": _when(facts),
        "fact": {"enum": sorted(name for name, fact in facts.items() if fact.type == "yes-no")},
        "both": BOTH,
        "decider": _open({"enum": [*DECIDERS, ""]}),
        "day": _open(DAY),
        "flag": _open(FLAG),
        "whole": _open(WHOLE),
        "names": NAMES,
        "facts": _open({**NAMES, "items": {"$ref": "#/$defs/fact"}}),
        "routes": {**NAMES, "items": {"enum": list(ROUTES)}},
        "direction": exact({}, {"requesting": STATE, "requested": STATE}),
    }
    return {"$schema": DIALECT, "title": "A treaty file", **head, "$defs": defined}


def parties_schema() -> Schema:
    """The schema of a ``parties.toml``: who is bound from when, and who reserved what."""
    party = exact({"state": STATE, "from": DAY}, {"until": DAY, "source": NAMES, "checked": TEXT})
    fields = {"party": listed(party), "reservation": listed(_reservation())}
    return {"$schema": DIALECT, "title": "The parties of a treaty", **exact({}, fields)}


def _option() -> Schema:
    choices = {
        "anyOf": [
            {**listed(each), "minItems": 1, "maxItems": MOST_CHOICES, "uniqueItems": True}
            for each in ({"type": "integer"}, TEXT, FLAG)
        ]
    }
    return exact({"id": NAME, "article": NAME, "choices": choices}, {"unit": TEXT})


def _reservation() -> Schema:
    return exact(
        {"state": STATE, "effect": {"enum": list(EFFECTS)}, "text": BOTH, "made": DAY},
        {
            "clause": NAME,
            "article": NAME,
            "withdrawn": DAY,
            "reciprocal": FLAG,
            "values": {"type": "object"},
            "source": NAMES,
            "checked": TEXT,
        },
    )


def _of(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _clause(kind: Kind) -> Schema:
    values = {key: _value(value) for key, value in kind.values.items()}
    required = {key: each for key, each in values.items() if kind.values[key].default is None}
    optional = {
        "checked": TEXT,
        "source": _of("names"),
        "effect": _open({"enum": [effect.value for effect in kind.effects]}),
        "decider": _of("decider"),
        "from": _of("day"),
        "until": _of("day"),
        "direction": _of("direction"),
        "stage": _open({"enum": [*STAGES, ""]}),
        "routes": _of("routes"),
        "without_treaty": _of("flag"),
        "at_request_of": _open({"enum": ["requesting", "requested", ""]}),
        "asked": _of("fact"),
        "instead_of": _of("names"),
        "when": _of("when"),
        "reading": _of("both"),
    }
    named = {"id": NAME, "kind": {"const": kind.code}, "article": NAME, "text": _of("both")}
    return {"description": kind.says, **exact({**named, **required}, {**optional, **values})}


def _open(schema: Schema) -> Schema:
    """A value, or the bracket that stands for it."""
    return {"anyOf": [schema, BRACKET]}


def _value(value: Value) -> Schema:
    plain: dict[str, Schema] = {
        "whole": _of("whole"),
        "day": _of("day"),
        "flag": _of("flag"),
        "code": _open({"enum": [*value.choices, *(("",) if value.default == "" else ())]}),
        "codes": _open({**NAMES, "items": {"enum": list(value.choices)}}),
        "words": _open(NAMES),
        "fact": _open(_of("fact")),
        "facts": _of("facts"),
    }
    return {**plain.get(value.type, _open(TEXT)), "description": value.says}


def _when(facts: Vocabulary) -> Schema:
    inner = _of("when")
    some = {**listed(inner), "minItems": 1}
    named = exact({"fact": {"enum": sorted(facts)}, "is": {}})
    return {"anyOf": [_of("fact"), exact({"not": inner}), exact({"all": some}), exact({"any": some}), named]}
