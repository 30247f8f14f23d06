"""The file of one event: what it is, and every claim that stands on it, folded from its lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dedere.claims.claim import Bound, SentenceKind
from dedere.claims.said import Event, Said
from dedere.docket.entries import (
    ClaimConfirmed,
    ClaimCorrected,
    ClaimWithdrawn,
    EventOpened,
    Line,
    SourceCorrected,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFile:
    """The state of an event after its lines; ``claims`` are those that stand, by their lines' numbers.

    What a source took back stands beside what it says now, which names it: both were said.
    """

    number: str
    version: int = 0
    event: Event | None = None
    claims: tuple[Said, ...] = ()
    lines: tuple[Line, ...] = ()

    def claim(self, line: int) -> Said | None:
        """Return the claim that the line left and that still stands, or None."""
        return next((each for each in self.claims if each.id == str(line)), None)

    @property
    def simulated(self) -> bool:
        """Whether any of its acts was filed in a demonstration."""
        return any(line.simulated for line in self.lines)

    def after(self, line: Line) -> EventFile:
        """Return the file with one more line; total, so that any journal can be read."""
        kept = replace(self, version=line.number, lines=(*self.lines, line))
        match line.entry:
            case EventOpened() as opened:
                return replace(kept, event=_event(self.number, opened))
            case ClaimConfirmed() as confirmed:
                return replace(kept, claims=(*self.claims, _said(self.number, line, confirmed)))
            case ClaimCorrected() as corrected:
                return replace(kept, claims=tuple(_mended(each, corrected) for each in self.claims))
            case ClaimWithdrawn(line=gone):
                return replace(kept, claims=tuple(each for each in self.claims if each.id != str(gone)))
            case SourceCorrected() as taken_back:
                return replace(kept, claims=(*self.claims, *_anew(self, line, taken_back)))
            case _:
                return kept


def fold_event(number: str, lines: Iterable[Line]) -> EventFile:
    """Fold the file of an event from its lines."""
    file = EventFile(number=number)
    for line in lines:
        file = file.after(line)
    return file


def _event(number: str, opened: EventOpened) -> Event:
    return Event(
        id=number,
        on=opened.on,
        giving=opened.giving,
        receiving=opened.receiving,
        title_en=opened.title_en,
        title_es=opened.title_es,
        handover=opened.handover,
    )


def _said(number: str, line: Line, told: ClaimConfirmed) -> Said:
    return Said(
        id=str(line.number),
        event=number,
        attribute=told.attribute,
        value=told.value,
        about=told.about,
        bound=Bound(told.bound),
        negated=told.negated,
        kind=SentenceKind(told.kind),
        words=told.words,
        source=told.source,
        speaker=told.speaker,
        party=told.party,
        start=told.start,
        end=told.end,
    )


def _mended(claim: Said, told: ClaimCorrected) -> Said:
    if claim.id != str(told.line):
        return claim
    return replace(claim, value=told.value, bound=Bound(told.bound), negated=told.negated)


def _anew(file: EventFile, line: Line, told: SourceCorrected) -> Iterable[Said]:
    earlier = file.claim(told.line)
    if earlier is not None:
        yield replace(
            earlier,
            id=str(line.number),
            value=told.value,
            bound=Bound(told.bound),
            negated=told.negated,
            words=told.words,
            source=told.source,
            corrects=earlier.id,
            start=0,
            end=0,
        )
