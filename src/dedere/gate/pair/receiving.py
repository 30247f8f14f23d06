"""The State that takes: it keeps a handover of its own beside the other's, and signs for each person."""

from __future__ import annotations

from dataclasses import replace

from dedere.clerk.exchange import comparing
from dedere.clerk.handovers import plan_handover
from dedere.docket.entries import GivenOver, HandoverPlanned, LegPlanned, Line, PersonListed, TakenOver
from dedere.docket.exchange import message
from dedere.gate.pair.acting import FIRST, SECOND, act, demand, now, on_handover
from dedere.gate.pair.giving import link, make_ready, only
from dedere.registry.exchange import inbox

OFFICER = "Dolores"


def expect() -> int:
    """Plan, as the letters tell it, the handover that the other State plans; return how many persons."""
    for line in _waiting():
        _plan(line)
    link()
    return make_ready(only())


def take() -> int:
    """Record who was given, and sign for each: the second signature of the leg; return how many."""
    given = comparing.signed_by_them(only())
    for each in given:
        filed = demand(comparing.accept_step(only(), each.letter, each.line.number, by=FIRST, at=now()))
        entry = filed.lines[-1].entry
        assert isinstance(entry, GivenOver)  # noqa: S101  (told to mypy: the giving State signed nothing else)
        taken = TakenOver(case=entry.case, leg=entry.leg, place=entry.place, officer=OFFICER)
        on_handover(only(), act("take-over", taken), by=SECOND)
    return len(given)


def _waiting() -> list[Line]:
    return [
        line for row in inbox.waiting() for line in message.read(inbox.message(row.key)).read_lines(row.state)
    ]


def _plan(line: Line) -> None:
    match line.entry:
        case HandoverPlanned():
            demand(plan_handover(act("plan-handover", line.entry), by=FIRST, at=now()))
        case LegPlanned():
            on_handover(only(), act("plan-leg", line.entry))
        case PersonListed(case=theirs):
            listed = replace(line.entry, case=inbox.link("MX", theirs))
            on_handover(only(), act("list-person", listed))
        case _:
            pass
