"""A refusal as a sentence, the codes among its facts put into words as well."""

from __future__ import annotations

from dedere.words import Refused
from dedere.words.wording import Wording, codes

# A fact of this name holds a code of this group.
GROUPS = {
    "act": "act",
    "entry": "entry",
    "stage": "stage",
    "kind": "track",
    "step": "leg",
    "fact": "fact",
    "accord": "accord",
    "fault": "fault",
}


def told(refused: Refused, language: str) -> str:
    """Return the sentence for a refusal in ``en`` or ``es``; KeyError where a code has no words."""
    wording = codes()
    facts = {name: _worded(wording, name, value, language) for name, value in refused.facts.items()}
    return wording.say(f"refused.{refused.code}", language, **facts)


def _worded(wording: Wording, name: str, value: str, language: str) -> str:
    if name == "gaps":
        return ", ".join(_gap(wording, gap, language) for gap in value.split(", "))
    return _said(wording, f"{GROUPS.get(name, '')}.{value}", language) or value


def _gap(wording: Wording, gap: str, language: str) -> str:
    """``MX-2025-0001:medical`` becomes ``MX-2025-0001 (Medical)``."""
    case, _, gate = gap.partition(":")
    words = _said(wording, f"gate.{gate}", language)
    return f"{case} ({words})" if words else gap


def _said(wording: Wording, key: str, language: str) -> str:
    known = wording.keys()
    return wording.say(key, language) if key in known else ""
