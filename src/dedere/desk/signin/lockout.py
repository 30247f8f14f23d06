"""Ten wrong passwords close a name for a quarter of an hour, in words and on record."""

from __future__ import annotations

from collections.abc import Mapping

from axes.signals import user_locked_out
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dedere.desk import clock
from dedere.desk.frame import record

LOCKED = "sign-in-locked"


def listen() -> None:
    """Put each lockout on record."""
    user_locked_out.connect(_record, dispatch_uid="dedere-lockout")


def name_tried(request: HttpRequest, credentials: Mapping[str, str] | None = None) -> str:
    """Return the user name that was tried, in small letters: ``Ana`` and ``ana`` are one door."""
    given = (credentials or {}).get("username") or request.POST.get("login", "")
    return given.strip().lower()


def locked_out(
    request: HttpRequest, _original: HttpResponse | None = None, _credentials: object = None
) -> HttpResponse:
    """Say that the name is closed, until when, and who can open it sooner."""
    facts = {"limit": settings.AXES_FAILURE_LIMIT, "minutes": round(settings.AXES_COOLOFF_TIME * 60)}
    return render(request, "signin/locked.html", facts, status=429)


def _record(request: HttpRequest, username: str, **_rest: object) -> None:
    record.attempt(by=username, permission=LOCKED, address=request.path, at=clock.now(request))
