"""Group commit: each caller has its own result or failure, and nobody's failure is another's."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import translation

from dedere.registry.commit import Pen, together
from dedere.registry.models import Serial

pytestmark = pytest.mark.django_db(transaction=True)


def serial(name: str) -> str:
    Serial.objects.create(series=name, last=1)
    return name


def kept() -> set[str]:
    return set(Serial.objects.values_list("series", flat=True))


def at_once(pen: Pen, *works: Callable[[], object]) -> list[object]:
    """Hand in all the work while the pen is held, so that it is written as one group; failures are values."""
    held, go = Event(), Event()

    def hold() -> None:
        held.set()
        go.wait(10)

    def wait_and_close(work: Callable[[], object]) -> object:
        try:
            return pen.write(work)
        except Exception as failure:
            return failure
        finally:
            connection.close()

    with ThreadPoolExecutor(len(works) + 1) as threads:
        first = threads.submit(wait_and_close, hold)
        held.wait(10)
        told = [threads.submit(wait_and_close, work) for work in works]
        while len(pen._waiting) < len(works):
            pass
        go.set()
        first.result()
        return [each.result() for each in told]


def counted(pen: Pen, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The size of each group that is committed."""
    from dedere.registry import commit

    sizes: list[int] = []
    before = commit._commit

    def spy(group: list[Any]) -> None:
        sizes.append(len(group))
        before(group)

    monkeypatch.setattr(commit, "_commit", spy)
    return sizes


def test_what_waits_is_written_together_and_each_has_its_own_result(monkeypatch: pytest.MonkeyPatch) -> None:
    pen = Pen()
    sizes = counted(pen, monkeypatch)
    names = [f"s{n}" for n in range(8)]
    assert at_once(pen, *[lambda name=name: serial(name) for name in names]) == names
    assert kept() == set(names)
    assert sizes == [1, 8]


def test_one_that_fails_fails_alone() -> None:
    def fails() -> None:
        serial("never")
        raise ValueError("mine")

    good, bad, twice = at_once(Pen(), lambda: serial("a"), fails, lambda: serial("b"))
    assert (good, twice) == ("a", "b")
    assert isinstance(bad, ValueError)
    assert kept() == {"a", "b"}


def test_one_that_breaks_the_transaction_does_not_take_its_neighbours_with_it() -> None:
    def breaks() -> None:
        serial("never")
        transaction.get_connection().needs_rollback = True
        raise DatabaseError("the disk is full")

    good, bad, other = at_once(Pen(), lambda: serial("a"), breaks, lambda: serial("b"))
    assert (good, other) == ("a", "b")
    assert isinstance(bad, DatabaseError)
    assert kept() == {"a", "b"}


def test_a_commit_that_fails_is_told_to_everyone(monkeypatch: pytest.MonkeyPatch) -> None:
    from dedere.registry import commit

    def refuses(group: list[Any]) -> None:
        with transaction.atomic():
            for each in group:
                each.run(apart=True)
            raise DatabaseError("no commit today")

    monkeypatch.setattr(commit, "_commit", refuses)
    with pytest.raises(DatabaseError, match="no commit today"):
        Pen().write(lambda: serial("a"))
    assert kept() == set()


def test_work_runs_in_its_callers_own_language() -> None:
    pen = Pen()
    barrier = Barrier(2)

    def speak(language: str) -> str:
        with translation.override(language):
            barrier.wait(10)
            try:
                return pen.write(translation.get_language)  # type: ignore[return-value]
            finally:
                connection.close()

    with ThreadPoolExecutor(2) as threads:
        assert list(threads.map(speak, ["en", "es"])) == ["en", "es"]


def test_within_a_transaction_it_is_a_part_of_that_one() -> None:
    @together
    def write(name: str) -> str:
        return serial(name)

    with transaction.atomic():
        assert write("a") == "a"
        transaction.set_rollback(True)
    assert kept() == set()
    assert write("b") == "b"
    assert kept() == {"b"}
