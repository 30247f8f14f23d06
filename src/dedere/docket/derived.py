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
    ReturnedVoluntarily,
    SpecialityConsentGiven,
    SpecialityConsentRefused,
    SupplementRequested,
    TemporarySurrenderAgreed,
    UndertakingGiven,
)

Told = tuple[str, str, bool | int | str, str]  # fact, charge (empty for none), value, document

# What an undertaking is about, and the fact of the law that it settles.
OF_CHARGES = {
    "death-penalty": "assurance-against-death",
    "life-sentence": "assurance-against-life",
    "unusual-penalty": "assurance-against-unusual-penalty",
}
OF_THE_REQUEST = {
    "reciprocity": "undertaking-reciprocity",
    "speciality": "undertaking-speciality",
    "competent-court": "undertaking-competent-court",
    "defence-heard": "undertaking-defence-heard",
    "onward-extradition": "undertaking-no-onward-extradition",
    "judgment-copy": "undertaking-copy-of-judgment",
}


def derived(case: Case, entry: Entry, day: date) -> Iterator[Told]:
    """Yield fact, charge, value and document for one entry that happened on that day."""
    match entry:
        case FactEstablished():
            yield entry.fact, entry.charge, entry.value, entry.document
        case CaseOpened():
            yield from _nationality(entry)
        case UndertakingGiven():
            yield from _assured(case, entry)
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
        case SupplementRequested():
            yield "supplement-asked", "", True, ""
        case TemporarySurrenderAgreed():
            yield "other-sentence-in-requested", "", True, entry.conviction


def _nationality(entry: CaseOpened) -> Iterator[Told]:
    """Say which nationalities the person has; a list that is silent of one does not deny it."""
    for role in ("requested", "requesting"):
        if getattr(entry, role) in entry.nationalities:
            yield f"person-is-national-of-{role}", "", True, ""


def _assured(case: Case, entry: UndertakingGiven) -> Iterator[Told]:
    """Say what the undertaking assures, unless it was reported breached: then that is open again."""
    given = case.undertaking(entry.undertaking)
    if given is not None and given.breaches:
        return
    if fact := OF_CHARGES.get(entry.about):
        charges = entry.charges or tuple(charge.id for charge in case.charges)
        yield from ((fact, charge, True, "") for charge in charges)
    if fact := OF_THE_REQUEST.get(entry.about):
        yield fact, "", True, ""


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
