"""Which ids of a roll were seen before, at eight bytes an id."""

from __future__ import annotations

import numpy as np
import polars as pl
from numpy.typing import NDArray


class Once:
    """The ids seen so far, each as a 64-bit hash.

    Two different ids of ten million share one with a chance of 3 in a million; the row is then set aside by
    name, like any other. Sorted runs are merged as they double, so that an id costs a few comparisons.
    """

    def __init__(self) -> None:
        self._runs: list[NDArray[np.uint64]] = []

    def again(self, ids: pl.Series) -> pl.Series:
        """Mark each id that stands above, in this batch or an earlier one; a null never does."""
        marks = ids.hash(seed=0).to_numpy()
        seen = ~ids.is_first_distinct().to_numpy()
        order = np.sort(marks)
        for run in self._runs:
            places = np.minimum(np.searchsorted(run, order), run.size - 1)
            met = order[run[places] == order]
            if met.size:
                seen |= np.isin(marks, met)
        self._add(_distinct(order))
        return pl.Series(seen & ids.is_not_null().to_numpy())

    def _add(self, run: NDArray[np.uint64]) -> None:
        while self._runs and self._runs[-1].size <= 2 * run.size:
            run = np.sort(np.concatenate([self._runs.pop(), run]), kind="stable")
        if run.size:
            self._runs.append(run)


def _distinct(ordered: NDArray[np.uint64]) -> NDArray[np.uint64]:
    return ordered[np.flatnonzero(np.concatenate((ordered[:1] == ordered[:1], ordered[1:] != ordered[:-1])))]
