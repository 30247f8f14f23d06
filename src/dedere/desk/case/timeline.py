"""The lines of a file as its readers see them: in words, with their sources, corrections and digests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from dedere.desk.acts.spoken import Spoken, spoken
from dedere.desk.wording import code
from dedere.docket.case import Case
from dedere.docket.entries import Charge, Corrected, Line, SignatureAwaited


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a later line says of this one."""

    number: int
    reason: str
    holds: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line in words.

    ``struck`` means that a correction took the line's effect away; it is shown all the same.
    ``late`` means that it was recorded on another day than it happened.
    """

    number: int
    what: str
    track: str
    details: list[Spoken]
    occurred_at: datetime
    recorded_at: datetime
    by: str
    second: str
    sources: tuple[str, ...]
    simulated: bool
    struck: bool
    corrections: tuple[Correction, ...]
    digest: str

    @property
    def late(self) -> bool:
        """Whether the line was recorded on another day than it happened."""
        return self.recorded_at.astimezone(self.occurred_at.tzinfo).date() != self.occurred_at.date()


def timeline(case: Case, digests: Mapping[int, str]) -> list[Row]:
    """Return the case's lines, newest first; ``digests`` maps a line's number to its digest."""
    charges = {charge.id: charge for charge in case.charges}
    many = len(case.tracks) > 1
    by_number = {line.number: line for line in case.lines}
    return [
        _row(
            line,
            charges,
            digests.get(line.number, ""),
            track=_track(case, line) if many else "",
            struck=line.number in case.struck,
            corrections=_corrections(by_number[number] for number in case.corrections.get(line.number, ())),
        )
        for line in sorted(case.lines, key=lambda line: line.number, reverse=True)
    ]


def plain_rows(lines: Iterable[Line], digests: Mapping[int, str]) -> list[Row]:
    """Return the lines of any file that knows no charges, newest first."""
    return [_row(line, {}, digests.get(line.number, "")) for line in reversed(tuple(lines))]


def _row(
    line: Line,
    charges: Mapping[str, Charge],
    digest: str,
    *,
    track: str = "",
    struck: bool = False,
    corrections: tuple[Correction, ...] = (),
) -> Row:
    return Row(
        number=line.number,
        what=_what(line),
        track=track,
        details=spoken(line.entry, charges),
        occurred_at=line.occurred_at,
        recorded_at=line.recorded_at,
        by=line.by,
        second=line.second,
        sources=line.sources,
        simulated=line.simulated,
        struck=struck,
        corrections=corrections,
        digest=digest,
    )


def _what(line: Line) -> str:
    words = code("entry", line.entry.code)
    if isinstance(line.entry, SignatureAwaited):
        return f"{words}: {code('act', line.entry.act)}"
    return words


def _track(case: Case, line: Line) -> str:
    track = case.track(line.track)
    return code("track", track.kind) if track else ""


def _corrections(lines: Iterable[Line]) -> tuple[Correction, ...]:
    spoken_of = ((line.number, line.entry) for line in lines)
    return tuple(
        Correction(number=number, reason=entry.reason, holds=entry.holds)
        for number, entry in spoken_of
        if isinstance(entry, Corrected)
    )
