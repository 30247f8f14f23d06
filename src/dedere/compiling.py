"""Compiled functions, and where their machine code is kept between runs."""

from __future__ import annotations

import os
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from threading import Lock
from time import monotonic
from typing import Any, TypeVar, cast

import numba
from numba import njit
from numba.core import event

_Function = TypeVar("_Function", bound=Callable[..., Any])


class _Timing(event.Listener):
    """Adds up the seconds in which something compiles, in whatever thread; one may compile within another."""

    def __init__(self) -> None:
        self._lock, self._under_way, self._since, self._spent = Lock(), 0, 0.0, 0.0

    def on_start(self, event: object) -> None:
        with self._lock:
            self._since = monotonic() if not self._under_way else self._since
            self._under_way += 1

    def on_end(self, event: object) -> None:
        with self._lock:
            self._under_way -= 1
            self._spent += 0.0 if self._under_way else monotonic() - self._since

    def spent(self) -> float:
        with self._lock:
            return self._spent + (monotonic() - self._since if self._under_way else 0.0)


_timing = _Timing()
event.register("numba:compile", _timing)  # type: ignore[no-untyped-call]


def spent_compiling() -> float:
    """Return how many seconds this process has compiled, up to now; what an earlier one kept costs none."""
    return _timing.spent()


def _kept(room: Path) -> Path:
    """Return a folder named for the sources of a whole room.

    numba looks at one file when it asks whether what it kept is still right; a change in a function that is
    called from another file would go unseen, and an answer be computed by last year's rule.
    """
    told = sha256(numba.__version__.encode())
    for path in sorted(room.rglob("*.py")):
        told.update(path.read_bytes())
    beside = room / "__pycache__"
    writable = os.access(beside if beside.is_dir() else room, os.W_OK)
    home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "dedere" / room.name
    return (beside if writable else home) / f"compiled-{told.hexdigest()[:16]}"


def compiler(room: Path) -> Callable[[_Function], _Function]:
    """Return what compiles a function of a room on its first call, to run without holding up other threads.

    The machine code is kept in the room's folder, in the user's cache where that cannot be written, or where
    ``NUMBA_CACHE_DIR`` says.
    """
    kept = os.environ.get("NUMBA_CACHE_DIR") or str(_kept(room))

    def compiled(function: _Function) -> _Function:
        vars(numba.config)["CACHE_DIR"] = kept
        return cast(_Function, njit(nogil=True, cache=True)(function))

    return compiled
