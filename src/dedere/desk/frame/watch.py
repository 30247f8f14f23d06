"""One line and three figures for each request, by route and never by name."""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable

import structlog
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase
from prometheus_client import Counter, Histogram

log = structlog.get_logger("dedere.desk")

ANSWERED = Counter("dedere_requests_total", "Requests answered", ["route", "method", "status"])
SECONDS = Histogram("dedere_request_seconds", "Seconds to answer a request", ["route"])
_PLACES = 12


class Watch:
    """Counts, times and logs each request: its route's pattern, not the case in its path."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer the request, then say how it went."""
        began = time.perf_counter()
        response = self._answer(request)
        seconds = time.perf_counter() - began
        route = _route(request)
        method = request.method or ""
        ANSWERED.labels(route, method, response.status_code).inc()
        SECONDS.labels(route).observe(seconds)
        log.info(
            "request", route=route, method=method, status=response.status_code, ms=round(seconds * 1000, 1)
        )
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        """Log a fault by its kind and the places it passed; its message may name a person, and stays out."""
        places = [
            f"{frame.filename.rpartition('/')[2]}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(exception.__traceback__)[-_PLACES:]
        ]
        if not isinstance(exception, Http404 | PermissionDenied):
            log.error("fault", route=_route(request), kind=type(exception).__name__, places=places)


def _route(request: HttpRequest) -> str:
    match = getattr(request, "resolver_match", None)
    return match.view_name or match.route if match else "none"
