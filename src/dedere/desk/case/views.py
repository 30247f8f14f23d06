"""The page of one case."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dedere.desk import clock
from dedere.desk.case.next import next_of
from dedere.desk.case.opened import identity, opened
from dedere.desk.case.standing import assessed, gaps, running, tracks, undertakings
from dedere.desk.case.timeline import timeline
from dedere.desk.officers import allows, may, role_of
from dedere.registry.lists.proofs import digests


@may("read-cases")
def summary(request: HttpRequest, number: str) -> HttpResponse:
    """Show who the person is, the one next thing, what happened, and how clocks and promises stand."""
    case, on = opened(request, number, "summary"), clock.today(request)
    found = assessed(case, case.tracks[-1], on) if case.tracks else None
    started, waiting = running(case, on)
    shown = {
        "case": case,
        "identity": identity(request, case),
        "next": next_of(case, found),
        "rows": timeline(case, digests(number)),
        "clocks": started,
        "waiting": waiting,
        "gaps": gaps(found.combined) if found else [],
        "undertakings": undertakings(case),
        "tracks": tracks(case),
        "correctable": allows(role_of(request.user), "file-acts"),
    }
    return render(request, "case/summary.html", shown)
