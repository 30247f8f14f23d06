"""The events that sources speak of; one event, disagreements first; the same as a table."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from dedere.claims.reconcile import Outcome, Reconciled, reconciled
from dedere.claims.verbs import TOPICS
from dedere.clerk.events import answers, claims_of, event_file, event_files
from dedere.desk import clock
from dedere.desk.claims import table
from dedere.desk.claims.consequences import ways
from dedere.desk.claims.head import head
from dedere.desk.claims.matrix import COLUMNS, Matrix
from dedere.desk.exports.views import sent
from dedere.desk.frame.errors import NotFound
from dedere.desk.frame.record import reading
from dedere.desk.officers import may
from dedere.registry.published import named


@may("read-claims")
@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """Show the events, latest first, each with how many of its questions are contested."""
    files = [file for file in event_files() if file.event]
    every = reconciled(claims_of(files), [file.event for file in files if file.event])
    rows = [(file, [each for each in every if each.question.event == file.number]) for file in files]
    shown = [(file, len(raised), _contested(raised), head(raised)) for file, raised in rows]
    return render(request, "claims/list.html", {"rows": shown})


@may("read-claims")
@require_safe
def one(request: HttpRequest, event: str) -> HttpResponse:
    """Show one event with everything that was filed on it; raises NoSuchFile, which becomes *not found*."""
    file = event_file(event)
    if file.event is None:
        raise NotFound("event", event)
    reading(by=request.user.get_username(), stream=event, page="event", at=clock.now(request))
    raised = answers(file)
    verb = next((each for each in raised if each.question.attribute == "verb"), None)
    shown = {
        "file": file,
        "event": file.event,
        "head": head(raised),
        "matrix": Matrix(file.event, raised, named(_cited(raised))),
        "columns": COLUMNS,
        "contested": _contested(raised),
        "topics": TOPICS,
        "ways": ways(verb) if verb and verb.outcome is Outcome.CONTESTED else [],
    }
    return render(request, "claims/event.html", shown)


@may("read-claims")
@never_cache
@require_safe
def as_table(request: HttpRequest, event: str, suffix: str) -> HttpResponseBase:
    """Send every claim on an event as a table, with what comes of its question."""
    raised = answers(event_file(event))
    return sent(request, "claims", suffix, table.head(), [list(table.rows(raised, named(_cited(raised))))])


def _contested(raised: Sequence[Reconciled]) -> int:
    return sum(each.outcome is Outcome.CONTESTED for each in raised)


def _cited(raised: Sequence[Reconciled]) -> set[str]:
    told = (
        claim for each in raised for position in each.positions for claim in position.held + position.fitting
    )
    return {claim.source for claim in told if claim.source}
