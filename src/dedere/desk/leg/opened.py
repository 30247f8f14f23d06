"""Opening a leg: the handover, the person or everyone on it, their cases; the reading goes on record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest

from dedere import clerk
from dedere.desk import clock
from dedere.desk.frame.errors import NotFound
from dedere.desk.frame.record import reading
from dedere.desk.leg.steps import NEXT, closed
from dedere.desk.officers import allows, role_of
from dedere.docket.case import Case
from dedere.docket.handover import Handover, Listed
from dedere.docket.parts import Stay


@dataclass(frozen=True, slots=True, kw_only=True)
class Traveller:
    """One person of the handover, with the case."""

    listed: Listed
    case: Case

    @property
    def stays(self) -> tuple[Stay, ...]:
        """The stays that stand against the surrender."""
        return self.case.standing_stays

    @property
    def acts(self) -> tuple[str, ...]:
        """What may come next, as the step stands."""
        return NEXT[self.listed.step]


def handover_of(request: HttpRequest, id: str) -> Handover:
    """Return the handover and put the reading on record; raises NoSuchFile, which becomes *not found*."""
    found = clerk.handover(id)
    if request.method == "GET":
        reading(by=request.user.get_username(), stream=id, page="leg", at=clock.now(request))
    return found


def traveller(handover: Handover, number: str) -> Traveller:
    """Return one person of the manifest, struck or not; raises NotFound."""
    if (listed := handover.listed(number)) is None:
        raise NotFound("case", number)
    return Traveller(listed=listed, case=clerk.case(number))


def travellers(handover: Handover, leg: str = "") -> list[Traveller]:
    """Return everyone on the manifest, or on one leg of it, in the manifest's order."""
    persons = [person for person in handover.active if not leg or person.leg == leg]
    cases: Mapping[str, Case] = clerk.cases(person.case for person in persons)
    return [Traveller(listed=each, case=cases[each.case]) for each in persons if each.case in cases]


def why_closed(request: HttpRequest, handover: Handover, who: Traveller, act: str) -> str:
    """Return why this officer may not record the step now; empty where they may."""
    return closed(handover, who.listed, who.case, act, by=request.user.get_username(), at=clock.now(request))


def may_record(request: HttpRequest) -> bool:
    """Whether the officer's role records legs at all."""
    return allows(role_of(request.user), "record-legs")
