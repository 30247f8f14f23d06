"""Which instruments bind two States and which do not, as JSON, with its schema."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dedere.law.checked import WARNINGS
from dedere.law.dialect import (
    BOTH,
    DAY,
    DIALECT,
    DIGEST,
    NAME,
    STATE,
    TEXT,
    WHOLE,
    Schema,
    exact,
    listed,
    or_null,
)
from dedere.law.force import BINDS, BINDS_NOT, Binding
from dedere.law.report import Json
from dedere.law.written import LAYERS


def report_law(requesting: str, requested: str, on: date, route: str, bindings: Iterable[Binding]) -> Json:
    """The pair, the day, and every instrument with the reason; told by docs/reference/law.schema.json."""
    every = tuple(bindings)
    return {
        "requesting": requesting,
        "requested": requested,
        "on": on.isoformat(),
        "route": route,
        "in_force": [_binding(each) for each in every if each.binds],
        "not_in_force": [_binding(each) for each in every if not each.binds],
    }


def _binding(binding: Binding) -> Json:
    instrument = binding.instrument
    return {
        "id": instrument.id,
        "title": dict(instrument.title),
        "layer": instrument.layer,
        "digest": instrument.digest,
        "reason": binding.reason,
        "by": binding.by,
        "since": binding.since.isoformat() if binding.since else None,
        "until": binding.until.isoformat() if binding.until else None,
        "routes": list(instrument.routes),
    }


def law_schema() -> Schema:
    """The schema of what ``dedere law --json`` prints."""
    return {
        "$schema": DIALECT,
        "title": "The law between two States on a day",
        **exact(
            {
                "requesting": STATE,
                "requested": STATE,
                "on": DAY,
                "route": TEXT,
                "in_force": listed(_row(BINDS)),
                "not_in_force": listed(_row(BINDS_NOT)),
            }
        ),
    }


def checked_schema() -> Schema:
    """The schema of what ``dedere treaty check --json`` prints."""
    texts = listed(exact({"where": NAME, "what": NAME, "remedy": NAME}))
    warned = exact({"code": {"enum": list(WARNINGS)}, "clause": NAME, "article": NAME, "about": TEXT})
    fields = {
        "file": NAME,
        "id": or_null(NAME),
        "digest": or_null(DIGEST),
        "complaints": texts,
        "cases": WHOLE,
        "failures": listed(exact({"case": NAME, "says": NAME})),
        "warnings": listed(warned),
    }
    return {"$schema": DIALECT, "title": "A treaty file checked", **exact(fields)}


def _row(reasons: tuple[str, ...]) -> Schema:
    return exact(
        {
            "id": NAME,
            "title": BOTH,
            "layer": {"enum": list(LAYERS)},
            "digest": DIGEST,
            "reason": {"enum": list(reasons)},
            "by": TEXT,
            "since": or_null(DAY),
            "until": or_null(DAY),
            "routes": listed(NAME),
        }
    )
