"""Compiled functions, and where their machine code is kept between runs."""

from __future__ import annotations

import os
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar, cast

import numba
from numba import njit

_Function = TypeVar("_Function", bound=Callable[..., Any])
_ROOM = Path(__file__).parent.parent


def _kept() -> Path:
    """Return a folder named for the sources of the whole room.

    numba looks at one file when it asks whether what it kept is still right; a change in a function that is
    called from another file would go unseen, and a match be weighed by last year's rule.
    """
    told = sha256(numba.__version__.encode())
    for path in sorted(_ROOM.glob("*/*.py")):
        told.update(path.read_bytes())
    beside = _ROOM / "__pycache__"
    writable = os.access(beside if beside.is_dir() else _ROOM, os.W_OK)
    home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "dedere"
    return (beside if writable else home) / f"compiled-{told.hexdigest()[:16]}"


if not os.environ.get("NUMBA_CACHE_DIR"):
    vars(numba.config)["CACHE_DIR"] = str(_kept())


def compiled(function: _Function) -> _Function:
    """Compile a function on its first call; it runs without holding up other threads."""
    return cast(_Function, njit(nogil=True, cache=True)(function))
