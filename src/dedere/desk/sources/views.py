"""A published source: who published it, when, where, and which entries rest on it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dedere.desk.frame.errors import NotFound
from dedere.desk.officers import may
from dedere.registry.lists.found import source as find_source
from dedere.registry.lists.uses import used_in


@may("read-sources")
def page(request: HttpRequest, source: str) -> HttpResponse:
    """Show a source and where it is used."""
    found = find_source(source)
    if found is None:
        raise NotFound("source", source)
    return render(request, "sources/page.html", {"source": found, "uses": used_in(found.id)})
