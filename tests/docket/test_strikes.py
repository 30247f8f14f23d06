"""To strike a line takes two officers: a stay that one recorded is not one officer's to unmake."""

from __future__ import annotations

from datetime import timedelta

from dedere.docket.acts import Act
from dedere.docket.case import fold
from dedere.docket.decide import countersign, decide
from dedere.docket.entries import CaseOpened, Corrected, Line, SignatureAwaited, StayOrdered, TrackOpened

import cast


def stayed() -> tuple[Line, ...]:
    entries = (
        CaseOpened(person=cast.TEODORO, requesting="US", requested="MX"),
        TrackOpened(track="1", kind="treaty-extradition", basis="us-mx-1978"),
        StayOrdered(stay="s1", court="juzgado de prueba"),
    )
    return tuple(
        Line(
            number=n, entry=e, occurred_at=cast.NOON, recorded_at=cast.NOON, by=cast.ANA, track="1" * (n > 1)
        )
        for n, e in enumerate(entries, 1)
    )


def test_striking_a_stay_awaits_a_second_officer_and_the_stay_stands_until_then() -> None:
    case, at = fold("MX-2025-0001", stayed()), cast.NOON + timedelta(hours=1)
    strike = Act(code="correct", entry=Corrected(line=3, reason="otro expediente"), occurred_at=at)
    lines = decide(case, strike, by=cast.ANA, at=at)
    assert isinstance(lines, tuple)
    assert isinstance(lines[0].entry, SignatureAwaited)
    waiting = case.after(lines[0])
    assert [stay.id for stay in waiting.standing_stays] == ["s1"]
    assert not countersign(waiting, lines[0].number, by=cast.ANA, at=at)
    signed = countersign(waiting, lines[0].number, by=cast.BRUNO, at=at)
    assert isinstance(signed, tuple)
    assert not waiting.after(signed[0]).standing_stays
