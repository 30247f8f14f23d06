"""A person decides a pair, undoes what was decided, confirms it as the second officer, or declines."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html
from django.views.decorators.http import require_POST

from dedere.clerk.pairs import FiledPair, decide, file_pair, pair_file, sign_pair
from dedere.desk import clock
from dedere.desk.acts.refusals import why
from dedere.desk.frame.errors import NotFound
from dedere.desk.matches.forms import Because, Decide, Signed
from dedere.desk.matches.views import asked, first_open, page
from dedere.desk.officers import may
from dedere.desk.wording import code, say
from dedere.docket.entries import DecisionUndone, Entry, SignatureRefused
from dedere.docket.pairs import PairFile, pair_of
from dedere.persons.decided import Queue
from dedere.registry.lists import matches
from dedere.words import Refused

Taken = FiledPair | Refused


@may("decide-matches")
@require_POST
def said(request: HttpRequest, key: str) -> HttpResponse:
    """Record what the officer says of the pair, and go on to the next one of the tab."""
    form, tab = Decide(request.POST), asked(request) or first_open()
    if not form.is_valid():
        return page(request, key, form=form, status=422)
    after = matches.following(tab, key)
    saying = form.saying()
    filed = decide(key, saying, by=_by(request), at=clock.now(request), simulated=clock.simulated())
    if isinstance(filed, Refused):
        return page(request, key, form=form, refusal=_why(filed), status=409)
    told = "matches.recorded-awaits" if filed.file.awaiting else "matches.recorded"
    words = say(told, verdict=code("verdict", saying.verdict), number=filed.file.number)
    address = reverse("matches:pair", args=[key])
    back = format_html('<a class="govuk-link" href="{}">{}</a>', address, say("matches.look-again"))
    messages.success(request, format_html("{} {}", words, back))
    return _on(tab, after)


@may("decide-matches")
@require_POST
def undo(request: HttpRequest, pair: str) -> HttpResponse:
    """Undo the decision that binds: what stood before it stands again."""
    return _because(request, pair, "undo-decision", _undone, "matches.undone")


@may("decide-matches")
@require_POST
def decline(request: HttpRequest, pair: str) -> HttpResponse:
    """Decline to confirm, or take back what one filed oneself."""
    return _because(request, pair, "refuse-signature", _declined, "matches.declined")


@may("sign-second")
@require_POST
def sign(request: HttpRequest, pair: str) -> HttpResponse:
    """Confirm, as the second officer, that two records are of one person."""
    form, file = Signed(request.POST), pair_file(pair)
    seen = form.cleaned_data["seen"] if form.is_valid() else -1
    line = file.awaiting.line if file.awaiting else 0
    filed = sign_pair(pair, line, by=_by(request), at=clock.now(request), seen=seen)
    return _taken(request, filed, _key(file), say("matches.signed", number=pair))


def _because(
    request: HttpRequest, number: str, act: str, entry_of: Callable[[PairFile, str], Entry], told: str
) -> HttpResponse:
    form, file = Because(request.POST), pair_file(number)
    if not form.is_valid():
        return page(request, _key(file), form=form, status=422)
    filed = file_pair(
        number,
        act,
        entry_of(file, form.cleaned_data["reason"]),
        by=_by(request),
        at=clock.now(request),
        seen=form.cleaned_data["seen"],
        simulated=clock.simulated(),
    )
    return _taken(request, filed, _key(file), say(told, number=number))


def _undone(file: PairFile, reason: str) -> Entry:
    return DecisionUndone(line=file.standing[-1].number if file.standing else 0, reason=reason)


def _declined(file: PairFile, reason: str) -> Entry:
    return SignatureRefused(proposal=file.awaiting.line if file.awaiting else 0, reason=reason)


def _taken(request: HttpRequest, filed: Taken, key: str, told: str) -> HttpResponse:
    if isinstance(filed, Refused):
        return page(request, key, refusal=_why(filed), status=409)
    messages.success(request, told)
    return redirect("matches:pair", key)


def _on(tab: Queue, after: str) -> HttpResponse:
    address = reverse("matches:pair", args=[after]) if after else reverse("matches:list")
    return redirect(f"{address}?tab={tab.value}")


def _key(file: PairFile) -> str:
    if file.filed is None:
        raise NotFound("pair", file.number)
    return pair_of(file.filed).key


def _why(refused: Refused) -> str:
    return say("matches.overtaken", by=refused.facts["by"]) if refused.code == "overtaken" else why(refused)


def _by(request: HttpRequest) -> str:
    return request.user.get_username()
