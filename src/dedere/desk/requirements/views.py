"""The requirements of a case: for all charges together, or for one of them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dedere.desk import clock
from dedere.desk.case.opened import identity, opened
from dedere.desk.case.standing import assessed, undertakings
from dedere.desk.frame.citations import short
from dedere.desk.frame.tags import day
from dedere.desk.officers import allows, may, role_of
from dedere.desk.requirements.groups import grouped
from dedere.desk.wording import code, language, say
from dedere.docket.case import Case
from dedere.docket.parts import Track
from dedere.law.assessment import Assessment, ChargeAssessment


@may("read-cases")
def page(request: HttpRequest, number: str) -> HttpResponse:
    """Show every clause in point by group: what it says, how it stands, on what proof, who decides."""
    case = opened(request, number, "requirements")
    track = case.track(request.GET.get("track", "")) or (case.tracks[-1] if case.tracks else None)
    shown = {
        "case": case,
        "identity": identity(request, case),
        "may_file": allows(role_of(request.user), "file-acts"),
        "undertakings": undertakings(case),
        "read": _read(request, case, track) if track else None,
    }
    return render(request, "requirements/page.html", shown)


def _read(request: HttpRequest, case: Case, track: Track) -> dict[str, object]:
    on = clock.today(request)
    found = assessed(case, track, on, explained=language())
    charge = next((each for each in found.charges if each.id == request.GET.get("charge")), None)
    return {
        "route": say("requirements.route", route=code("track", track.kind), on=day(on)),
        "instruments": [(short(used.id), code("force", used.reason)) for used in found.instruments],
        "groups": grouped(case, found, charge),
        "charges": _charges(found, charge),
        "contradictions": _contradictions(found),
        "tracks": [(each.id, code("track", each.kind), each is track) for each in case.tracks],
        "track": track.id,
    }


def _contradictions(found: Assessment) -> list[str]:
    """Return the facts of which the file asserts otherwise than is computed, each once."""
    against = (each.fact for charge in found.charges for each in charge.computed if each.contradicts)
    return [code("fact", fact) for fact in dict.fromkeys(against)]


def _charges(found: Assessment, chosen: ChargeAssessment | None) -> list[tuple[str, str, str, bool]]:
    """Return the choices of reading: id, words, standing, whether it is the one shown."""
    named = [each for each in found.charges if each.id]
    return [
        (
            each.id,
            say("requirements.charge", id=each.id, title=each.title),
            code("standing", each.standing),
            each is chosen,
        )
        for each in named
    ]
