"""Who can be surrendered, as the docket has it on a day: a statement on a case, never on a person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from dedere.clerk.network.firstday import FirstDay, first_day
from dedere.docket.asked import casefile
from dedere.docket.case import Case
from dedere.docket.clock import clocks
from dedere.docket.stage import Stage
from dedere.law.assess import assess
from dedere.law.assessment import ChargeAssessment, ClockReading
from dedere.law.library import library
from dedere.law.stands import STANDINGS, behind
from dedere.registry import worklists
from dedere.words import Citation

DAYS_OF_A_MONTH = 365.2425 / 12
_ENDED = frozenset({Stage.REFUSED, Stage.NOT_CERTIFIED, Stage.WITHDRAWN, Stage.LAPSED, Stage.CLOSED})


class Surrender(str, Enum):
    """Whether a person can be surrendered: ``LAWFUL`` are those on whom a plan may count."""

    BARRED = "barred"
    OPEN = "open"
    NO_BAR = "no-bar"
    ENDED = "request-ended"
    HANDED_OVER = "handed-over"
    NOT_HERE = "not-in-our-docket"


LAWFUL = frozenset({Surrender.OPEN, Surrender.NO_BAR})
# How a charge stands in the law room, and what that is for a surrender on it.
_OF_STANDING = {
    "barred": Surrender.BARRED,
    "stayed": Surrender.BARRED,
    "lacking": Surrender.OPEN,
    "unknown": Surrender.OPEN,
    "discretion": Surrender.OPEN,
    "clear": Surrender.NO_BAR,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How one case stands for a surrender.

    Attributes:
        standing: how its best charge stands in law (``barred stayed lacking unknown discretion clear``);
            empty where that no longer matters.
        citation: the finding by which it stands so; None where none alone does.
        months: until the last of its running clocks runs out; None where none runs: not known, not nought.
        on: the day of the handover, where it took place.
        first: the first day on which the law lets the person go; None where the request is over.
    """

    surrender: Surrender
    standing: str = ""
    citation: Citation | None = None
    months: float | None = None
    on: date | None = None
    first: FirstDay | None = None

    @property
    def held_by(self) -> Citation | None:
        """What holds the person back: of the first day, else of the finding."""
        return (self.first and self.first.citation) or self.citation


NOT_HERE = Standing(surrender=Surrender.NOT_HERE)


def standings(numbers: Iterable[str], on: date) -> dict[str, Standing]:
    """Return how these cases stand on a day, by number; a number that has no case is left out."""
    found = worklists.cases_of(sorted(set(numbers) - {""}))
    return {number: standing_of(case, on) for number, case in found.items()}


def standing_of(case: Case, on: date) -> Standing:
    """Return how one case stands: by its latest route, and there by the charge that stands best."""
    over = next((track.surrendered_at for track in case.tracks if track.surrendered_at), None)
    if over is not None:
        return Standing(surrender=Surrender.HANDED_OVER, on=over.date())
    if case.closed or not case.tracks or case.tracks[-1].stage in _ENDED:
        return Standing(surrender=Surrender.ENDED)
    track, readings = case.tracks[-1], clocks(case, library(), on)
    assessed = assess(casefile(case, track, on), library())
    best = max(assessed.charges, key=lambda charge: STANDINGS.index(charge.standing))
    return Standing(
        surrender=_OF_STANDING[best.standing],
        standing=best.standing,
        citation=_citation(best),
        months=_months(readings, on),
        first=first_day(case, track, best, clocks(case, library(), on, track.id), on),
    )


def _citation(charge: ChargeAssessment) -> Citation | None:
    found = behind(charge)
    return found[0].citation if found else None


def _months(readings: Iterable[ClockReading], on: date) -> float | None:
    due = [reading.due for reading in readings if reading.state == "running" and reading.due]
    return (max(due) - on).days / DAYS_OF_A_MONTH if due else None
