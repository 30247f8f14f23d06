"""The requests that compete for a person: this case's own, and those of other States on file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dedere.docket.case import NOWHERE, Case
from dedere.docket.entries import Line, ProvisionalArrestSought, RequestReceived
from dedere.law.calendar import day_of, seat_zone
from dedere.law.casefile import Known, Value
from dedere.law.competing.request import DEATH, Request, Wanted

Told = Mapping[tuple[str, str], Known]


def requests(case: Case, told: Told, lines: Iterable[Line]) -> tuple[Request, ...]:
    """Every request for the person; none where no other State asks: then nothing competes."""
    if not case.others:
        return ()
    return (_own(case, told, tuple(lines)), *(other.asked for other in case.others))


def _own(case: Case, told: Told, lines: tuple[Line, ...]) -> Request:
    zone = seat_zone(case.requested)
    received = [day_of(each.occurred_at, zone) for each in lines if isinstance(each.entry, RequestReceived)]
    sought = [
        day_of(each.occurred_at, zone) for each in lines if isinstance(each.entry, ProvisionalArrestSought)
    ]
    national = _fact(told, "person-is-national-of-requesting")
    return Request(
        id=case.number,
        state=case.requesting,
        received_on=min(received, default=None),
        provisional=True if sought else None,
        provisional_on=min(sought, default=None),
        national=national if isinstance(national, bool) else None,
        offences=tuple(_offence(case, told, charge.id) for charge in case.charges),
    )


def _offence(case: Case, told: Told, charge: str) -> Wanted:
    months = _fact(told, "maximum-requesting", charge)
    capital = _fact(told, "death-penalty-in-requesting", charge) is True
    maximum = months if isinstance(months, int) and not isinstance(months, bool) and months else None
    return Wanted(place=_place(case, told, charge), maximum=DEATH if capital else maximum)


def _place(case: Case, told: Told, charge: str) -> str:
    """The State in whose territory it was committed; a third State is not named by the fact."""
    place = _fact(told, "offence-place", charge)
    if place is None:
        return ""
    places = {"requesting-territory": case.requesting, "requested-territory": case.requested}
    return str(places.get(str(place), NOWHERE))


def _fact(told: Told, fact: str, charge: str = "") -> Value | None:
    known = told.get((fact, charge))
    return known.value if known else None
