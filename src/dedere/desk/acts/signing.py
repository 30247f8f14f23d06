"""The second signature: what was proposed, its effect, and one button to sign or to decline."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from dedere import clerk
from dedere.desk import clock
from dedere.desk.acts.effect import effect
from dedere.desk.acts.refusals import why
from dedere.desk.acts.spoken import spoken
from dedere.desk.case.opened import opened
from dedere.desk.frame.errors import NotFound
from dedere.desk.officers import allows, may, role_of
from dedere.desk.wording import code, say
from dedere.docket.acts import Act
from dedere.docket.case import Case
from dedere.docket.entries import SignatureRefused
from dedere.docket.parts import Proposal
from dedere.docket.signature import read_act
from dedere.words import Refused


class Decline(forms.Form):
    """Why a second officer doesn't sign."""

    reason = forms.CharField(widget=forms.Textarea(attrs={"rows": 2}))
    use_required_attribute = False

    def __init__(self, data: object = None) -> None:
        super().__init__(data, auto_id="f-%s")  # type: ignore[arg-type]
        self.fields["reason"].label = say("acts.sign-decline-reason")
        self.fields["reason"].help_text = say("acts.read-by-all")


@may("read-cases", post="sign-second")
def sign(request: HttpRequest, number: str, proposal: int) -> HttpResponse:
    """Show a proposed act to whoever may read it; a supervisor who did not file it signs or declines."""
    case = opened(request, number, "sign")
    waiting = case.proposal(proposal)
    if waiting is None:
        raise NotFound("proposal", f"{number}/{proposal}")
    declining = request.POST.get("step") == "decline"
    form = Decline(request.POST if declining else None)
    if request.method != "POST" or (declining and not form.is_valid()):
        return _page(request, case, waiting, form, status=422 if form.errors else 200)
    done = _decline(request, case, waiting, form) if declining else _sign(request, case, waiting)
    if isinstance(done, Refused):
        return _page(request, clerk.case(number), waiting, form, refusal=why(done), status=409)
    key = "acts.declined" if declining else "acts.signed"
    messages.success(request, say(key, act=code("act", waiting.act)))
    return redirect("case:summary", number)


def _sign(request: HttpRequest, case: Case, waiting: Proposal) -> clerk.Filed | Refused:
    seen = request.POST.get("seen", "")
    return clerk.sign(
        case.number,
        waiting.line,
        by=request.user.get_username(),
        at=clock.now(request),
        seen=int(seen) if seen.isdecimal() else None,
    )


def _decline(request: HttpRequest, case: Case, waiting: Proposal, form: Decline) -> clerk.Filed | Refused:
    at = clock.now(request)
    entry = SignatureRefused(proposal=waiting.line, reason=form.cleaned_data["reason"])
    act = Act(code="refuse-signature", entry=entry, occurred_at=at, simulated=clock.simulated())
    return clerk.file(case.number, act, by=request.user.get_username(), at=at)


def _page(
    request: HttpRequest, case: Case, waiting: Proposal, form: Decline, *, status: int, refusal: str = ""
) -> HttpResponse:
    act = read_act(waiting.text)
    shown = {
        "case": case,
        "form": form,
        "proposal": waiting,
        "occurred_at": act.occurred_at,
        "sources": act.sources,
        "rows": spoken(act.entry, {charge.id: charge for charge in case.charges}),
        "hindrance": _hindrance(request, waiting),
        "effect": effect(request, case, act),
        "refusal": refusal,
        "overtaken": None,
    }
    return render(request, "acts/sign.html", shown, status=status)


def _hindrance(request: HttpRequest, waiting: Proposal) -> str:
    """Why this officer may not sign; empty where they may."""
    if waiting.by == request.user.get_username():
        return say("acts.sign-own")
    return "" if allows(role_of(request.user), "sign-second") else say("acts.sign-role")
