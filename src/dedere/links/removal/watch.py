"""When a search has to stop: after its rounds, at its time limit, or when whoever waits for it says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dedere.links.deadline import Deadline


class Watch:
    """Counts rounds, tells how far the search is, and says at the end whether time ran out.

    ``told`` is called with the share done, 0 to 1; an exception that it raises ends the search.
    """

    def __init__(self, seconds: float, told: Callable[[float], None] | None) -> None:
        """Start the watch for so many seconds."""
        self._seconds, self._told, self._deadline = seconds, told, Deadline(seconds)
        self.rounds = 0
        self.stopped = False

    def over(self, share: float = 0.0) -> bool:
        """Tell how far the search is, by its rounds or by its time, and return whether time has run out."""
        left = self._deadline.left
        if self._told is not None:
            self._told(max(share, 1 - left / self._seconds) if left else 1.0)
        self.stopped = self.stopped or not left
        return self.stopped

    def count(self, rounds: int) -> Iterator[int]:
        """Yield the numbers of so many rounds, or of as many as there is time for."""
        for number in range(rounds):
            if self.over(number / rounds):
                return
            yield number
            self.rounds += 1
