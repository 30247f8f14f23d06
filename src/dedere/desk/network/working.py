"""Works out what takes long beside the request, once for the same inputs."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime

import structlog
from django.db import connection

log = structlog.get_logger("dedere.desk")
_RUNNING: dict[str, threading.Thread] = {}
_LOCK = threading.Lock()


def start(digest: str, work: Callable[[datetime], object], *, at: datetime) -> None:
    """Begin to work out ``digest`` unless that is under way in this process."""
    with _LOCK:
        if digest in _RUNNING:
            return
        thread = threading.Thread(
            target=_run, args=(digest, work, at), name=f"work-{digest[:8]}", daemon=True
        )
        _RUNNING[digest] = thread
    thread.start()


def _run(digest: str, work: Callable[[datetime], object], at: datetime) -> None:
    try:
        work(at)
    except Exception:
        log.exception("not-worked-out", digest=digest)
    finally:
        connection.close()
        with _LOCK:
            del _RUNNING[digest]
