"""The requests that the test's server is answering, so that none meets a database being emptied."""

from __future__ import annotations

from threading import Condition
from typing import Any

from django.core.signals import request_finished, request_started

_CHANGED = Condition()
_MOST_SECONDS = 10
_count = 0


def _change(by: int) -> None:
    global _count
    with _CHANGED:
        _count = max(0, _count + by)
        _CHANGED.notify_all()


def _started(**_told: Any) -> None:
    _change(1)


def _finished(**_told: Any) -> None:
    _change(-1)


def watch() -> None:
    """Count requests from now on."""
    global _count
    _count = 0
    request_started.connect(_started, weak=False, dispatch_uid="underway")
    request_finished.connect(_finished, weak=False, dispatch_uid="underway")


def settle() -> None:
    """Wait until every request is answered, though not for one that a broken line left open."""
    with _CHANGED:
        _CHANGED.wait_for(lambda: _count == 0, timeout=_MOST_SECONDS)
