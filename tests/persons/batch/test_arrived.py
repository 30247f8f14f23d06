"""What is new since the last run: rows that no run saw as they are, and the pairs that they make."""

from __future__ import annotations

import tempfile
from pathlib import Path

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from dedere.persons.batch.arrived import Arrived, New

ROWS = st.lists(
    st.tuples(st.sampled_from("abcdef"), st.integers(0, 2)), max_size=6, unique_by=lambda row: row[0]
)


def roll(rows: list[tuple[str, int]]) -> pl.DataFrame:
    ids, years = [id for id, _ in rows], [year for _, year in rows]
    return pl.DataFrame(
        {"row": range(len(rows)), "id": ids, "year": years},
        schema={"row": pl.UInt64, "id": pl.String, "year": pl.Int16},
    )


@given(ROWS, ROWS)
def test_a_row_is_new_unless_the_last_run_saw_it_as_it_is(
    before: list[tuple[str, int]], now: list[tuple[str, int]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        first = Arrived(path=Path(folder) / "seen" / "wanted", model="m")
        assert first.new(roll(before)).all()
        first.keep()
        second = Arrived(path=Path(folder) / "seen" / "wanted", model="m")
        assert second.new(roll(now)).to_list() == [row not in before for row in now]
        assert Arrived(path=Path(folder) / "seen" / "wanted", model="other").new(roll(now)).all()


def test_where_a_rows_place_alone_changed_nothing_is_new(tmp_path: Path) -> None:
    first = Arrived(path=tmp_path / "wanted", model="m")
    first.new(roll([("a", 1), ("b", 2)]))
    first.keep()
    again = Arrived(path=tmp_path / "wanted", model="m").new(roll([("b", 2), ("a", 1)]))
    assert not again.any()


@given(ROWS, ROWS, ROWS, ROWS)
def test_the_pairs_of_two_runs_are_all_pairs(
    wanted: list[tuple[str, int]],
    held: list[tuple[str, int]],
    more_wanted: list[tuple[str, int]],
    more_held: list[tuple[str, int]],
) -> None:
    found = set[tuple[str, str]]()
    with tempfile.TemporaryDirectory() as folder:
        grown = (wanted, held), ([*wanted, *_others(more_wanted, wanted)], [*held, *_others(more_held, held)])
        for one, other in grown:
            new = New.since(Path(folder) / "seen", "m", [roll(other)])
            asked = [id for part in new.asked([roll(one)]) for id in part["id"]]
            pairs = pl.DataFrame(
                [(a, b) for a in asked for b, _ in other],
                schema={"wanted_id": pl.String, "register_id": pl.String},
                orient="row",
            )
            some = set(new.only(pairs).iter_rows())
            assert found.isdisjoint(some), "no pair is proposed twice"
            found |= some
            new.keep()
    assert found == {(a, b) for a, _ in grown[1][0] for b, _ in grown[1][1]}


def _others(rows: list[tuple[str, int]], known: list[tuple[str, int]]) -> list[tuple[str, int]]:
    ids = {id for id, _ in known}
    return [row for row in rows if row[0] not in ids]
