"""A linear programme that grows by rows, solved by HiGHS."""

from __future__ import annotations

from dataclasses import dataclass

import highspy
import numpy as np
from numpy.typing import NDArray

Columns = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Solved:
    """A solution (columns,), what one more of each column would cost (columns,), and the objective.

    ``bound`` is infinite where there is no solution at all.
    """

    x: Columns
    prices: Columns
    bound: float


_SETTLED = (highspy.HighsModelStatus.kOptimal, highspy.HighsModelStatus.kInfeasible)
INFEASIBLE = Solved(x=np.empty(0), prices=np.empty(0), bound=np.inf)


class _Silent(highspy.Highs):
    """HiGHS greets on standard output once callbacks are enabled, unless it was told before not to."""

    def enableCallbacks(self) -> None:
        """Say nothing first: the base class enables them as it is made."""
        self.setOptionValue("output_flag", False)
        super().enableCallbacks()  # type: ignore[no-untyped-call]


class Programme:
    """Minimise ``objective · x`` for ``lower`` ≤ x ≤ ``upper`` under rows, of which cuts may be dropped."""

    def __init__(self, objective: Columns, upper: Columns) -> None:
        self._highs = _Silent()  # type: ignore[no-untyped-call]
        for option, value in (("threads", 1), ("random_seed", 0)):
            self._highs.setOptionValue(option, value)
        self.columns = len(objective)
        self._highs.addVars(self.columns, np.zeros(self.columns), upper)
        every = np.arange(self.columns, dtype=np.int32)
        self._highs.changeColsCost(self.columns, every, objective)
        self._kept = 0

    def keep(self, rows: NDArray[np.float64], lower: Columns) -> None:
        """Add rows ``row · x ≥ lower`` (·, columns) that stay whatever happens; before any cut."""
        self._add(rows, lower)
        self._kept += len(rows)

    def cut(self, rows: NDArray[np.float64], lower: Columns) -> None:
        """Add rows that may be dropped when they no longer bind."""
        self._add(rows, lower)

    def _add(self, rows: NDArray[np.float64], lower: Columns) -> None:
        at, columns = np.nonzero(rows)
        starts = np.searchsorted(at, np.arange(len(rows))).astype(np.int32)
        self._highs.addRows(
            len(rows),
            lower.astype(np.float64),
            np.full(len(rows), highspy.kHighsInf),
            len(columns),
            starts,
            columns.astype(np.int32),
            rows[at, columns],
        )

    def solve(self) -> Solved:
        """Solve from where the last solution stood."""
        self._highs.run()
        if self._highs.getModelStatus() not in _SETTLED:  # numbers went astray: once more, from nothing
            self._highs.clearSolver()
            self._highs.run()
        return self._read()

    @property
    def cuts(self) -> int:
        """How many cuts there are."""
        return int(self._highs.getNumRow()) - self._kept

    def drop_slack(self) -> None:
        """Drop the cuts that the last solution satisfies with room to spare."""
        solution, model = self._highs.getSolution(), self._highs.getLp()
        slack = np.array(solution.row_value) - np.array(model.row_lower_)
        loose = np.flatnonzero(slack > 0.02 * np.maximum(1.0, np.abs(np.array(model.row_lower_))))
        loose = loose[loose >= self._kept].astype(np.int32)
        if len(loose):
            self._highs.deleteRows(len(loose), loose)

    def within(self, lower: Columns, upper: Columns) -> None:
        """Hold the first columns between bounds (·,)."""
        every = np.arange(len(lower), dtype=np.int32)
        self._highs.changeColsBounds(len(lower), every, lower, upper)

    def _read(self) -> Solved:
        status = self._highs.getModelStatus()
        if status == highspy.HighsModelStatus.kInfeasible:
            return INFEASIBLE
        if status != highspy.HighsModelStatus.kOptimal:
            raise ArithmeticError(
                f"HiGHS ended a linear programme with {self._highs.modelStatusToString(status)}"
            )
        solution = self._highs.getSolution()
        return Solved(
            x=np.array(solution.col_value),
            prices=np.array(solution.col_dual),
            bound=self._highs.getInfo().objective_function_value,
        )
