"""Whether an act is well formed, whatever file it is for: its entry, its officer, its zones, its content."""

from __future__ import annotations

from datetime import datetime

from dedere.docket.acts import Act
from dedere.docket.content import incomplete
from dedere.docket.entries import Entry
from dedere.words import Refused


def ill_filed(act: Act, records: type[Entry] | None, *, by: str, at: datetime) -> Refused | None:
    """Return why the act cannot be filed now, or None; ``records`` is None where its code is not known."""
    if records is None:
        return Refused(code="unknown-act", facts={"act": act.code})
    if (refused := ill_formed(act, records, by=by, at=at)) is not None:
        return refused
    return Refused(code="in-the-future", facts={"at": at.isoformat()}) if act.occurred_at > at else None


def ill_formed(act: Act, records: type[Entry], *, by: str, at: datetime) -> Refused | None:
    """Return why the act cannot be filed as it stands, or None; ``records`` is the entry that it leaves."""
    if type(act.entry) is not records:
        return Refused(code="wrong-entry", facts={"act": act.code, "entry": records.code})
    if not by.strip():
        return Refused(code="officer-missing")
    if at.utcoffset() is None or act.occurred_at.utcoffset() is None:
        return Refused(code="zone-missing")
    return incomplete(act.entry)
