"""An index that has grown finds what one built at once finds; another register is not taken for it."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from dedere.persons import synthetic
from dedere.persons.index.grow import OtherRows, grow
from dedere.persons.index.store import Index, build, load
from dedere.persons.matching.search import Search
from dedere.persons.model.model import load as model
from dedere.persons.reading.strings import roll_of

SEGMENT = 700


@pytest.fixture(scope="module")
def rolls() -> tuple[pl.DataFrame, pl.DataFrame]:
    drawn = synthetic.draw(seed=11, register=2_000, wanted=300, recording=synthetic.profiles()["hurried"])
    return roll_of(drawn.register), roll_of(drawn.wanted)


def found(index: Index, wanted: pl.DataFrame) -> pl.DataFrame:
    return pl.concat(Search(index, model()).matches(wanted))


@pytest.mark.parametrize("first", [1, 699, 700, 1_000, 1_999])
def test_an_index_that_has_grown_finds_what_one_built_at_once_finds(
    rolls: tuple[pl.DataFrame, pl.DataFrame], tmp_path: Path, first: int
) -> None:
    register, wanted = rolls
    before = build([register[:first]], tmp_path / "before", segment=SEGMENT)
    grown = grow(before, [register[:1_500], register[1_500:]], tmp_path / "grown", segment=SEGMENT)
    whole = build([register], tmp_path / "whole", segment=SEGMENT)
    assert found(grown, wanted).equals(found(whole, wanted))
    assert (grown.rows, [each.rows for each in grown.segments]) == (2_000, [700, 700, 600])


def test_the_index_that_grew_is_left_as_it_was(
    rolls: tuple[pl.DataFrame, pl.DataFrame], tmp_path: Path
) -> None:
    register, wanted = rolls
    before = build([register[:1_500]], tmp_path / "before", segment=SEGMENT)
    told = found(before, wanted)
    grow(before, [register], tmp_path / "grown", segment=SEGMENT)
    assert found(load(tmp_path / "before"), wanted).equals(told)


@pytest.mark.parametrize("other", ["changed", "fewer", "in another order"])
def test_a_register_that_begins_otherwise_is_refused(
    rolls: tuple[pl.DataFrame, pl.DataFrame], tmp_path: Path, other: str
) -> None:
    register, _ = rolls
    before = build([register[:1_000]], tmp_path / "before", segment=SEGMENT)
    became = {
        "changed": register.with_columns(sex=pl.lit("M")),
        "fewer": register[:999],
        "in another order": register.reverse(),
    }
    with pytest.raises(OtherRows):
        grow(before, [became[other]], tmp_path / "grown", segment=SEGMENT)


def test_neither_the_size_of_segments_nor_the_order_of_rows_changes_what_is_found(
    rolls: tuple[pl.DataFrame, pl.DataFrame], tmp_path: Path
) -> None:
    register, wanted = rolls
    one = found(build([register], tmp_path / "one"), wanted)
    many = found(build([register], tmp_path / "many", segment=150), wanted)
    shuffled = register.sample(fraction=1, shuffle=True, seed=3)
    assert many.equals(one)
    assert found(build([shuffled], tmp_path / "shuffled"), wanted).equals(one)
