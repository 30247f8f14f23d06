"""The national model: nobody is lost or made from nothing, and the paper's own figures come out."""

from __future__ import annotations

import numpy as np
import pytest

from dedere.links.regrow.national import YEAR, Course, Phase, course
from dedere.links.regrow.study import study
from dedere.links.regrow.worlds import DECADE, central, drawn

STUDY = study("national")
WORLD = central(STUDY)
FIVE = np.array([0.0, 5 * YEAR])


def onward(weeks: np.ndarray = FIVE, **changes: float) -> Course:
    """What comes after 2022, with some rates multiplied."""
    rates = WORLD.rates._replace(**{name: getattr(WORLD.rates, name) * by for name, by in changes.items()})
    return course(WORLD.sizes, WORLD.strength, (Phase(float(weeks[-1]), rates),), weeks)


def rise(course: Course, what: str) -> float:
    """By how many per cent something rose."""
    told = getattr(course, what)
    return float(100 * (told[-1] / told[0] - 1))


def agrees(code: str, figure: float) -> bool:
    published = STUDY.published[code]
    return abs(figure - published.value) <= published.within


def test_members_are_those_of_the_beginning_with_recruits_less_all_losses() -> None:
    after = onward(np.linspace(0, 5 * YEAR, 50))
    balance = after.recruited - after.arrested - after.killed - after.left
    np.testing.assert_allclose(after.members - after.members[0], balance, atol=0.1)


def test_the_decade_comes_to_the_published_members_deaths_and_recruits() -> None:
    decade = WORLD.decade
    assert agrees("members-2022", decade.members[-1])
    assert agrees("deaths-a-week-2022", decade.deaths[-1])
    assert agrees("recruits-a-week", decade.recruited[-1] / DECADE)


@pytest.mark.parametrize(
    ("changes", "suffix"),
    [
        ({}, ""),
        ({"arrests": 2.0}, "-doubled-arrests"),
        ({"recruitment": 0.5}, "-halved-recruitment"),
    ],
)
def test_five_years_on_members_are_as_published(changes: dict[str, float], suffix: str) -> None:
    assert agrees(f"members-2027{suffix}", rise(onward(**changes), "members"))


def test_five_years_on_deaths_are_as_published_but_for_doubled_arrests() -> None:
    assert agrees("deaths-2027", rise(onward(), "deaths"))
    assert agrees("deaths-2027-halved-recruitment", rise(onward(recruitment=0.5), "deaths"))
    # The paper says 8 per cent more; its public code and rates come to some 2 to 3.
    assert not agrees("deaths-2027-doubled-arrests", rise(onward(arrests=2.0), "deaths"))
    assert rise(onward(arrests=2.0), "deaths") > 0


def test_without_recruitment_deaths_are_back_at_those_of_2012_after_three_years() -> None:
    weeks = np.arange(0.0, 5 * YEAR)
    after = onward(weeks, recruitment=0.0)
    back = weeks[after.deaths <= WORLD.decade.deaths[0]][0]
    assert agrees("years-to-2012-without-recruitment", back / YEAR)


def test_without_recruitment_groups_shrink_and_in_the_end_nobody_is_left_to_arrest() -> None:
    after = onward(np.linspace(0, 40 * YEAR, 200), recruitment=0.0)
    assert (np.diff(after.members) < 0.1).all()
    assert after.members[-1] == pytest.approx(0, abs=1)


def test_a_group_alone_grows_to_where_as_many_leave_as_are_recruited() -> None:
    rates = WORLD.rates._replace(arrests=0.0)
    weeks = np.array([0.0, 400 * YEAR])
    after = course(np.array([1000.0]), np.zeros((1, 1)), (Phase(weeks[-1], rates),), weeks)
    assert after.members[-1] == pytest.approx(rates.recruitment / rates.saturation, rel=1e-3)


def test_twenty_nine_of_the_largest_group_are_made_good_in_a_week_and_a_thousand_in_seven() -> None:
    weeks = np.arange(0.0, YEAR)
    for persons, made_good in ((29, 1), (1000, 7)):
        sizes = WORLD.sizes.copy()
        sizes[0] -= persons
        after = course(sizes, WORLD.strength, (Phase(YEAR, WORLD.rates),), weeks)
        assert weeks[after.members >= WORLD.sizes.sum()][0] == made_good


def test_a_world_is_drawn_again_the_same_and_stands_within_the_published_range() -> None:
    one, same, other = drawn(STUDY, 1, 0), drawn(STUDY, 1, 0), drawn(STUDY, 1, 1)
    np.testing.assert_array_equal(one.sizes, same.sizes)
    assert one.drawn == same.drawn != other.drawn
    assert 160_000 <= one.sizes.sum() <= 185_000
