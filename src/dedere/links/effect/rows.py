"""Rows of figures, and how they become what is said: a value, an interval, a yardstick."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dedere.links.effect.stated import Chance, Ends, Figure, Stated
from dedere.links.effect.trials import Trials
from dedere.links.measures.measure import ALWAYS, BETWEEN_ENDS, EFFICIENCY, Measure
from dedere.links.objective import Objective

_ELSE = Objective.PAIRS.value
_INTERVAL = (5, 50, 95)  # per cent: the ends of a 90 % interval and the median


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """All that was measured, by removal r and figure f.

    ``once`` (1 + r, f) is the network as told, before and after each removal; ``each`` the same as the draws
    look at it, from fewer sources; ``margins`` (1 + r, 2) half the 90 % interval of a sampled efficiency, of
    what is left and of its difference.
    """

    once: NDArray[np.float64]
    each: NDArray[np.float64]
    margins: NDArray[np.float64]
    trials: Trials
    ends: tuple[Ends, ...]

    def measures(self) -> Sequence[tuple[Measure, Ends | None]]:
        """What each column counts."""
        between = [(measure, ends) for ends in self.ends for measure in BETWEEN_ENDS]
        return [*((measure, None) for measure in ALWAYS), *between]

    @property
    def shift(self) -> NDArray[np.float64]:
        """What the draws' fewer sources are off by (1 + r, f): added to each draw, it cancels most of it."""
        shift: NDArray[np.float64] = self.once - self.each
        return shift

    def before(self) -> NDArray[np.float64]:
        """The figures before, by draw (d, f)."""
        before: NDArray[np.float64] = self.trials.before + self.shift[0]
        return before

    def after(self, removal: int) -> NDArray[np.float64]:
        """The figures after a removal, by draw (d, f)."""
        after: NDArray[np.float64] = self.trials.after[:, removal] + self.shift[1 + removal]
        return after

    def difference(self, removal: int) -> NDArray[np.float64]:
        """After less before, in the same network drawn (d, f)."""
        return self.after(removal) - self.before()


def _best_for(measure: Measure, best: Container[str]) -> str | None:
    """The objective whose best removal a measure is held against: its own, or the pairs."""
    if measure.code in best:
        return measure.code
    return _ELSE if _ELSE in best and measure in ALWAYS and measure.harm else None


def stated(value: float, draws: NDArray[np.float64], margin: float = 0.0) -> Stated:
    """Return a value with its interval over ``draws`` (d,); without one where they did not look at it."""
    if not len(draws) or np.isnan(draws).any():
        return Stated(value=float(value), margin=float(margin))
    low, median, high = _interval(draws)
    return Stated(value=float(value), median=median, low=low, high=high, margin=float(margin))


def chance(draws: NDArray[np.float64]) -> Chance | None:
    """Return what random removals leave (d,), None where the draws did not look at it."""
    if not len(draws) or np.isnan(draws).any():
        return None
    low, median, high = _interval(draws)
    return Chance(median=median, low=low, high=high)


def _interval(draws: NDArray[np.float64]) -> list[float]:
    """Values that were drawn, never one between two: there is no half a party."""
    return [float(each) for each in np.percentile(draws, _INTERVAL, method="inverted_cdf")]


def figure(rows: Rows, removal: int, column: int, best: Mapping[str, NDArray[np.float64]]) -> Figure:
    """Return one measure of a removal; ``best`` has the figures (f,) of the best removals, by objective."""
    measure, ends = rows.measures()[column]
    before, after = rows.once[0, column], rows.once[1 + removal, column]
    margins = rows.margins[[0, 1 + removal]] if column == EFFICIENCY else np.zeros((2, 2))
    best_for = _best_for(measure, best)
    random = rows.trials.told[:, removal, :, column] + rows.shift[0, column]
    return Figure(
        measure=measure.code,
        ends=ends,
        before=stated(before, rows.before()[:, column], margins[0, 0]),
        after=stated(after, rows.after(removal)[:, column], margins[1, 0]),
        difference=stated(after - before, rows.difference(removal)[:, column], margins[1, 1]),
        random=chance(random[:, 0]),
        alike=chance(random[:, 1]) if random.shape[1] > 1 else None,
        best=float(best[best_for][column]) if best_for else None,
        best_for=best_for,
    )
