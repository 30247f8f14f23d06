"""The synthetic register: the same seed, the same rows; true numbers, true families, stated errors."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from dedere.persons import synthetic
from dedere.persons.identifiers import curps
from dedere.persons.synthetic import Drawn
from dedere.persons.synthetic.population import NONE, Persons, in_custody
from dedere.persons.synthetic.recording import People

USUAL = synthetic.profiles()["usual"]


@cache
def drawn(profile: str = "usual", seed: int = 11) -> Drawn:
    return synthetic.draw(
        seed=seed, recording=synthetic.profiles()[profile], register=6_000, wanted=1_200, held=0.5
    )


@cache
def people() -> Persons:
    return in_custody(np.random.default_rng(5), 20_000, People())


def test_the_same_seed_draws_the_same_rows_and_another_seed_others() -> None:
    again = synthetic.draw(seed=11, recording=USUAL, register=6_000, wanted=1_200, held=0.5)
    for name in ("register", "wanted", "truth", "groups"):
        assert getattr(again, name).equals(getattr(drawn(), name))
    assert not drawn(seed=12).register.equals(drawn().register)


def test_a_draw_has_the_rows_asked_for_and_the_columns_of_an_input() -> None:
    columns = ["id", "given", "surname_1", "surname_2", "full_name"]
    columns += ["aliases", "born", "sex", "birth_state", "curp"]
    for table, rows in ((drawn().register, 6_000), (drawn().wanted, 1_200)):
        assert table.columns == columns
        assert table.height == rows == table["id"].n_unique()
        assert set(table.dtypes) == {pl.String}


def test_half_of_the_wanted_are_held_and_every_row_about_them_is_in_the_truth() -> None:
    truth = drawn().truth
    assert truth["wanted_id"].n_unique() == 600
    assert truth.height > 650  # some were admitted more than once
    assert truth["register_id"].is_unique().all()
    assert truth["register_id"].is_in(drawn().register["id"].implode()).all()


def test_rows_are_drawn_in_blocks_without_changing_what_is_written(tmp_path: Path) -> None:
    synthetic.write(drawn(), tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "groups.parquet",
        "register.parquet",
        "truth.parquet",
        "wanted.parquet",
    ]
    assert pl.read_parquet(tmp_path / "register.parquet").equals(drawn().register)


def test_the_curps_of_careful_offices_are_true_by_the_rule() -> None:
    exact = replace(USUAL.register, curp_miswritten=0.0, curp_of_another=0.0)
    made = synthetic.draw(seed=3, recording=replace(USUAL, register=exact), register=4_000, wanted=10)
    read = curps.read(made.register["curp"])
    assert read["fault"].null_count() == 4_000
    assert (read["year"] > 0).sum() > 2_000
    states = made.register.with_columns(read["birth_state"].alias("said"))
    both = states.filter(pl.col("said").is_not_null() & pl.col("birth_state").is_not_null())
    assert (both["said"] == both["birth_state"]).mean() > 0.9


def test_some_curps_have_a_wrong_digit_or_are_anothers() -> None:
    hard = replace(USUAL.register, curp_miswritten=0.2, curp_of_another=0.2)
    made = synthetic.draw(seed=3, recording=replace(USUAL, register=hard), register=4_000, wanted=10)
    known = made.register.filter(pl.col("curp").is_not_null())
    faulty = curps.read(known["curp"])["fault"].is_not_null().mean()
    assert faulty == pytest.approx(0.2, abs=0.05)


def test_children_have_the_surnames_of_both_parents_in_their_order() -> None:
    found = people()
    frame = pl.DataFrame({"family": found.family, "first": found.surname_1, "second": found.surname_2})
    alike = frame.group_by("family", "first", "second").len().filter(pl.col("len") > 1)
    assert alike.height > 500  # brothers and sisters, of both surnames


def test_there_are_twins_fathers_of_sons_of_one_name_and_namesakes_who_are_strangers() -> None:
    found = people()
    frame = pl.DataFrame(
        {name: getattr(found, name) for name in ("family", "born", "surname_1", "surname_2", "given_1")}
    )
    twins = frame.group_by("family", "born").len().filter(pl.col("len") > 1)
    namesakes = frame.group_by("given_1", "surname_1", "surname_2").agg(pl.col("family").n_unique())
    sons = frame.group_by("family", "given_1", "surname_1").agg(pl.col("surname_2").n_unique())
    assert twins.height > 3
    assert (namesakes["family"] > 1).sum() > 40
    assert (sons["surname_2"] > 1).sum() > 20


def test_there_are_rare_surnames_and_common_ones() -> None:
    counts = np.sort(np.unique(people().surname_1, return_counts=True)[1])[::-1]
    assert counts[0] > 400
    assert (counts == 1).sum() > 800


def test_a_person_born_abroad_has_no_mexican_state() -> None:
    abroad = drawn("central-americans").register.filter(pl.col("birth_state") == "NE")
    assert 0.3 < abroad.height / 6_000 < 0.6
    assert abroad["curp"].is_not_null().mean() < 0.15


@pytest.mark.parametrize(
    ("profile", "group"),
    [
        ("women", "married-name"),
        ("indigenous", "indigenous-surname"),
        ("central-americans", "central-american"),
    ],
)
def test_a_profile_for_a_group_has_enough_of_it(profile: str, group: str) -> None:
    groups = drawn(profile).groups
    assert groups["wanted_id"].equals(drawn(profile).wanted["id"])
    assert (groups["group"] == group).sum() > 120


def test_women_are_in_custody_at_the_stated_share() -> None:
    assert people().woman.mean() == pytest.approx(People().women, abs=0.03)
    assert (people().husband[~people().woman] == NONE).all()


def test_what_the_north_writes_is_harder_than_what_the_south_writes() -> None:
    register, wanted = drawn().register, drawn().wanted
    assert register["surname_2"].null_count() / 6_000 < 0.25
    assert wanted["surname_2"].null_count() / 1_200 > 0.5
    assert wanted["surname_1"].str.contains("-").sum() > 80
    assert wanted["aliases"].str.contains(";").sum() > 10
    assert wanted["born"].str.len_chars().eq(4).sum() > 30
