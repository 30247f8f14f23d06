"""Every address of the desk: /es/… and /en/…, and the few that have no language."""

from __future__ import annotations

from importlib.util import find_spec

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLResolver, include, path, register_converter

from dedere.desk.frame.addresses import (
    AccordNumber,
    CaseNumber,
    EventNumber,
    HandoverId,
    NetworkNumber,
    PairKey,
    PairNumber,
    RunNumber,
)
from dedere.desk.frame.health import health, metrics

register_converter(CaseNumber, "number")
register_converter(HandoverId, "handover")
register_converter(PairNumber, "pair")
register_converter(RunNumber, "run")
register_converter(NetworkNumber, "net")
register_converter(AccordNumber, "accord")
register_converter(EventNumber, "event")
register_converter(PairKey, "key")

# Each journey lists its addresses in full, from the language on.
JOURNEYS = (
    "signin",
    "frame",
    "today",
    "cases",
    "case",
    "clockdays",
    "requirements",
    "why",
    "terms",
    "bothlaws",
    "acts",
    "handover",
    "leg",
    "paper",
    "exports",
    "intake",
    "matches",
    "network",
    "commitments",
    "claims",
    "person",
    "search",
    "sources",
    "amendment",
    "ledger",
    "statistics",
    "officers_admin",
)


def _journeys() -> list[URLResolver]:
    return [
        path("", include(f"dedere.desk.{name}.urls"))
        for name in JOURNEYS
        if find_spec(f"dedere.desk.{name}") and find_spec(f"dedere.desk.{name}.urls")
    ]


urlpatterns = [
    path("health", health, name="health"),
    path("metrics", metrics, name="metrics"),
    *i18n_patterns(*_journeys(), prefix_default_language=True),
]
handler403 = "dedere.desk.frame.errors.forbidden"
handler404 = "dedere.desk.frame.errors.not_found"
handler429 = "dedere.desk.frame.errors.too_often"  # asked for by allauth, not by Django
handler500 = "dedere.desk.frame.errors.broken"
