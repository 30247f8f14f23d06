"""The State that asks: its requests, its supplements, and the persons that it takes."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from dedere.clerk.exchange.telling import of_case, tell_all
from dedere.clerk.files import case
from dedere.clerk.filing import open_case
from dedere.docket.acts import Act
from dedere.docket.entries import DocumentFiled, RequestDrafted, RequestTransmitted, TrackOpened
from dedere.docket.stage import TrackKind
from dedere.gate.pair.acting import FIRST, act, demand, now, on_case, played, take_over_record
from dedere.registry.models import CaseRow

TRACK, TREATY = "request", "us-mx-1978"


def request(openings: Sequence[Sequence[Act]]) -> int:
    """Open a case for each person and send its request; return how many."""
    for each in openings:
        opened, *more = played(each)
        number = demand(open_case(opened, _route(), *more, by=FIRST, at=now())).case.number
        on_case(number, act("draft-request", RequestDrafted(), track=TRACK))
        on_case(number, act("transmit-request", RequestTransmitted(), track=TRACK))
    return len(openings)


def supplement() -> int:
    """Record what the other State did, file the papers that it asked for and tell it so; return how many."""
    numbers = _numbers()
    for number in numbers:
        take_over_record(number)
        paper = DocumentFiled(document="supplement", title="Complemento / Supplement", language="en")
        on_case(number, act("file-document", paper))
        with transaction.atomic():
            tell_all(of_case(case(number)), by=FIRST, at=now())
    return len(numbers)


def follow() -> int:
    """Record as ours what the other State recorded since; return how many entries."""
    return sum(take_over_record(number) for number in _numbers())


def _route() -> Act:
    opened = TrackOpened(track=TRACK, kind=TrackKind.TREATY_EXTRADITION.value, basis=TREATY)
    return act("open-track", opened)


def _numbers() -> list[str]:
    return list(CaseRow.objects.order_by("number").values_list("number", flat=True))
