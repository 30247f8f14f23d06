"""Changes of a handover's plan: each an act with one form."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from dedere import clerk
from dedere.clerk import FiledHandover
from dedere.desk import clock
from dedere.desk.acts.refusals import why
from dedere.desk.frame.errors import NotFound
from dedere.desk.handover.forms import PlanForm
from dedere.desk.handover.views import CHANGES
from dedere.desk.officers import may
from dedere.desk.wording import code as words_for
from dedere.desk.wording import say
from dedere.docket.handover import HANDOVER_RULES, Handover
from dedere.registry.lists.cases import named
from dedere.words import Refused

_RULES = {rule.code: rule for rule in HANDOVER_RULES}


@may("plan-handovers")
def plan(request: HttpRequest) -> HttpResponse:
    """Plan a handover."""
    form = PlanForm(_RULES["plan-handover"], None, now=clock.now(request), data=request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _page(request, None, form)
    filed = clerk.plan_handover(
        form.act(simulated=clock.simulated()), by=request.user.get_username(), at=clock.now(request)
    )
    return _answer(request, None, form, filed)


@may("plan-handovers")
def change(request: HttpRequest, id: str, code: str) -> HttpResponse:
    """Record one change of the plan."""
    handover = clerk.handover(id)
    if code not in CHANGES:
        raise NotFound("act", code)
    given = {"data": request.POST} if request.method == "POST" else {"initial": request.GET.dict()}
    form = PlanForm(_RULES[code], handover, now=clock.now(request), **given)
    if request.method != "POST" or not form.is_valid():
        return _page(request, handover, form)
    filed = clerk.file_handover(
        id,
        form.act(simulated=clock.simulated(), **_person(form)),
        by=request.user.get_username(),
        at=clock.now(request),
        seen=form.cleaned_data["seen"],
    )
    return _answer(request, handover, form, filed)


def _person(form: PlanForm) -> dict[str, str]:
    """Return the name of whoever is listed, as the case has it: a name is typed once."""
    if form.rule.code != "list-person":
        return {}
    number = form.cleaned_data["case"].strip()
    return {"case": number, "person": next((row.person for row in named([number])), number)}


def _answer(
    request: HttpRequest, handover: Handover | None, form: PlanForm, filed: FiledHandover | Refused
) -> HttpResponse:
    if isinstance(filed, Refused):
        return _page(request, handover, form, refusal=why(filed))
    messages.success(request, say("handover.saved", act=words_for("act", form.rule.code)))
    return redirect("handover:board", filed.handover.id)


def _page(
    request: HttpRequest, handover: Handover | None, form: PlanForm, *, refusal: str = ""
) -> HttpResponse:
    shown = {"handover": handover, "form": form, "rule": form.rule, "refusal": refusal, "overtaken": None}
    status = 409 if refusal else 422 if form.is_bound and form.errors else 200
    return render(request, "handover/change.html", shown, status=status)
