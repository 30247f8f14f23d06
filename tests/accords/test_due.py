"""When a promise falls due; an interval that nobody stated is never supplied."""

from datetime import date

from dedere.accords.due import Due, due
from dedere.accords.position import Column, Position, Statement
from promised import accord


def said(position: str, on: date, side: str = "MX") -> tuple[Column, ...]:
    word = Statement(side=side, position=Position(position), on=on, line=2)
    return (Column(side=side).saying(word),)


def test_without_a_day_and_without_an_interval_nothing_falls_due():
    assert due(accord(), ()) is None


def test_a_promise_with_a_day_falls_due_until_each_giver_has_said_that_it_is_kept_or_broken():
    told = accord(due=date(2025, 3, 1), by=("MX", "US"))
    assert due(told, ()) == Due(on=date(2025, 3, 1), givers=("MX", "US"))
    assert due(told, said("open", date(2025, 2, 1))) == Due(on=date(2025, 3, 1), givers=("MX", "US"))
    assert due(told, said("broken", date(2025, 2, 1))) == Due(on=date(2025, 3, 1), givers=("US",))
    assert due(accord(due=date(2025, 3, 1)), said("kept", date(2025, 2, 1))) is None


def test_what_the_beneficiary_says_does_not_answer_for_the_giver():
    told = accord(due=date(2025, 3, 1))
    assert due(told, said("kept", date(2025, 2, 1), "US")) == Due(on=date(2025, 3, 1), givers=("MX",))


def test_a_recurring_promise_falls_due_so_many_months_after_it_was_last_kept():
    told = accord(every=3, on="2025-01-31")
    assert due(told, ()) == Due(on=date(2025, 4, 30), givers=("MX",))
    assert due(told, said("kept", date(2025, 4, 2))).on == date(2025, 7, 2)
    assert due(told, said("open", date(2025, 4, 2))).on == date(2025, 4, 30)
    assert due(accord(every=12, due=date(2024, 2, 29)), ()).on == date(2025, 2, 28)
