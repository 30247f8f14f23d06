"""How long a search may go on: the only clock of this room, read to stop and for nothing else."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from dedere.compiling import spent_compiling


def _now() -> float:
    """Return the seconds that count: a first run compiles for a minute, and would find nothing else."""
    return monotonic() - spent_compiling()


class Deadline:
    """A number of seconds from now, compiling not counted; infinite if None.

    ``looked`` is called whenever somebody looks how many are left, and may raise to end what goes on.
    """

    def __init__(self, seconds: float | None, looked: Callable[[], None] | None = None) -> None:
        self._from, self._looked = _now(), looked
        self._at = None if seconds is None else self._from + seconds

    @property
    def left(self) -> float:
        """How many seconds are left, 0 when there are none."""
        if self._looked is not None:
            self._looked()
        return float("inf") if self._at is None else max(0.0, self._at - _now())

    @property
    def spent(self) -> float:
        """How many seconds have passed."""
        return _now() - self._from

    def within(self, share: float) -> Deadline:
        """Return a deadline after a share of what is left."""
        left = self.left
        return Deadline(None if left == float("inf") else left * share, self._looked)
