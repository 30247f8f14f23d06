"""Each habit of an office, alone and always: what it makes of an invented man and a married woman."""

from dataclasses import fields, replace
from functools import cache
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from dedere.persons import synthetic
from dedere.persons.identifiers import curps
from dedere.persons.synthetic.known import Known, known
from dedere.persons.synthetic.names import givens, surnames
from dedere.persons.synthetic.population import NONE, Persons, states
from dedere.persons.synthetic.record import record
from dedere.persons.synthetic.recording import Habits

NEVER = replace(Habits(), **{one.name: 0.0 for one in fields(Habits)})
NEVER = replace(NEVER, capitals=1.0)
MANY = 400
APART = Path(__file__).parents[3] / "benchmarks" / "persons" / "apart.toml"


def column(value: int) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
    return np.full(MANY, value)


def number(pool: str, name: str | None) -> int:
    texts = (givens() if pool == "given" else surnames()).texts.tolist()
    return NONE if name is None else int(texts.index(name))


@cache
def person(
    given: str, second: str | None, first_surname: str, second_surname: str, husband: str | None
) -> Known:
    """One person, many times over, born on 5 March 1980 in Jalisco."""
    persons = Persons(
        given_1=column(number("given", given)),
        given_2=column(number("given", second)),
        surname_1=column(number("surname", first_surname)),
        surname_2=column(number("surname", second_surname)),
        husband=column(number("surname", husband)),
        woman=np.full(MANY, husband is not None),
        born=column(int(np.datetime64("1980-03-05").astype(int))),
        place=column(0),
        state=column(states().index("JC")),
        family=np.arange(MANY),
    )
    return known(np.random.default_rng(1), persons, 0)


def juan() -> Known:
    return person("JUAN CARLOS", None, "DE LA CRUZ", "MUÑOZ", None)


def rosa() -> Known:
    return person("ROSA", "ELENA", "GARCÍA", "LÓPEZ", "TREVIÑO")


def written(people: Known, **habits: float) -> pl.DataFrame:
    return record(np.random.default_rng(2), people, replace(NEVER, **habits))[0]


def names(people: Known, **habits: float) -> set[tuple[str | None, ...]]:
    rows = written(people, **habits).select("given", "surname_1", "surname_2", "full_name").unique()
    return {tuple(filter(None, row)) for row in rows.rows()}


def test_an_office_without_habits_writes_what_is_true() -> None:
    assert names(juan(), accents_kept=1.0) == {("JUAN CARLOS", "DE LA CRUZ", "MUÑOZ")}
    assert names(rosa(), accents_kept=1.0) == {("ROSA ELENA", "GARCÍA", "LÓPEZ")}
    row = written(rosa(), curp_known=1.0).row(0, named=True)
    assert (row["born"], row["sex"], row["birth_state"]) == ("1980-03-05", "F", "JC")
    assert row["curp"].startswith("GALR800305MJCRPS")
    assert row["aliases"] is None


@pytest.mark.parametrize(
    ("habit", "wanted"),
    [
        ("hyphenated", {("JUAN CARLOS", "DE LA CRUZ-MUÑOZ")}),
        ("both_in_first", {("JUAN CARLOS", "DE LA CRUZ MUÑOZ")}),
        ("second_dropped", {("JUAN CARLOS", "DE LA CRUZ")}),
        ("second_alone", {("JUAN CARLOS", "MUÑOZ")}),
        ("first_as_given", {("JUAN CARLOS DE LA CRUZ", "MUÑOZ")}),
        ("swapped", {("JUAN CARLOS", "MUÑOZ", "DE LA CRUZ")}),
        ("particles_dropped", {("JUAN CARLOS", "CRUZ", "MUÑOZ")}),
        (
            "particles_joined",
            {("JUAN CARLOS", "DELACRUZ", "MUÑOZ"), ("JUAN CARLOS", "DELA CRUZ", "MUÑOZ")},
        ),
        ("second_given_dropped", {("JUAN", "DE LA CRUZ", "MUÑOZ")}),
        ("first_given_dropped", {("CARLOS", "DE LA CRUZ", "MUÑOZ")}),
        ("first_given_initial", {("J CARLOS", "DE LA CRUZ", "MUÑOZ")}),
        (
            "second_given_initial",
            {("JUAN C", "DE LA CRUZ", "MUÑOZ"), ("JUAN C.", "DE LA CRUZ", "MUÑOZ")},
        ),
        ("anglicised", {("JOHN", "DE LA CRUZ", "MUÑOZ"), ("JOHN CARLOS", "DE LA CRUZ", "MUÑOZ")}),
        ("enye_plain", {("JUAN CARLOS", "DE LA CRUZ", "MUNOZ")}),
        ("one_field", {("DE LA CRUZ MUÑOZ JUAN CARLOS",)}),
    ],
)
def test_a_habit_alone_makes_of_a_man(habit: str, wanted: set[tuple[str, ...]]) -> None:
    assert names(juan(), **{habit: 1.0}) == wanted


