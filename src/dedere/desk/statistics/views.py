"""Serves an edition of the statistics: no sign-in, no cookie, nothing computed for whoever asks.

An edition is built by a command at a set time, so that no two are compared but those meant to be.
"""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from dedere.desk import wording
from dedere.desk.officers import public

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".json": "application/json",
}
_KEPT = "public, max-age=3600"


@public
@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """Lead to the overview."""
    return redirect("statistics:edition", "index.html")


@public
@require_safe
def file(request: HttpRequest, file: str) -> HttpResponse:
    """Answer with one file of the edition, as it was written."""
    found = _files().get(file)
    if found is None:
        return render(request, "statistics/none.html", {"built": bool(_files())}, status=404)
    headers = {"Cache-Control": _KEPT}
    return HttpResponse(found.read_bytes(), content_type=TYPES[found.suffix], headers=headers)


def _files() -> dict[str, Path]:
    """The files there are, by name: what is asked for is looked up and never made into a path."""
    folder = settings.DEDERE_STATISTICS / wording.language() / "statistics"
    return {each.name: each for each in folder.iterdir()} if folder.is_dir() else {}
