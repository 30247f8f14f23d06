"""Accords on file, and what is said of them."""

from __future__ import annotations

from datetime import date

from dedere.accords.accord import Accord
from dedere.clerk.accords import FiledAccord, file_accord, record_accord
from dedere.docket.acts import Act
from dedere.docket.entries import AccordRecorded, PositionPublished, PositionStated
from dedere.words import Refused
from promised import TODAY, accord

import cast


def recorded(told: Accord | None = None) -> FiledAccord:
    told = told or accord()
    act = Act(code=f"record-{told.kind}", entry=AccordRecorded(accord=told), occurred_at=cast.NOON)
    filed = record_accord(act, by=cast.ANA, at=cast.NOON)
    assert isinstance(filed, FiledAccord), filed
    return filed


def says(
    number: str, position: str, side: str = "MX", *, seen: int | None = None, on: date = TODAY
) -> FiledAccord | Refused:
    """Say it for Mexico, whose officers file here, or record what the other State published."""
    ours = side == "MX"
    entry = (PositionStated if ours else PositionPublished)(side=side, position=position, on=on)
    code = "state-position" if ours else "record-published-position"
    act = Act(code=code, entry=entry, occurred_at=cast.NOON, sources=() if ours else ("S-1",))
    return file_accord(number, act, by=cast.ANA, at=cast.NOON, seen=seen)
