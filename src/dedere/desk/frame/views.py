"""Where an officer lands: the first page that the role opens."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from dedere.desk.frame.surroundings import doors
from dedere.desk.officers import may


@may("own-account")
def home(request: HttpRequest) -> HttpResponse:
    """Go to Today, or to the first page of the role: handovers for an escort, officers for who grants roles."""
    return redirect(next((door.address for door in doors(request)), "signin:preferences"))
