"""Parquet, workbooks, FollowTheMoney and INTERPOL notices: told by their content, read like any roll."""

from __future__ import annotations

import json
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any
from unittest.mock import patch

import polars as pl
import pytest
from openpyxl import Workbook

from dedere.files import objects
from dedere.files.faults import UnreadableFile
from dedere.persons.reading import entities, parquet
from dedere.persons.reading.roll import open_roll
from persons.reading.rollfile import ANSELMO, BERNARDA, HEAD, TEODORO, batches, faults, read, rollfile

PERSON = {
    "id": "Q-1",
    "schema": "Person",
    "properties": {
        "name": ["Teodoro Quiñones Arce", "Teodoro Quinones"],
        "firstName": ["Teodoro"],
        "lastName": ["Quiñones"],
        "motherName": ["Arce"],
        "alias": ["El Teo"],
        "weakAlias": ["Teo"],
        "birthDate": ["1975", "1975-03-12"],
        "gender": ["male"],
        "birthPlace": ["Culiacán, Sinaloa"],
        "idNumber": ["A-17", "QUAT750312HSLXRD07"],
        "nationality": ["mx"],
    },
}
NOTICE = {
    "entity_id": "2025/101",
    "forename": "TEODORO",
    "name": "QUIÑONES ARCE",
    "date_of_birth": "1975/03/12",
    "sex_id": "M",
    "nationalities": ["MX"],
}


def written(folder: Path, text: str, name: str = "roll.json") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def workbook(folder: Path, *rows: list[Any]) -> Path:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(folder / "roll.xlsx")
    return folder / "roll.xlsx"


def test_a_roll_says_the_same_in_text_in_parquet_and_in_a_workbook(tmp_path: Path) -> None:
    frame, _ = read(rollfile(tmp_path, TEODORO, ANSELMO, BERNARDA))
    table = pl.read_csv(tmp_path / "roll.csv", infer_schema=False)
    table.write_parquet(tmp_path / "roll.parquet")
    assert read(tmp_path / "roll.parquet")[0].equals(frame)
    book = workbook(tmp_path, *(list(row.split(",")) for row in (HEAD, TEODORO, ANSELMO, BERNARDA)))
    assert read(book)[0].equals(frame)
    assert open_roll(book).source.facts == {"kind": "xlsx"}


def test_typed_columns_are_read_as_text(tmp_path: Path) -> None:
    table = pl.DataFrame(
        {
            "id": [1, 2],
            "name": pl.Series(["Ana", "Eva"], dtype=pl.Categorical),
            "born": [date(1980, 5, 3), None],
            "alias": [["La Sol", "Sol"], None],
            "sex": [1.0, 2.0],
            "height": [1.5, None],
        }
    )
    table.write_parquet(tmp_path / "roll.parquet")
    frame, _ = read(tmp_path / "roll.parquet")
    assert frame.select("id", "full_name", "year", "month", "day", "aliases", "sex").rows() == [
        ("1", "Ana", 1980, 5, 3, ["La Sol", "Sol"], "M"),
        ("2", "Eva", 0, 0, 0, [], "F"),
    ]
    assert open_roll(tmp_path / "roll.parquet").written([1])[1]["height"] == "1.5"


def test_parquet_is_read_a_slice_at_a_time(tmp_path: Path) -> None:
    pl.DataFrame({"id": range(10), "name": ["Ana"] * 9 + [None]}).write_parquet(tmp_path / "roll.parquet")
    with patch.object(parquet, "MOST_ROWS", 4):
        found = batches(tmp_path / "roll.parquet")
    assert [batch.read for batch in found] == [4, 4, 2]
    assert [each.row for batch in found for each in batch.aside] == [10]


def test_parquet_that_is_damaged_or_nested_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "roll.parquet"
    path.write_bytes(b"PAR1 and no more")
    with pytest.raises(UnreadableFile, match="begins as Parquet"):
        read(path)
    pl.DataFrame({"id": ["1"], "name": [{"given": "Ana"}]}).write_parquet(path)
    with pytest.raises(UnreadableFile, match="“name” holds Struct"):
        read(path)


def test_a_workbooks_days_and_numbers_are_read_and_its_empty_rows_passed_over(tmp_path: Path) -> None:
    book = workbook(
        tmp_path,
        [],
        ["Folio", "Nombre", "Fecha de nacimiento"],
        [1, "Ana", date(1980, 5, 3)],
        [None, None, None],
        [2, "Eva", datetime(1980, 5, 3, 12, 0)],  # noqa: DTZ001  (a workbook's day)
        [3, "Lea", 29344],
        [3, "Sol", "1980"],
    )
    frame, aside = read(book)
    assert frame.select("row", "id", "year", "month", "day").rows() == [
        (1, "1", 1980, 5, 3),
        (2, "2", 1980, 5, 3),
        (3, "3", 1980, 5, 3),
    ]
    assert [(each.row, each.line, each.code) for each in aside] == [(4, 7, "id-twice")]


@pytest.mark.parametrize(
    ("part", "content", "code"),
    [
        ("word/document.xml", b"<a/>", "no-workbook"),
        ("xl/workbook.xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a/>", "entities"),
        ("xl/workbook.xml", b"0" * 40_000_000, "packed-too-tightly"),
        ("xl/workbook.xml", b"<a/>", "damaged"),
    ],
)
def test_an_archive_that_is_no_honest_workbook_is_refused(
    tmp_path: Path, part: str, content: bytes, code: str
) -> None:
    path = tmp_path / "roll.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(part, content)
    with pytest.raises(UnreadableFile) as refused:
        read(path)
    assert (refused.value.group, refused.value.code) == ("table", code)


