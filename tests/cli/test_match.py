"""``match``, ``find`` and ``runs check``: two lists in, proposals out, in order, sealed, nothing lost."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any
from unittest.mock import patch

import polars as pl
import pytest
from jsonschema import Draft202012Validator

from cli.run import Ran, here
from dedere.persons.batch import pairing
from dedere.persons.batch.parts import Parts

ROOT = Path(__file__).parents[2]
ROLLS = ROOT / "examples" / "invented-rolls"
WANTED, REGISTER = ROLLS / "wanted.csv", ROLLS / "register.csv"
DECIDED = "wanted_roll,wanted_id,register_roll,register_id,verdict,wanted_digest,register_digest,reason,by,at"


def schema(name: str) -> Draft202012Validator:
    path = ROOT / "docs" / "reference" / f"{name}.schema.json"
    return Draft202012Validator(json.loads(path.read_text(encoding="utf-8")))


def match(folder: Path, *options: str | Path, wanted: Path = WANTED, register: Path = REGISTER) -> Ran:
    return here("match", wanted, register, "-o", folder / "matches.csv", *options, "--json")


def table(folder: Path) -> pl.DataFrame:
    return pl.read_csv(folder / "matches.csv", schema_overrides={"weight_bits": pl.Float64})


def pairs(folder: Path) -> set[tuple[str, str]]:
    return set(table(folder).select("wanted_id", "register_id").iter_rows())


def changed(path: Path, folder: Path, *lines: str, without: str = "-") -> Path:
    """A list with more lines, and without those that begin so."""
    kept = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith(without)]
    copy = folder / path.name
    copy.write_text("\n".join((*kept, *lines, "")), encoding="utf-8")
    return copy


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The register's saved index."""
    folder = tmp_path_factory.mktemp("saved")
    done = match(folder, "--index", folder / "index")
    assert done.json["index_used_again"] is False
    return folder / "index"


def test_proposals_stand_by_wanted_person_the_heaviest_first(tmp_path: Path, index: Path) -> None:
    done = match(tmp_path, "--index", index)
    assert done.code == 0, done.error
    schema("match").validate(done.json)
    found = table(tmp_path)
    assert found.columns == ["wanted_id", "register_id", "probability", "weight_bits", "band"]
    assert found.rows() == found.sort("wanted_id", -pl.col("weight_bits"), "register_id").rows()
    assert set(found["band"]) == {"strong", "review"}
    assert done.json["bands"] == dict(found["band"].value_counts().iter_rows())
    assert done.json["index_used_again"] is True
    assert sorted(path.name for path in tmp_path.iterdir()) == ["matches.csv", "matches.run.json"]


def test_parquet_holds_what_csv_holds_and_the_order_of_rows_changes_nothing(
    tmp_path: Path, index: Path
) -> None:
    match(tmp_path, "--index", index)
    turned = pl.read_csv(WANTED, infer_schema=False).reverse()
    turned.write_parquet(tmp_path / "wanted.parquet")
    out = tmp_path / "matches.parquet"
    done = here("match", tmp_path / "wanted.parquet", REGISTER, "-o", out, "--index", index)
    assert done.code == 0, done.error
    assert pl.read_parquet(out).equals(table(tmp_path))
    assert "They are proposals: a person decides." in done.out


def test_a_register_that_changed_is_indexed_anew(tmp_path: Path) -> None:
    match(tmp_path, "--index", tmp_path / "index")
    register = changed(REGISTER, tmp_path, without="R-0150")
    done = match(tmp_path, "--index", tmp_path / "index", register=register)
    assert done.json["index_used_again"] is False
    assert "R-0150" not in table(tmp_path)["register_id"]


def test_rows_that_cannot_be_taken_are_set_aside_and_the_rest_goes_on(tmp_path: Path) -> None:
    wanted = changed(WANTED, tmp_path, "W-02,OTRA,VEZ,,,,,,,", ",SIN,CLAVE,,,,,,,", "W-99,corta")
    register = changed(REGISTER, tmp_path, "R-9999,,,,,,,,,")
    done = match(tmp_path, "--index", tmp_path / "index", wanted=wanted, register=register)
    assert done.code == 1
    with (tmp_path / "matches.aside.csv").open(encoding="utf-8-sig", newline="") as stream:
        aside = [(row["file"], row["row"], row["id"], row["code"]) for row in csv.DictReader(stream)]
    assert aside == [
        ("register.csv", "401", "R-9999", "no-name"),
        ("wanted.csv", "41", "W-02", "id-twice"),
        ("wanted.csv", "42", "", "no-id"),
        ("wanted.csv", "43", "", "too-few-cells"),
    ]
    assert done.json["wanted"]["aside"] == {"id-twice": 1, "no-id": 1, "too-few-cells": 1}
    again = here("match", wanted, register, "-o", tmp_path / "matches.csv", "--index", tmp_path / "index")
    assert again.code == 1
    assert "1 · has no name and no alias" in again.out, "a saved index remembers what was set aside"
    good = match(tmp_path, "--index", tmp_path / "index")
    assert (good.code, good.json["set_aside"]) == (0, "")
    assert not (tmp_path / "matches.aside.csv").exists()