def test_one_field_has_the_order_of_the_office() -> None:
    assert names(juan(), one_field=1.0, one_field_given_first=1.0) == {("JUAN CARLOS DE LA CRUZ MUÑOZ",)}
    assert names(juan(), one_field=1.0, one_field_comma=1.0) == {("DE LA CRUZ MUÑOZ, JUAN CARLOS",)}
    assert len(names(juan(), one_field=1.0, one_field_any_order=1.0)) > 50


@pytest.mark.parametrize(
    ("habit", "wanted"),
    [
        ("married_de", {("ROSA ELENA", "GARCIA", "DE TREVIÑO")}),
        ("married_hyphen", {("ROSA ELENA", "GARCIA-TREVIÑO")}),
        ("married_alone", {("ROSA ELENA", "TREVIÑO")}),
    ],
)
def test_a_married_woman_has_her_husbands_name(habit: str, wanted: set[tuple[str, ...]]) -> None:
    assert names(rosa(), **{habit: 1.0}) == wanted
    assert record(np.random.default_rng(2), rosa(), replace(NEVER, **{habit: 1.0}))[1].all()


def test_a_man_is_never_named_by_marriage() -> None:
    assert names(juan(), married_alone=1.0) == {("JUAN CARLOS", "DE LA CRUZ", "MUÑOZ")}


def test_enye_is_kept_in_58_of_a_hundred_plain_in_24_and_damaged_in_the_rest() -> None:
    seen = written(juan(), enye_plain=0.24, enye_damaged=0.18)["surname_2"]
    assert (seen == "MUÑOZ").mean() == pytest.approx(0.58, abs=0.08)
    assert (seen == "MUNOZ").mean() == pytest.approx(0.24, abs=0.08)


@pytest.mark.parametrize(
    ("habit", "wanted"),
    [
        ("born_missing", {None}),
        ("born_year_only", {"1980"}),
        ("born_month_only", {"1980-03"}),
        ("born_first_of_january", {"1980-01-01"}),
        ("day_month_swapped", {"1980-05-03"}),
        ("born_year_off", {"1979-03-05", "1981-03-05"}),
    ],
)
def test_the_day_of_birth_is_written(habit: str, wanted: set[str | None]) -> None:
    assert set(written(juan(), **{habit: 1.0})["born"]) == wanted


def test_a_wrong_figure_makes_another_day_that_exists() -> None:
    born = written(juan(), born_digit_wrong=1.0)["born"]
    assert born.str.to_date("%Y-%m-%d", strict=True).null_count() == 0
    assert (born != "1980-03-05").mean() > 0.9


def test_a_miswritten_curp_is_seldom_right_by_its_digit_and_anothers_is_right() -> None:
    wrong = curps.read(written(juan(), curp_known=1.0, curp_miswritten=1.0)["curp"])
    assert wrong["fault"].is_not_null().mean() > 0.8
    other = written(juan(), curp_known=1.0, curp_of_another=1.0)["curp"]
    assert curps.read(other)["fault"].null_count() == MANY
    assert (other != pl.Series(juan().curp.tolist())).mean() > 0.9


def test_a_nickname_is_mostly_the_same_at_both_offices() -> None:
    here, there = (
        record(np.random.default_rng(seed), juan(), replace(NEVER, nickname=1.0))[0] for seed in (3, 4)
    )
    assert 0.4 < (here["aliases"] == there["aliases"]).mean() < 0.75


def test_who_gives_a_false_name_is_mostly_known_by_the_true_one_beside() -> None:
    other = person("PEDRO", None, "LÓPEZ", "GARCÍA", None)
    people = replace(juan(), guise=other.persons)
    assert names(people, false_name=1.0) == {("PEDRO", "LOPEZ", "GARCIA")}
    aliases = written(people, false_name=1.0)["aliases"].fill_null("")
    assert 0.5 < aliases.str.ends_with("DE LA CRUZ MUÑOZ").mean() < 0.8


def test_the_profile_kept_apart_stands_outside_the_package_and_is_harder() -> None:
    usual = synthetic.profiles()["usual"]
    apart = synthetic.read_profiles(APART, usual)["apart"]
    assert "apart" not in synthetic.profiles()
    harder = ("misread", "truncated", "respelt", "one_field", "born_missing", "day_month_swapped")
    assert all(getattr(apart.wanted, name) > 1.9 * getattr(usual.wanted, name) for name in harder)
