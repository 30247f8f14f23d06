"""What a search for removals found, and how far it went."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Whom to remove: ``removed`` (k,) int32, in order where the order matters, else ascending.

    ``value`` is what was to become small: R, the cost of the set, or the objective. ``stopped`` says that the
    time limit ended the search before its ``rounds`` were done: the same seed and rounds without a limit may
    find more. Nothing says that there is no better: a bound is the business of an exact search.
    """

    removed: NDArray[np.int32]
    value: float
    rounds: int
    stopped: bool
