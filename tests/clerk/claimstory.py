"""An event of which two newspapers tell, and a report of a third that disagrees with them."""

from __future__ import annotations

from dedere.clerk.events import FiledEvent, file_event, open_event
from dedere.docket.acts import Act
from dedere.docket.entries import ClaimConfirmed
from dedere.words import Source
from docket.eventplay import OPENED

import cast

TEXT = (
    "Mexico hands over prisoners\r\n\r\n"
    "Mexico extradited 14 prisoners to the United States on February 3, 2025.\r\n\r\n"
    "The Attorney General's Office said that 12 prisoners were transferred."
)


def told() -> str:
    """Open the event, file what the two newspapers say of it, and return its number."""
    opened = open_event(
        Act(code="open-event", entry=OPENED, occurred_at=cast.NOON), by=cast.ANA, at=cast.NOON
    )
    assert isinstance(opened, FiledEvent)
    papers = [
        Source(id=each, outlet=each, date="2025-02-04", language="en", tier="news", address="")
        for each in ("DAILY", "WEEKLY")
    ]
    acts = [
        Act(
            code="confirm-claim",
            entry=ClaimConfirmed(source=paper.id, attribute=attribute, value=value),
            occurred_at=cast.NOON,
            sources=(paper.id,),
        )
        for paper in papers
        for attribute, value in (("count", "12"), ("date", "2025-02-03"), ("verb", "transferred"))
    ]
    filed = file_event(opened.file.number, acts, by=cast.ANA, at=cast.NOON, listed=papers)
    assert isinstance(filed, FiledEvent), filed
    return filed.file.number
