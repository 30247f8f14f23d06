"""Whether the desk is well, for machines: JSON for everybody, figures for those who run it."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from prometheus_client import CONTENT_TYPE_LATEST, Gauge, generate_latest

from dedere.desk import clock
from dedere.desk.officers import ADMINISTRATOR, Forbidden, public, role_of
from dedere.registry.health import Health, look

LOOPBACK = {"127.0.0.1", "::1"}
WAITING = Gauge("dedere_waiting", "What waits at the desk", ["what"])


@public
def health(request: HttpRequest) -> JsonResponse:
    """``GET /health``: database, migrations, the journal's head, what is waiting; 503 when unwell."""
    seen = _look(request)
    return JsonResponse(told(seen), status=200 if seen.well else 503)


@public
def metrics(request: HttpRequest) -> HttpResponse:
    """``GET /metrics`` for Prometheus, on loopback or for an administrator.

    Whoever is not signed in finds nothing here, and leaves no row on record by asking.
    """
    if not (_direct(request) or role_of(request.user) == ADMINISTRATOR):
        if request.user.is_authenticated:
            raise Forbidden("manage-officers")
        return HttpResponse(status=404)
    for what, n in _look(request).waiting.items():
        WAITING.labels(what).set(n)
    return HttpResponse(generate_latest(), content_type=CONTENT_TYPE_LATEST)


def _look(request: HttpRequest) -> Health:
    return look(at=clock.now(request), on=clock.today(request), home=settings.DEDERE_HOME)


def _direct(request: HttpRequest) -> bool:
    """Whether the caller is on this machine; behind a proxy every caller seems to be."""
    proxied = "HTTP_X_FORWARDED_FOR" in request.META or settings.SECURE_PROXY_SSL_HEADER is not None
    return request.META.get("REMOTE_ADDR") in LOOPBACK and not proxied


def told(seen: Health) -> dict[str, object]:
    """Return the JSON of a look: stable snake_case keys."""
    return {
        "status": "well" if seen.well else "unwell",
        "database": seen.database,
        "migrations_pending": seen.migrations_pending,
        "journal": {"size": seen.size, "root": seen.root},
        "waiting": dict(seen.waiting),
    }
