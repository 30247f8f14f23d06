"""What whoever reads the tables knows: each published sum of persons of the same kinds."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """Groups of persons and how many each counts; an empty group (a zero) is always published.

    The reader is granted more than any reader has: which combinations of what is told occur at all. So
    whatever follows from the order of a procedure (nobody is handed over before a request) is known too.

    Attributes:
        kinds: number of persons of each combination, (k,).
        cells: the combinations that a group counts; no two alike, none empty.
        weights: what it costs the public to hide a group.
        known: groups whose number is public whatever the tables show.
        unshown: groups in no table, which a reader may find by subtracting; each may be empty.
        ceiling: a number that no group passes, known to everybody; None where there is none.
    """

    kinds: tuple[int, ...]
    cells: tuple[frozenset[int], ...]
    weights: tuple[float, ...]
    known: frozenset[int] = frozenset()
    unshown: frozenset[int] = frozenset()
    ceiling: int | None = None
    counts: NDArray[np.int64] = field(init=False, compare=False)
    sums: NDArray[np.float64] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """Lay out the sums as a matrix, (cells, kinds), and count."""
        sums = np.zeros((len(self.cells), len(self.kinds)))
        for row, cell in enumerate(self.cells):
            sums[row, sorted(cell)] = 1
        object.__setattr__(self, "sums", sums)
        object.__setattr__(self, "counts", (sums @ np.array(self.kinds)).astype(np.int64))