def test_a_workbook_without_rows_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="empty"):
        read(workbook(tmp_path))
    with pytest.raises(UnreadableFile, match="holds no person"):
        read(workbook(tmp_path, ["id", "name"]))


@pytest.mark.parametrize(
    "text",
    [json.dumps(PERSON), f"{json.dumps(PERSON)}\n", json.dumps([PERSON]), json.dumps([PERSON], indent=2)],
)
def test_a_person_of_follow_the_money_is_a_row(tmp_path: Path, text: str) -> None:
    path = written(tmp_path, text)
    frame, aside = read(path)
    assert frame.drop("row").row(0, named=True) == {
        "id": "Q-1",
        "given": "Teodoro",
        "surname_1": "Quiñones",
        "surname_2": "Arce",
        "full_name": "Teodoro Quiñones Arce",
        "aliases": ["Teodoro Quinones", "El Teo", "Teo"],
        "year": 1975,
        "month": 3,
        "day": 12,
        "sex": "M",
        "birth_state": "SL",
        "curp": "QUAT750312HSLXRD07",
        "curp_fault": None,
        "rfc": None,
    }
    assert aside == []
    assert open_roll(path).source.facts == {"kind": "followthemoney", "encoding": "utf-8"}


def test_what_is_no_person_is_passed_over_and_what_is_no_object_set_aside(tmp_path: Path) -> None:
    address = {"id": "A-1", "schema": "Address", "properties": {"full": ["Calle 1"]}}
    lines = (address, PERSON, "nonsense", {**PERSON, "id": "Q-2"}, PERSON)
    text = "\n".join(each if isinstance(each, str) else json.dumps(each) for each in lines)
    path = written(tmp_path, text.replace("nonsense", '{"id": "Q-9", "schema'))
    frame, _ = read(path)
    assert frame.select("row", "id").rows() == [(2, "Q-1"), (4, "Q-2")]
    assert faults(path) == [(3, 3, "", "no-json"), (5, 5, "Q-1", "id-twice")]
    assert sum(batch.read for batch in batches(path)) == 5


@pytest.mark.parametrize(
    "value",
    [NOTICE, [NOTICE], {"notices": [NOTICE]}, {"total": 1, "_embedded": {"notices": [NOTICE]}}],
)
@pytest.mark.parametrize("indent", [None, 1])
def test_a_public_notice_is_a_row(tmp_path: Path, value: object, indent: int | None) -> None:
    path = written(tmp_path, json.dumps(value, indent=indent))
    frame, _ = read(path)
    said = frame.select("id", "given", "surname_1", "year", "month", "day", "sex").row(0)
    assert said == ("2025/101", "TEODORO", "QUIÑONES ARCE", 1975, 3, 12, "M")
    assert open_roll(path).source.facts["kind"] == "interpol"
    assert open_roll(path).written([1])[1]["nationality"] == "MX"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[]", "no-rows"),
        ('{"id": 1', "no-json"),
        (f"[{json.dumps(PERSON)}, {{", "no-json"),
        ('[{"id": "1", "name": "Ana"}]', "no-persons"),
        ("[1]", "no-json"),
        (json.dumps([{**PERSON, "schema": "Company"}]), "no-rows"),
    ],
)
def test_json_that_holds_no_persons_or_breaks_off_is_refused(tmp_path: Path, text: str, code: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read(written(tmp_path, text))
    assert refused.value.code == code


def test_bytes_that_are_no_letters_set_their_object_aside(tmp_path: Path) -> None:
    path = written(
        tmp_path, "\n".join(json.dumps({**PERSON, "id": f"Q-{n}"}, ensure_ascii=False) for n in "123")
    )
    path.write_bytes(path.read_bytes().replace(b"Q-2", b"Q-2\xff"))
    assert faults(path) == [(2, 2, "", "not-in-encoding")]


@pytest.mark.parametrize("array", [True, False])
def test_objects_are_read_one_by_one_whatever_the_piece(tmp_path: Path, array: bool) -> None:
    many = [{**PERSON, "id": f"Q-{number}"} for number in range(50)]
    path = written(tmp_path, json.dumps(many, indent=1) if array else "\n".join(map(json.dumps, many)))
    whole = read(path)[0]
    small = patch("dedere.files.lines.BLOCK", 97)
    with small, patch.object(objects, "LARGEST", 1 << 10), patch.object(entities, "OBJECTS", 7):
        parts = read(path)[0]
    assert parts.equals(whole)
    assert whole.height == 50


def test_an_object_too_large_is_set_aside_and_never_held(tmp_path: Path) -> None:
    huge = json.dumps({**PERSON, "id": "x" * 50_000})
    path = written(tmp_path, "\n".join((json.dumps(PERSON), huge, json.dumps({**PERSON, "id": "Q-3"}))))
    with patch.object(objects, "LARGEST", 1 << 11), patch("dedere.files.lines.BLOCK", 1 << 10):
        assert faults(path) == [(2, 2, "", "no-json")]
