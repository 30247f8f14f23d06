"""How long a search may go on: the only clock of this room, read to stop and for nothing else."""

from __future__ import annotations

from time import monotonic

from dedere.compiling import spent_compiling


def _now() -> float:
    """Return the seconds that count: a first run compiles for a minute, and would find nothing else."""
    return monotonic() - spent_compiling()


class Deadline:
    """A number of seconds from now, compiling not counted; infinite if None."""

    def __init__(self, seconds: float | None) -> None:
        self._from = _now()
        self._at = None if seconds is None else self._from + seconds

    @property
    def left(self) -> float:
        """How many seconds are left, 0 when there are none."""
        return float("inf") if self._at is None else max(0.0, self._at - _now())

    @property
    def spent(self) -> float:
        """How many seconds have passed."""
        return _now() - self._from

    def within(self, share: float) -> Deadline:
        """Return a deadline after a share of what is left."""
        left = self.left
        return Deadline(None if left == float("inf") else left * share)
