"""The first day on which the law lets a person go: a clock gives one, a decision still to come gives none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dedere.clerk.network.firstday import FirstDay, first_day
from dedere.docket.case import Case
from dedere.docket.parts import Custody, Stay, Track
from dedere.docket.stage import TrackKind
from dedere.law.assessment import ChargeAssessment, ClauseFinding, ClockReading, Effect
from dedere.words import Citation, Finding

import cast

TODAY = cast.NOON.date()
ROUTE = Track(id="t1", kind=TrackKind.TREATY_EXTRADITION, basis="us-mx-1978", opened_at=cast.NOON)
CASE = Case(number="MX-2025-0001", requesting="US", requested="MX", tracks=(ROUTE,))
AMPARO = Citation(instrument="mx-lei-1975", article="33")
CLOCK = ClockReading(
    rule="amparo-lei",
    citation=AMPARO,
    unit="days",
    of=15,
    state="running",
    expiry="surrender-follows",
    due=date(2025, 3, 9),
)


def found(
    standing: str = "clear", *clocks: ClockReading, case: Case = CASE, track: Track = ROUTE, **charge: object
) -> FirstDay:
    assessed = ChargeAssessment(id="1", title="", standing=standing, **{"findings": (), **charge})
    return first_day(case, track, assessed, clocks, TODAY)


def test_nobody_waits_where_no_bar_and_no_clock_is_found() -> None:
    assert found() == FirstDay(why="no-bar", on=TODAY)


@pytest.mark.parametrize("standing", ["lacking", "unknown", "discretion"])
def test_an_open_case_counts_from_today_and_says_that_it_is_open(standing: str) -> None:
    assert found(standing) == FirstDay(why="open", on=TODAY)


def test_surrender_follows_the_day_after_a_clock_runs_out() -> None:
    assert found("clear", CLOCK) == FirstDay(why="clock-runs", on=date(2025, 3, 10), citation=AMPARO)


@pytest.mark.parametrize("state", ["paused", "not-covered"])
def test_a_clock_that_stands_still_gives_no_day(state: str) -> None:
    assert found("clear", replace(CLOCK, state=state)).on is None


def test_a_clock_that_ran_out_holds_nobody_and_another_kind_of_clock_never_does() -> None:
    assert found("clear", replace(CLOCK, state="expired")).on == TODAY
    assert found("clear", replace(CLOCK, expiry="may-release")).on == TODAY


def test_a_remedy_not_yet_decided_gives_no_day_but_its_article() -> None:
    track = replace(ROUTE, attacks=("amparo 1",))
    told = found("clear", replace(CLOCK, state="stopped"), track=track)
    assert told == FirstDay(why="remedy-pending", on=None, citation=AMPARO)


def test_a_deferral_gives_no_day_but_the_finding_by_which_it_was_put_off() -> None:
    cited = Citation(instrument="us-mx-1978", article="15(1)")
    deferral = ClauseFinding(
        clause="c", citation=cited, kind="deferral", effect=Effect.DEFERRAL, finding=Finding.MET
    )
    track = replace(ROUTE, deferred=True)
    assert found("clear", track=track, findings=(deferral,)) == FirstDay(
        why="deferred", on=None, citation=cited
    )
    assert found("clear", track=track).citation is None


def test_a_stay_and_a_bar_give_no_day() -> None:
    assert found("stayed") == FirstDay(why="stay-in-force", on=None)
    assert found("barred") == FirstDay(why="bar-stands", on=None)
    stay = Stay(id="1", court="Juzgado", covers="not-published", since=cast.NOON)
    assert found("open", case=replace(CASE, stays=(stay,))).why == "stay-in-force"


def test_whoever_escaped_cannot_be_given_a_day() -> None:
    assert found("clear", case=replace(CASE, custody=Custody(status="escaped"))).why == "person-escaped"
