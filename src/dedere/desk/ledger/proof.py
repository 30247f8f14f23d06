"""The ledger's proof: the whole walked in the page, a copy to take away, a copy checked."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render

from dedere.clerk import checkpoints
from dedere.desk import clock
from dedere.desk.ledger.forms import Copy
from dedere.desk.officers import may
from dedere.registry import journal
from dedere.seal import verifier
from dedere.seal.verifier import Broken, Head


@may("read-ledger")
def verify(request: HttpRequest) -> HttpResponse:
    """Walk the whole journal now and say whether it holds, or which entry breaks it."""
    return told(request, checkpoints.verify(), of="ledger")


@may("read-ledger")
def copy(request: HttpRequest) -> StreamingHttpResponse:
    """Send a copy of the ledger, a page of it in memory at a time."""
    lines = (line.encode() for line in checkpoints.export(at=clock.now(request)))
    name = f"ledger-{clock.today(request).isoformat()}.jsonl"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingHttpResponse(lines, content_type="application/x-ndjson", headers=headers)


@may("read-ledger")
def check(request: HttpRequest) -> HttpResponse:
    """Check an uploaded copy and name the entry that breaks first."""
    form = Copy(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        return told(request, verifier.verify_stream(form.cleaned_data["copy"].file), of="copy")
    return render(request, "ledger/check.html", {"form": form, "here": "check"})


def told(request: HttpRequest, result: Head | Broken, *, of: str) -> HttpResponse:
    """Say how a walk came out, of the ledger or of a copy."""
    shown = {
        "of": of,
        "result": result,
        "holds": isinstance(result, Head),
        "head": journal.head(),
        "here": "check" if of == "copy" else "verify",
        "at": clock.now(request),
    }
    return render(request, "ledger/told.html", shown)
