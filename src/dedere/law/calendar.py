"""Working days by a named calendar, for the years it covers; and the day an instant falls on."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import lru_cache, partial
from itertools import accumulate
from zoneinfo import ZoneInfo

from dedere.law.table import Table
from dedere.words import Unreadable

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# Days are counted where the clock runs: at the seat of the requested State's government.
SEATS = {"MX": "America/Mexico_City", "US": "America/New_York"}


class CalendarNotCovered(Unreadable):
    """A day was asked of a calendar that does not cover its year."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Calendar:
    """Days of rest, dated, for the years from ``first`` to ``last``; outside them it knows nothing."""

    id: str
    title: dict[str, str]
    source: str
    checked: str
    first: int
    last: int
    weekend: frozenset[int]
    rest: frozenset[date]

    def works(self, day: date) -> bool:
        """Whether it is a working day; raises CalendarNotCovered outside the covered years."""
        if not self.first <= day.year <= self.last:
            raise CalendarNotCovered(
                where=f"calendar {self.id}",
                what=f"{day.isoformat()} is outside the years {self.first} to {self.last}",
                remedy=f"add the year {day.year} to treaties/calendars/{self.id}.toml, with its source",
            )
        return day.weekday() not in self.weekend and day not in self.rest

    def between(self, after: date, upto: date) -> int:
        """Working days after the first day, up to and with the second; none where it is earlier."""
        return max(0, self._worked(upto) - self._worked(after)) if upto > after else 0

    def reach(self, after: date, number: int) -> date:
        """The working day on which so many have passed; ``after`` itself for none."""
        if not number:
            return after
        sums = _sums(self)
        place = bisect_left(sums, self._worked(after) + number)
        day = date(self.first, 1, 1) + timedelta(days=place)
        self.works(day)  # beyond the last covered year it complains
        return day

    def _worked(self, day: date) -> int:
        self.works(day)
        return _sums(self)[(day - date(self.first, 1, 1)).days]


@lru_cache(maxsize=32)
def _sums(calendar: Calendar) -> tuple[int, ...]:
    """Working days from the first covered day up to and with each day that is covered."""
    first = date(calendar.first, 1, 1)
    covered = (date(calendar.last, 12, 31) - first).days + 1
    return tuple(accumulate(calendar.works(first + timedelta(days=n)) for n in range(covered)))


def read_calendar(table: Table) -> Calendar:
    """Read a calendar file: id, title, source, years [first, last], weekend, days by year."""
    years = table.take(
        "years",
        lambda v: isinstance(v, list) and len(v) == 2 and all(type(y) is int for y in v) and v[0] <= v[1],
        "the first and the last covered year",
    )
    weekend = table.codes("weekend", WEEKDAYS)
    calendar = Calendar(
        id=table.word("id"),
        title=dict(table.text("title")),
        source=table.word("source"),
        checked=table.word("checked", ""),
        first=years[0],
        last=years[1],
        weekend=frozenset(map(WEEKDAYS.index, weekend)),
        rest=frozenset(_days(table, years[0], years[1])),
    )
    table.close()
    return calendar


def _days(table: Table, first: int, last: int) -> list[date]:
    by_year = table.table("days")
    found: list[date] = []
    for year in range(first, last + 1):
        wants = f"a list of days of {year}"
        found += by_year.take(str(year), partial(_days_of, year), wants)
    by_year.close()
    return found


def _days_of(year: int, value: object) -> bool:
    return isinstance(value, list) and all(
        isinstance(day, date) and not isinstance(day, datetime) and day.year == year for day in value
    )


def seat_zone(state: str) -> tzinfo:
    """The zone in which a State's days are counted; UTC for a State whose seat is not known here."""
    return ZoneInfo(SEATS[state]) if state in SEATS else UTC


def day_of(at: date | datetime, zone: tzinfo) -> date:
    """The day on which an instant falls in a zone; a day stays itself."""
    return at.astimezone(zone).date() if isinstance(at, datetime) else at
