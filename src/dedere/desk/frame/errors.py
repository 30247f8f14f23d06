"""Pages for what went wrong: forbidden, not found, a form gone stale, a fault of ours."""

from __future__ import annotations

from collections.abc import Callable

import structlog
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from dedere.clerk import NoSuchFile
from dedere.desk import clock, wording
from dedere.desk.frame import record
from dedere.desk.officers import PERMISSIONS, ROLES, Forbidden, granted_by, role_of
from dedere.docket.sort import sort_of

log = structlog.get_logger("dedere.desk")


class NotFound(Http404):
    """Something that was looked for by name and is not there: ``NotFound("case", "MX-2025-0099")``."""

    def __init__(self, kind: str, searched: str) -> None:
        super().__init__(f"{kind} {searched}")
        self.kind, self.searched = kind, searched


class MissingFile:
    """Answers *not found* where a journey asked the clerk for a file that is not there."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on; only exceptions matter here."""
        return self._answer(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Say which number was looked for."""
        if not isinstance(exception, NoSuchFile):
            return None
        return not_found(request, NotFound(sort_of(exception.searched).value, exception.searched))


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say which roles may and who grants them, and put the attempt on record."""
    permission = exception.permission if isinstance(exception, Forbidden) else ""
    by = request.user.get_username() or "nobody"
    record.attempt(by=by, permission=permission or "none", address=request.path, at=clock.now(request))
    log.warning("forbidden", permission=permission, role=role_of(request.user))
    roles = [role for role in ROLES if role in PERMISSIONS.get(permission, ())]
    words = {
        "permission": wording.say(f"permission.{permission}") if permission else "",
        "roles": [wording.code("role", role) for role in roles],
        "granter": wording.code("role", granted_by()),
    }
    return render(request, "frame/forbidden.html", words, status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say what was looked for."""
    kind = exception.kind if isinstance(exception, NotFound) else "page"
    searched = exception.searched if isinstance(exception, NotFound) else request.path
    sentence = wording.say(f"missing.{kind}", searched=searched)
    return render(request, "frame/not_found.html", {"sentence": sentence}, status=404)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that the form was sent from another session, and that nothing was recorded."""
    log.warning("stale-form", reason=reason)
    return render(request, "frame/stale_form.html", {"back": request.path}, status=403)


def too_often(request: HttpRequest) -> HttpResponse:
    """Say that this address asked too often."""
    return render(request, "signin/too_often.html", status=429)


def broken(request: HttpRequest) -> HttpResponse:
    """Say that the fault is ours; no template context, no database, nothing of the fault."""
    return HttpResponse(render_to_string("frame/broken.html", {"language": wording.language()}), status=500)
