"""A search stops when it is told to, and lets nothing run on."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

from dedere.links import deadline, removal
from dedere.links.removal.watch import Halt, Watch
from links.structures import drawn


def endless(halt: Halt) -> str:
    while not halt[0]:
        pass
    return "halted"


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A clock by which an hour passes between any two looks."""
    hours = iter(range(10**9))
    monkeypatch.setattr(deadline, "monotonic", lambda: 3600.0 * next(hours))


@pytest.mark.usefixtures("at_once")
def test_what_runs_without_end_ends_with_the_time() -> None:
    with Watch(60, None) as watch:
        assert watch.run(endless, watch.halt) == "halted"
    assert watch.stopped


def test_what_runs_without_end_ends_when_whoever_waits_gives_up() -> None:
    def give_up(done: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), Watch(60, give_up) as watch:
        watch.run(endless, watch.halt)
    assert watch.halt[0]


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize(
    "search",
    [
        lambda structure: removal.sequence(structure, seconds=60),
        lambda structure: removal.smallest(structure, most=20, seconds=60),
        lambda structure: removal.best(structure, budget=5, seconds=60),
    ],
)
def test_a_search_without_time_answers_with_what_it_has(
    search: Callable[[object], removal.Found],
) -> None:
    found = search(drawn(200, 300, 1))
    assert found.stopped
    assert found.rounds == 0
    assert len(set(found.removed.tolist())) == len(found.removed) > 0


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> dict[str, float]:
    seconds = {"passed": 0.0}
    monkeypatch.setattr(deadline, "monotonic", lambda: seconds["passed"])
    return seconds


def test_a_first_stage_ends_before_the_search_and_what_follows_may_go_on(clock: dict[str, float]) -> None:
    with Watch(10, None) as watch:
        with watch.within(0.5):
            assert not watch.over()
            clock["passed"] = 6
            assert watch.over()
        assert not watch.halt[0]
        assert not watch.over()
        assert watch.stopped


def test_what_is_told_never_goes_back(clock: dict[str, float]) -> None:
    told: list[float] = []
    with Watch(10, told.append) as watch:
        for number in watch.count(4):
            clock["passed"] = 2.0 * number
            watch.over()
    assert told == sorted(told)
    assert 0 < told[-1] < 1


def test_a_search_that_was_ended_leaves_nothing_behind() -> None:
    def enough(share: float) -> None:
        if share > 0.01:
            raise InterruptedError

    structure = drawn(300, 500, 2)
    before = removal.sequence(structure, seconds=1e9, rounds=4)
    with pytest.raises(InterruptedError):
        removal.sequence(structure, seconds=1e9, rounds=40, told=enough)
    assert _same(before.removed, removal.sequence(structure, seconds=1e9, rounds=4).removed)


def test_the_same_seed_and_rounds_give_the_same_answer_whichever_thread_is_first() -> None:
    structure = drawn(300, 500, 2)
    twice = [removal.sequence(structure, seed=3, rounds=4).removed for _ in range(2)]
    assert _same(*twice)


def _same(one: NDArray[np.int32], other: NDArray[np.int32]) -> bool:
    return bool(np.array_equal(one, other))
