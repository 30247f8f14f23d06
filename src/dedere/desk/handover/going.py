"""Go or no-go: two officers sign, and each gap is accepted by name or the handover does not go."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from dedere import clerk
from dedere.clerk import FiledHandover
from dedere.desk import clock
from dedere.desk.acts.refusals import why
from dedere.desk.frame.tags import instant
from dedere.desk.handover.forms import Go
from dedere.desk.officers import allows, may, role_of
from dedere.desk.wording import code, say
from dedere.docket.acts import Act
from dedere.docket.entries import GoDecided
from dedere.docket.handover import Handover, allowed_on, gaps
from dedere.docket.parts import Proposal
from dedere.docket.signature import read_act
from dedere.words import Refused


@may("read-handovers", post="decide-go")
def go(request: HttpRequest, id: str) -> HttpResponse:
    """Show what is missing; the first officer decides, another signs the same decision second."""
    handover = clerk.handover(id)
    if request.method != "POST":
        return _page(request, handover, _form(handover))
    if request.POST.get("step") == "sign":
        return _answer(request, handover, _form(handover), _sign(request, handover), signatures=2)
    form = _form(handover, data=request.POST)
    if not form.is_valid():
        return _page(request, handover, form)
    return _answer(request, handover, form, _decide(request, handover, form), signatures=1)


def _form(handover: Handover, **given: object) -> Go:
    return Go(_gap_rows(handover), initial={"seen": handover.version}, **given)


def _gap_rows(handover: Handover) -> list[tuple[str, str]]:
    cases = clerk.cases(person.case for person in handover.active)
    return [(gap, gap_words(handover, gap)) for gap in gaps(handover, cases)]


def gap_words(handover: Handover, gap: str) -> str:
    """``case:gate`` as the person's name and the gate's."""
    case, _, gate = gap.partition(":")
    person = handover.listed(case)
    return say("handover.go-gap", person=person.person if person else case, gate=code("gate", gate))


def _decide(request: HttpRequest, handover: Handover, form: Go) -> FiledHandover | Refused:
    given, at = form.cleaned_data, clock.now(request)
    entry = GoDecided(go=given["go"], accepted=given["accepted"], reason=given["reason"])
    act = Act(code="decide-go", entry=entry, occurred_at=at, simulated=clock.simulated())
    by = request.user.get_username()
    return clerk.file_handover(handover.id, act, by=by, at=at, seen=given["seen"])


def _sign(request: HttpRequest, handover: Handover) -> FiledHandover | Refused:
    proposal = request.POST.get("proposal", "")
    return clerk.sign_handover(
        handover.id,
        int(proposal) if proposal.isdecimal() else 0,
        by=request.user.get_username(),
        at=clock.now(request),
    )


def _answer(
    request: HttpRequest, handover: Handover, form: Go, filed: FiledHandover | Refused, *, signatures: int
) -> HttpResponse:
    if isinstance(filed, Refused):
        return _page(request, clerk.handover(handover.id), form, refusal=why(filed))
    messages.success(request, say("handover.go-done", n=signatures))
    return redirect("handover:board" if signatures == 2 else "handover:go", handover.id)


def _page(request: HttpRequest, handover: Handover, form: Go, *, refusal: str = "") -> HttpResponse:
    mine = request.user.get_username()
    shown = {
        "handover": handover,
        "form": form,
        "refusal": refusal,
        "overtaken": None,
        "waiting": [_waiting(handover, each, mine) for each in handover.proposals],
        "decided": _decided(handover),
        "open": any(rule.code == "decide-go" for rule in allowed_on(handover, {})),
        "may_decide": allows(role_of(request.user), "decide-go"),
    }
    status = 409 if refusal else 422 if form.is_bound and form.errors else 200
    return render(request, "handover/go.html", shown, status=status)


def _waiting(handover: Handover, proposal: Proposal, mine: str) -> tuple[int, str, list[str], str, bool]:
    """Return a decision that awaits its second signature: line, words, gaps, reason, whether it is mine."""
    entry = read_act(proposal.text).entry
    assert isinstance(entry, GoDecided)  # noqa: S101  (only a go awaits a signature on a handover)
    words = _signature(entry.go, proposal.by, instant(proposal.at))
    accepted = [gap_words(handover, gap) for gap in entry.accepted]
    return proposal.line, words, accepted, entry.reason, proposal.by == mine


def _decided(handover: Handover) -> tuple[str, list[str], str] | None:
    decision = handover.decision
    if decision is None:
        return None
    both = f"{decision.by}, {decision.second}"
    accepted = [gap_words(handover, gap) for gap in decision.accepted]
    return _signature(decision.go, both, instant(decision.at)), accepted, decision.reason


def _signature(go: bool, by: str, at: str) -> str:
    decision = say("handover.go-yes" if go else "handover.go-no")
    return say("handover.go-signature", by=by, at=at, decision=decision)
