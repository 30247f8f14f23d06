"""How a rehearsal files: two officers, now, each act marked simulated; a refusal ends it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from django.utils import timezone

from dedere.clerk.deciding import Filed
from dedere.clerk.exchange import comparing
from dedere.clerk.filing import file, sign
from dedere.clerk.handovers import FiledHandover, file_handover, sign_handover
from dedere.docket.acts import Act
from dedere.docket.entries import Entry, SignatureAwaited
from dedere.words import Refused

FIRST, SECOND = "ana", "bruno"  # the demonstration's officers, in both installations
T = TypeVar("T")


class Interrupted(Exception):
    """The rehearsal came to something that a desk refuses."""


def now() -> datetime:
    """Return the instant on this machine's clock."""
    return timezone.now()


def demand(filed: T | Refused) -> T:
    """Return what was filed; raises Interrupted where it was refused."""
    if isinstance(filed, Refused):
        raise Interrupted(f"{filed.code} {dict(filed.facts)}")
    return filed


def act(code: str, entry: Entry, *, track: str = "", sources: tuple[str, ...] = ()) -> Act:
    """Return a simulated act of this instant."""
    return Act(code=code, entry=entry, occurred_at=now(), track=track, sources=sources, simulated=True)


def played(acts: Sequence[Act]) -> list[Act]:
    """Return acts of another day as the rehearsal plays them: now, and simulated."""
    return [replace(each, occurred_at=now(), simulated=True) for each in acts]


def on_case(number: str, the_act: Act) -> Filed:
    """File an act on a case, and have it signed where it awaits a second officer."""
    return _signed(demand(file(number, the_act, by=FIRST, at=now())))


def on_handover(id: str, the_act: Act, *, by: str = FIRST) -> FiledHandover:
    """File an act on a handover, and have it signed where it awaits a second officer."""
    filed = demand(file_handover(id, the_act, by=by, at=now()))
    if isinstance(filed.lines[-1].entry, SignatureAwaited):
        return demand(sign_handover(id, filed.lines[-1].number, by=SECOND, at=now()))
    return filed


def take_over_record(number: str) -> int:
    """Record as ours each thing that the other State's record has and ours lacks; return how many.

    Each is an ordinary act, its letter the source; one of legal effect is signed by the second officer.
    """
    offers = [each for each in comparing.both_records(number).offers if each.act is not None]
    for offer in offers:
        _signed(demand(comparing.accept(number, offer.letter, offer.line.number, by=FIRST, at=now())))
    return len(offers)


def _signed(filed: Filed) -> Filed:
    if isinstance(filed.lines[-1].entry, SignatureAwaited):
        return demand(sign(filed.case.number, filed.lines[-1].number, by=SECOND, at=now()))
    return filed
