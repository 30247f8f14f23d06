"""One writer with group commit: acts that come while another is being written share the next sync.

Callers in threads of one process hand in their work and wait. The first to hold the pen runs all the work
that waits, each in a savepoint of one transaction, and commits once; then each caller has its own result, or
its own exception. Nobody is answered before the commit is on the disk.
"""

from __future__ import annotations

from collections.abc import Callable
from contextvars import copy_context
from functools import partial, wraps
from threading import Lock
from typing import Any, ParamSpec, TypeVar

from django.db import connection, transaction

MOST = 64  # whoever reads waits for the writer: a group stays short

P = ParamSpec("P")
Result = TypeVar("Result")


class _Work:
    """One caller's work, run in that caller's own context: its language, its logs."""

    def __init__(self, work: Callable[[], Any]) -> None:
        self._work, self._context = work, copy_context()
        self.done = False
        self.failure: BaseException | None = None
        self.result: Any = None

    def run(self, *, apart: bool) -> None:
        """Run, ``apart`` in a savepoint; raises only what breaks the whole transaction."""
        self.failure = None
        try:
            with transaction.atomic(savepoint=apart):
                self.result = self._context.run(self._work)
        except Exception as failure:
            if connection.needs_rollback:
                raise
            self.failure = failure


class Pen:
    """What one thread at a time writes with."""

    def __init__(self) -> None:
        self._waiting: list[_Work] = []
        self._queue, self._pen = Lock(), Lock()

    def write(self, work: Callable[[], Result]) -> Result:
        """Run work with what else waits; return its result once it is on the disk, or raise its failure."""
        mine = _Work(work)
        with self._queue:
            self._waiting.append(mine)
        with self._pen:
            while not mine.done:
                self._lead()
        if mine.failure is not None:
            raise mine.failure
        return mine.result  # type: ignore[no-any-return]

    def _lead(self) -> None:
        with self._queue:
            group, self._waiting = self._waiting[:MOST], self._waiting[MOST:]
        try:
            _commit(group)
        except BaseException as failure:
            for each in group:
                each.failure = failure
            if len(group) == 1 or not isinstance(failure, Exception):
                return
            # One that breaks the transaction must not take its neighbours with it: each is written alone.
            for each in group:
                _commit_alone(each)
        finally:
            for each in group:
                each.done = True


def _commit(group: list[_Work]) -> None:
    with transaction.atomic():
        for each in group:
            each.run(apart=len(group) > 1)


def _commit_alone(each: _Work) -> None:
    try:
        _commit([each])
    except Exception as failure:
        each.failure = failure


_PEN = Pen()


def together(work: Callable[P, Result]) -> Callable[P, Result]:
    """Make a function a transaction that may share its commit; within another, it is a part of that one."""

    @wraps(work)
    def written(*args: P.args, **kwargs: P.kwargs) -> Result:
        mine = partial(work, *args, **kwargs)
        if not connection.in_atomic_block:
            return _PEN.write(mine)
        with transaction.atomic():
            return mine()

    return written
