"""Leaders removed: groups go on or split, nobody is lost in a split, what is not known is not said."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dedere.links.regrow.national import enmity
from dedere.links.regrow.outlook import Outcome
from dedere.links.regrow.study import study
from dedere.links.regrow.succession import Groups, TooFewGroups, split, succession

STUDY = study("succession")
GROUPS = Groups(np.array([10.0, 40.0, 30.0]), np.array([1.0, 4.0, 0.0]), np.arange(9.0).reshape(3, 3))
SURE = {"splits": 1.0, "parts": 3.0, "parts-at-war": 2.0, "alliances-kept": 0.0}


def after(leaders: int, seed: int = 1, **chances: float) -> Groups:
    told = SURE | {code.replace("_", "-"): value for code, value in chances.items()}
    return split(GROUPS, leaders, told, np.random.default_rng(seed))


def of(leaders: int, years: int = 4) -> Outcome:
    return succession(leaders, (), years=years, draws=60).outcomes[1]


@given(leaders=st.integers(0, 3), seed=st.integers(0, 99), splits=st.floats(0, 1), kept=st.floats(0, 1))
@settings(max_examples=40)
def test_a_split_loses_no_member_and_makes_no_rivalry_but_among_the_parts(
    leaders: int, seed: int, splits: float, kept: float
) -> None:
    found = after(leaders, seed, splits=splits, alliances_kept=kept)
    assert found.sizes.sum() == pytest.approx(GROUPS.sizes.sum())
    strength = enmity(found.allied, found.rivalry)
    assert strength.shape == (len(found.sizes),) * 2
    assert (strength >= 0).all()
    assert found.allied.sum() >= GROUPS.allied.sum() - 1e-9


def test_the_largest_group_splits_first_into_as_many_parts_as_told() -> None:
    found = after(1)
    assert len(found.sizes) == 5
    assert found.sizes[:3].sum() == pytest.approx(40)
    assert list(found.sizes[3:]) == [30, 10]
    assert found.rivalry[0, 1] == found.rivalry[1, 2] == 2
    assert found.rivalry[:3, 3].sum() == pytest.approx(GROUPS.rivalry[1, 2])


def test_alliances_are_shared_out_or_kept_by_each_part() -> None:
    assert after(1).allied[:3].sum() == pytest.approx(4)
    assert list(after(1, alliances_kept=1.0).allied[:3]) == [4, 4, 4]


def test_where_no_group_splits_all_goes_on_as_if_nothing_had_changed() -> None:
    found = after(3, splits=0.0)
    assert list(found.sizes) == [40, 30, 10]


def test_twenty_five_leaders_removed_leave_about_as_many_more_groups_as_were_counted() -> None:
    published = STUDY.published["groups-added-by-25-removals"]
    added = of(25).against["groups"]
    assert abs(added.median - published.value) <= published.within


def test_the_deaths_that_a_study_counts_for_each_leader_stand_within_the_interval() -> None:
    published, killed = STUDY.published["deaths-a-removal"], of(25).against["killed"]
    assert killed.low / 25 < published.value < killed.high / 25
    assert killed.low < 0 < killed.high, "whether more or fewer die is not settled, and is not said to be"


def test_the_same_seed_gives_the_same_answer() -> None:
    assert succession(2, draws=5, years=1) == succession(2, draws=5, years=1)


def test_more_leaders_than_groups_are_refused() -> None:
    with pytest.raises(TooFewGroups, match="150 groups"):
        succession(151, draws=1)
