"""A report is read beside what stands, and an officer confirms claims of it one by one."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from dedere.clerk.events import file_event
from dedere.desk import clock
from dedere.desk.acts.refusals import why
from dedere.desk.claims.confirmed import Confirm, Handed, act_of, ticked
from dedere.desk.claims.pasted import Pasted
from dedere.desk.claims.proposed import Proposals, Proposed, proposals
from dedere.desk.officers import may
from dedere.desk.wording import count, say
from dedere.words import Refused


@may("read-claims")
def page(request: HttpRequest) -> HttpResponse:
    """Ask for a report; read the one handed in. Nothing of it is kept."""
    form = Pasted(request.POST, request.FILES) if request.method == "POST" else Pasted()
    if not form.is_bound or not form.is_valid():
        return render(request, "claims/paste.html", {"form": form}, status=422 if form.errors else 200)
    found = proposals(form.cleaned_data["report"])
    day = found.report.on.isoformat() if found.report.on else ""
    return _shown(request, found, Confirm(found.speakers, initial={"event": found.event, "date": day}))


@may("confirm-claims")
@require_POST
def confirm(request: HttpRequest) -> HttpResponse:
    """Record the claims that were ticked, each as it is read from the text that came with the form."""
    handed = Handed(request.POST)
    if not handed.is_valid():
        return redirect("claims:read")
    found = proposals(handed.report())
    form = Confirm(found.speakers, request.POST)
    rows = ticked(found, request.POST.getlist("take"))
    if not rows:
        form.add_error(None, say("claims.none-ticked"))
    if not form.is_valid():
        return _shown(request, found, form, status=422)
    refusal = _file(request, found, form, rows)
    if refusal:
        form.add_error(None, refusal)
        return _shown(request, found, form, status=409)
    messages.success(request, count("claims.recorded", len(rows), event=form.cleaned_data["event"]))
    return _shown(request, proposals(handed.report()), form)


def _file(request: HttpRequest, found: Proposals, form: Confirm, rows: list[Proposed]) -> str:
    """File the rows on the event, all or none; return why not, or nothing."""
    at, given = clock.now(request), form.cleaned_data
    acts = [
        act_of(row, source=given["source"], party=form.party_of(row.claim.by), digest=found.digest, at=at)
        for row in rows
    ]
    filed = file_event(
        given["event"],
        acts,
        by=request.user.get_username(),
        at=at,
        listed=form.listed(found.report.language),
    )
    return why(filed) if isinstance(filed, Refused) else ""


def _shown(request: HttpRequest, found: Proposals, form: Confirm, *, status: int = 200) -> HttpResponse:
    told = found.report
    day = told.on.isoformat() if told.on else ""
    handed = Handed(
        initial={"text": told.text, "headline": told.headline, "speaks": told.language, "of_day": day}
    )
    shown: dict[str, Any] = {
        "found": found,
        "form": form,
        "handed": handed,
        "taken": request.POST.getlist("take"),
    }
    return render(request, "claims/report.html", shown, status=status)
