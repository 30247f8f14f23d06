"""How long a search may go on, by a clock that is set by hand."""

import pytest
from numba import njit

from dedere.compiling import spent_compiling
from dedere.links import deadline
from dedere.links.deadline import Deadline


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> dict[str, float]:
    seconds = {"passed": 100.0, "compiling": 5.0}
    monkeypatch.setattr(deadline, "monotonic", lambda: seconds["passed"])
    monkeypatch.setattr(deadline, "spent_compiling", lambda: seconds["compiling"])
    return seconds


def test_a_deadline_passes_and_then_none_is_left(clock: dict[str, float]) -> None:
    ten = Deadline(10)
    clock["passed"] += 4
    assert (ten.left, ten.spent, ten.within(0.5).left) == (6, 4, 3)
    clock["passed"] += 40
    assert ten.left == 0


def test_what_was_spent_compiling_is_not_counted(clock: dict[str, float]) -> None:
    ten = Deadline(10)
    clock["passed"] += 70
    clock["compiling"] += 67
    assert (ten.left, ten.spent) == (7, 3)


def test_without_seconds_there_is_no_end(clock: dict[str, float]) -> None:
    clock["passed"] += 1e9
    assert Deadline(None).left == float("inf")


def test_whoever_is_told_of_looks_is_told_of_those_at_a_share_too(clock: dict[str, float]) -> None:
    looks: list[None] = []
    half = Deadline(10, lambda: looks.append(None)).within(0.5)
    assert (half.left, len(looks)) == (5, 2)


def test_compiling_a_function_is_counted_as_such() -> None:
    before = spent_compiling()
    njit(lambda number: number + 1)(1)
    assert spent_compiling() > before
