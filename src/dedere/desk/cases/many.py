"""Many cases at once: one act for each, or a place on a handover's manifest."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from dedere import clerk
from dedere.clerk.files import cases as read_cases
from dedere.desk import clock, wording
from dedere.desk.acts.forms import ActForm
from dedere.desk.acts.given import ONE_CASE_ONLY
from dedere.desk.frame.errors import NotFound
from dedere.desk.officers import may
from dedere.docket.acts import Act, rules_of
from dedere.docket.case import Case
from dedere.docket.decide import allowed
from dedere.docket.entries.handover import PersonListed
from dedere.registry.lists.cases import named
from dedere.registry.lists.handovers import coming
from dedere.words import Refused, State

MOST = 500


@may("read-cases")
def many(request: HttpRequest) -> HttpResponse:
    """Show the cases that were ticked and what may be done for all of them."""
    numbers = ticked(request)
    shown = {
        "rows": named(numbers),
        "numbers": numbers,
        "acts": common(request, numbers),
        "handovers": coming(clock.today(request)),
        "ticks": False,
        "on": clock.today(request),
    }
    return render(request, "cases/many.html", shown)


@may("file-acts")
def act(request: HttpRequest, code: str) -> HttpResponse:
    """Fill one form, and file it for each case; each is told apart."""
    numbers, rules = ticked(request), rules_of(code)
    folded = read_cases(numbers[:1])
    if not rules or not folded:
        raise NotFound("act", code)
    form = form_for(request, code, next(iter(folded.values())))
    results = file_each(request, numbers, form) if request.method == "POST" and form.is_valid() else ()
    shown = {"form": form, "code": code, "numbers": numbers, "rows": named(numbers), "results": results}
    return render(request, "cases/act.html", shown)


@may("plan-handovers")
@require_POST
def to_handover(request: HttpRequest) -> HttpResponse:
    """Put the cases on the manifest of a handover; whoever is refused is named with the reason."""
    handover, at, by = request.POST.get("handover", ""), clock.now(request), request.user.get_username()
    for row in named(ticked(request)):
        entry = PersonListed(case=row.number, person=row.person)
        listing = Act(code="list-person", entry=entry, occurred_at=at, simulated=clock.simulated())
        filed = clerk.file_handover(handover, listing, by=by, at=at)
        if isinstance(filed, Refused):
            words = wording.refusal(filed.code, **filed.facts)
            messages.error(request, wording.say("cases.refused-one", number=row.number, why=words))
    return redirect("handover:board", handover)


def ticked(request: HttpRequest) -> list[str]:
    """Return the numbers of the cases ticked, each once, five hundred at most."""
    given = request.POST if request.method == "POST" else request.GET
    return list(dict.fromkeys(given.getlist("case")))[:MOST]


def common(request: HttpRequest, numbers: list[str]) -> list[str]:
    """Return the acts that may be filed for every one of these cases now."""
    offered = [
        {
            rule.code
            for rule in allowed(
                case, by=request.user.get_username(), at=clock.now(request), home=State(clock.home())
            )
            if not rule.by_handover and rule.code not in ONE_CASE_ONLY
        }
        for case in read_cases(numbers).values()
    ]
    return sorted(set.intersection(*offered)) if offered else []


def form_for(request: HttpRequest, code: str, case: Case) -> ActForm:
    """Return the act's form, made on the first case; it asks for no version, since there are many."""
    form = ActForm(rules_of(code)[0], case, now=clock.now(request), data=request.POST or None)
    form.fields["seen"].required = False
    form.fields["seen"].widget = forms.HiddenInput()
    return form


def file_each(request: HttpRequest, numbers: list[str], form: ActForm) -> list[tuple[str, str]]:
    """File the act for each case and return number and, where refused, why."""
    filed = clerk.file_many(
        numbers,
        lambda _number: form.act(simulated=clock.simulated()),
        by=request.user.get_username(),
        at=clock.now(request),
    )
    return [(one.number, _why(one.result)) for one in filed]


def _why(result: object) -> str:
    return wording.refusal(result.code, **result.facts) if isinstance(result, Refused) else ""
