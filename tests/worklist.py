"""Rows of the worklists for pages whose point is the page: invented people, no journal behind them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from dedere.registry.models import CaseRow, ClockRow, HandoverRow, ProposalRow, WordRow
from dedere.registry.words import words_of

import cast

TODAY = date(2025, 1, 15)


def a_case(
    ordinal: int,
    person: str = cast.TEODORO,
    *,
    due: date | None = None,
    changed_at: datetime = cast.NOON,
    **said: object,
) -> CaseRow:
    """Store a case's row, its words, and a clock of sixty days where ``due`` is given."""
    number = f"MX-2025-{ordinal:04d}"
    usual = {
        "position": ordinal,
        "version": 2,
        "person": person,
        "name_standing": "established",
        "requesting": "US",
        "requested": "MX",
        "track": "treaty-extradition",
        "stage": "arrested",
        "waiting_on": "MX",
        "charges": 1,
        "stays": 0,
        "undertakings": 0,
        "provisional": due is not None,
        "stayed": False,
        "unassured": True,
        "closed": False,
        "simulated": False,
        "opened_at": cast.NOON,
        "rule": "provisional-arrest" if due else "",
        "article": "11(3)" if due else "",
    }
    row = CaseRow.objects.create(number=number, due=due, changed_at=changed_at, **{**usual, **said})
    for word in words_of((person, number, row.other_number)):
        WordRow.objects.create(case=row, word=word)
    if due:
        _a_clock(row, due)
    return row


def a_proposal(case: CaseRow) -> ProposalRow:
    """Store an act that awaits a signature."""
    return ProposalRow.objects.create(
        key=f"{case.number}/3", case=case, line=3, act="grant-extradition", by=cast.ANA, at=cast.NOON
    )


def a_handover(
    ordinal: int = 1, *, on: date = TODAY + timedelta(days=1), locked: bool = False
) -> HandoverRow:
    """Store a handover's row."""
    return HandoverRow.objects.create(
        id=f"H-2025-{ordinal:04d}",
        position=1000 + ordinal,
        version=1,
        title="Entrega de seis personas",
        on=on,
        place="Hangar de prueba",
        giving="MX",
        receiving="US",
        basis="Tratado",
        state="planned",
        persons=6,
        gaps=3,
        incomplete=2,
        taken=0,
        locked=locked,
        simulated=False,
    )


def _a_clock(case: CaseRow, due: date) -> None:
    ClockRow.objects.create(
        key=f"{case.number}/1",
        case=case,
        rule="provisional-arrest",
        instrument="us-mx-1978",
        article="11(3)",
        unit="days",
        of=60,
        state="running",
        live=True,
        start=due - timedelta(days=60),
        due=due,
        started_by="provisionally-arrested",
        expiry="released-at-once",
        decider="executive",
    )
