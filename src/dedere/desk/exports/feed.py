"""Dates as iCalendar: the number, the act and the article, never a name.

A feed is copied to machines that this desk does not know: what officers wrote in their own words (a
reminder, a handover's title or place) may name a person and stays out.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.http import HttpRequest
from django.urls import reverse
from icalendar import Calendar, Event

from dedere.desk import wording
from dedere.desk.exports.caserows import clock_words, permanent
from dedere.desk.frame.citations import cite
from dedere.registry.lists.dated import Dated
from dedere.registry.models import AccordRow, ClockRow, HandoverRow

BEFORE, AFTER = timedelta(days=31), timedelta(days=366)
DAY = timedelta(days=1)
_ASKS_AGAIN = "PT1H"


def feed_of(
    found: Dated, request: HttpRequest, *, at: datetime, told: tuple[str, str] | None = None
) -> bytes:
    """Return the feed as RFC 5545 text; a day is an event of the whole day.

    ``told`` is the calendar's name and what it holds, where it is not that of the whole desk.
    """
    name, holds = told or (wording.say("exports.calendar-name"), _said_of(found))
    calendar = Calendar()
    calendar.add("prodid", "-//dedere//desk//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-caldesc", holds)
    calendar.add("x-published-ttl", _ASKS_AGAIN)
    for row in found.clocks:
        calendar.add_component(_clock(row, request, at))
    for handover in found.handovers:
        calendar.add_component(_handover(handover, request, at))
    for promise in found.promises:
        calendar.add_component(_promise(promise, request, at))
    text: bytes = calendar.to_ical()
    return text


def _said_of(found: Dated) -> str:
    if found.count > len(found.clocks):
        return wording.say("exports.calendar-part", n=len(found.clocks), of=found.count)
    return wording.say("exports.calendar-whole")


def _clock(row: ClockRow, request: HttpRequest, at: datetime) -> Event:
    assert row.due is not None  # noqa: S101  (told to mypy: the query asked for rows with a day)
    what = _marked(f"{row.case_id} · {clock_words(row.rule)}", row.case.simulated)
    event = _all_day(f"clock-{row.key}", row.due, what, at)
    event.add("description", _behind(row))
    event.add("url", permanent(request, row.case_id))
    return event


def _behind(row: ClockRow) -> str:
    # The article, whether it was checked, and who must act; a reminder has none of these.
    unchecked = wording.say("today.unchecked") if row.article and not row.checked else ""
    parts = (cite(row.instrument, row.article), unchecked, wording.code("decider", row.decider))
    return "\n".join(part for part in parts if part)


def _handover(row: HandoverRow, request: HttpRequest, at: datetime) -> Event:
    persons = wording.count("today.persons", row.persons)
    what = _marked(wording.say("exports.handover", id=row.id, persons=persons), row.simulated)
    event = _all_day(f"handover-{row.id}", row.on, what, at)
    event.add("url", request.build_absolute_uri(reverse("handover:board", args=[row.id])))
    return event


def _promise(row: AccordRow, request: HttpRequest, at: datetime) -> Event:
    """A promise by its number and who must answer: what was promised stays on the desk."""
    assert row.due is not None  # noqa: S101  (told to mypy: the query asked for rows with a day)
    what = _marked(f"{row.number} · {wording.code('clock', 'promise')}", row.simulated)
    event = _all_day(f"promise-{row.number}", row.due, what, at)
    event.add("description", ", ".join(wording.state(side) for side in row.awaited.split()))
    event.add("url", request.build_absolute_uri(reverse("commitments:accord", args=[row.number])))
    return event


def _all_day(key: str, on: date, what: str, at: datetime) -> Event:
    event = Event()
    event.add("uid", f"{key.replace('/', '-')}@dedere")
    event.add("dtstamp", at)
    event.add("dtstart", on)
    event.add("dtend", on + DAY)
    event.add("summary", what)
    event.add("class", "CONFIDENTIAL")
    event.add("transp", "TRANSPARENT")
    return event


def _marked(words: str, simulated: bool) -> str:
    return f"{words} · {wording.say('exports.simulated')}" if simulated else words
