"""Scenarios stand in the same worlds: like is compared with like, and every figure has its interval."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dedere.links.regrow.outlook import Outcome, Outlook, drivers, interval
from dedere.links.regrow.scenario import ImpossibleScenario, national, without

DRAWS = 20


def asked(persons: int = 29, *instead: str, seed: int = 1, years: int = 2) -> Outlook:
    return national(persons, instead or ("recruitment",), years=years, draws=DRAWS, seed=seed)


def of(outlook: Outlook, scenario: str) -> Outcome:
    return next(each for each in outlook.outcomes if each.scenario == scenario)


OUTLOOK = asked(1_000, "recruitment", "halved-recruitment")


def test_the_same_seed_gives_the_same_answer_and_another_seed_another() -> None:
    assert asked(seed=7) == asked(seed=7)
    assert asked(seed=7).outcomes != asked(seed=8).outcomes


def test_every_figure_stands_within_its_interval() -> None:
    for outcome in OUTLOOK.outcomes:
        found = [*outcome.figures.values(), *outcome.against.values()]
        found += [each for band in outcome.bands.values() for each in band.intervals]
        assert found
        assert all(each.low <= each.median <= each.high for each in found)


def test_a_course_ends_where_its_figure_stands() -> None:
    surrender = of(OUTLOOK, "surrender")
    for code, band in surrender.bands.items():
        assert band.weeks[0] == 0
        assert band.weeks[-1] == 104
        assert band.intervals[-1].median == pytest.approx(surrender.figures[code].median)


def test_a_difference_is_narrower_than_the_figures_that_it_is_between() -> None:
    surrender = of(OUTLOOK, "surrender")
    killed, fewer = surrender.figures["killed"], surrender.against["killed"]
    assert fewer.high < 0
    assert fewer.high - fewer.low < (killed.high - killed.low) / 10


def test_fewer_recruits_save_more_than_as_many_surrendered_and_half_the_recruits_far_more() -> None:
    saved = {each.scenario: -each.against["killed"].median for each in OUTLOOK.outcomes[1:]}
    assert 0 < saved["surrender"] < saved["recruitment"] < saved["halved-recruitment"] / 5


def test_twenty_nine_are_made_good_within_a_week_in_every_draw() -> None:
    assert of(asked(29), "surrender").figures["made-good"].high <= 1


def test_an_outlook_says_what_drives_it() -> None:
    strongest = of(OUTLOOK, "unchanged").drivers[0]
    assert strongest.assumption in {"recruitment", "conflict"}
    assert 0 < abs(strongest.correlation) <= 1


def test_one_is_told_of_every_draw_and_may_stop_the_work() -> None:
    told: list[tuple[int, int]] = []
    national(29, (), years=1, draws=3, done=lambda done, of: told.append((done, of)))
    assert told == [(1, 3), (2, 3), (3, 3)]

    def stop(done: int, of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        national(29, (), years=1, draws=3, done=stop)


@pytest.mark.parametrize(
    ("persons", "instead", "complaint"),
    [(400_000, "arrests", "members in all"), (30_000, "recruitment", "would be recruited in a year")],
)
def test_more_than_there_are_cannot_be_taken_away(persons: int, instead: str, complaint: str) -> None:
    with pytest.raises(ImpossibleScenario, match=complaint):
        asked(persons, instead)


@given(st.lists(st.floats(1, 1e4), min_size=1, max_size=20), st.floats(0, 0.99))
def test_those_removed_are_taken_from_the_largest_group_first(sizes: list[float], share: float) -> None:
    before = np.array(sizes)
    persons = int(share * before.sum())
    left = without(before, persons)
    assert left.sum() == pytest.approx(before.sum() - persons)
    assert (left >= 0).all()
    touched, whole = before[left < before], before[left == before]
    assert touched.min(initial=np.inf) >= whole.max(initial=0)


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=50))
def test_an_interval_contains_its_median(values: list[float]) -> None:
    found = interval(np.array(values))
    assert min(values) <= found.low <= found.median <= found.high <= max(values)


def test_what_moves_with_a_figure_drives_it_wholly_and_what_stays_not_at_all() -> None:
    figure = np.arange(40.0)
    others = {"still": np.ones(40), "apart": figure % 2}
    found = drivers({"same": figure**3, "against": -figure, **others}, figure)
    assert {each.assumption: round(each.correlation, 9) for each in found} == {"same": 1, "against": -1}
