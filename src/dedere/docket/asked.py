"""What the law room is asked: a case and one of its tracks, as facts and events of the law's vocabulary."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dedere.docket.acts.guards import AGAINST_EXTRADITION
from dedere.docket.acts.where import TREATY_ROUTES
from dedere.docket.case import Case
from dedere.docket.derived import derived
from dedere.docket.entries import (
    Entry,
    ExtraditionGranted,
    FactDisputed,
    Line,
    RequestReceived,
    SpecialityConsentAsked,
    SpecialityConsentGiven,
    SpecialityConsentRefused,
    StayLifted,
    StayOrdered,
    SupplementReceived,
    TemporarilySurrendered,
)
from dedere.docket.facts import as_asked
from dedere.docket.parts import Track, Undertaking
from dedere.docket.rivals import requests
from dedere.law.assurances.assurance import Assurance
from dedere.law.calendar import day_of, seat_zone
from dedere.law.casefile import CaseFile, ChargeFacts, Event, Facts, Known

Told = dict[tuple[str, str], Known]


def casefile(case: Case, track: Track, on: date) -> CaseFile:
    """Return what is known of the track on a day; what no line says stays unknown, never false."""
    lines = tuple(_telling(case, track, on))
    told = _facts(case, track, lines)
    return CaseFile(
        id=case.number,
        requesting=case.requesting,
        requested=case.requested,
        on=on,
        route=track.kind.value,
        facts=_of(told, ""),
        charges=tuple(
            ChargeFacts(id=charge.id, title=charge.title, facts=_of(told, charge.id))
            for charge in case.charges
        ),
        events=tuple(_events(case, track, lines)),
        requests=requests(case, told, lines),
        assurances=tuple(_assurance(case, given) for given in case.undertakings),
        title={"en": case.person, "es": case.person},
    )


def _assurance(case: Case, given: Undertaking) -> Assurance:
    """Return the undertaking as the law reads it; an authority not asked about is not shown."""
    shown = "proved" if given.authority_by else "stated"
    return Assurance(
        id=given.id,
        about=given.about,
        giver=given.giver,
        given_on=day_of(given.since, seat_zone(case.requested)),
        authority=shown if given.authority_to_bind else "not-shown",
        authority_by=given.authority_by,
        addressee=given.addressee,
        person=given.covers_person,
        charges=given.charges,
        begins_on=given.begins_on,
        until=given.until,
        conditions=given.conditions,
        text=given.text,
        text_of=given.text_of,
        form=given.form,
        changes=given.changes,
        answers=given.answers,
        sources=given.sources or (f"{case.number}/{given.line}",),
    )


def _telling(case: Case, track: Track, on: date) -> Iterator[Line]:
    """Return the lines that hold, speak of the track or of the whole case, and had happened by the day."""
    zone = seat_zone(case.requested)
    for line in case.lines:
        if line.number in case.struck or line.track not in ("", track.id):
            continue
        if day_of(line.occurred_at, zone) <= on:
            yield line


def _facts(case: Case, track: Track, lines: tuple[Line, ...]) -> Told:
    """Return the last word on each fact; a disputed fact is unknown until somebody settles it."""
    told: Told = {}
    for line in lines:
        if isinstance(line.entry, FactDisputed):
            told.pop((line.entry.fact, line.entry.charge), None)
        proof = line.sources or (f"{case.number}/{line.number}",)
        for fact, charge, value, document in derived(case, line.entry, line.occurred_at.date()):
            sources = (*proof, document) if document else proof
            told[fact, charge] = Known(value=as_asked(value), sources=sources)
    return _beyond_the_grant(case, track, told)


def _beyond_the_grant(case: Case, track: Track, told: Told) -> Told:
    """Once surrendered under a grant, a charge that it does not name was not granted (speciality)."""
    if track.surrendered_at and track.granted:
        for charge in case.charges:
            told.setdefault(("charge-granted", charge.id), Known(value=charge.id in track.granted))
    return told


def _of(told: Told, charge: str) -> Facts:
    return {fact: known for (fact, of), known in told.items() if of == charge}


def _events(case: Case, track: Track, lines: tuple[Line, ...]) -> Iterator[Event]:
    standing: set[str] = set()
    for line in lines:
        for kind in _kinds(case, track, line, standing):
            for charge in _charges(line.entry):
                yield Event(
                    kind=kind,
                    at=line.occurred_at,
                    office=getattr(line.entry, "office", ""),
                    charge=charge,
                    sources=line.sources or (f"{case.number}/{line.number}",),
                )


def _charges(entry: Entry) -> tuple[str, ...]:
    """The charges that an entry speaks of, one by one; one empty name where it speaks of all."""
    match entry:
        case SpecialityConsentAsked():
            return tuple(charge.id for charge in entry.charges)
        case SpecialityConsentGiven() | SpecialityConsentRefused() | ExtraditionGranted():
            return entry.charges
        case _:
            return (getattr(entry, "charge", ""),)


def _kinds(case: Case, track: Track, line: Line, standing: set[str]) -> tuple[str, ...]:
    """Return what the line means to clocks: mostly its own code."""
    match line.entry:
        case RequestReceived(complete=False):
            return ("request-received-incomplete",)  # the papers must come too (treaty 11(3))
        case SupplementReceived(complete=True):
            return ("supplement-received", "request-received")
        case TemporarilySurrendered():
            return ("temporarily-surrendered", "handed-over")  # taken charge of, if only for a trial
        case StayOrdered() | StayLifted():
            return _stay_kinds(case, track, line.entry, standing)
        case entry:
            return (entry.code,)


def _stay_kinds(
    case: Case, track: Track, entry: StayOrdered | StayLifted, standing: set[str]
) -> tuple[str, ...]:
    """Say only that the first stay came and that the last one went: several may stand at once."""
    stay = case.stay(entry.stay)
    if stay is None or (track.kind in TREATY_ROUTES and stay.covers not in AGAINST_EXTRADITION):
        return ()
    stood = bool(standing)
    (standing.add if isinstance(entry, StayOrdered) else standing.discard)(entry.stay)
    return (entry.code,) if stood is not bool(standing) else ()
