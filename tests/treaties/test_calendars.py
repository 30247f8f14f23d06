"""The calendars agree, day by day, with an independent table of holidays."""

from __future__ import annotations

from datetime import date, timedelta

import holidays
import pytest

from dedere.law.library import library

# Amparo Law of 2013, article 19.
AMPARO_19 = ((1, 1), (2, 5), (3, 21), (5, 1), (5, 5), (9, 14), (9, 16), (10, 12), (11, 20), (12, 25))
NAMED = [("mx-federal", "MX"), ("us-federal", "US")]


@pytest.mark.parametrize(("calendar", "state"), NAMED)
def test_every_weekday_works_unless_the_other_table_rests(calendar: str, state: str) -> None:
    ours = library().calendars[calendar]
    for year in range(ours.first, ours.last + 1):
        theirs = holidays.country_holidays(state, years=year)
        days = (date(year, 1, 1) + timedelta(days=n) for n in range(366))
        weekdays = [day for day in days if day.year == year and day.weekday() < 5]
        assert [day for day in weekdays if ours.works(day) == (day in theirs)] == [], year


@pytest.mark.parametrize("calendar", [name for name, _ in NAMED])
def test_no_saturday_and_no_sunday_works(calendar: str) -> None:
    ours = library().calendars[calendar]
    assert not ours.works(date(2025, 2, 1))
    assert not ours.works(date(2025, 2, 2))


def test_mexico_rests_on_the_day_its_executive_changes() -> None:
    mexico = library().calendars["mx-federal"]
    assert not mexico.works(date(2018, 12, 1))
    assert not mexico.works(date(2024, 10, 1))
    assert mexico.works(date(2025, 10, 1))


def test_a_holiday_on_a_saturday_is_kept_on_the_friday_in_the_united_states_only() -> None:
    friday = date(2020, 7, 3)  # 4 July 2020 was a Saturday
    assert not library().calendars["us-federal"].works(friday)
    assert library().calendars["mx-federal"].works(friday)


def test_no_amparo_is_heard_on_the_days_of_its_law_nor_on_statutory_rest_days() -> None:
    courts, federal = library().calendars["mx-courts"], library().calendars["mx-federal"]
    for year in range(courts.first, courts.last + 1):
        named = {date(year, *day) for day in AMPARO_19}
        days = (date(year, 1, 1) + timedelta(days=n) for n in range(366))
        weekdays = [day for day in days if day.year == year and day.weekday() < 5]
        rests = [day for day in weekdays if not courts.works(day)]
        assert rests == [day for day in weekdays if day in named or not federal.works(day)], year


def test_no_calendar_claims_to_be_checked() -> None:
    assert {each.id: each.checked for each in library().calendars.values()} == {
        "mx-courts": "",
        "mx-federal": "",
        "us-federal": "",
    }
