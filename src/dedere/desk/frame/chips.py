"""The tone of a code: a colour always told by a sign and by words too."""

from __future__ import annotations

from collections.abc import Mapping

# Tone → the sign that stands before the words, so that colour is never alone.
SIGNS: Mapping[str, str] = {
    "plain": "",
    "good": "✓",
    "open": "◌",
    "warn": "!",
    "late": "‼",
    "stop": "✕",
    "quiet": "–",
    "info": "›",
}

_TONES: Mapping[str, Mapping[str, str]] = {
    "stage": {
        "granted": "good",
        "partly-granted": "warn",
        "granted-conditionally": "warn",
        "certified": "good",
        "surrender-ordered": "good",
        "handed-over": "good",
        "monitored": "good",
        "refused": "stop",
        "not-certified": "stop",
        "withdrawn": "quiet",
        "lapsed": "stop",
        "closed": "quiet",
        "deferred": "open",
        "in-review": "open",
        "papers-pending": "warn",
        "arrested": "warn",
    },
    "finding": {"met": "good", "not-met": "stop", "unknown": "open", "not-in-point": "quiet"},
    "clock-state": {
        "running": "info",
        "paused": "open",
        "stopped": "good",
        "expired": "late",
        "not-started": "quiet",
    },
    "standing": {
        "alleged": "open",
        "charged": "info",
        "pleaded": "warn",
        "convicted": "plain",
        "acquitted": "good",
        "unknown": "quiet",
    },
    "queue": {
        "strong": "info",
        "review": "open",
        "reopened": "warn",
        "awaiting": "warn",
        "unsettled": "quiet",
        "decided": "good",
    },
    "verdict": {
        "same": "good",
        "not-the-same": "stop",
        "cannot-say": "open",
        "survives": "good",
        "does-not-survive": "stop",
        "not-found": "quiet",
    },
    "position": {
        "kept": "good",
        "open": "info",
        "broken": "stop",
        "disputed": "warn",
        "unknown": "quiet",
    },
    "reading": {
        "agreed-kept": "good",
        "agreed-open": "info",
        "agreed-broken": "stop",
        "one-says-kept": "open",
        "one-says-open": "open",
        "one-says-broken": "open",
        "disputed": "warn",
        "unknown": "quiet",
    },
    "claims-outcome": {"agreed": "good", "contested": "warn", "unsupported": "open"},
    "claims-verdict": {
        "supported": "good",
        "contested": "warn",
        "contradicted": "stop",
        "unsupported": "open",
        "opinion": "quiet",
    },
    "gate": {"done": "good", "gap": "warn", "not-needed": "quiet"},
}


def tone_of(group: str, value: object) -> str:
    """Return the tone of a code; *plain* where the group gives it none."""
    return _TONES.get(group, {}).get(str(getattr(value, "value", value)), "plain")
