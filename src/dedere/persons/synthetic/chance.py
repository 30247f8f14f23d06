"""Which rows something happens to, and rewriting those rows of a column of texts."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from dedere.persons.synthetic.names import Numbers, Texts
from dedere.persons.synthetic.slips import Slip

LARGE = 2**31


def rows_of(rng: np.random.Generator, among: NDArray[np.bool_] | int, rate: float) -> Numbers:
    """The rows (in order) to which something of this rate happens, among those flagged or among so many."""
    flags = np.ones(among, dtype=bool) if isinstance(among, int) else among
    possible = np.flatnonzero(flags)
    return np.asarray(possible[rng.random(len(possible)) < rate])


def kinds_of(rng: np.random.Generator, count: int, rates: Sequence[float]) -> Numbers:
    """One kind for each row: 0 for none, n for the n-th rate; where the rates pass one, the last give way."""
    kind = np.searchsorted(np.cumsum(rates), rng.random(count), side="right") + 1
    return np.where(kind > len(rates), 0, kind)


def rewrite(rng: np.random.Generator, column: Texts, rows: Numbers, slip: Slip) -> None:
    """Put these rows of a column through a slip, in place."""
    rolls = rng.integers(0, LARGE, len(rows))
    column[rows] = [slip(text, roll) for text, roll in zip(column[rows], rolls.tolist(), strict=True)]


def flagged(column: Texts, test: Callable[[str], bool]) -> NDArray[np.bool_]:
    """Which rows of a column a test holds for."""
    return np.fromiter((test(text) for text in column), dtype=bool, count=len(column))
