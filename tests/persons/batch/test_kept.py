"""What is kept of a run: parts of unfinished work, and an index that gives way only to a whole one."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from dedere.persons.batch.kept import (
    SEEN,
    UnreadableFolder,
    being_built,
    demand_replaceable,
    kept,
    put_in_place,
)
from dedere.persons.batch.parts import Parts, UnreadableParts
from dedere.persons.batch.proposals import COLUMNS, ordered, write
from dedere.persons.run import Listed

REGISTER = Listed(file="register.csv", digest="c" * 64, rows=2)
PAIRS = pl.DataFrame(
    [("b", "1", 0.5, 1.0, "review"), ("a", "2", 0.9, 4.0, "strong"), ("a", "1", 0.9, 4.0, "strong")],
    schema=COLUMNS,
    orient="row",
)


def built(folder: Path, content: str) -> Path:
    beside = being_built(folder)
    (beside / "keys").write_text(content, encoding="utf-8")
    return beside


def test_parts_are_kept_until_the_work_is_done(tmp_path: Path) -> None:
    parts = Parts(folder=tmp_path / ".work", job="this")
    assert parts.begin(resume=True) == 0, "there is nothing to go on from yet"
    parts.put(1, PAIRS[:2])
    parts.put(2, PAIRS[2:])
    assert parts.begin(resume=True) == 2
    assert (parts.has(2), parts.has(3)) == (True, False)
    assert parts.pairs().equals(PAIRS)
    assert parts.begin(resume=False) == 0
    assert parts.pairs().is_empty()
    parts.clear()
    assert list(tmp_path.iterdir()) == []


def test_parts_of_other_work_are_not_gone_on_from(tmp_path: Path) -> None:
    Parts(folder=tmp_path / ".work", job="this").begin(resume=False)
    with pytest.raises(UnreadableParts, match="other lists"):
        Parts(folder=tmp_path / ".work", job="that").begin(resume=True)


@pytest.mark.parametrize("suffix", ["csv", "parquet"])
def test_the_same_pairs_give_the_same_bytes_in_whatever_order_they_came(tmp_path: Path, suffix: str) -> None:
    one, other = tmp_path / f"one.{suffix}", tmp_path / f"other.{suffix}"
    write(ordered(PAIRS), one)
    write(ordered(PAIRS.reverse()), other)
    assert one.read_bytes() == other.read_bytes()
    assert ordered(PAIRS).select("wanted_id", "register_id").rows() == [("a", "1"), ("a", "2"), ("b", "1")]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted((one.name, other.name))


def test_an_index_takes_the_place_of_the_one_before_and_keeps_what_was_seen(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    assert kept(folder) is None
    first = put_in_place(built(folder, "one"), folder, REGISTER, "0.1.0")
    assert kept(folder) == first
    (folder / SEEN).mkdir()
    (folder / SEEN / "wanted.npy").write_bytes(b"rows")
    beside = built(folder, "two")
    assert kept(folder) == first, "until the other is whole"
    second = put_in_place(beside, folder, REGISTER, "0.1.0")
    assert second.digest != first.digest
    assert (folder / "keys").read_text(encoding="utf-8") == "two"
    assert (folder / SEEN / "wanted.npy").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["index"]


def test_the_digest_of_an_index_is_that_of_its_files(tmp_path: Path) -> None:
    digests = {
        put_in_place(built(tmp_path / name, content), tmp_path / name, REGISTER, "0.1.0").digest
        for name, content in (("a", "one"), ("b", "one"), ("c", "two"))
    }
    assert len(digests) == 2


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    demand_replaceable(tmp_path / "new")
    demand_replaceable(tmp_path)
    (tmp_path / "letters.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(UnreadableFolder, match="something else than an index"):
        demand_replaceable(tmp_path)


def test_what_is_no_mark_of_an_index_is_none(tmp_path: Path) -> None:
    for text in ("", "[]", "{}", '{"format": 2}', '{"format": 1, "register": {}}'):
        (tmp_path / "register.json").write_text(text, encoding="utf-8")
        assert kept(tmp_path) is None
