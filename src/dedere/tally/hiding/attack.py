"""The reader who tries to work out a hidden number: the least and the largest that agree with what is shown.

The programme is the *attacker problem* of cell suppression; its dual gives the inequality by which a choice
that protects too little is refuted (Fischetti and Salazar 2001).
"""

from __future__ import annotations

from dataclasses import dataclass

import highspy
import numpy as np
from numpy.typing import NDArray
from scipy.optimize import LinearConstraint, milp

from dedere.tally.hiding.system import System

_NEAR = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What is left possible for one hidden group.

    ``least`` and ``most`` bound it; hiding the groups of any choice ``x`` (0 or 1 for each) leaves at most
    ``base + gains · x`` between the two; ``whole`` says that whole numbers of persons reach both.
    """

    least: float
    most: float
    base: float
    gains: NDArray[np.float64]
    whole: bool

    @property
    def apart(self) -> float:
        """How far the two lie apart."""
        return self.most - self.least


class _Quiet(highspy.Highs):
    """HiGHS greets on standard output as it is made, unless it is told before not to."""

    def enableCallbacks(self) -> None:
        """Say nothing first: the class below enables them as it is made."""
        self.setOptionValue("output_flag", False)
        super().enableCallbacks()  # type: ignore[no-untyped-call]


class Reader:
    """Knows every group that is not hidden, and that a hidden one counts somebody."""

    def __init__(self, system: System, *, reach: int) -> None:
        self._sums, self._counts = system.sums, system.counts.astype(float)
        # Where nothing bounds a number from above, it is enough that it may be larger by ``reach``.
        top = sum(system.kinds) + reach if system.ceiling is None else system.ceiling
        self._top = np.maximum(float(top), self._counts)
        # A zero is always shown: what is hidden counts somebody, what stands in no table perhaps nobody.
        self._bottom = np.ones(len(self._counts))
        self._bottom[sorted(system.unshown)] = 0.0
        self._solver = _programme(self._sums, self._counts)
        self._hidden: frozenset[int] = frozenset()

    @property
    def size(self) -> int:
        """How many groups there are."""
        return len(self._counts)

    def hide(self, hidden: frozenset[int]) -> None:
        """Forget what is hidden now, and know again what is no longer."""
        for cell in self._hidden ^ hidden:
            low, high = self._limits(cell, cell in hidden)
            self._solver.changeRowBounds(cell, low, high)
        self._hidden = hidden

    def look(self, cell: int) -> Found:
        """Return what shares of persons leave possible: never less than whole persons do."""
        least, most = self._extreme(cell, 1.0), self._extreme(cell, -1.0)
        up, down = most.up + least.up, most.down + least.down
        return Found(
            least=least.value,
            most=most.value,
            base=float((up - down) @ self._counts),
            gains=up * (self._top - self._counts) + down * (self._counts - self._bottom),
            whole=least.whole and most.whole,
        )

    def exactly(self, cell: int) -> tuple[int, int]:
        """Return the least and the largest number of whole persons that agree with all that is shown."""
        limits = [self._limits(each, each in self._hidden) for each in range(self.size)]
        rows = LinearConstraint(self._sums, *np.array(limits).T)
        ends = [
            milp(sign * self._sums[cell], constraints=rows, integrality=np.ones(self._sums.shape[1]))
            for sign in (1, -1)
        ]
        return round(ends[0].fun), round(-ends[1].fun)

    def _limits(self, cell: int, hidden: bool) -> tuple[float, float]:
        count = float(self._counts[cell])
        return (float(self._bottom[cell]), float(self._top[cell])) if hidden else (count, count)

    def _extreme(self, cell: int, sign: float) -> _End:
        costs = sign * self._sums[cell]
        self._solver.changeColsCost(len(costs), np.arange(len(costs), dtype=np.int32), costs)
        self._solver.run()
        solution = self._solver.getSolution()
        shares, prices = np.array(solution.col_value), np.array(solution.row_dual)
        return _End(
            value=float(self._sums[cell] @ shares),
            up=np.maximum(-prices, 0.0),
            down=np.maximum(prices, 0.0),
            whole=bool(np.all(np.abs(shares - np.round(shares)) < _NEAR)),
        )


def _programme(sums: NDArray[np.float64], counts: NDArray[np.float64]) -> highspy.Highs:
    """Everything published: each sum equals its count. Solved again from where it stood."""
    size, kinds = sums.shape
    rows, places = np.nonzero(sums)
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = kinds, size
    model.col_cost_, model.col_lower_ = np.zeros(kinds), np.zeros(kinds)
    model.col_upper_ = np.full(kinds, highspy.kHighsInf)
    model.row_lower_ = model.row_upper_ = counts
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = np.searchsorted(rows, np.arange(size + 1))
    model.a_matrix_.index_, model.a_matrix_.value_ = places, np.ones(len(places))
    solver = _Quiet()  # type: ignore[no-untyped-call]
    for option, value in (("threads", 1), ("random_seed", 0)):
        solver.setOptionValue(option, value)
    solver.passModel(model)
    return solver


@dataclass(frozen=True, slots=True, kw_only=True)
class _End:
    value: float
    up: NDArray[np.float64]
    down: NDArray[np.float64]
    whole: bool
