"""Who can be surrendered, as the docket has it: by the best charge, with the article of the finding."""

from __future__ import annotations

from datetime import timedelta

import pytest

from clerk.story import act, charges, opened, track
from dedere.clerk.network.standing import LAWFUL, Surrender, standings
from dedere.docket.entries.review import StayOrdered
from network import handed_over

import cast

pytestmark = pytest.mark.django_db
TODAY = cast.NOON.date()


def test_a_case_under_way_is_open_by_what_is_not_known_yet() -> None:
    number = opened(track(), charges()).number
    found = standings([number], TODAY)[number]
    assert found.surrender is Surrender.OPEN
    assert found.surrender in LAWFUL
    assert found.citation is not None
    assert found.standing in ("lacking", "unknown")


def test_a_courts_stay_bars_and_its_article_is_named() -> None:
    stay = act("record-stay", StayOrdered(stay="1", court="Juzgado de prueba", covers="removal"))
    number = opened(track("national-security-transfer"), charges(), stay).number
    found = standings([number], TODAY)[number]
    assert (found.surrender, found.standing) == (Surrender.BARRED, "stayed")
    assert found.citation is not None
    assert found.citation.instrument == "mx-amparo"


def test_whoever_was_given_up_is_handed_over_whatever_the_law_says_since() -> None:
    number = handed_over()
    found = standings([number], TODAY)[number]
    assert (found.surrender, found.on) == (Surrender.HANDED_OVER, TODAY)


def test_without_a_running_clock_the_months_are_not_known_and_never_nought() -> None:
    number = opened(track("national-security-transfer")).number
    assert standings([number], TODAY)[number].months is None


def test_a_number_without_a_case_is_left_out() -> None:
    assert standings(["", "MX-2031-0001"], TODAY + timedelta(days=1)) == {}
