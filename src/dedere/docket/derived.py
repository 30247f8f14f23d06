"""The facts that an entry establishes of itself, without anyone stating them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dedere.docket.case import Case
from dedere.docket.entries import (
    CaseOpened,
    ConsentGiven,
    Entry,
    ExtraditionGranted,
    ExtraditionRefused,
    FactEstablished,
    FreedToLeave,
    LeftTerritory,
    OtherRequestRecorded,
    ReturnedVoluntarily,
    SpecialityConsentGiven,
    SpecialityConsentRefused,
    SupplementRequested,
    TemporarySurrenderAgreed,
)

Told = tuple[str, str, bool | int | str, str]  # fact, charge (empty for none), value, document


def derived(case: Case, entry: Entry, day: date) -> Iterator[Told]:
    """Yield fact, charge, value and document for one entry that happened on that day."""
    match entry:
        case FactEstablished():
            yield entry.fact, entry.charge, entry.value, entry.document
        case CaseOpened():
            yield from _nationality(entry)
        case ExtraditionGranted() | ExtraditionRefused():
            yield from _decided(entry)
        case SpecialityConsentGiven() | SpecialityConsentRefused():
            gave = isinstance(entry, SpecialityConsentGiven)
            yield from (("requested-state-consents", charge, gave, "") for charge in entry.charges)
        case FreedToLeave() | LeftTerritory() | ReturnedVoluntarily():
            yield from _at_liberty(entry, day.isoformat())
        case ConsentGiven():
            yield "person-consents", "", True, ""
            yield "offender-consents", "", True, ""
        case OtherRequestRecorded():
            yield "third-state-requests", "", True, ""
        case SupplementRequested():
            yield "supplement-asked", "", True, ""
        case TemporarySurrenderAgreed():
            yield "other-sentence-in-requested", "", True, entry.conviction


def _nationality(entry: CaseOpened) -> Iterator[Told]:
    """Say which nationalities the person has; a list that is silent of one does not deny it."""
    for role in ("requested", "requesting"):
        if getattr(entry, role) in entry.nationalities:
            yield f"person-is-national-of-{role}", "", True, ""


def _decided(entry: ExtraditionGranted | ExtraditionRefused) -> Iterator[Told]:
    granted = isinstance(entry, ExtraditionGranted)
    yield from (("charge-granted", charge, granted, "") for charge in entry.charges)
    if isinstance(entry, ExtraditionGranted):
        yield "extradition-granted", "", True, ""
    elif entry.ground == "nationality":
        yield "refused-for-nationality", "", True, ""


def _at_liberty(entry: FreedToLeave | LeftTerritory | ReturnedVoluntarily, day: str) -> Iterator[Told]:
    if isinstance(entry, FreedToLeave):
        yield "free-to-leave", "", True, ""
        yield "free-to-leave-on", "", day, ""
    elif isinstance(entry, LeftTerritory):
        yield "left-on", "", day, ""
        yield "has-left", "", True, ""
    else:
        yield "returned-voluntarily", "", True, ""
