"""The words of a JSON Schema that every schema of the law room is put together from."""

from __future__ import annotations

from typing import Any

DIALECT = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
NAME: Schema = {"type": "string", "minLength": 1}
FLAG: Schema = {"type": "boolean"}
WHOLE: Schema = {"type": "integer", "minimum": 0}
DAY: Schema = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
DIGEST: Schema = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
STATE: Schema = {"type": "string", "pattern": "^[A-Z]{2}$"}
CITED: Schema = {
    "article": NAME,
    "instrument": NAME,
    "checked": {"anyOf": [NAME, {"const": False}]},
    "clause": NAME,
    "decider": TEXT,
}
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


def exact(required: Schema, optional: Schema | None = None) -> Schema:
    """An object of these keys and no others."""
    return {
        "type": "object",
        "properties": {**required, **(optional or {})},
        "required": list(required),
        "additionalProperties": False,
    }


def listed(items: Schema) -> Schema:
    """A list of such items."""
    return {"type": "array", "items": items}


def mapped(values: Schema) -> Schema:
    """An object of any keys and such values."""
    return {"type": "object", "additionalProperties": values}


def or_null(schema: Schema) -> Schema:
    """Such a value, or null."""
    return {"anyOf": [schema, {"type": "null"}]}
