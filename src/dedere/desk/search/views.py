"""What the search box finds; a whole number typed opens its file at once."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from dedere.clerk.register import look_up
from dedere.desk import clock
from dedere.desk.frame.record import reading
from dedere.desk.frame.tags import file_address
from dedere.desk.matches.sides import born
from dedere.desk.officers import allows, may, role_of
from dedere.persons.proposal import Band
from dedere.persons.record import Record
from dedere.registry.lists.found import find as look_for


@may("read-cases")
def find(request: HttpRequest) -> HttpResponse:
    """Look for cases and handovers by number, name, the other State's number or title."""
    query = request.GET.get("q", "").strip()[:200]
    found = look_for(query)
    if found.exact:
        return redirect(file_address(found.exact))
    shown = {"query": query, "found": found, "register": _register(request, query)}
    return render(request, "search/find.html", shown)


def _register(request: HttpRequest, query: str) -> list[tuple[Record, str, Band]]:
    """Look the name up in the register for whoever may read matches, and put the reading on record."""
    held = look_up(query) if allows(role_of(request.user), "read-matches") else None
    if held is None:
        return []
    reading(by=request.user.get_username(), stream="", page=f"register: {query}", at=clock.now(request))
    return [(each.held, born(each.held.text("born")), each.proposal.band) for each in held]
