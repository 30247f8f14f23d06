"""A roll as keys: what its records say, whatever the order, spelling and short forms of their names."""

from __future__ import annotations

from pathlib import Path

import polars as pl

from dedere.persons.apart import standard
from dedere.persons.apart.kinds import USUAL
from dedere.persons.apart.listed import listed
from dedere.persons.reading.cells import ROLL


def roll(*rows: dict[str, object]) -> pl.DataFrame:
    blank: dict[str, object] = dict.fromkeys(ROLL)
    whole = [{**blank, "row": at, "id": f"P-{at}", "aliases": [], **row} for at, row in enumerate(rows, 1)]
    return pl.DataFrame(whole, schema=dict(ROLL))


BORN: dict[str, object] = {"year": 1980, "month": 3, "day": 5}


def keys(*, offers: bool = False, **said: object) -> set[str]:
    return set(listed([roll({**BORN, **said})], USUAL, offers=offers))


def test_a_name_in_parts_and_in_one_field_in_any_order_have_the_same_keys() -> None:
    parts = keys(given="Juan Pablo", surname_1="Giménez", surname_2="de la Cruz")
    assert len(parts) == 6 + 4 + 4 + 1
    assert keys(full_name="GIMENEZ CRUZ, JUAN PABLO") == parts
    assert keys(full_name="Juan Pablo Jiménez Cruz") == parts


def test_a_second_surname_left_out_leaves_the_keys_without_it() -> None:
    whole = keys(given="Juan Pablo", surname_1="Giménez", surname_2="Cruz")
    assert keys(given="Juan Pablo", surname_1="Gimenez") < whole


def test_an_alias_has_keys_of_its_own() -> None:
    own = keys(given="Lía", surname_1="Arce")
    both = keys(given="Lía", surname_1="Arce", aliases=["Eva Brito"])
    assert "two-names-date|BRITO+EVA|1980-03-05" in both - own


def test_a_nickname_has_the_keys_of_the_name_it_stands_for() -> None:
    assert keys(given="José", surname_1="Arce") < keys(given="Pepe", surname_1="Arce")


def test_an_initial_has_no_key() -> None:
    assert keys(given="J", surname_1="Arce") == set()


def test_a_date_that_the_curp_says_otherwise_has_keys_too() -> None:
    said = keys(given="Lía", surname_1="Arce", curp="AEXL790401MDFRXX01")
    assert "curp|AEXL790401MDFRXX01" in said
    assert {key.rpartition("|")[2] for key in said} >= {"1980-03-05", "1979-04-01"}


def test_the_side_that_offers_reads_day_and_month_both_ways() -> None:
    assert keys(given="Lía", surname_1="Arce", offers=True) == {
        "two-names-date|ARCE+LIA|1980-03-05",
        "two-names-date|ARCE+LIA|1980-05-03",
    }


def test_records_that_share_a_key_stand_behind_it_together_and_once() -> None:
    one = {**BORN, "given": "Lía", "surname_1": "Arce", "aliases": ["Arce Lía"]}
    assert listed([roll(one, one)], USUAL, offers=False) == {
        "two-names-date|ARCE+LIA|1980-03-05": ["P-1", "P-2"]
    }


def test_the_standard_is_of_every_file_that_decides_a_key() -> None:
    room = Path(standard.__file__).parents[1]
    assert [pattern for pattern in standard.DECIDING if not list(room.glob(pattern))] == []
    assert len(standard.standard()) == 16
