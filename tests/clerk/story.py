"""Acts for tests that need a case on file."""

from datetime import datetime

from dedere import clerk
from dedere.docket.acts import Act
from dedere.docket.case import Case
from dedere.docket.entries import Charge, Entry
from dedere.docket.entries.opening import CaseOpened, ChargesStated, TrackOpened
from dedere.docket.entries.upkeep import DueSet, Noted

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
