"""What falls due is said once, and again when the file makes it new."""

from datetime import datetime

import pytest

from clerk.promising import recorded, says
from clerk.story import act, opened, reminder
from dedere import clerk
from dedere.clerk.tick import Ticked, tick
from dedere.docket.acts import Act
from dedere.docket.entries.upkeep import Corrected
from dedere.registry.models import JournalLine
from promised import accord

import cast

pytestmark = pytest.mark.django_db
NOTHING = Ticked(raised=(), ended=())


def strike(line: int) -> Act:
    return act("correct", Corrected(line=line, reason="error"))


def test_nothing_is_due_at_an_empty_desk() -> None:
    assert tick(at=cast.NOON) == NOTHING


def test_what_falls_due_is_said_on_its_day_and_once() -> None:
    case = opened(reminder(cast.later(days=3)))
    assert tick(at=cast.later(days=2)) == NOTHING
    said = tick(at=cast.later(days=3))
    assert [(due.case, due.person, due.due) for due in said.raised] == [
        (case.number, cast.TEODORO, cast.later(days=3).date())
    ]
    assert tick(at=cast.later(days=3)) == NOTHING
    assert tick(at=cast.later(days=9)) == NOTHING


def test_a_tick_after_an_absence_says_all_that_was_missed() -> None:
    opened(reminder(cast.later(days=1)), reminder(cast.later(days=2)))
    assert len(tick(at=cast.later(days=30)).raised) == 2


def struck_by_two(number: str, line: int, *, at: datetime) -> int:
    """Strike a line by Ana's act and Bruno's signature; return the number of the correction."""
    clerk.file(number, strike(line), by=cast.ANA, at=at)
    proposal = clerk.case(number).proposals[0].line
    assert clerk.sign(number, proposal, by=cast.BRUNO, at=at)
    return clerk.case(number).version


def test_an_alert_ends_when_its_clock_is_struck_and_goes_out_again_when_it_is_not() -> None:
    case = opened(reminder(cast.later(days=1)))
    tick(at=cast.later(days=1))
    struck = struck_by_two(case.number, 2, at=cast.later(days=1))
    ended = tick(at=cast.later(days=2))
    assert ([due.case for due in ended.ended], ended.raised) == ([case.number], ())
    struck_by_two(case.number, struck, at=cast.later(days=2))
    again = tick(at=cast.later(days=2))
    assert ([due.case for due in again.raised], again.ended) == ([case.number], ())


def test_a_day_completed_later_is_said_although_it_passed_long_ago() -> None:
    case = opened()
    assert tick(at=cast.later(days=5)) == NOTHING
    clerk.file(case.number, reminder(cast.later(days=1)), by=cast.ANA, at=cast.later(days=5))
    assert len(tick(at=cast.later(days=5)).raised) == 1


def test_a_tick_writes_no_line() -> None:
    opened(reminder(cast.later(days=1)))
    lines = JournalLine.objects.count()
    tick(at=cast.later(days=1))
    assert JournalLine.objects.count() == lines


def test_a_promise_that_falls_due_is_said_once_and_its_alert_ends_when_the_giver_answers() -> None:
    number = recorded(accord(due=cast.later(days=2).date())).file.number
    assert tick(at=cast.later(days=1)) == NOTHING
    said = tick(at=cast.later(days=2))
    assert [(due.case, due.rule, due.what) for due in said.raised] == [
        (number, "promise", "lend two ferries")
    ]
    assert tick(at=cast.later(days=3)) == NOTHING
    says(number, "open")
    assert tick(at=cast.later(days=3)) == NOTHING
    says(number, "kept")
    assert [due.case for due in tick(at=cast.later(days=3)).ended] == [number]