def stopped(after: int) -> Any:
    """Parts that are interrupted once so many are kept."""
    put = Parts.put

    def failing(self: Parts, number: int, found: pl.DataFrame) -> None:
        if number > after:
            raise KeyboardInterrupt
        put(self, number, found)

    return patch.object(Parts, "put", failing)


def test_a_run_that_was_stopped_leaves_no_half_and_goes_on_to_the_same_bytes(tmp_path: Path) -> None:
    with patch.object(pairing, "TOGETHER", 7):
        match(tmp_path)
        whole = (tmp_path / "matches.csv").read_bytes()
        (tmp_path / "matches.csv").unlink()
        with stopped(after=2):
            done = match(tmp_path)
        assert done.code == 130
        assert "--resume" in done.complaint
        assert not (tmp_path / "matches.csv").exists()
        again = list[int]()
        with patch.object(
            Parts,
            "put",
            lambda self, number, found, put=Parts.put: (again.append(number), put(self, number, found)),
        ):
            done = match(tmp_path, "--resume")
        assert done.code == 0, done.error
    assert again == [3, 4, 5, 6], "what was finished is not done again"
    assert done.json["index_used_again"] is True
    assert (tmp_path / "matches.csv").read_bytes() == whole
    assert sorted(path.name for path in tmp_path.iterdir()) == ["matches.csv", "matches.run.json"]


def test_a_run_is_not_resumed_with_other_lists(tmp_path: Path, index: Path) -> None:
    with stopped(after=0):
        match(tmp_path, "--index", index)
    other = changed(WANTED, tmp_path, without="W-02")
    done = match(tmp_path, "--index", index, "--resume", wanted=other)
    assert done.code == 2
    assert "leave --resume out to begin anew" in done.complaint
    assert match(tmp_path, "--index", index, wanted=other).code == 0


def test_only_what_is_new_since_the_last_time_is_proposed(tmp_path: Path) -> None:
    options = ("--index", tmp_path / "index", "--incremental")
    few = changed(WANTED, tmp_path, without="W-02")
    first = match(tmp_path, *options, wanted=few)
    assert first.json["incremental"] == {"wanted": 39, "register": 400}
    before = pairs(tmp_path)
    assert match(tmp_path, *options, wanted=few).json["pairs"] == 0
    second = match(tmp_path, *options)
    assert second.json["incremental"] == {"wanted": 1, "register": 0}
    assert {wanted for wanted, _ in pairs(tmp_path)} == {"W-02"}
    match(tmp_path, "--index", tmp_path / "index")
    everything = pairs(tmp_path)
    assert before < everything
    line = next(
        line for line in REGISTER.read_text(encoding="utf-8").splitlines() if line.startswith("R-0150")
    )
    grown = changed(REGISTER, tmp_path, line.replace("R-0150", "R-8888"))
    third = match(tmp_path, *options, register=grown)
    assert third.json["incremental"] == {"wanted": 0, "register": 1}
    assert {held for _, held in pairs(tmp_path)} == {"R-8888"}


def decisions(folder: Path, *rows: tuple[str, str, str]) -> Path:
    """Decisions on pairs of the two rolls, taken on their records as they are now."""
    found = here("match", WANTED, REGISTER, "-o", folder / "x.csv", "--index", folder / "index")
    assert found.code == 0
    from dedere.persons.reading.roll import open_roll
    from dedere.persons.record import record_of

    digests = {
        row["id"]: record_of(path.stem, row).digest
        for path in (WANTED, REGISTER)
        for batch in open_roll(path).batches()
        for row in batch.frame.iter_rows(named=True)
    }
    lines = (
        f"wanted,{one},register,{other},{verdict},{digests[one]},{digests[other]},prints,ana,2026-03-02T12:00:00-06:00"
        for one, other, verdict in rows
    )
    path = folder / "decisions.csv"
    path.write_text("\n".join((DECIDED, *lines)), encoding="utf-8")
    return path


