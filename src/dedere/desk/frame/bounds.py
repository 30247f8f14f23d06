"""What a request may bring, and what a shared machine may keep of an answer."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase

LARGEST = 256 * 1024 * 1024  # a copy of the ledger is the largest thing that anybody sends


class Bounds:
    """Refuses a body too large, or of a length not told, before a byte of it is kept."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer 411 or 413, or pass the request on."""
        if request.META.get("HTTP_TRANSFER_ENCODING"):
            return HttpResponse(
                "The length of the request is not told.", status=411, content_type="text/plain"
            )
        length = str(request.META.get("CONTENT_LENGTH") or "0")
        if not length.isdecimal() or int(length) > LARGEST:
            return HttpResponse("The request is too large.", status=413, content_type="text/plain")
        return self._answer(request)


class Private:
    """Lets no cache keep a page that was shown to somebody signed in."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Mark the answer, unless a page said something of its own."""
        response = self._answer(request)
        if request.user.is_authenticated:
            response.headers.setdefault("Cache-Control", "private, no-store")
        return response
