"""An error as problem+json (RFC 9457): a code that has words in the reference, and nothing of the fault."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, JsonResponse

MEDIA = "application/problem+json"


def problem(status: int, code: str, **headers: str) -> HttpResponse:
    """Return the response of a problem: its HTTP status, its title, its code."""
    told = {"type": f"urn:dedere:gate:{code}", "title": HTTPStatus(status).phrase, "status": status}
    return JsonResponse(told, status=status, content_type=MEDIA, headers=headers or None)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that there is no such address."""
    return problem(404, "no-such-address")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that the request is none."""
    return problem(400, "not-a-request")


def broken(request: HttpRequest) -> HttpResponse:
    """Say that the fault is ours, and nothing of it."""
    return problem(500, "fault")
