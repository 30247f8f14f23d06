"""The page of one clock: its rule, what it stood still for, and each day on a calendar."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dedere.desk import clock
from dedere.desk.case.opened import identity, opened
from dedere.desk.case.standing import told
from dedere.desk.clockdays.months import months, weekdays
from dedere.desk.frame.citations import cite
from dedere.desk.frame.errors import NotFound
from dedere.desk.officers import may
from dedere.desk.wording import language
from dedere.docket.clock import clocks
from dedere.law.assessment import ClockReading
from dedere.law.dayline import days_of
from dedere.law.library import library


@may("read-cases")
def page(request: HttpRequest, number: str, clause: str) -> HttpResponse:
    """Show how a clock is computed; of several tracks, the one named, else the latest that started it."""
    case, on = opened(request, number, "clock"), clock.today(request)
    readings = [
        each
        for each in clocks(case, library(), on, request.GET.get("track", ""))
        if each.clause == clause and each.start
    ]
    if not readings:
        raise NotFound("clock", clause)
    reading = readings[-1]
    shown = {
        "case": case,
        "identity": identity(request, case),
        "clock": told(reading),
        "article": cite(reading.citation.instrument, reading.citation.article),
        "rule": _rule(reading),
        "calendar": _calendar(reading),
        "weekdays": weekdays(),
        "months": months(days_of(reading, library(), on), on),
    }
    return render(request, "clockdays/page.html", shown)


def _rule(reading: ClockReading) -> str:
    return library().clause(reading.citation.instrument, reading.clause).text[language()]


def _calendar(reading: ClockReading) -> dict[str, object] | None:
    if reading.unit != "working-days":
        return None
    named = library().calendars[reading.calendar]
    return {
        "title": named.title[language()],
        "source": named.source,
        "first": named.first,
        "last": named.last,
        "unchecked": not named.checked,
    }
