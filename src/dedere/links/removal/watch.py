"""When a search has to stop: after its rounds, at its time limit, or when whoever waits for it says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, TimeoutError
from contextlib import contextmanager
from types import TracebackType
from typing import ParamSpec, TypeVar

import numpy as np
from numpy.typing import NDArray

from dedere.links.deadline import Deadline

Halt = NDArray[np.bool_]
_EVERY = 0.1  # seconds between two looks at the clock while something compiled is under way
_BESIDE = 2

_P = ParamSpec("_P")
_T = TypeVar("_T")


def unhurried() -> Halt:
    """Return a sign (1,) that nobody gives: what heeds it goes on to its end."""
    return np.zeros(1, np.bool_)


class Watch:
    """Counts rounds, tells how far the search is, and says at the end whether time ran out.

    ``told`` is called with the share done, 0 to 1 and
    never less than before; an exception that it raises ends the search. What is
    compiled runs in threads of the watch and is given ``halt``, which turns true when time is out: then it
    ends as it stands, with an answer as sound as any. So a search takes its seconds and little more.
    """

    def __init__(self, seconds: float, told: Callable[[float], None] | None) -> None:
        """Start the watch for so many seconds."""
        self._seconds, self._told, self._deadline = seconds, told, Deadline(seconds)
        self._stage, self._share = self._deadline, 0.0
        self._threads = ThreadPoolExecutor(_BESIDE)
        self.halt = unhurried()
        self.rounds = 0
        self.stopped = False

    def __enter__(self) -> Watch:
        """Return the watch; what it began ends with the block."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End whatever is under way, however the block was left."""
        self.halt[0] = True
        self._threads.shutdown(cancel_futures=True)

    def begin(self, work: Callable[_P, _T], *given: _P.args, **named: _P.kwargs) -> Future[_T]:
        """Let something compiled run beside; two of them at a time, in the order in which they began."""
        return self._threads.submit(work, *given, **named)

    def wait(self, begun: Future[_T]) -> _T:
        """Return what something begun comes to, and look at the clock meanwhile."""
        while True:
            try:
                return begun.result(timeout=_EVERY)
            except TimeoutError:
                self.over()

    def heard(self, begun: Future[_T]) -> Iterator[_T]:
        """Yield what something begun comes to, unless time runs out on it."""
        ended = begun.done()
        made = self.wait(begun)
        if ended or not self.halt[0]:
            yield made

    def run(self, work: Callable[_P, _T], *given: _P.args, **named: _P.kwargs) -> _T:
        """Begin something compiled and wait for it."""
        return self.wait(self.begin(work, *given, **named))

    def over(self, share: float = 0.0) -> bool:
        """Tell how far the search is, by its rounds or by its time, and return whether time has run out."""
        left, over = self._deadline.left, not self._stage.left
        self._share = max(self._share, share, 1 - left / self._seconds if left else 1.0)
        if self._told is not None:
            self._told(self._share)
        self.halt[0], self.stopped = over, self.stopped or over
        return over

    @contextmanager
    def within(self, share: float) -> Iterator[None]:
        """Let a first stage of the search take a share of the time that is left, and no more."""
        self._stage = self._deadline.within(share)
        yield
        self._stage = self._deadline
        self.halt[0] = not self._stage.left

    def count(self, rounds: int) -> Iterator[int]:
        """Yield the numbers of so many rounds, or of as many as there is time for."""
        for number in range(rounds):
            if self.over(number / rounds):
                return
            yield number
            self.rounds += 1
