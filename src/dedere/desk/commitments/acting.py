"""An officer records a line, files a word, a signature or evidence on it, signs second or declines."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from dedere.accords.accord import Kind
from dedere.clerk.accords import FiledAccord, accord_file, file_accord, record_accord, sign_proposed
from dedere.desk import clock
from dedere.desk.acts.refusals import why
from dedere.desk.commitments import forms
from dedere.desk.commitments.recording import AccordForm
from dedere.desk.commitments.views import line_page
from dedere.desk.frame.errors import NotFound
from dedere.desk.officers import may
from dedere.desk.wording import code as words_for
from dedere.desk.wording import say
from dedere.docket.accords import ACCORD_ACTS, AccordFile
from dedere.docket.acts import Act
from dedere.docket.entries import SignatureRefused
from dedere.words import Refused

FORMS: Mapping[str, type[forms.Filing]] = {
    "state-position": forms.Stated,
    "record-published-position": forms.Published,
    "add-evidence": forms.Evidence,
    "sign-accord": forms.Signed,
    "record-published-signature": forms.SignedElsewhere,
    "strike-position": forms.Struck,
}


@may("file-accords")
def record(request: HttpRequest, kind: str) -> HttpResponse:
    """Record a meeting, an agreement, a commitment or a measure under the next number."""
    if kind not in {each.value for each in Kind}:
        raise NotFound("page", request.path)
    form = AccordForm(kind, request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return _recording(request, form)
    filed = record_accord(_act(request, form), by=_by(request), at=clock.now(request))
    if isinstance(filed, Refused):
        return _recording(request, form, refusal=why(filed))
    return _done(request, f"record-{kind}", filed)


@may("file-accords")
def act(request: HttpRequest, accord: str, code: str) -> HttpResponse:
    """Show the form of an act on a line; file it, or give it back filled with what is wrong."""
    file = accord_file(accord)
    if code not in FORMS and code != "correct-accord":
        raise NotFound("act", code)
    form = _form(file, code, request.POST if request.method == "POST" else None, now=clock.now(request))
    if request.method != "POST" or not form.is_valid():
        return _filing(request, file, code, form)
    made = _act(request, form, code)
    at, seen = clock.now(request), form.cleaned_data["seen"]
    filed = file_accord(accord, made, by=_by(request), at=at, seen=seen)
    if isinstance(filed, Refused):
        return _refused(request, code, filed, accord)
    return _done(request, code, filed)


@may("sign-second")
@require_POST
def sign(request: HttpRequest, accord: str) -> HttpResponse:
    """Sign, as the second officer, what awaits it."""
    file, seen = accord_file(accord), request.POST.get("seen", "")
    line = file.awaiting.line if file.awaiting else 0
    version = int(seen) if seen.isdecimal() else -1
    filed = sign_proposed(accord, line, by=_by(request), at=clock.now(request), seen=version)
    return _settled(request, accord, filed, "commitments.signed-second")


@may("file-accords")
@require_POST
def decline(request: HttpRequest, accord: str) -> HttpResponse:
    """Decline to sign, or take back what one filed oneself."""
    file, form = accord_file(accord), forms.Because(request.POST)
    if not form.is_valid():
        return line_page(request, file, because=form, status=422)
    line = file.awaiting.line if file.awaiting else 0
    entry = SignatureRefused(proposal=line, reason=form.cleaned_data["reason"])
    at = clock.now(request)
    made = Act(code="refuse-signature", entry=entry, occurred_at=at, simulated=clock.simulated())
    filed = file_accord(accord, made, by=_by(request), at=at, seen=form.cleaned_data["seen"])
    return _settled(request, accord, filed, "commitments.declined")


def _form(file: AccordFile, code: str, data: QueryDict | None, *, now: datetime) -> Any:
    if code == "correct-accord":
        return AccordForm(file.recorded.kind, data, accord=file.recorded, seen=file.version)
    return FORMS[code](file, data, now=now)


def _act(request: HttpRequest, form: Any, *code: str) -> Act:
    told: Act = form.act(*code, at=clock.now(request), simulated=clock.simulated())
    return told


def _refused(request: HttpRequest, code: str, refused: Refused, accord: str) -> HttpResponse:
    """Give the form back filled, on the file as it stands now, so that what came first has been seen."""
    file, again = accord_file(accord), request.POST.copy()
    again["seen"] = str(file.version)
    form = _form(file, code, again, now=clock.now(request))
    return _filing(request, file, code, form, refusal=said(refused))


def _recording(request: HttpRequest, form: AccordForm, *, refusal: str = "") -> HttpResponse:
    shown = {"form": form, "kind": form.kind, "refusal": refusal}
    return render(request, "commitments/record.html", shown, status=_status(form, refusal))


def _filing(
    request: HttpRequest, file: AccordFile, code: str, form: Any, *, refusal: str = ""
) -> HttpResponse:
    shown = {
        "form": form,
        "file": file,
        "accord": file.recorded,
        "act": code,
        "second": ACCORD_ACTS[code].second,
        "refusal": refusal,
        "sectioned": isinstance(form, AccordForm),
    }
    return render(request, "commitments/act.html", shown, status=_status(form, refusal))


def _status(form: Any, refusal: str) -> int:
    return 409 if refusal else 422 if form.errors else 200


def _settled(request: HttpRequest, accord: str, filed: FiledAccord | Refused, told: str) -> HttpResponse:
    if isinstance(filed, Refused):
        return line_page(request, accord_file(accord), refusal=said(filed), status=409)
    messages.success(request, say(told, number=accord))
    return redirect("commitments:accord", accord)


def _done(request: HttpRequest, code: str, filed: FiledAccord) -> HttpResponse:
    told = "commitments.filed-awaits" if filed.file.awaiting else "commitments.filed"
    messages.success(request, say(told, act=words_for("act", code), number=filed.file.number))
    return redirect("commitments:accord", filed.file.number)


def said(refused: Refused) -> str:
    """Why nothing was filed; where somebody came first, who."""
    return (
        say("commitments.overtaken", by=refused.facts["by"]) if refused.code == "overtaken" else why(refused)
    )


def _by(request: HttpRequest) -> str:
    return request.user.get_username()
