"""One step for many persons of a leg: one form, an act for each, and what became of each."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dedere.desk import clock
from dedere.desk.acts.refusals import why
from dedere.desk.frame.errors import NotFound
from dedere.desk.leg.filing import file_step, kept_by_another
from dedere.desk.leg.forms import FORMS, StepForm
from dedere.desk.leg.opened import Traveller, handover_of, may_record, travellers, why_closed
from dedere.desk.leg.views import made
from dedere.desk.leg.zones import zone_of
from dedere.desk.officers import may
from dedere.desk.wording import say
from dedere.docket.handover import Handover
from dedere.words import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One person at the step: ticked or not, and why the step is closed to them."""

    who: Traveller
    closed: str
    ticked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """One step and how many persons stand before it."""

    act: str
    word: str
    persons: int
    here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What became of one person's act: ``refused`` is empty where it is recorded."""

    who: Traveller
    refused: str
    again: bool


@may("read-handovers", post="record-legs")
def many(request: HttpRequest, id: str) -> HttpResponse:
    """Show who stands before a step and the step's form; send it to record it for those ticked."""
    handover = handover_of(request, id)
    leg = request.GET.get("leg", "")
    people = travellers(handover, leg)
    act = request.POST.get("act", "") or request.GET.get("step", "") or _first(people)
    if act not in FORMS or (leg and handover.leg(leg) is None):
        raise NotFound("act", act)
    if request.method == "POST":
        return _record(request, handover, people, act)
    return _page(request, handover, people, made(request, handover, _alike(people), act))


def _record(request: HttpRequest, handover: Handover, people: list[Traveller], act: str) -> HttpResponse:
    form = made(request, handover, None, act, sent=True)
    chosen = [who for who in people if who.listed.case in request.POST.getlist("case")]
    if not form.is_valid():
        return _page(request, handover, people, form, status=422)
    if not chosen:
        return _page(request, handover, people, form, refusal=say("leg.choose-one"), status=422)
    if kept_by_another(request, form):
        words = say("leg.kept-by-another", officer=form.cleaned_data["keeper"])
        return _page(request, handover, people, form, refusal=words, status=409)
    results = [_result(request, handover, who, form) for who in chosen]
    return _told(request, handover, form, results)


def _result(request: HttpRequest, handover: Handover, who: Traveller, form: StepForm) -> Result:
    filed = file_step(request, handover, who.listed, form)
    if isinstance(filed, Refused):
        return Result(who=who, refused=why(filed), again=False)
    return Result(who=who, refused="", again=filed.again)


def _told(request: HttpRequest, handover: Handover, form: StepForm, results: list[Result]) -> HttpResponse:
    done = [each for each in results if not each.refused]
    summary = say("leg.recorded-many", step=say(f"leg.{form.word}"), n=len(done), all=len(results))
    shown = {
        "handover": handover,
        "results": results,
        "summary": summary,
        "step": form.word,
        "leg": request.GET.get("leg", ""),
    }
    return render(request, "leg/results.html", shown, status=200 if len(done) == len(results) else 409)


def _page(
    request: HttpRequest,
    handover: Handover,
    people: list[Traveller],
    form: StepForm,
    *,
    status: int = 200,
    refusal: str = "",
) -> HttpResponse:
    ticked = request.POST.getlist("case")
    rows = [
        Row(
            who=who,
            closed=why_closed(request, handover, who, form.act),
            ticked=who.listed.case in ticked,
        )
        for who in people
        if form.act in who.acts and not handover.locked
    ]
    shown = {
        "handover": handover,
        "form": form,
        "rows": rows,
        "others": [who for who in people if form.act not in who.acts],
        "open_to_any": any(not row.closed for row in rows),
        "before": _doors(people, form.act),
        "legs": handover.legs,
        "leg": request.GET.get("leg", ""),
        "zone": zone_of(handover, people[0].listed if people else None),
        "now": clock.now(request),
        "may_record": may_record(request),
        "refusal": refusal,
    }
    return render(request, "leg/many.html", shown, status=status)


def _doors(people: list[Traveller], here: str) -> list[Door]:
    return [
        Door(
            act=act,
            word=form.word,
            persons=sum(act in who.acts for who in people),
            here=act == here,
        )
        for act, form in FORMS.items()
    ]


def _alike(people: list[Traveller]) -> Traveller | None:
    """Return somebody whose leg is everyone's, so that the form may know the places; None where none is."""
    return people[0] if len({who.listed.leg for who in people}) == 1 else None


def _first(people: list[Traveller]) -> str:
    """Return the earliest step at which anybody stands."""
    return next((act for act in FORMS if any(act in who.acts for who in people)), next(iter(FORMS)))
