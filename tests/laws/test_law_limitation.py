"""Whatever the dates and lengths, lapse of time moves one way: longer penalties, more acts, later days."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from dedere.law.casefile import CaseFile, ChargeFacts, Event, Known, Value
from dedere.law.library import library
from dedere.law.limitation.compute import Limitation, limitations
from dedere.words import Finding, State

START = date(2012, 5, 31)
KNOWN: dict[str, Value] = {
    "person-status": "accused",
    "federal-law-requested": True,
    "federal-law-requesting": True,
    "mx-limitation-class": "general",
    "us-limitation-class": "general",
    "death-penalty-in-requesting": False,
    "prior-decision-needed": False,
    "offence-form": "completed",
    "offence-duration": "instant",
    "complaint-required": False,
    "offence-on": START,
    "offences-concur": False,
    "absence-hinders-requested": False,
    "interrupting-acts-complete-requested": True,
    "charge-brought": False,
    "fled-from-justice": False,
    "foreign-evidence-suspension": False,
}
days = st.integers(0, 9000).map(lambda n: START + timedelta(days=n))
months = st.integers(1, 400)
acts = st.lists(st.tuples(st.sampled_from(["act-of-investigation", "extradition-sought"]), days), max_size=6)


def found(facts: dict[str, Value], rows: list[tuple[str, date]], on: date) -> tuple[Limitation, Limitation]:
    charge = ChargeFacts(id="1", facts={name: Known(value=value) for name, value in facts.items()})
    case = CaseFile(
        id="case",
        requesting=State("US"),
        requested=State("MX"),
        on=on,
        route="treaty-extradition",
        charges=(charge,),
        events=tuple(Event(kind=kind, at=at) for kind, at in rows),
    )
    return limitations(case, charge, library())


def penalty(low: int, high: int) -> dict[str, Value]:
    return {**KNOWN, "minimum-requested": min(low, high), "maximum-requested": max(low, high)}


@given(low=months, high=months, rows=acts, more=acts, on=days)
def test_more_interruptions_never_bring_the_last_day_forward(
    low: int, high: int, rows: list[tuple[str, date]], more: list[tuple[str, date]], on: date
) -> None:
    _, few = found(penalty(low, high), rows, on)
    _, many = found(penalty(low, high), rows + more, on)
    assert few.window is not None
    assert many.window is not None
    assert many.window.low >= few.window.low
    assert many.window.high >= few.window.high


@given(low=months, high=months, more=st.integers(0, 200), rows=acts, on=days)
def test_a_graver_penalty_never_brings_the_last_day_forward(
    low: int, high: int, more: int, rows: list[tuple[str, date]], on: date
) -> None:
    _, lighter = found(penalty(low, high), [], on)
    _, graver = found(penalty(low + more, high + more), [], on)
    assert lighter.window is not None
    assert graver.window is not None
    assert graver.window.low >= lighter.window.low


@given(low=months, high=months, rows=acts, on=days)
def test_it_has_not_lapsed_on_the_last_day_and_has_the_day_after_the_latest(
    low: int, high: int, rows: list[tuple[str, date]], on: date
) -> None:
    _, there = found(penalty(low, high), rows, on)
    assert there.window is not None
    early = [row for row in rows if row[1] <= on]
    assert found(penalty(low, high), early, min(there.window.low, on))[1].finding is Finding.NOT_MET
    after = max(there.window.high, on) + timedelta(days=1)
    assert found(penalty(low, high), early, after)[1].finding is Finding.MET


@given(begin=days, length=st.integers(0, 4000), more=st.integers(0, 1000))
def test_a_longer_suspension_never_brings_the_last_day_forward(begin: date, length: int, more: int) -> None:
    def fled(for_days: int) -> Limitation:
        flight: dict[str, Value] = {
            "fled-from-justice": True,
            "fled-on": begin,
            "flight-ended": True,
            "flight-ended-on": begin + timedelta(days=for_days),
        }
        return found({**KNOWN, **flight}, [], date(2060, 1, 1))[0]

    shorter, longer = fled(length).window, fled(length + more).window
    assert shorter is not None
    assert longer is not None
    assert longer.low >= shorter.low


@given(drop=st.sets(st.sampled_from(sorted(KNOWN)), max_size=3), low=months, high=months, on=days)
def test_a_new_fact_never_flips_what_was_settled_without_it(
    drop: set[str], low: int, high: int, on: date
) -> None:
    whole = penalty(low, high)
    less = {name: value for name, value in whole.items() if name not in drop}
    for fewer, all_known in zip(found(less, [], on), found(whole, [], on), strict=True):
        assert fewer.finding in (Finding.UNKNOWN, all_known.finding)
