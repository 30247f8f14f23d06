"""``assess --bulk``, ``--as-of`` and ``--repeat``: a docket in, findings out, broken rows named."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from jsonschema import Draft202012Validator

from cli.run import here
from dedere.law.assess import assess
from dedere.law.library import library
from dedere.law.readcase import read_case

ROOT = Path(__file__).parents[2]
OPEN = ROOT / "tests" / "cases" / "cruz-martinez-2016.toml"
HEAD = "case,charge,requesting,requested,on,route,offence-wilful,maximum-requesting,person-status"
GOOD = "A-1,1,US,MX,2025-02-26,treaty-extradition,true,240,accused"


def schema(name: str) -> Draft202012Validator:
    path = ROOT / "docs" / "reference" / f"{name}.schema.json"
    return Draft202012Validator(json.loads(path.read_text(encoding="utf-8")))


def docket(folder: Path, *rows: str, head: str = HEAD) -> Path:
    path = folder / "docket.csv"
    path.write_text("\n".join((head, *rows)), encoding="utf-8")
    return path


def of_case(path: Path, folder: Path) -> Path:
    """A case file as a docket of Parquet, its columns typed."""
    case = read_case(path)
    rows: list[dict[str, Any]] = [
        {
            "case": case.id,
            "charge": charge.id,
            "requesting": str(case.requesting),
            "requested": str(case.requested),
            "on": case.on,
            "route": case.route,
            **{name: known.value for name, known in {**case.facts, **charge.facts}.items()},
        }
        for charge in case.charges
    ]
    pl.DataFrame(rows, infer_schema_length=None).write_parquet(folder / "docket.parquet")
    return folder / "docket.parquet"


@pytest.mark.parametrize("suffix", ["parquet", "csv"])
def test_the_findings_of_a_docket_are_those_of_its_case(tmp_path: Path, suffix: str) -> None:
    out = tmp_path / f"findings.{suffix}"
    done = here("assess", "--bulk", of_case(OPEN, tmp_path), "-o", out, "--needs", "--json")
    assert done.code == 0, done.error
    schema("docket").validate(done.json)
    table = pl.read_parquet(out) if suffix == "parquet" else pl.read_csv(out, infer_schema=False)
    case = assess(read_case(OPEN), library())
    expected = [
        (
            case.case,
            charge.id,
            found.citation.instrument,
            found.citation.article,
            found.clause,
            found.effect.value,
            found.finding.value,
            " | ".join("; ".join(sorted(each)) for each in found.needs),
        )
        for charge in case.charges
        for found in charge.findings
    ]
    asked = ("case", "charge", "instrument", "article", "clause", "effect", "finding", "needs")
    assert table.select(pl.col(asked).cast(pl.String).fill_null("")).rows() == expected
    digests = {used.id: used.digest for used in case.instruments}
    told = {(used["id"], used["digest"]) for used in done.json["instruments"]}
    assert told <= digests.items()
    assert set(table.select(pl.col("instrument", "digest").cast(pl.String)).unique().rows()) == told


def test_the_order_is_the_dockets_whatever_the_law_of_each_row(tmp_path: Path) -> None:
    rows = [
        "B,1,MX,US,2025-02-26,treaty-extradition,,,",
        GOOD,
        "B,2,MX,US,1979-01-01,treaty-extradition,,,",
        "A-1,2,US,MX,2025-02-27,treaty-extradition,,,",
    ]
    out = tmp_path / "findings.parquet"
    assert here("assess", "--bulk", docket(tmp_path, *rows), "-o", out).code == 0
    charges = pl.read_parquet(out).select("case", "charge").unique(maintain_order=True)
    assert charges.rows() == [("B", "1"), ("A-1", "1"), ("B", "2"), ("A-1", "2")]


@pytest.mark.parametrize(
    ("row", "column", "said"),
    [
        ("A,1,USA,MX,2025-02-26,treaty-extradition,,,", "requesting", "no State's code"),
        ("A,1,US,MX,yesterday,treaty-extradition,,,", "on", "is no day"),
        ("A,1,US,MX,2025-02-26,by-sea,,,", "route", "not one of its codes"),
        (",1,US,MX,2025-02-26,treaty-extradition,,,", "case", "is empty"),
        ("A,1,MX,MX,2025-02-26,treaty-extradition,,,", "requested", "are the same"),
        ("A,1,US,MX,2025-02-26,treaty-extradition,maybe,,", "offence-wilful", "does not answer"),
        ("A,1,US,MX,2025-02-26,treaty-extradition,,-3,", "maximum-requesting", "does not answer"),
        ("A,1,US,MX,2025-02-26,treaty-extradition,,,wanted", "person-status", "does not answer"),
        ("A,1,US,MX,2025-02-26,treaty-extradition,,,,more", "", "more cells"),
        ("A,1,US,MX,2025-02-26", "", "fewer cells"),
    ],
)
def test_a_broken_row_is_named_and_set_aside_and_the_rest_goes_on(
    tmp_path: Path, row: str, column: str, said: str
) -> None:
    out = tmp_path / "findings.parquet"
    done = here("assess", "--bulk", docket(tmp_path, GOOD, row, GOOD), "-o", out, "--json")
    assert done.code == 1
    schema("docket").validate(done.json)
    assert (done.json["charges"], done.json["broken"]) == (2, 1)
    (named,) = done.json["rows_broken"]
    assert (named["row"], named["column"]) == (3, column)
    assert said in named["what"]
    assert named["remedy"]
    with Path(done.json["set_aside"]).open(encoding="utf-8-sig", newline="") as text:
        (aside,) = csv.DictReader(text)
    assert (aside["row"], aside["case"]) == ("3", row.partition(",")[0])
    assert pl.read_parquet(out)["case"].unique().to_list() == ["A-1"]


def test_a_broken_row_is_told_in_spanish(tmp_path: Path) -> None:
    path = docket(tmp_path, "A,1,US,MX,ayer,treaty-extradition,,,")
    said = here("assess", "--bulk", path, "-o", tmp_path / "f.csv", "--lang", "es").out
    assert "«ayer» en «on» no es un día; escríbalo como 2013-09-01" in said


@pytest.mark.parametrize(
    ("head", "said"),
    [
        (f"{HEAD},offence-wilfull", "did you mean 'offence-wilful'?"),
        (HEAD.replace(",on,", ",day,"), "the column 'day' is unknown"),
        (HEAD.replace("requested,", ""), "the column 'requested' is missing"),
        (f"{HEAD},on", "two columns are named 'on'"),
    ],
)
def test_columns_that_are_not_as_they_should_end_the_run_before_it_starts(
    tmp_path: Path, head: str, said: str
) -> None:
    done = here("assess", "--bulk", docket(tmp_path, GOOD, head=head), "-o", tmp_path / "f.parquet")
    assert done.code == 2
    assert said in done.complaint
    assert not (tmp_path / "f.parquet").exists()


def test_a_file_that_turns_out_to_be_no_table_leaves_no_output_behind(tmp_path: Path) -> None:
    done = here("assess", "--bulk", docket(tmp_path, GOOD, '"A,1'), "-o", tmp_path / "f.parquet")
    assert done.code == 2
    assert "line 3" in done.complaint
    assert [path.name for path in tmp_path.iterdir()] == ["docket.csv"]


def test_what_is_no_parquet_and_a_column_of_the_wrong_type_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "docket.parquet"
    path.write_bytes(b"case,charge")
    assert "not Parquet" in here("assess", "--bulk", path, "-o", tmp_path / "f.csv").complaint
    pl.DataFrame({"case": ["A"], "offence-wilful": [0.5]}).write_parquet(path)
    complaint = here("assess", "--bulk", path, "-o", tmp_path / "f.csv").complaint
    assert "offence-wilful: its type is Float64" in complaint


def test_the_output_is_never_the_docket_and_is_a_table(tmp_path: Path) -> None:
    path = docket(tmp_path, GOOD)
    assert "this is the docket" in here("assess", "--bulk", path, "-o", path).complaint
    assert "no such file" in here("assess", "--bulk", path, "-o", tmp_path / "f.txt").complaint
    assert "-o" in here("assess", "--bulk", path).complaint
    assert "--bulk" in here("assess").complaint


def test_the_law_of_another_day_stands_in_the_place_of_the_files(tmp_path: Path) -> None:
    head, row = HEAD.replace("on,", ""), GOOD.replace("2025-02-26,", "")
    out = tmp_path / "f.parquet"
    path = docket(tmp_path, row, head=head)
    assert here("assess", "--bulk", path, "-o", out, "--as-of", "1979-12-31").code == 0
    assert "us-mx-1978" not in pl.read_parquet(out)["instrument"].unique().to_list()
    assert here("assess", "--bulk", path, "-o", out, "--as-of", "1980-01-25").code == 0
    assert "us-mx-1978" in pl.read_parquet(out)["instrument"].unique().to_list()
    told = here("assess", OPEN, "--as-of", "1979-12-31", "--json").json
    assert told["on"] == "1979-12-31"
    assert "us-mx-1978" not in [used["id"] for used in told["instruments"]]
    assert "--as-of" in here("assess", OPEN, "--as-of", "soon").complaint


def test_charges_that_no_instrument_binds_are_counted(tmp_path: Path) -> None:
    path = docket(tmp_path, GOOD, "B,,NZ,UY,2025-02-26,treaty-extradition,,,")
    done = here("assess", "--bulk", path, "-o", tmp_path / "f.parquet", "--json")
    assert (done.code, done.json["charges"], done.json["without_instrument"]) == (0, 2, 1)


def test_an_assessment_is_repeated_and_a_changed_instrument_named(tmp_path: Path) -> None:
    kept = tmp_path / "report.json"
    kept.write_text(here("assess", OPEN, "--json").out, encoding="utf-8")
    same = here("assess", OPEN, "--repeat", kept, "--json")
    assert same.code == 0
    schema("repetition").validate(same.json)
    assert same.json["same"]
    assert same.json["on"] == read_case(OPEN).on.isoformat() != date.min.isoformat()
    then = json.loads(kept.read_text(encoding="utf-8"))
    then["instruments"][-1]["digest"] = "0" * 64
    then["charges"][0]["findings"][0]["finding"] = "not-in-point"
    kept.write_text(json.dumps(then), encoding="utf-8")
    differs = here("assess", OPEN, "--repeat", kept, "--lang", "es")
    assert differs.code == 1
    assert "EL INSTRUMENTO CAMBIÓ" in differs.out
    assert "no viene al caso →" in differs.out
