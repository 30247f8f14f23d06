"""Where an officer lands: the first page that the role opens."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from dedere.desk.frame.surroundings import doors
from dedere.desk.officers import may


@may("own-account")
def home(request: HttpRequest) -> HttpResponse:
    """Go to the role's first page: Today, handovers for an escort, officers for an administrator."""
    return redirect(next((door.address for door in doors(request)), "signin:preferences"))
