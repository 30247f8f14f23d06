"""The feed of dates that a calendar program reads by a secret key, and the page where the key is kept."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from dedere.desk import clock, wording
from dedere.desk.exports.feed import AFTER, BEFORE, feed_of
from dedere.desk.frame.errors import NotFound
from dedere.desk.officers import allows, may, officer_of, public, role_of
from dedere.registry import calendars
from dedere.registry.lists.dated import dated

PERMISSION = "export-cases"
TYPE = "text/calendar; charset=utf-8"


@may(PERMISSION)
@never_cache
def page(request: HttpRequest) -> HttpResponse:
    """Say whether the officer has a key; make, renew or end it. The address is shown once."""
    officer, done, address = officer_of(request), request.POST.get("do", ""), ""
    if done == "make":
        secret = calendars.make(officer, at=clock.now(request))
        address = request.build_absolute_uri(reverse("exports:calendar", args=[secret]))
    elif done == "end":
        calendars.end(officer, at=clock.now(request))
        messages.success(request, wording.say("exports.ended"))
        return redirect("exports:calendar-page")
    return render(request, "exports/calendar.html", {"key": calendars.key_of(officer), "address": address})


@public
@never_cache
@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """Answer whoever holds an officer's key; any other key, and a role that may not, is *not found*."""
    at = clock.now(request)
    officer = calendars.holder(token, at=at)
    if officer is None or not allows(role_of(officer), PERMISSION):
        raise NotFound("calendar", "")
    today = clock.today(request)
    found = dated(since=today - BEFORE, until=today + AFTER)
    return HttpResponse(feed_of(found, request, at=at), content_type=TYPE)
