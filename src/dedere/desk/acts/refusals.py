"""Why an act was refused, in words: the codes among the refusal's facts become words first."""

from __future__ import annotations

from datetime import date, datetime

from dedere.desk.acts.labels import label
from dedere.desk.frame.tags import day, instant
from dedere.desk.wording import code, refusal, state
from dedere.words import Refused

_GROUPS = {
    "act": "act",
    "stage": "stage",
    "kind": "track",
    "entry": "entry",
    "step": "leg",
    "fact": "fact",
    "accord": "accord",
}


def why(refused: Refused) -> str:
    """Return the sentence that says why."""
    return refusal(refused.code, **{name: _words(name, value) for name, value in refused.facts.items()})


def _words(name: str, value: str) -> str:
    match name:
        case "at":
            return instant(datetime.fromisoformat(value))
        case "on":
            return day(date.fromisoformat(value))
        case "state" | "holder" | "ours":
            return state(value)
        case "field":
            return label("", value) if value != "item" else value
        case "gaps":
            return ", ".join(_gap(gap) for gap in value.split(", "))
        case _:
            return code(_GROUPS[name], value) if name in _GROUPS else value


def _gap(gap: str) -> str:
    case, _, gate = gap.partition(":")
    return f"{case} {code('gate', gate)}"
