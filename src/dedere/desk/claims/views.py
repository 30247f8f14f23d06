"""One event: each question with its answer, disagreements first, and the lines of its file."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dedere.clerk.events import answers, event_file
from dedere.desk.claims.spoken import spoken
from dedere.desk.officers import may


@may("read-claims")
def one(request: HttpRequest, event: str) -> HttpResponse:
    """Show one event with everything that was filed on it; raises NoSuchFile, which becomes *not found*."""
    file = event_file(event)
    rows = [spoken(each) for each in answers(file)]
    return render(request, "claims/event.html", {"file": file, "event": file.event, "rows": rows})
