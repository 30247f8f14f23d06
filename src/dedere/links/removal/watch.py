"""When a search has to stop: after its rounds, at its time limit, or when whoever waits for it says so."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator


class Watch:
    """Counts rounds, tells how far the search is, and says at the end whether time ran out.

    ``told`` is called with the share done, 0 to 1; an exception that it raises ends the search.
    """

    def __init__(self, seconds: float, told: Callable[[float], None] | None) -> None:
        """Start the watch for so many seconds."""
        self._seconds, self._told, self._start = seconds, told, time.monotonic()
        self.rounds = 0
        self.stopped = False

    def left(self) -> float:
        """Return the seconds left; below 0 once time has run out."""
        return self._seconds - (time.monotonic() - self._start)

    def over(self) -> bool:
        """Whether time has run out; that is remembered."""
        self.stopped = self.stopped or self.left() <= 0
        return self.stopped

    def count(self, rounds: int) -> Iterator[int]:
        """Yield the numbers of so many rounds, or of as many as there is time for."""
        for number in range(rounds):
            if self.over():
                return
            if self._told is not None:
                spent = 1 - self.left() / self._seconds if self._seconds > 0 else 1.0
                self._told(min(1.0, max(number / rounds, spent)))
            yield number
            self.rounds += 1
