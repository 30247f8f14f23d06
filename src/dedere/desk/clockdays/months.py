"""The days of a clock laid out in months, as a calendar on a wall."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from dedere.desk.frame import dates
from dedere.desk.wording import code, language, say
from dedere.law.dayline import COUNTED, ClockDay


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One day: its place in the month, its number in the count, how it is drawn, what it says in words."""

    day: int
    number: str
    tone: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """A month by its name, in weeks that begin on Monday; a day outside the clock is None."""

    name: str
    weeks: tuple[tuple[Cell | None, ...], ...]


def months(days: Sequence[ClockDay], today: date) -> list[Month]:
    """Lay the days out; those of a year beyond the second are many, and still all shown."""
    by_month = groupby(days, key=lambda day: (day.on.year, day.on.month))
    return [_month(tuple(group), today) for _, group in by_month]


def _month(days: tuple[ClockDay, ...], today: date) -> Month:
    first = days[0].on
    empty: list[Cell | None] = [None] * first.weekday()
    cells = [*empty, *(_cell(day, today) for day in days)]
    cells += [None] * (-len(cells) % 7)
    weeks = tuple(tuple(cells[at : at + 7]) for at in range(0, len(cells), 7))
    return Month(name=dates.month(first, language()), weeks=weeks)


def _cell(day: ClockDay, today: date) -> Cell:
    marks = [
        say("clockdays.today") if day.on == today else "",
        say("clockdays.due") if day.due else "",
        say("clockdays.stopped") if day.stopped else "",
    ]
    cause = code("entry", day.cause)
    told = code("clock.why", day.why) + (f" ({cause})" if cause else "")
    return Cell(
        day=day.on.day,
        number=str(day.number) if day.why == COUNTED or day.number == 0 else "–",
        tone=" ".join(filter(None, (day.why, "due" if day.due else "", "today" if day.on == today else ""))),
        words="; ".join([told, *filter(None, marks)]),
    )


def weekdays() -> list[str]:
    """The heads of the columns, Monday first."""
    monday = date(2024, 1, 1)
    return [dates.weekday(monday + timedelta(days=n), language()) for n in range(7)]
