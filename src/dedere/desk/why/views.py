"""The page of one article in one case: why it was found so, and the smallest changes that would change it."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dedere.desk import clock
from dedere.desk.case.opened import identity, opened
from dedere.desk.case.standing import assessed
from dedere.desk.frame.errors import NotFound
from dedere.desk.frame.tags import day
from dedere.desk.officers import may
from dedere.desk.requirements.row import row, standing
from dedere.desk.wording import code, language, say
from dedere.docket.asked import casefile
from dedere.docket.case import Case
from dedere.docket.parts import Track
from dedere.law.assessment import ChargeAssessment, ClauseFinding
from dedere.law.counterfactual.find import Counterfactual, otherwise
from dedere.law.library import library
from dedere.law.speech import speech
from dedere.words import Finding


@may("read-cases")
def page(request: HttpRequest, number: str, instrument: str, clause: str) -> HttpResponse:
    """Explain one clause for one charge, the first where none is named."""
    case = opened(request, number, "why")
    track = case.track(request.GET.get("track", "")) or (case.tracks[-1] if case.tracks else None)
    if track is None:
        raise NotFound("article", f"{instrument} {clause}")
    on = clock.today(request)
    charges = assessed(case, track, on, explained=language()).charges
    charge = next((each for each in charges if each.id == request.GET.get("charge")), charges[0])
    found = _found(charge, instrument, clause)
    shown = {
        "case": case,
        "identity": identity(request, case),
        "track": track.id,
        "route": say("requirements.route", route=code("track", track.kind), on=day(on)),
        "charge": charge,
        "charges": [(each.id, each.title, each is charge) for each in charges if each.id],
        "standing": code("standing", charge.standing),
        "row": row(case, found, charge=charge.id),
        "otherwise": _told(charge, found, _otherwise(case, track, request, charge, found)),
    }
    return render(request, "why/page.html", shown)


def _found(charge: ChargeAssessment, instrument: str, clause: str) -> ClauseFinding:
    for each in charge.findings:
        if (each.citation.instrument, each.clause) == (instrument, clause):
            return each
    raise NotFound("article", f"{instrument} {clause}")


def _otherwise(
    case: Case, track: Track, request: HttpRequest, charge: ChargeAssessment, found: ClauseFinding
) -> Sequence[Counterfactual]:
    asked = casefile(case, track, clock.today(request))
    return otherwise(
        asked, library(), instrument=found.citation.instrument, clause=found.clause, charge=charge.id
    )


def _told(
    charge: ChargeAssessment, found: ClauseFinding, others: Sequence[Counterfactual]
) -> list[dict[str, object]]:
    """Group the changes by the finding they lead to, in the words of the clause's effect."""
    saying = speech(library(), language())
    groups: list[dict[str, object]] = []
    for finding in (Finding.MET, Finding.NOT_MET, Finding.NOT_IN_POINT):
        told = [each for each in others if each.finding is finding]
        if told:
            words, tone = standing(found.effect, finding, disputed=False)
            ways = [
                {
                    "changes": [
                        (saying.holds(change.literal), code("open", change.open_to), change.open_to)
                        for change in each.changes
                    ],
                    "standing": code("standing", each.standing) if each.standing != charge.standing else "",
                }
                for each in told
            ]
            groups.append({"words": words, "tone": tone, "ways": ways})
    return groups
