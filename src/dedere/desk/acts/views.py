"""Recording an act: the list of what may happen, and one form for what did."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render

from dedere import clerk
from dedere.clerk import Filed
from dedere.desk import clock
from dedere.desk.acts import drafts
from dedere.desk.acts.effect import effect_of
from dedere.desk.acts.forms import ActForm, DraftForm
from dedere.desk.acts.given import fixed, named
from dedere.desk.acts.overtaken import overtaken
from dedere.desk.acts.refusals import why
from dedere.desk.acts.shown import ELSEWHERE, offered, withheld
from dedere.desk.case.opened import identity, opened
from dedere.desk.frame.errors import NotFound
from dedere.desk.officers import allows, may, role_of
from dedere.desk.wording import code as words_for
from dedere.desk.wording import say
from dedere.docket.acts import Rule, rules_of
from dedere.docket.case import Case
from dedere.docket.entries import SignatureAwaited
from dedere.docket.permit import find
from dedere.law.library import library
from dedere.words import Refused


@may("read-cases")
def listed(request: HttpRequest, number: str) -> HttpResponse:
    """Show the acts that may be recorded now, what awaits a signature, and why the rest may not."""
    case = opened(request, number, "acts")
    shown = {
        "case": case,
        "identity": identity(request, case),
        "families": offered(case),
        "others": withheld(case),
        "proposals": [(each.line, words_for("act", each.act), each.by) for each in case.proposals],
        "drafts": _drafts(request, number),
        "may_file": allows(role_of(request.user), "file-acts"),
    }
    return render(request, "acts/list.html", shown)


@may("file-acts")
def record(request: HttpRequest, number: str, code: str) -> HttpResponse:
    """Show the act's form; send it to see the effect, to keep a draft, or to record."""
    case = opened(request, number, code)
    rule = _rule(case, code)
    if code == "establish-fact" and request.GET.get("fact") not in library().facts:
        return _which_fact(request, case)
    if request.method != "POST":
        return _page(request, case, _form(request, case, rule))
    return _STEPS.get(request.POST.get("step", ""), _record)(request, case, rule)


def _drafts(request: HttpRequest, number: str) -> list[tuple[str, str, datetime]]:
    kept = drafts.of_file(drafts.owner(request), number)
    return [(each.act, words_for("act", each.act), each.saved_at) for each in kept]


def _rule(case: Case, code: str) -> Rule:
    """Return the row of the act that fits the case, or its first row where none does now."""
    rows = rules_of(code)
    if not rows or rows[0].by_handover or code in ELSEWHERE:
        raise NotFound("act", code)
    tracks = [track.id for track in reversed(case.tracks)] or [""]
    found = (find(case, code, track) for track in tracks)
    return next((each[0] for each in found if not isinstance(each, Refused)), rows[0])


def _form(request: HttpRequest, case: Case, rule: Rule, data: QueryDict | None = None) -> ActForm:
    given: dict[str, Any] = {"now": clock.now(request), "fixed": fixed(rule.code, case, request.GET)}
    if data is not None:
        return ActForm(rule, case, data=data, **given)
    if draft := drafts.find(drafts.owner(request), case.number, rule.code):
        return DraftForm(rule, case, data=drafts.written(draft, seen=case.version), **given)
    return ActForm(rule, case, initial=named(rule.code, case, request.GET), **given)


def _page(
    request: HttpRequest, case: Case, form: ActForm, *, status: int = 200, **more: object
) -> HttpResponse:
    refused = find(case, form.rule.code, case.tracks[-1].id if case.tracks and form.rule.on_track else "")
    closed = why(refused) if isinstance(refused, Refused) and not form.tracks else ""
    shown = {
        "case": case,
        "form": form,
        "rule": form.rule,
        "draft": drafts.find(drafts.owner(request), case.number, form.rule.code),
        "closed": closed,
        "effect": [],
        "refusal": "",
        "overtaken": None,
    }
    return render(request, "acts/record.html", {**shown, **more}, status=status)


def _record(request: HttpRequest, case: Case, rule: Rule) -> HttpResponse:
    form = _form(request, case, rule, request.POST)
    if not form.is_valid():
        return _page(request, case, form, status=422)
    filed = clerk.file(
        case.number,
        form.act(simulated=clock.simulated()),
        by=request.user.get_username(),
        at=clock.now(request),
        seen=form.cleaned_data["seen"],
    )
    if isinstance(filed, Filed):
        return _done(request, case, rule, filed)
    if filed.code == "overtaken":
        return _overtaken(request, case, rule, filed)
    return _page(request, case, form, refusal=why(filed), status=409)


def _done(request: HttpRequest, case: Case, rule: Rule, filed: Filed) -> HttpResponse:
    drafts.drop(drafts.owner(request), case.number, rule.code)
    waiting = any(isinstance(line.entry, SignatureAwaited) for line in filed.lines)
    key = "acts.filed-proposal" if waiting else "acts.filed"
    messages.success(request, say(key, act=words_for("act", rule.code)))
    return redirect("case:summary", case.number)


def _overtaken(request: HttpRequest, case: Case, rule: Rule, refused: Refused) -> HttpResponse:
    """Show both sides; the form comes back on the version that the officer has now seen."""
    again = request.POST.copy()
    again["seen"] = str(case.version)
    fresh = _form(request, case, rule, again)
    shown = {"refusal": why(refused), "overtaken": overtaken(case, refused)}
    return _page(request, case, fresh, status=409, **shown)


def _effect(request: HttpRequest, case: Case, rule: Rule) -> HttpResponse:
    form = _form(request, case, rule, request.POST)
    return _page(request, case, form, effect=effect_of(request, form))


def _keep(request: HttpRequest, case: Case, rule: Rule) -> HttpResponse:
    drafts.keep(drafts.owner(request), case.number, rule.code, request.POST, at=clock.now(request))
    messages.info(request, say("acts.draft-saved"))
    return redirect(request.get_full_path())


def _discard(request: HttpRequest, case: Case, rule: Rule) -> HttpResponse:
    drafts.drop(drafts.owner(request), case.number, rule.code)
    messages.info(request, say("acts.draft-discarded"))
    return redirect("acts:list", case.number)


_STEPS = {"effect": _effect, "draft": _keep, "discard": _discard}


def _which_fact(request: HttpRequest, case: Case) -> HttpResponse:
    facts = sorted(
        ((name, words_for("fact", name)) for name in library().facts), key=lambda row: row[1].casefold()
    )
    return render(request, "acts/which_fact.html", {"case": case, "facts": facts})
