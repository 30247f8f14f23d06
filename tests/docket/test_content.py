"""An act whose content is incomplete, dated wrongly or not of its kind is refused, with the field."""

from datetime import date, datetime, timedelta

import pytest

from dedere.docket import Act, decide
from dedere.docket.entries import (
    CaseOpened,
    Charge,
    ChargesStated,
    DueSet,
    ExceptionsFiled,
    FactEstablished,
    HearingHeld,
    Noted,
    Released,
    RequestReceived,
    StayOrdered,
    TrackClosed,
    TrackOpened,
)
from docket.story import Story

import cast


@pytest.mark.parametrize(
    ("entry", "code", "field"),
    [
        (Noted(title="", text="x"), "content-missing", "title"),
        (Noted(title="x", text=" \n"), "content-missing", "text"),
        (ExceptionsFiled(grounds=()), "content-missing", "grounds"),
        (ExceptionsFiled(grounds=("x", "")), "content-missing", "item"),
        (ChargesStated(charges=(Charge(id="", title="x"),)), "content-missing", "id"),
        (Noted(title=3, text="x"), "content-wrong", "title"),
        (DueSet(on=cast.NOON, what="x"), "content-wrong", "on"),
        (DueSet(on=None, what="x"), "content-missing", "on"),
        (RequestReceived(office="executive", complete="yes"), "content-wrong", "complete"),
        (FactEstablished(fact="offence-wilful", value=1.5), "content-wrong", "value"),
        (Noted(title="x", text="\ud800"), "content-wrong", "text"),
        (RequestReceived(office="post office", complete=True), "content-not-a-choice", "office"),
        (StayOrdered(stay="x", court="x", covers="travel"), "content-not-a-choice", "covers"),
        (TrackOpened(track="t2", kind="by air", basis="x"), "content-not-a-choice", "kind"),
        (
            ChargesStated(charges=(Charge(id="1", title="x", standing="guilty"),)),
            "content-not-a-choice",
            "standing",
        ),
    ],
)
def test_content_is_checked_by_kind_of_field(entry, code, field):
    refused = Story().tries(entry)
    assert (refused.code, dict(refused.facts)) == (code, {"field": field})


@pytest.mark.parametrize(
    ("fact", "value", "code"),
    [
        ("eye-colour", True, "fact-not-declared"),
        ("offence-wilful", "yes", "fact-value-wrong"),
        ("maximum-requesting", -1, "fact-value-wrong"),
        ("offence-on", "2005-02-30", "fact-value-wrong"),
        ("offence-on", 2005, "fact-value-wrong"),
        ("person-status", "guilty", "fact-value-wrong"),
    ],
)
def test_a_fact_is_one_that_the_law_asks_for_with_a_value_of_its_type(fact, value, code):
    assert Story().refused(FactEstablished(fact=fact, value=value)) == code


def test_a_fact_may_be_false_or_nought():
    assert Story().files(FactEstablished(fact="offence-wilful", value=False)).case.version == 4
    assert Story().files(FactEstablished(fact="maximum-requesting", value=0)).case.version == 4


@pytest.mark.parametrize(
    ("requesting", "requested", "code"),
    [("US", "US", "same-state"), ("us", "MX", "content-not-a-choice"), ("USA", "MX", "content-not-a-choice")],
)
def test_a_case_is_between_two_states(requesting, requested, code):
    entry = CaseOpened(person=cast.TEODORO, requesting=requesting, requested=requested)
    act = Act(code="open-case", entry=entry, occurred_at=cast.NOON)
    assert decide(None, act, by=cast.ANA, at=cast.NOON).code == code


WHEN = cast.later(days=9)
WALL = datetime.fromisoformat("2025-01-16T09:00:00")  # a wall time, in no zone


def note(occurred_at: datetime, at: datetime = WHEN, by: str = cast.ANA, code: str = "note"):
    act = Act(code=code, entry=Noted(title="x", text="y"), occurred_at=occurred_at)
    return decide(Story().case, act, by=by, at=at)


def test_an_act_is_not_dated_ahead_of_its_recording():
    assert note(cast.later(days=9, minutes=1)).code == "in-the-future"


def test_an_act_is_not_dated_before_the_day_the_case_was_opened():
    assert note(cast.NOON - timedelta(days=1)).code == "before-opening"
    assert isinstance(note(cast.NOON - timedelta(hours=3)), tuple)


def test_an_instant_without_a_zone_is_refused():
    assert note(WALL).code == "zone-missing"
    assert note(cast.later(days=1), at=WALL).code == "zone-missing"


def test_an_act_without_an_officer_or_with_an_unknown_code_is_refused():
    assert note(cast.later(days=1), by=" ").code == "officer-missing"
    assert note(cast.later(days=1), code="extradite-at-once").code == "unknown-act"


def test_an_act_carries_its_own_entry_and_no_other():
    act = Act(code="release", entry=HearingHeld(court="x"), occurred_at=cast.later(days=1))
    refused = decide(Story().case, act, by=cast.ANA, at=cast.later(days=2))
    assert (refused.code, refused.facts["entry"]) == ("wrong-entry", "released")


def test_only_an_opening_opens_and_it_opens_once():
    act = Act(code="note", entry=Noted(title="x", text="y"), occurred_at=cast.NOON)
    assert decide(None, act, by=cast.ANA, at=cast.NOON).code == "no-such-case"
    again = CaseOpened(person=cast.TEODORO, requesting="US", requested="MX")
    assert Story().refused(again) == "case-exists"


def test_a_demonstration_marks_its_acts_through_both_signatures():
    story = Story().files(Released(reason="x"), simulated=True)
    assert story.case.lines[-1].simulated
    story.files(TrackClosed(reason="x"), simulated=True)
    assert [line.simulated for line in story.case.lines[-2:]] == [True, True]


def test_a_reminder_keeps_its_day():
    assert Story().files(DueSet(on=date(2025, 3, 1), what="ask again")).case.reminders[0].on == date(
        2025, 3, 1
    )
