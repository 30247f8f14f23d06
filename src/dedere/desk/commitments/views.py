"""The ledger of two States: both columns, and one line of it with everything that was filed."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dedere.accords.accord import Kind
from dedere.clerk.accords import accord_file
from dedere.desk import clock
from dedere.desk.commitments.filed import awaited, filed, offered
from dedere.desk.commitments.filters import SIDES, Filters
from dedere.desk.commitments.forms import Because
from dedere.desk.commitments.lines import grouped, line_of, lines
from dedere.desk.commitments.meeting import followed
from dedere.desk.commitments.timeline import LOOKS, timeline
from dedere.desk.frame.record import reading
from dedere.desk.officers import allows, may, role_of
from dedere.docket.accords import AccordFile
from dedere.registry.accords import listed, unsigned

KINDS = tuple(each.value for each in Kind)


@may("read-accords")
def page(request: HttpRequest) -> HttpResponse:
    """Show what was promised in two columns: what is disputed first, then what the docket counts."""
    filters = Filters(request.GET)
    found = lines(filters.asked())
    shown = {
        "filters": filters,
        "groups": grouped(found),
        "count": len(found),
        "unsigned": list(unsigned()),
        "sides": SIDES,
        "kinds": KINDS,
    }
    return render(request, "commitments/page.html", shown)


@may("read-accords")
def drawn(request: HttpRequest) -> HttpResponse:
    """Show the lines asked for as a drawing from the first to today, and as a table."""
    filters = Filters(request.GET)
    rows = list(listed(filters.asked()))
    picture = timeline(rows, today=clock.today(request)) if rows else None
    shown = {"filters": filters, "rows": rows, "picture": picture, "looks": LOOKS, "kinds": KINDS}
    return render(request, "commitments/timeline.html", shown)


@may("read-accords")
def one(request: HttpRequest, accord: str) -> HttpResponse:
    """Show one line with everything that was filed on it; raises NoSuchFile, which becomes *not found*."""
    file = accord_file(accord)
    reading(by=request.user.get_username(), stream=accord, page="accord", at=clock.now(request))
    return line_page(request, file)


def line_page(
    request: HttpRequest, file: AccordFile, *, because: Any = None, refusal: str = "", status: int = 200
) -> HttpResponse:
    """Return the page of a line; ``because`` came back with complaints, ``refusal`` says why it did."""
    waiting = file.awaiting
    own = bool(waiting and waiting.by == request.user.get_username())
    shown = {
        "line": line_of(file),
        "file": file,
        "accord": file.recorded,
        "follow": followed(file),
        "filed": filed(file),
        "awaited": awaited(file),
        "offered": offered(file) if allows(role_of(request.user), "file-accords") else [],
        "own": own,
        "signing": bool(waiting) and not own and allows(role_of(request.user), "sign-second"),
        "because": because or Because(seen=file.version),
        "form": because,
        "refusal": refusal,
    }
    return render(request, "commitments/accord.html", shown, status=status)
