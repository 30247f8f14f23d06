"""The gate's addresses: letters, receipts, checkpoints, health. A refusal is told by its code alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import structlog
from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone

from dedere.clerk.checkpoints import countersign
from dedere.clerk.exchange import receipts
from dedere.clerk.exchange.keys import UnreadableKeys
from dedere.clerk.exchange.spool import Unspooled, spooled
from dedere.clerk.exchange.taking import take
from dedere.gate.problem import problem
from dedere.registry.health import look
from dedere.words import Refused

log = structlog.get_logger("dedere.gate")
ENVELOPE, NOTE = "application/octet-stream", "text/plain; charset=utf-8"
LONGEST_RECEIPT, LONGEST_GROWTH = 16 << 10, 64 << 10
View = Callable[[HttpRequest], HttpResponse]


def letters(request: HttpRequest) -> HttpResponse:
    """``POST /gate/letters``: an envelope in, a signed receipt out; 422 where the receipt is a refusal."""
    length = _length(request, settings.DEDERE_GATE_LARGEST)
    if isinstance(length, HttpResponse):
        return length
    try:
        with spooled(request, length) as spool:  # type: ignore[arg-type]  # a request is read as a file is
            answer = take(spool.file, spool.digest, at=now())
    except Unspooled:
        return problem(400, "cut-short")
    except UnreadableKeys:
        return problem(503, "no-keys")
    except OSError:
        return problem(507, "no-room")
    log.info("letter", fault=answer.fault, again=answer.again)
    return HttpResponse(answer.receipt, content_type=NOTE, status=422 if answer.fault else 200)


def receive_receipt(request: HttpRequest) -> HttpResponse:
    """``POST /gate/receipts``: a receipt of a letter of ours; 204 where it is kept, or was before."""
    length = _length(request, LONGEST_RECEIPT)
    if isinstance(length, HttpResponse):
        return length
    try:
        kept = receipts.keep(request.read(length).decode(), at=now())
    except UnicodeDecodeError:
        return problem(422, "receipt-not-believed")
    except UnreadableKeys:
        return problem(503, "no-keys")
    return problem(422, kept.code) if isinstance(kept, Refused) else HttpResponse(status=204)


def show(request: HttpRequest) -> HttpResponse:
    """``POST /gate/checkpoints``: the sender's journal only grew; our cosignature, or why not."""
    length = _length(request, LONGEST_GROWTH)
    if isinstance(length, HttpResponse):
        return length
    try:
        given = countersign(request.read(length).decode(), at=now())
    except UnicodeDecodeError:
        return problem(422, "checkpoint-not-believed")
    except UnreadableKeys:
        return problem(503, "no-keys")
    if isinstance(given, Refused):
        size = given.facts.get("size")
        return problem(409 if size else 422, given.code, **({"Dedere-Size": size} if size else {}))
    return JsonResponse({"size": given.size, "line": given.line})


def health(request: HttpRequest) -> HttpResponse:
    """``GET /gate/health``: whether letters can be taken now; says nothing of what lies here."""
    if request.method not in {"GET", "HEAD"}:
        return problem(405, "method", Allow="GET, HEAD")
    seen = look(at=now(), on=timezone.localdate(), home=settings.DEDERE_HOME)
    return JsonResponse({"status": "well" if seen.well else "unwell"}, status=200 if seen.well else 503)


def now() -> datetime:
    """Return the instant on this machine's clock."""
    return datetime.now(UTC)


def _length(request: HttpRequest, most: int) -> int | HttpResponse:
    """Return how long the body is, or why it is not read."""
    if request.method != "POST":
        return problem(405, "method", Allow="POST")
    told = str(request.META.get("CONTENT_LENGTH") or "")
    if request.META.get("HTTP_TRANSFER_ENCODING") or not told.isdecimal():
        return problem(411, "length-not-told")
    return int(told) if int(told) <= most else problem(413, "too-long")
