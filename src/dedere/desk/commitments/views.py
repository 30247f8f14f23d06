"""The ledger of two States: both columns, and one line of it with everything that was filed."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dedere.clerk.accords import accord_file
from dedere.desk import clock
from dedere.desk.commitments.filters import SIDES, Filters
from dedere.desk.commitments.lines import grouped, line_of, lines
from dedere.desk.commitments.meeting import followed
from dedere.desk.frame.record import reading
from dedere.desk.officers import may
from dedere.registry.lists.proofs import digests


@may("read-accords")
def page(request: HttpRequest) -> HttpResponse:
    """Show what was promised in two columns: what is disputed first, then what the docket counts."""
    filters = Filters(request.GET)
    found = lines(filters.asked())
    shown = {"filters": filters, "groups": grouped(found), "count": len(found), "sides": SIDES}
    return render(request, "commitments/page.html", shown)


@may("read-accords")
def one(request: HttpRequest, accord: str) -> HttpResponse:
    """Show one line with everything that was filed on it; raises NoSuchFile, which becomes *not found*."""
    file = accord_file(accord)
    reading(by=request.user.get_username(), stream=accord, page="accord", at=clock.now(request))
    shown = {
        "line": line_of(file),
        "file": file,
        "accord": file.recorded,
        "follow": followed(file),
        "digests": digests(accord),
    }
    return render(request, "commitments/accord.html", shown)
