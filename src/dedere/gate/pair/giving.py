"""The State that gives: it plans the handover, gives each person, and files what the other side signed."""

from __future__ import annotations

from dedere.clerk.exchange import comparing, said
from dedere.clerk.files import cases
from dedere.clerk.handovers import handover, plan_handover
from dedere.docket.entries import HandoverPlanned, LegPlanned, PersonListed
from dedere.docket.entries.handover import Checked, GivenOver, GoDecided, Identified
from dedere.docket.handover import gaps
from dedere.docket.sort import Sort, sort_of
from dedere.docket.stage import TrackKind
from dedere.gate.pair.acting import FIRST, SECOND, act, demand, now, on_handover
from dedere.registry.exchange import inbox
from dedere.registry.models import CaseRow, HandoverRow

LEG, PLACE, OFFICER = "1", "AIFA (Santa Lucía)", "Carla"


def plan() -> int:
    """Plan one handover of everyone on file, with one leg, and make ready; return how many persons."""
    planned = HandoverPlanned(
        title="Ensayo / Rehearsal",
        on=now().date(),
        giving="MX",
        receiving="US",
        basis=TrackKind.NATIONAL_SECURITY_TRANSFER.value,
        place=PLACE,
    )
    id = demand(plan_handover(act("plan-handover", planned), by=FIRST, at=now())).handover.id
    flight = LegPlanned(leg=LEG, carrier="FAM", origin="MMSM", destination="KJFK")
    on_handover(id, act("plan-leg", flight))
    for number, person in CaseRow.objects.order_by("number").values_list("number", "person"):
        on_handover(id, act("list-person", PersonListed(case=number, person=person, leg=LEG)))
    return make_ready(id)


def make_ready(id: str) -> int:
    """Decide to go by two officers, each gap accepted by name; identify and check everyone."""
    people = handover(id).active
    open_gaps = gaps(handover(id), cases(each.case for each in people))
    on_handover(id, act("decide-go", GoDecided(go=True, accepted=open_gaps, reason="ensayo / rehearsal")))
    for each in people:
        identified = Identified(case=each.case, leg=each.leg, how="huellas / fingerprints")
        on_handover(id, act("identify-person", identified))
        on_handover(id, act("check-person", Checked(case=each.case, leg=each.leg)))
    return len(people)


def give() -> int:
    """Give everyone over to the receiving State; return how many."""
    people = handover(only()).active
    for each in people:
        given = GivenOver(case=each.case, leg=LEG, place=PLACE, officer=OFFICER)
        on_handover(only(), act("give-over", given))
    return len(people)


def countersign() -> int:
    """File each taking over that the receiving State signed, its letter as the source; return how many."""
    link()
    signed = comparing.signed_by_them(only())
    for each in signed:
        demand(comparing.accept_step(only(), each.letter, each.line.number, by=SECOND, at=now()))
    return len(signed)


def link() -> None:
    """Say that the handover of which letters wait is ours."""
    for row in inbox.waiting():
        if sort_of(row.their_case) is Sort.HANDOVER and not inbox.link(row.state, row.their_case):
            demand(said.link(row.state, row.their_case, only(), by=FIRST, at=now()))


def only() -> str:
    """Return the number of the one handover of the rehearsal."""
    return str(HandoverRow.objects.values_list("id", flat=True).get())
