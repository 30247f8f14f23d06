"""What a folder of events and claims leaves standing, its own handovers among the sources."""

from __future__ import annotations

from pathlib import Path

from dedere.claims.compare import Known
from dedere.claims.folder import has_claims, read_claims
from dedere.claims.recorded import of_events
from dedere.claims.recordedfile import records


def stands(folder: Path) -> Known:
    """Read a folder; one that tells of no events leaves nothing standing. Raises as its readers do."""
    if not has_claims(folder):
        return Known((), ())
    told = read_claims(folder)
    return Known(told.events, (*told.claims, *of_events(told.events, records(folder))))
