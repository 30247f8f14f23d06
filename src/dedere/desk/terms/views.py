"""The three pages of terms, each a reading of the file on the desk's day; nothing is decided on them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dedere.desk import clock
from dedere.desk.case.opened import identity, opened
from dedere.desk.officers import allows, may, role_of
from dedere.desk.terms.assured import assured
from dedere.desk.terms.ledger import kept
from dedere.desk.terms.rivals import rivals
from dedere.docket.asked import casefile
from dedere.docket.case import Case
from dedere.law.casefile import CaseFile


@may("read-cases")
def assurances(request: HttpRequest, number: str) -> HttpResponse:
    """Show each assurance, which bar it cures or why not, and the court's questions about it."""
    case, read = _read(request, number, "assurances")
    return render(request, "terms/assurances.html", _shown(request, case) | assured(case, read))


@may("read-cases")
def speciality(request: HttpRequest, number: str) -> HttpResponse:
    """Show what was granted, tried and consented to, and what the surrendering State may raise."""
    case, read = _read(request, number, "speciality")
    return render(request, "terms/speciality.html", _shown(request, case) | kept(case, read))


@may("read-cases")
def competing(request: HttpRequest, number: str) -> HttpResponse:
    """Show the requests for the person under each rule that binds, with reasons and what is missing."""
    case, read = _read(request, number, "competing")
    return render(request, "terms/competing.html", _shown(request, case) | rivals(case, read))


def _read(request: HttpRequest, number: str, page: str) -> tuple[Case, CaseFile | None]:
    """Open the case, and read its last track on the desk's day; None where no route is open."""
    case = opened(request, number, page)
    return case, casefile(case, case.tracks[-1], clock.today(request)) if case.tracks else None


def _shown(request: HttpRequest, case: Case) -> dict[str, object]:
    return {
        "case": case,
        "identity": identity(request, case),
        "may_file": allows(role_of(request.user), "file-acts"),
    }
