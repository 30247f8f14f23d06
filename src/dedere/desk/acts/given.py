"""What the page knows of an act before the officer writes: ids it numbers itself, and what a link named."""

from __future__ import annotations

from typing import Any

from django.http import QueryDict

from dedere.docket.case import Case

# Acts that speak of one case's own lines or facts: no one form of theirs serves many cases.
ONE_CASE_ONLY = frozenset({"establish-fact", "dispute-fact", "correct", "refuse-signature"})

_LINKED = ("fact", "charge", "stay", "undertaking", "question", "clock")


def fixed(code: str, case: Case, query: QueryDict) -> dict[str, Any]:
    """Return the fields of the entry that are not asked for."""
    match code:
        case "open-track":
            return {"track": f"t{len(case.tracks) + 1}"}
        case "record-undertaking":
            return {"undertaking": f"u{len(case.undertakings) + 1}"}
        case "record-other-request":
            return {"request": f"q{len(case.others) + 1}"}
        case "establish-fact":
            return {"fact": query.get("fact", "")}
        case "correct" if str(query.get("line", "")).isdecimal():
            return {"line": int(str(query["line"]))}
        case _:
            return {}


def named(code: str, case: Case, query: QueryDict) -> dict[str, Any]:
    """Return what a link proposes and the officer may change."""
    if code == "state-charges":
        return {"charges": case.charges}
    if code == "request-supplement":
        return {"missing": query.getlist("missing")}
    return {name: query[name] for name in _LINKED if name in query}
