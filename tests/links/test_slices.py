"""Time slices: a tie stays unless it is known to lie outside; what is not told of its days is counted."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dedere.links.slices import between
from links.networks import network

FIRST, LAST = date(2013, 3, 10), date(2013, 6, 20)


@pytest.mark.parametrize(
    ("since", "until", "stays", "doubtful"),
    [
        (None, None, True, 0),
        ("2013-04-01", None, True, 0),
        ("2013-06-20", None, True, 0),
        ("2013-06-21", None, False, 0),
        ("2013-06", None, True, 1),
        ("2013", "2013", True, 1),
        ("2012", "2014", True, 0),
        (None, "2013-03", True, 1),
        (None, "2013-03-09", False, 0),
        ("2014", None, False, 0),
        (None, "2012", False, 0),
    ],
)
def test_a_tie_stays_if_it_may_have_held_on_a_day_of_the_period(
    since: str | None, until: str | None, stays: bool, doubtful: int
) -> None:
    told = network("ana works-with beto", since=[since], until=[until])
    sliced = between(told, FIRST, LAST)
    facts = sliced.made[-1].facts
    assert (sliced.ties.height == 1, facts["doubtful"]) == (stays, doubtful)
    assert (facts["outside"], facts["undated"]) == (int(not stays), int(since is until is None))


def test_who_has_no_tie_in_the_period_is_not_there() -> None:
    told = network("ana works-with beto", "beto works-with carla", alone=["dora"], until=["2010", None])
    assert between(told, FIRST, LAST).parties["id"].to_list() == ["beto", "carla", "dora"]


DAYS = st.dates(date(2012, 1, 1), date(2014, 12, 31))


def days_of(partial: str) -> list[date]:
    every = (date(2011, 1, 1) + timedelta(count) for count in range(1900))
    return [day for day in every if day.isoformat().startswith(partial)]


@given(
    period=st.tuples(DAYS, DAYS).map(sorted),
    ends=st.tuples(DAYS, DAYS).map(sorted),
    lengths=st.tuples(st.sampled_from((4, 7, 10)), st.sampled_from((4, 7, 10))),
)
def test_partial_days_are_every_day_that_they_may_be(
    period: list[date], ends: list[date], lengths: tuple[int, int]
) -> None:
    since, until = (end.isoformat()[:length] for end, length in zip(ends, lengths, strict=True))
    begins, finishes = days_of(since), days_of(until)
    may = min(begins) <= period[1] and max(finishes) >= period[0]
    must = max(begins) <= period[1] and min(finishes) >= period[0]
    facts = between(network("ana - beto", since=[since], until=[until]), *period).made[-1].facts
    assert (facts["outside"], facts["doubtful"]) == (int(not may), int(may and not must))
