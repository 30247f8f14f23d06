"""The pages of both laws, each a reading of the file on the desk's day; nothing is decided on them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dedere.desk import clock
from dedere.desk.bothlaws.lapse import lapses
from dedere.desk.bothlaws.sheet import sheets
from dedere.desk.case.opened import identity, opened
from dedere.desk.officers import allows, may, role_of
from dedere.desk.paper.words import Words
from dedere.desk.wording import language
from dedere.docket.asked import casefile
from dedere.docket.case import Case
from dedere.law.casefile import CaseFile


@may("read-cases")
def limitation(request: HttpRequest, number: str) -> HttpResponse:
    """Show how lapse of time was computed under both laws, charge by charge."""
    case, read = _read(request, number, "limitation")
    charges = lapses(case, read, _words()) if read else []
    return render(request, "bothlaws/limitation.html", _shown(request, case) | {"charges": charges})


@may("read-cases")
def worksheet(request: HttpRequest, number: str) -> HttpResponse:
    """Show the two offences of each charge side by side."""
    case, read = _read(request, number, "worksheet")
    charges = sheets(case, read, _words()) if read else []
    return render(request, "bothlaws/worksheet.html", _shown(request, case) | {"charges": charges})


def _words() -> Words:
    return Words(language=language())


def _read(request: HttpRequest, number: str, page: str) -> tuple[Case, CaseFile | None]:
    """Open the case, and read its last track on the desk's day; None where no route is open."""
    case = opened(request, number, page)
    track = case.track(request.GET.get("track", "")) or (case.tracks[-1] if case.tracks else None)
    return case, casefile(case, track, clock.today(request)) if track else None


def _shown(request: HttpRequest, case: Case) -> dict[str, object]:
    return {
        "case": case,
        "identity": identity(request, case),
        "may_file": allows(role_of(request.user), "file-acts"),
    }
