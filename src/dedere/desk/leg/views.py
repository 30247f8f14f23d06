"""The custody leg of one person: the step that comes next, as one small form."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dedere import clerk
from dedere.clerk import NoSuchFile
from dedere.desk.frame.errors import NotFound
from dedere.desk.officers import may
from dedere.docket.handover import Handover, Listed


@may("read-handovers", post="record-legs")
def person(request: HttpRequest, id: str, number: str) -> HttpResponse:
    """Show how far the person has come and the form of the next step; send it to record."""
    handover, listed = opened(id, number)
    return render(request, "leg/person.html", {"handover": handover, "person": listed})


def opened(id: str, number: str) -> tuple[Handover, Listed]:
    """Return the handover and the person on its manifest, or raise NotFound."""
    try:
        handover = clerk.handover(id)
    except NoSuchFile as missing:
        raise NotFound("handover", id) from missing
    if (listed := handover.listed(number)) is None:
        raise NotFound("case", number)
    return handover, listed
