"""What the search box finds; a whole number typed opens its file at once."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from dedere.desk.frame.tags import file_address
from dedere.desk.officers import may
from dedere.registry.lists.found import find as look_for


@may("read-cases")
def find(request: HttpRequest) -> HttpResponse:
    """Look for cases and handovers by number, name, the other State's number or title."""
    query = request.GET.get("q", "").strip()[:200]
    found = look_for(query)
    if found.exact:
        return redirect(file_address(found.exact))
    return render(request, "search/find.html", {"query": query, "found": found})
