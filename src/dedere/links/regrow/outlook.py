"""What a model says of what comes after: scenarios side by side, no figure without its interval."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dedere.links.regrow.study import Study

Floats = NDArray[np.float64]
INTERVAL = 0.9
_ENDS = (5, 50, 95)  # per cent
_CHANCE = 2  # standard errors of a correlation of what has nothing to do with each other


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """The median of a figure over the draws, and the 90 % of them in the middle."""

    low: float
    median: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A figure over time, with its interval at each of ``weeks`` (t,)."""

    weeks: tuple[float, ...]
    intervals: tuple[Interval, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Driver:
    """How an assumption moves a figure over the draws: the correlation of their ranks, −1 to 1."""

    assumption: str
    correlation: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One scenario: ``persons`` it is about, figures, and how they differ from the first scenario's.

    ``scenario`` and the figures are codes of the groups `scenario` and `figure`. Each draw is the same in
    all scenarios, so a difference is of like with like. ``drivers`` move the difference in the figure
    ``driven``, in the first scenario the figure itself; strongest first.
    """

    scenario: str
    persons: int
    figures: Mapping[str, Interval]
    against: Mapping[str, Interval]
    bands: Mapping[str, Band]
    driven: str
    drivers: tuple[Driver, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """The answer of one model; ``caveats`` are codes of the group `regrow-caveat`, said beside it."""

    model: str
    study: Study
    draws: int
    seed: int
    outcomes: tuple[Outcome, ...]
    caveats: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the draws of one scenario came to: each figure (draws,), each course (draws, t)."""

    scenario: str
    persons: int
    figures: Mapping[str, Floats]
    courses: Mapping[str, Floats]


def interval(values: Floats) -> Interval:
    """Return median and 90 % interval of a figure over the draws (draws,)."""
    low, median, high = np.percentile(values, _ENDS)
    return Interval(low=float(low), median=float(median), high=float(high))


def outcomes(
    told: Sequence[Told], drawn: Mapping[str, Floats], weeks: Floats, driven: str
) -> tuple[Outcome, ...]:
    """Return each scenario with its intervals, its differences from the first, and what drives these.

    ``drawn`` are the assumptions that were drawn (draws,) each, ``weeks`` (t,) those of the courses.
    """
    return tuple(_outcome(each, told[0], drawn, weeks, driven) for each in told)


def _outcome(told: Told, first: Told, drawn: Mapping[str, Floats], weeks: Floats, driven: str) -> Outcome:
    differences = {
        code: values - first.figures[code] for code, values in told.figures.items() if code in first.figures
    }
    moved = told.figures[driven] if told is first else differences[driven]
    return Outcome(
        scenario=told.scenario,
        persons=told.persons,
        figures={code: interval(values) for code, values in told.figures.items()},
        against={} if told is first else {code: interval(values) for code, values in differences.items()},
        bands={
            code: Band(weeks=tuple(weeks.tolist()), intervals=tuple(interval(at) for at in values.T))
            for code, values in told.courses.items()
        },
        driven=driven,
        drivers=drivers(drawn, moved),
    )


def drivers(drawn: Mapping[str, Floats], figure: Floats) -> tuple[Driver, ...]:
    """Return how the ranks of each assumption drawn go with those of a figure (draws,): Spearman's ρ.

    Those that chance alone would give about once in twenty are left out.
    """
    if len(figure) < 3 or np.ptp(figure) == 0:
        return ()
    found = [
        Driver(assumption=code, correlation=float(np.corrcoef(_ranks(values), _ranks(figure))[0, 1]))
        for code, values in drawn.items()
        if np.ptp(values) > 0
    ]
    moving = [each for each in found if abs(each.correlation) > _CHANCE / np.sqrt(len(figure))]
    return tuple(sorted(moving, key=lambda driver: -abs(driver.correlation)))


def _ranks(values: Floats) -> Floats:
    """The rank of each value, ties at their mean rank."""
    _, which, counts = np.unique(values, return_inverse=True, return_counts=True)
    return np.asarray((np.cumsum(counts) - (counts - 1) / 2)[which], np.float64)
