"""What the docket answers to each question of the return, exactly; a cell that cannot be filled says why.

These figures are for the addressee and not for the public: nothing in them is hidden.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import fmean

from dedere.tally.route import Counted, Route
from dedere.tally.yearly.question import Question, questionnaire

EXTRADITION = frozenset({"treaty-extradition", "simplified-extradition"})
SIDES = {"requesting": "made", "requested": "received"}  # as whom a State answers: the direction counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One cell of the return.

    Attributes:
        value: the count, or the mean; None where the cell is missing.
        parts: the count by ground or by route, where it is asked so.
        missing: why there is no value, as a code; empty where there is one.
        of, without: on how many persons a mean rests, and how many lacked one of the two days.
    """

    value: float | None = None
    parts: Mapping[str, int] = field(default_factory=dict)
    missing: str = ""
    of: int = 0
    without: int = 0


def answers(counted: Counted, year: int) -> tuple[tuple[Question, Answer], ...]:
    """Answer every question for one year, in the order of the questionnaire."""
    return tuple((each, _answer(each, counted.routes, str(year))) for each in questionnaire().questions)


def _answer(question: Question, routes: Sequence[Route], year: str) -> Answer:
    if question.missing:
        return Answer(missing=question.missing)
    side = [route for route in routes if route.direction == SIDES[question.side]]
    return MEASURES[question.measure](side, year)


def _asked(routes: Sequence[Route]) -> list[Route]:
    return [route for route in routes if route.track in EXTRADITION]


def _opened(routes: Sequence[Route], year: str) -> Answer:
    return Answer(value=sum(route.opened == year for route in _asked(routes)))


def _arrested(routes: Sequence[Route], year: str) -> Answer:
    return Answer(value=sum(route.arrested == year for route in _asked(routes)))


def _handed_over(routes: Sequence[Route], year: str) -> Answer:
    return Answer(value=sum(route.handed_over == year for route in _asked(routes)))


def _consenting(routes: Sequence[Route], year: str) -> Answer:
    return _handed_over([route for route in routes if route.consent == "given"], year)


def _refused(routes: Sequence[Route], year: str) -> Answer:
    found = [route.ground for route in _asked(routes) if route.ground and route.decided == year]
    return Answer(value=len(found), parts=dict(sorted(Counter(found).items())))


def _otherwise(routes: Sequence[Route], year: str) -> Answer:
    found = [route.track for route in routes if route.track not in EXTRADITION and route.handed_over == year]
    return Answer(value=len(found), parts=dict(sorted(Counter(found).items())))


def _days_held(consent: str) -> Callable[[Sequence[Route], str], Answer]:
    def measure(routes: Sequence[Route], year: str) -> Answer:
        decided = [route for route in _asked(routes) if route.decided == year and route.consent == consent]
        days = [route.days_held for route in decided if route.days_held is not None]
        if not days:
            missing = "no-day-on-file" if decided else "nobody-decided"
            return Answer(missing=missing, without=len(decided))
        return Answer(value=fmean(days), of=len(days), without=len(decided) - len(days))

    return measure


MEASURES: Mapping[str, Callable[[Sequence[Route], str], Answer]] = {
    "opened": _opened,
    "arrested": _arrested,
    "handed-over": _handed_over,
    "handed-over-consenting": _consenting,
    "handed-over-otherwise": _otherwise,
    "refused-by-ground": _refused,
    "days-held-consenting": _days_held("given"),
    "days-held-not-consenting": _days_held("not-given"),
}
