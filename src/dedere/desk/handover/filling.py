"""One gate for many persons: each mark is an act of its own, with a result of its own."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from dedere import clerk
from dedere.desk.frame.errors import NotFound
from dedere.desk.handover.board import cell
from dedere.desk.handover.forms import Fill
from dedere.desk.handover.many import Result, file_for_many
from dedere.desk.officers import may
from dedere.desk.wording import code, say
from dedere.docket.choices import GATES
from dedere.docket.entries import GateMarked
from dedere.docket.handover import Handover, gates_of


@may("plan-handovers")
def column(request: HttpRequest, id: str, gate: str) -> HttpResponse:
    """Fill one column of the board for the persons chosen."""
    if gate not in GATES:
        raise NotFound("gate", gate)
    handover = clerk.handover(id)
    people = _people(handover, gate)
    still_open = [case for case, _, sign in people if sign != "✓"]
    given = {"data": request.POST} if request.method == "POST" else {"initial": {"persons": still_open}}
    form = Fill([(case, f"{person} {sign}") for case, person, sign in people], **given)
    if request.method != "POST" or not form.is_valid():
        return _page(request, handover, gate, form, [])
    results = _mark(request, handover, gate, form)
    refused = [result for result in results if result[1]]
    if not refused:
        messages.success(request, say("handover.filled", gate=code("gate", gate), n=len(results)))
        return redirect("handover:board", id)
    return _page(request, handover, gate, form, results)


def _people(handover: Handover, gate: str) -> list[tuple[str, str, str]]:
    """Return each person with the sign that the gate shows now."""
    cases = clerk.cases(person.case for person in handover.active)
    at = GATES.index(gate)
    return [
        (person.case, person.person, cell(gates_of(handover, person, cases)[at]).sign)
        for person in handover.active
    ]


def _mark(request: HttpRequest, handover: Handover, gate: str, form: Fill) -> list[Result]:
    state, evidence = form.cleaned_data["state"], form.cleaned_data["evidence"]
    return file_for_many(
        request,
        handover,
        form,
        "mark-gate",
        lambda case: GateMarked(case=case, gate=gate, state=state, evidence=evidence),
    )


def _page(
    request: HttpRequest, handover: Handover, gate: str, form: Fill, results: list[Result]
) -> HttpResponse:
    shown = {"handover": handover, "gate": gate, "form": form, "results": results}
    status = 422 if form.is_bound and form.errors else 409 if results else 200
    return render(request, "handover/column.html", shown, status=status)
