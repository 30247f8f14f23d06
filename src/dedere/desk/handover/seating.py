"""One leg for many persons: each is assigned by an act of its own, with a result of its own."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from dedere import clerk
from dedere.desk.handover.many import ForMany, Result, file_for_many
from dedere.desk.officers import may
from dedere.desk.wording import say
from dedere.docket.entries import SeatAssigned
from dedere.docket.handover import Handover


class Seating(ForMany):
    """Which leg, for which persons."""

    leg = forms.ChoiceField(widget=forms.RadioSelect)

    def __init__(self, handover: Handover, **kwargs: Any) -> None:
        super().__init__(
            [(each.case, f"{each.person} {each.leg or '–'}") for each in handover.active], **kwargs
        )
        self.fields["leg"].label = say("handover.leg")
        self.fields["leg"].choices = [(leg.id, f"{leg.id} · {leg.carrier}") for leg in handover.legs]  # type: ignore[attr-defined]


@may("plan-handovers")
def seats(request: HttpRequest, id: str) -> HttpResponse:
    """Assign a leg to the persons chosen; those who have none yet are chosen at first."""
    handover = clerk.handover(id)
    unseated = [each.case for each in handover.active if not each.leg]
    given = {"data": request.POST} if request.method == "POST" else {"initial": {"persons": unseated}}
    form = Seating(handover, **given)
    if request.method != "POST" or not form.is_valid():
        return _page(request, handover, form, [])
    results = _assign(request, handover, form)
    if any(refusal for _, refusal in results):
        return _page(request, handover, form, results)
    messages.success(request, say("handover.seated", leg=form.cleaned_data["leg"], n=len(results)))
    return redirect("handover:board", id)


def _assign(request: HttpRequest, handover: Handover, form: Seating) -> list[Result]:
    leg = form.cleaned_data["leg"]
    return file_for_many(
        request, handover, form, "assign-seat", lambda case: SeatAssigned(case=case, leg=leg)
    )


def _page(request: HttpRequest, handover: Handover, form: Seating, results: list[Result]) -> HttpResponse:
    status = 422 if form.is_bound and form.errors else 409 if results else 200
    shown = {"handover": handover, "form": form, "results": results}
    return render(request, "handover/seats.html", shown, status=status)
