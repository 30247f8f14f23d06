"""Compiled functions, and where their machine code is kept between runs."""

from __future__ import annotations

import os
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar, cast

import numba
from numba import njit
from numba.core import event

_Function = TypeVar("_Function", bound=Callable[..., Any])
_timing = event.TimingListener()  # type: ignore[no-untyped-call]
event.register("numba:compile", _timing)  # type: ignore[no-untyped-call]


def spent_compiling() -> float:
    """Return how many seconds this process has compiled; what was kept by an earlier one costs none."""
    return float(_timing.duration) if _timing.done else 0.0


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
