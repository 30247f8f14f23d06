"""An index says the same however its rows came, in whatever portions, and after it was closed."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import polars as pl
import pytest

from custody import HELD, table
from dedere.files.faults import SetAside
from dedere.persons import synthetic
from dedere.persons.index.store import UnreadableIndex, build, load
from dedere.persons.matching.search import Search
from dedere.persons.model import model
from dedere.persons.reading.roll import open_roll
from dedere.persons.reading.strings import roll_of

KEPT = TemporaryDirectory(prefix="store-")
ROWS = 1_500


@cache
def lists() -> tuple[pl.DataFrame, pl.DataFrame]:
    """A register and whom is wanted, as texts."""
    drawn = synthetic.draw(seed=8, recording=synthetic.profiles()["usual"], register=ROWS, wanted=300)
    return pl.concat([table(HELD), drawn.register], how="diagonal"), drawn.wanted


def pairs(register: list[pl.DataFrame], wanted: pl.DataFrame, name: str, **more: int) -> pl.DataFrame:
    """The matches of a wanted list, in an order of their own."""
    search = Search(build(map(roll_of, register), Path(KEPT.name) / name, **more), model.load())
    return ordered(search, wanted)


def ordered(search: Search, wanted: pl.DataFrame) -> pl.DataFrame:
    return pl.concat(list(search.matches(roll_of(wanted)))).sort("wanted_id", "register_id")


@cache
def plain() -> pl.DataFrame:
    return pairs([lists()[0]], lists()[1], "plain")


def alike(one: pl.DataFrame, other: pl.DataFrame) -> None:
    """The same pairs in the same bands, weights to within the rounding of a sum."""
    exact = ["wanted_id", "register_id", "band"]
    assert one.select(exact).equals(other.select(exact))
    assert np.allclose(one["weight_bits"], other["weight_bits"], atol=1e-4)


def test_there_is_something_to_compare():
    assert plain().height > 150
    assert set(plain()["band"]) == {"strong", "review"}


@pytest.mark.parametrize("segment", [97, 500, ROWS])
def test_in_whatever_portions_rows_are_kept_the_matches_are_the_same(segment):
    alike(plain(), pairs([lists()[0]], lists()[1], f"portions-{segment}", segment=segment))


def test_in_whatever_batches_rows_come_the_matches_are_the_same():
    batches = list(lists()[0].iter_slices(211))
    alike(plain(), pairs(batches, lists()[1], "batches"))


def test_in_whatever_order_both_lists_come_the_matches_are_the_same():
    register, wanted = (each.sample(fraction=1.0, shuffle=True, seed=4) for each in lists())
    alike(plain(), pairs([register], wanted, "shuffled", segment=400))


def test_an_index_opened_again_says_the_same():
    made = Search(build([roll_of(lists()[0])], Path(KEPT.name) / "again"), model.load())
    opened = Search(load(Path(KEPT.name) / "again"), model.load())
    alike(ordered(made, lists()[1]), ordered(opened, lists()[1]))


def test_a_file_that_was_read_says_the_same_as_its_rows(tmp_path):
    path = tmp_path / "register.csv"
    lists()[0].write_csv(path)
    aside: list[SetAside] = []
    read = open_roll(path).frames(aside.extend)
    search = Search(build(read, Path(KEPT.name) / "file"), model.load())
    assert aside == []
    alike(plain(), ordered(search, lists()[1]))


@pytest.mark.parametrize(
    ("told", "complaint"),
    [
        (None, "there is no index here"),
        ("{", "there is no index here"),
        (json.dumps({"format": 99}), "format 99"),
    ],
)
def test_a_folder_that_is_no_index_is_refused(tmp_path, told, complaint):
    if told is not None:
        (tmp_path / "index.json").write_text(told, encoding="utf-8")
    with pytest.raises(UnreadableIndex, match=complaint):
        load(tmp_path)
