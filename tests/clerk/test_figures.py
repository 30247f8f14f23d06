"""A figure of the docket is counted anew from the files, and comes to what a count by hand comes to."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from clerk.story import act, carried, giving, opened, ready, taking, track
from dedere import clerk
from dedere.accords.figures import Figure, command
from dedere.clerk.figures import count
from dedere.docket.entries.request import RequestReceived
from dedere.docket.entries.surrender import UndertakingBreached, UndertakingGiven

import cast

pytestmark = pytest.mark.django_db
OVER = Figure(name="persons-handed-over")


def handed_over(people: int) -> list[str]:
    """Hand over that many, and leave one more who was made ready and not handed over."""
    handover = ready(people + 1).handover
    numbers = [person.case for person in handover.active]
    for number in numbers[:people]:
        carried(handover.id, giving(number))
        carried(handover.id, taking(number), by=cast.BRUNO)
    return numbers


def undertakes(number: str, about: str = "death-penalty", **more: object) -> None:
    given = UndertakingGiven(undertaking="u", giver="US", about=about, **more)
    assert clerk.file(number, act("record-undertaking", given), by=cast.ANA, at=cast.NOON)


def test_only_who_was_handed_over_counts_and_each_once():
    numbers = handed_over(2)
    assert count(OVER).cases == tuple(numbers[:2])


def test_days_both_included_and_the_route_narrow_the_count():
    handed_over(1)
    day = cast.NOON.date()
    found = {
        (since, until): count(replace(OVER, since=since, until=until)).value
        for since, until in ((day, day), (day + timedelta(days=1), None), (None, day - timedelta(days=1)))
    }
    assert list(found.values()) == [1, 0, 0]
    assert count(replace(OVER, track="national-security-transfer")).value == 1
    assert count(replace(OVER, track="deportation")).value == 0


def test_an_undertaking_counts_while_it_stands_and_is_about_what_was_asked():
    first, second, _ = handed_over(2)
    assured = Figure(name="persons-handed-over-assured", about="death-penalty")
    undertakes(first)
    undertakes(second, about="speciality")
    assert count(assured).cases == (first,)
    assert count(replace(assured, about="")).cases == (first, second)
    breach = act("report-breach", UndertakingBreached(undertaking="u", report="S-1"))
    assert clerk.file(first, breach, by=cast.ANA, at=cast.NOON)
    assert count(assured).cases == ()


def test_a_request_counts_as_received():
    asked = opened(track(), act("receive-request", RequestReceived(office="executive", complete=True)))
    opened(track())
    assert count(Figure(name="requests-received")).cases == (asked.number,)
    assert count(Figure(name="requests-answered")).value == 0


def test_a_target_is_reached_by_what_is_not_simulated():
    handed_over(2)
    assert count(replace(OVER, target=2)).proves
    assert not count(replace(OVER, target=3)).proves
    assert count(OVER).proves is None
    assert not replace(count(replace(OVER, target=2)), simulated=1).proves


def test_the_query_in_code_is_the_command_that_counts_anew():
    asked = replace(OVER, since=date(2025, 2, 27), track="deportation", target=29)
    assert command(asked) == (
        "dedere accords figure persons-handed-over --track deportation --since 2025-02-27"
    )
