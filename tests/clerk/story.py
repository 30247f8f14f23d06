"""Acts for tests that need a case on file."""

from datetime import datetime

from dedere import clerk
from dedere.docket.acts import Act
from dedere.docket.case import Case
from dedere.docket.entries import Charge, Entry
from dedere.docket.entries.handover import (
    Checked,
    GivenOver,
    GoDecided,
    HandoverPlanned,
    Identified,
    LegPlanned,
    PersonListed,
    TakenOver,
)
from dedere.docket.entries.opening import CaseOpened, ChargesStated, TrackOpened
from dedere.docket.entries.upkeep import DueSet, Noted
from dedere.docket.handover import gaps

import cast


def act(code: str, entry: Entry, *, at: datetime = cast.NOON, track: str = "") -> Act:
    return Act(code=code, entry=entry, occurred_at=at, track=track)


def opening(person: str = cast.TEODORO, **more: object) -> Act:
    return act("open-case", CaseOpened(person=person, requesting="US", requested="MX", **more))


def track(kind: str = "treaty-extradition") -> Act:
    return act("open-track", TrackOpened(track="t1", kind=kind, basis="us-mx-1978"))


def charges() -> Act:
    return act("state-charges", ChargesStated(charges=(Charge(id="1", title="Contrabando"),)))


def note(text: str = "x") -> Act:
    return act("note", Noted(title="Nota", text=text))


def reminder(on: datetime) -> Act:
    return act("set-reminder", DueSet(on=on.date(), what="llamar al juzgado"))


def opened(*more: Act, person: str = cast.TEODORO, **said: object) -> Case:
    filed = clerk.open_case(opening(person, **said), *more, by=cast.ANA, at=cast.NOON)
    assert isinstance(filed, clerk.Filed), filed
    return filed.case


PLACE = "Hangar de prueba"


def plan() -> Act:
    return act(
        "plan-handover",
        HandoverPlanned(
            title="Entrega de prueba",
            on=cast.later(days=1).date(),
            giving="MX",
            receiving="US",
            basis="national-security-transfer",
        ),
    )


def carried(id: str, the_act: Act, *, by: str = cast.ANA, at: datetime = cast.NOON) -> clerk.FiledHandover:
    filed = clerk.file_handover(id, the_act, by=by, at=at)
    assert isinstance(filed, clerk.FiledHandover), filed
    return filed


def planned(people: int) -> clerk.FiledHandover:
    """A handover with so many persons on its manifest, each with a case and a place on one leg."""
    filed = clerk.plan_handover(plan(), by=cast.ANA, at=cast.NOON)
    assert isinstance(filed, clerk.FiledHandover), filed
    id = filed.handover.id
    carried(id, act("plan-leg", LegPlanned(leg="1", carrier="FAM", origin="MMTO", destination="KJFK")))
    for ordinal in range(people):
        name = f"{cast.LISTED[ordinal % len(cast.LISTED)]} {ordinal}"
        number = opened(track("national-security-transfer"), person=name).number
        filed = carried(id, act("list-person", PersonListed(case=number, person=name, leg="1")))
    return filed


def ready(people: int) -> clerk.FiledHandover:
    """The same, decided to go by two officers, everyone identified and checked."""
    filed = planned(people)
    id, active = filed.handover.id, filed.handover.active
    cases = clerk.cases(person.case for person in active)
    going = GoDecided(go=True, accepted=gaps(filed.handover, cases), reason="orden")
    proposal = carried(id, act("decide-go", going)).handover.version
    signed = clerk.sign_handover(id, proposal, by=cast.BRUNO, at=cast.NOON)
    assert isinstance(signed, clerk.FiledHandover), signed
    for person in active:
        carried(id, act("identify-person", Identified(case=person.case, leg="1", how="huellas")))
        filed = carried(id, act("check-person", Checked(case=person.case, leg="1")))
    return filed


def giving(case: str) -> Act:
    return act("give-over", GivenOver(case=case, leg="1", place=PLACE, officer="Carla"))


def taking(case: str) -> Act:
    return act("take-over", TakenOver(case=case, leg="1", place=PLACE, officer="Dolores"))
