"""The list of handovers, and the board of one."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dedere import clerk
from dedere.desk import clock
from dedere.desk.case.timeline import plain_rows
from dedere.desk.frame.record import reading
from dedere.desk.handover.board import columns, readiness, rows, tally
from dedere.desk.handover.law import law_of, promises, stays
from dedere.desk.handover.places import places
from dedere.desk.officers import allows, may, role_of
from dedere.desk.wording import code
from dedere.docket.handover import Handover, allowed_on
from dedere.registry.lists.handovers import every
from dedere.registry.lists.proofs import digests

# Changes of the plan, in the order in which a plan is made; the custody leg has its own pages.
CHANGES = (
    "list-person",
    "strike-person",
    "plan-leg",
    "assign-seat",
    "rule-separation",
    "change-plan",
    "lock-handover",
    "correct-handover",
)


@may("read-handovers")
def listed(request: HttpRequest) -> HttpResponse:
    """Show every handover, the latest day first."""
    return render(request, "handover/list.html", {"rows": every()})


@may("read-handovers")
def board(request: HttpRequest, id: str) -> HttpResponse:
    """Show persons against gates, under what law they go, and what is missing."""
    handover = clerk.handover(id)
    reading(by=request.user.get_username(), stream=id, page="board", at=clock.now(request))
    cases = clerk.cases(person.case for person in handover.active)
    role = role_of(request.user)
    shown_rows, given = rows(handover, cases), promises(handover, cases)
    shown = {
        "handover": handover,
        "rows": shown_rows,
        "columns": columns(handover, fills=allows(role, "plan-handovers")),
        "readiness": readiness(handover, tally(shown_rows)),
        "law": law_of(handover),
        "promises": given,
        "promised": {
            "by_the_day": sum(not each.after for each in given),
            "later": sum(each.after for each in given),
        },
        "stays": stays(handover, cases),
        "places": places(handover),
        "changes": _changes(handover) if allows(role, "plan-handovers") else [],
        "reads_cases": allows(role, "read-cases"),
        "lines": plain_rows(handover.lines, digests(id)),
        "planned": handover.lines[0],
    }
    return render(request, "handover/board.html", shown)


def _changes(handover: Handover) -> list[tuple[str, str]]:
    """Return the changes of plan that the handover permits as it stands; those of a person need one."""
    open_now = {rule.code for rule in allowed_on(handover, {})}
    for person in handover.active:
        open_now |= {rule.code for rule in allowed_on(handover, {}, case=person.case)}
    return [(each, code("act", each)) for each in CHANGES if each in open_now]