def test_what_a_person_decided_is_never_overridden(tmp_path: Path) -> None:
    path = decisions(
        tmp_path,
        ("W-02", "R-0150", "not-the-same"),
        ("W-02", "R-0304", "cannot-say"),
        ("W-03", "R-0083", "same"),
        ("W-01", "R-0001", "same"),
    )
    done = match(tmp_path, "--index", tmp_path / "index", "--decisions", path)
    assert done.code == 0, done.error
    assert done.json["decisions"] == 4
    bands = {(row[0], row[1]): row[4] for row in table(tmp_path).iter_rows()}
    assert ("W-02", "R-0150") not in bands
    assert bands["W-02", "R-0304"] == "strong"
    assert bands["W-03", "R-0083"] == "strong"
    assert bands["W-01", "R-0001"] == "strong"
    register = changed(REGISTER, tmp_path, without="R-0150")
    register = changed(register, tmp_path, "R-0150,OTRO,NOMBRE,,,,,,,")
    done = match(tmp_path, "--decisions", path, register=register)
    assert done.json["decisions"] == 3, "a changed row re-opens what was decided of it"


@pytest.mark.parametrize(
    ("output", "said"),
    [("matches.pdf", "no such file"), ("wanted.csv", "one of the lists"), ("none/matches.csv", "not there")],
)
def test_an_output_that_cannot_be_is_refused(tmp_path: Path, output: str, said: str) -> None:
    wanted = changed(WANTED, tmp_path)
    done = here("match", wanted, REGISTER, "-o", tmp_path / output)
    assert done.code == 2
    assert said in done.complaint


def test_a_folder_that_holds_something_else_is_not_replaced_by_an_index(tmp_path: Path) -> None:
    (tmp_path / "index").mkdir()
    (tmp_path / "index" / "letters.txt").write_text("mine", encoding="utf-8")
    done = match(tmp_path, "--index", tmp_path / "index")
    assert done.code == 2
    assert "something else than an index" in done.complaint
    assert (tmp_path / "index" / "letters.txt").exists()


@pytest.mark.parametrize("rows", [("id,name", "1,"), ("id,name",)])
def test_a_list_of_nobody_is_refused(tmp_path: Path, rows: tuple[str, ...]) -> None:
    path = tmp_path / "nobody.csv"
    path.write_text("\n".join(rows), encoding="utf-8")
    for lists in ({"wanted": path}, {"register": path}):
        done = match(tmp_path, **lists)
        assert done.code == 2
        assert "set aside" in done.complaint or "holds no person" in done.complaint


def test_new_rows_alone_are_asked_of_a_saved_index(tmp_path: Path) -> None:
    assert match(tmp_path, "--incremental").code == 2


def test_a_sealed_run_is_held_against_its_files(tmp_path: Path, index: Path) -> None:
    wanted = changed(WANTED, tmp_path)
    match(tmp_path, "--index", index, wanted=wanted)
    record = tmp_path / "matches.run.json"
    done = here("runs", "check", record, REGISTER, "--json")
    assert done.code == 0, done.error
    schema("runs-check").validate(done.json)
    assert done.json["checked"] == ["output", "register", "wanted"]
    (tmp_path / "matches.csv").write_bytes((tmp_path / "matches.csv").read_bytes()[:-1])
    record.write_text(record.read_text(encoding="utf-8").replace('"rows":40', '"rows":41'), encoding="utf-8")
    done = here("runs", "check", record)
    assert done.code == 1
    assert done.out == "No longer as it was: seal, output\n"


def test_one_person_is_found_with_the_evidence(index: Path) -> None:
    asked = next(csv.DictReader(WANTED.open(encoding="utf-8")))
    row = pl.read_csv(REGISTER, infer_schema=False).row(0, named=True)
    name = f"{row['given']} {row['surname_1']} {row['surname_2']}"
    done = here("find", name, "--index", index, "--born", row["born"], "--sex", row["sex"], "--json")
    assert done.code == 0, done.error
    schema("find").validate(done.json)
    first = done.json["proposals"][0]
    assert (first["register_id"], first["band"]) == (row["id"], "strong")
    assert first["record"]["surname_1"] == row["surname_1"]
    assert sum(step["bits"] for step in first["evidence"]) == pytest.approx(first["weight_bits"], abs=0.1)
    told = here("find", name, REGISTER, "--lang", "es")
    assert f"Propuesta firme: {row['id']} · {name}" in told.out
    assert asked["id"] not in told.out


def test_nobody_near_enough_ends_with_one(index: Path) -> None:
    done = here("find", "Xochiquetzalli Wojciechowski", "--index", index)
    assert (done.code, done.out) == (1, "Nobody in the register is near enough.\n")


@pytest.mark.parametrize("options", [("--born", "nunca"), ("--curp", "XX")])
def test_what_cannot_be_read_of_a_person_is_said(index: Path, options: tuple[str, str]) -> None:
    done = here("find", "Ana Luna", "--index", index, *options)
    assert done.code == 2
    assert "cannot be read" in done.complaint or "eighteen" in done.complaint


def test_a_person_is_looked_up_in_one_place(index: Path) -> None:
    assert here("find", "Ana Luna").code == 2
    assert here("find", "Ana Luna", REGISTER, "--index", index).code == 2
