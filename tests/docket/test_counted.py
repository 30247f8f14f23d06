"""What the statistics count of a case: told by its lines."""

from __future__ import annotations

from datetime import datetime

from dedere.docket.case import Case, fold
from dedere.docket.counted import given_of, routes_of
from dedere.docket.entries import Charge, Entry, Line
from dedere.docket.entries.aftercare import CaseClosed
from dedere.docket.entries.arrest import Arrested, ProvisionallyArrested
from dedere.docket.entries.court import ConsentGiven
from dedere.docket.entries.executive import ExtraditionGranted, ExtraditionRefused
from dedere.docket.entries.opening import CaseOpened, ChargesStated, TrackOpened
from dedere.docket.entries.request import RequestReceived
from dedere.docket.entries.surrender import HandedOver, UndertakingChanged, UndertakingGiven
from dedere.docket.entries.upkeep import Corrected
from dedere.tally.route import Given

import cast


class Told:
    """Lines of a case of Teodoro's, one after the other, each on its day."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.on(0, CaseOpened(person=cast.TEODORO, requesting="US", requested="MX"))
        self.on(0, ChargesStated(charges=(Charge(id="1", title="Contrabando"),)))

    def on(self, days: int, entry: Entry, track: str = "") -> Told:
        at: datetime = cast.later(days=days)
        number = len(self.lines) + 1
        self.lines.append(
            Line(number=number, entry=entry, occurred_at=at, recorded_at=at, by=cast.ANA, track=track)
        )
        return self

    @property
    def case(self) -> Case:
        return fold("MX-2025-0001", self.lines)


def treaty() -> Told:
    told = Told().on(0, TrackOpened(track="1", kind="treaty-extradition", basis="us-mx-1978"), "1")
    told.on(5, ProvisionallyArrested(place="Toluca"), "1").on(8, Arrested(place="Toluca"), "1")
    return told.on(10, RequestReceived(office="executive", complete=True), "1")


def over(told: Told, days: int, track: str = "1", handover: str = "H-2025-0001") -> Told:
    entry = HandedOver(place="AIFA", giving="MX", receiving="US", handover=handover)
    return told.on(days, entry, track)


def test_days_are_counted_from_the_request_and_from_the_first_arrest() -> None:
    granted = ExtraditionGranted(authority="SRE", charges=("1",))
    told = over(treaty().on(60, granted, "1"), 100)
    (route,) = routes_of(told.case, "MX", {"H-2025-0001"})
    assert (route.days_to_decision, route.days_to_surrender, route.days_held) == (50, 90, 55)
    assert (route.opened, route.arrested, route.decided, route.handed_over) == ("2025",) * 4
    assert (route.direction, route.operation, route.aftercare) == ("received", "H-2025-0001", "watched")
    assert route.consent == "not-given"


def test_a_handover_that_is_not_published_is_not_named() -> None:
    (route,) = routes_of(over(treaty(), 100).case, "MX", ())
    assert (route.operation, route.handed_over) == ("", "2025")


def test_a_refusal_has_its_ground_and_a_closed_case_is_no_longer_watched() -> None:
    refusal = ExtraditionRefused(authority="SRE", charges=("1",), reasons="…", ground="nationality")
    (route,) = routes_of(treaty().on(60, refusal, "1").case, "US", ())
    assert (route.stage, route.ground, route.direction) == ("refused", "nationality", "made")
    (ended,) = routes_of(over(treaty(), 100).on(300, CaseClosed(reason="…")).case, "MX", ())
    assert ended.aftercare == "ended"


def test_another_route_is_another_row_and_asks_for_no_consent() -> None:
    told = treaty().on(20, ConsentGiven(before="juzgado", informed=True), "1")
    told.on(30, TrackOpened(track="2", kind="national-security-transfer", basis="mx-lsn-2005"), "2")
    first, second = routes_of(over(told, 43, "2").case, "MX", ())
    assert (first.consent, first.handed_over) == ("given", "")
    assert (second.consent, second.handed_over, second.days_to_surrender) == ("", "2025", None)


def test_a_route_of_the_same_kind_taken_again_counts_once() -> None:
    told = treaty().on(400, TrackOpened(track="2", kind="treaty-extradition", basis="us-mx-1978"), "2")
    assert [route.opened for route in routes_of(told.case, "MX", ())] == ["2026"]


def test_a_line_that_was_struck_counts_for_nothing() -> None:
    told = treaty()
    received = told.lines[-1].number
    told.on(12, Corrected(line=received, reason="otra persona")).on(
        60, ExtraditionGranted(authority="SRE", charges=("1",)), "1"
    )
    (route,) = routes_of(told.case, "MX", ())
    assert route.days_to_decision is None
    assert route.decided == "2025"


def test_the_last_promise_on_a_subject_counts_as_it_stands() -> None:
    def promise(id: str, about: str = "death-penalty", covers: str = "covered") -> UndertakingGiven:
        return UndertakingGiven(undertaking=id, giver="DOJ", about=about, covers_person=covers)

    told = treaty().on(20, promise("a")).on(30, promise("b"))
    told.on(40, UndertakingChanged(undertaking="b", change="fulfilled"))
    told.on(41, promise("c", "life-sentence", "not-known")).on(42, promise("d", "return", "not-covered"))
    assert given_of(told.case) == (
        Given(about="death-penalty", standing="fulfilled"),
        Given(about="life-sentence", standing="not-known"),
    )
