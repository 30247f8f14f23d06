"""The first day on which the law lets a person go, where it can be known: never a guess."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from dedere.docket.acts import guards
from dedere.docket.case import Case
from dedere.docket.parts import Track
from dedere.law.assessment import ChargeAssessment, ClockReading, Effect
from dedere.words import Citation, Finding

# A clock that must run out before surrender can follow (LEI 33), by what its running out does.
HOLDS_BACK = "surrender-follows"
_GUARDS = (guards.in_reach, guards.no_covering_stay, guards.remedies_over)


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstDay:
    """From when on a person may go, a code of the group ``first-day`` for why, and the article.

    ``on`` is None where no day can be known: a stay, a bar, a remedy or a deferral ends when somebody
    decides. A case that is open counts from the day on which it is looked at: no clock stands before it.
    """

    why: str
    on: date | None
    citation: Citation | None = None


def first_day(
    case: Case, track: Track, charge: ChargeAssessment, clocks: Iterable[ClockReading], on: date
) -> FirstDay:
    """Return the first day as a track of a case stands, by the charge that stands best."""
    if charge.standing in ("barred", "stayed"):
        return FirstDay(why="stay-in-force" if charge.standing == "stayed" else "bar-stands", on=None)
    if track.deferred:
        return FirstDay(why="deferred", on=None, citation=_deferral(charge))
    clock = next((clock for clock in clocks if clock.expiry == HOLDS_BACK), None)
    refused = next((found for guard in _GUARDS if (found := guard(case, track)) is not None), None)
    if refused is not None:
        return FirstDay(why=refused.code, on=None, citation=clock.citation if clock else None)
    if clock and clock.state in ("running", "paused", "not-covered"):
        known = clock.due if clock.state == "running" else None
        day = known + timedelta(days=1) if known else None
        return FirstDay(why="clock-runs" if day else "clock-stands-still", on=day, citation=clock.citation)
    return FirstDay(why="no-bar" if charge.standing == "clear" else "open", on=on)


def _deferral(charge: ChargeAssessment) -> Citation | None:
    met = (each for each in charge.findings if each.effect is Effect.DEFERRAL)
    return next((each.citation for each in met if each.finding is Finding.MET), None)
