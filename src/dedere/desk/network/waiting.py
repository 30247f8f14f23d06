"""The page of what is being worked out: it asks again by itself, with or without script."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dedere.clerk.network.told import Told
from dedere.desk import clock
from dedere.desk.network import working

AGAIN = "3"  # seconds


def waiting(
    request: HttpRequest, told: Told, digest: str, work: Callable[[datetime], object]
) -> HttpResponse:
    """Begin the work beside the request, and answer with the page that waits for it."""
    working.start(digest, work, at=clock.now(request))
    answer = render(request, "network/working.html", {"told": told})
    answer["Refresh"] = AGAIN
    return answer
