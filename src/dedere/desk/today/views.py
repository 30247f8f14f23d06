"""Today: what is overdue, due, awaited, and soon to be handed over."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render

from dedere.desk import clock
from dedere.desk.frame.views import home
from dedere.desk.officers import allows, may, role_of
from dedere.desk.today.groups import groups
from dedere.registry.lists.agenda import agenda
from dedere.registry.lists.letters import late_letters


@may("own-account")
def today(request: HttpRequest) -> HttpResponseBase:
    """Show the day's work; a role that reads no cases goes to its own first page."""
    if not allows(role_of(request.user), "read-cases"):
        return home(request)
    on = clock.today(request)
    late = late_letters(clock.now(request))
    shown = groups(agenda(on=on, home=settings.DEDERE_HOME), on=on, late=late)
    return render(request, "today/today.html", {"on": on, "groups": shown})
