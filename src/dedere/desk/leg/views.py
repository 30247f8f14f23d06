"""The custody leg of one person: the step that comes next, as one small form."""

from __future__ import annotations

from typing import NamedTuple

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from dedere.desk import clock
from dedere.desk.acts.refusals import why
from dedere.desk.acts.spoken import Spoken, spoken
from dedere.desk.frame.errors import NotFound
from dedere.desk.leg.filing import file_step, kept_by_another
from dedere.desk.leg.forms import FORMS, Correct, StepForm
from dedere.desk.leg.opened import Traveller, handover_of, may_record, traveller, travellers, why_closed
from dedere.desk.leg.steps import marks, recorded
from dedere.desk.leg.zones import zone_of
from dedere.desk.officers import may, officer_of
from dedere.desk.wording import code, say
from dedere.docket.handover import Handover
from dedere.words import Refused


class Offer(NamedTuple):
    """One step that the page offers: its form, or why it is closed."""

    form: StepForm
    closed: str


@may("read-handovers", post="record-legs")
def person(request: HttpRequest, id: str, number: str) -> HttpResponse:
    """Show how far the person has come and the form of the next step; send it to record."""
    handover = handover_of(request, id)
    who = traveller(handover, number)
    if request.method == "POST":
        return _record(request, handover, who)
    return _page(request, handover, who)


def made(
    request: HttpRequest, handover: Handover, who: Traveller | None, act: str, *, sent: bool = False
) -> StepForm:
    """Return the form of a step, filled from the request where it was ``sent``; raises NotFound."""
    kind = Correct if act == Correct.act and who else FORMS.get(act)
    if kind is None:
        raise NotFound("act", act)
    officer = officer_of(request)
    return kind(
        handover,
        who.listed if who else None,
        lines=_lines(handover, who) if who else [],
        by=officer.username,
        called=officer.called,
        now=clock.now(request),
        data=request.POST if sent else None,
    )


def _record(request: HttpRequest, handover: Handover, who: Traveller) -> HttpResponse:
    form = made(request, handover, who, request.POST.get("act", ""), sent=True)
    if not form.is_valid():
        return _page(request, handover, who, form, status=422)
    if kept_by_another(request, form):
        words = say("leg.kept-by-another", officer=form.cleaned_data["keeper"])
        return _page(request, handover, who, form, refusal=words, status=409)
    filed = file_step(request, handover, who.listed, form)
    if isinstance(filed, Refused):
        return _refused(request, handover, who, form, filed)
    key = "leg.already" if filed.again else "leg.recorded"
    messages.success(request, say(key, step=say(f"leg.{form.word}"), person=who.listed.person))
    return redirect("leg:person", handover.id, who.listed.case)


def _refused(
    request: HttpRequest, handover: Handover, who: Traveller, form: StepForm, refused: Refused
) -> HttpResponse:
    """Say why; where others came first, show what was written beside what is recorded now."""
    yours: list[Spoken] = []
    if refused.code == "overtaken":
        yours = spoken(form.entry(who.listed, tuple(request.POST.getlist(f"stay-{who.listed.case}"))))
    return _page(request, handover, who, form, refusal=why(refused), yours=yours, status=409)


def _page(
    request: HttpRequest,
    handover: Handover,
    who: Traveller,
    form: StepForm | None = None,
    *,
    status: int = 200,
    refusal: str = "",
    yours: list[Spoken] | None = None,
) -> HttpResponse:
    history = recorded(handover, who.listed.case)
    shown = {
        "handover": handover,
        "person": who.listed,
        "case": who.case,
        "stays": who.stays,
        "marks": marks(who.listed),
        "offers": _offers(request, handover, who, form),
        "correction": _correction(request, handover, who, form) if history else None,
        "history": history,
        "zone": zone_of(handover, who.listed),
        "now": clock.now(request),
        "next": _next(handover, who),
        "may_record": may_record(request),
        "form": form or {"errors": ()},
        "refusal": refusal,
        "yours": yours or [],
    }
    return render(request, "leg/person.html", shown, status=status)


def _offers(request: HttpRequest, handover: Handover, who: Traveller, sent: StepForm | None) -> list[Offer]:
    if not may_record(request) or handover.locked:
        return []
    return [
        Offer(
            sent if sent and sent.act == act else made(request, handover, who, act),
            why_closed(request, handover, who, act),
        )
        for act in who.acts
    ]


def _correction(
    request: HttpRequest, handover: Handover, who: Traveller, sent: StepForm | None
) -> StepForm | None:
    if not may_record(request):
        return None
    return sent if isinstance(sent, Correct) else made(request, handover, who, Correct.act)


def _lines(handover: Handover, who: Traveller) -> list[tuple[str, str]]:
    lines = [each.line for each in recorded(handover, who.listed.case)]
    return [(str(line.number), f"{line.number}. {code('entry', line.entry.code)}") for line in lines]


def _next(handover: Handover, who: Traveller) -> Traveller | None:
    """Return the next person of the same leg for whom something is left to do, going round once."""
    leg = travellers(handover, who.listed.leg)
    here = next((n for n, each in enumerate(leg) if each.listed.case == who.listed.case), -1)
    others = (*leg[here + 1 :], *leg[: max(here, 0)])
    return next((each for each in others if each.acts), None)
