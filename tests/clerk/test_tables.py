"""A table is told by its content and kept within bounds; what is broken is named and stops no other row."""

from __future__ import annotations

import io
import json
import zipfile

import pytest
from openpyxl import Workbook

from dedere.clerk import workbook
from dedere.clerk.rows import BrokenRow, Wanted, read_rows
from dedere.clerk.tables import MAX_BYTES, MAX_CELL, Table, UnreadableTable, read_table
from dedere.law.library import library
from dedere.words.wording import codes

import cast

HEAD = "key,person,requesting,requested"
GOOD = f"{HEAD}\nK1,{cast.TEODORO},US,MX\n"


def xlsx(*rows: list[object]) -> bytes:
    book, out = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(out)
    return out.getvalue()


def packed(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return out.getvalue()


def refusal(name: str, content: bytes) -> str:
    with pytest.raises(UnreadableTable) as refused:
        read_rows_of(read_table(name, content))
    assert refused.value.where.startswith(name)
    assert refused.value.remedy
    return refused.value.code


def read_rows_of(table: Table) -> list[Wanted | BrokenRow]:
    return list(read_rows(table, library().facts))


def rows(text: str) -> list[Wanted | BrokenRow]:
    return read_rows_of(read_table("cases.csv", text.encode()))


def test_the_same_case_reads_the_same_from_csv_xlsx_and_json() -> None:
    head, cells = HEAD.split(","), ["K1", cast.TEODORO, "US", "MX"]
    sources = {
        "a.csv": GOOD.encode(),
        "b.xlsx": xlsx(head, cells),
        "c.json": json.dumps([dict(zip(head, cells, strict=True))]).encode(),
    }
    wanted = [read_rows_of(read_table(name, content))[0] for name, content in sources.items()]
    assert {each.digest for each in wanted} == {wanted[0].digest}
    assert {(each.person, each.requesting, each.requested) for each in wanted} == {(cast.TEODORO, "US", "MX")}


def test_columns_may_be_named_in_spanish_and_parted_by_semicolons_as_excel_does() -> None:
    text = f"\ufeffclave;persona;requirente;requerido;vía\nK1;{cast.TEODORO};US;MX;\n"
    (row,) = read_rows_of(read_table("casos.csv", text.replace("vía", "via").encode()))
    assert (row.person, row.requested) == (cast.TEODORO, "MX")


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.csv", b"%PDF-1.7 ...", "no-table"),
        ("a.csv", b"\x89PNG\r\n", "no-table"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0old", "no-table"),
        ("a.csv", xlsx(["key"], ["K1"]), "misnamed"),
        ("a.xlsx", GOOD.encode(), "misnamed"),
        ("a.json", GOOD.encode(), "misnamed"),
        ("a", GOOD.encode(), "misnamed"),
        ("a.csv", b"key\n\x00\x01", "no-text"),
        ("a.csv", "key,person\nK1,Peña".encode("cp1252"), "not-utf-8"),
        ("a.csv", b"", "no-columns"),
        ("a.csv", b"key,person\n", "no-rows"),
        ("a.csv", b"key,key\n1,2\n", "column-twice"),
        ("a.csv", b"key,,person\n1,2,3\n", "no-columns"),
        ("a.csv", b"key,colour\n1,2\n", "unknown-column"),
        ("a.csv", b"key,fact:colour\n1,2\n", "unknown-column"),
        ("a.csv", b"key,person\n1,2\n", "missing-column"),
        ("a.json", b"[{]", "no-json"),
        ("a.json", b"[" * 200_000, "no-json"),
        ("a.json", b'{"persons": 1}', "no-list"),
        ("a.json", b"[1, 2]", "no-list"),
        ("a.xlsx", b"PK\x03\x04rubbish", "damaged"),
        ("a.xlsx", packed(word__document_xml=b"<a/>"), "no-workbook"),
        ("a.csv", b"key\n" + b"x" * MAX_BYTES, "too-large"),
    ],
)
def test_what_is_no_table_of_cases_is_refused_with_place_and_remedy(
    name: str, content: bytes, code: str
) -> None:
    assert refusal(name, content) == code


def test_a_workbook_that_would_unpack_without_end_is_refused_before_it_is_unpacked() -> None:
    bomb = packed(xl__workbook_xml=b"<a/>", xl__worksheets__sheet1_xml=b"0" * 40_000_000)
    assert len(bomb) < 100_000
    assert refusal("a.xlsx", bomb) == "packed-too-tightly"


def test_a_workbook_of_many_large_parts_is_refused() -> None:
    part = b"".join(number.to_bytes(4, "big") + b"x" * 96 for number in range(10_000))
    parts = {f"p{number}": part for number in range(workbook.MAX_UNPACKED // len(part) + 1)}
    assert refusal("a.xlsx", packed(xl__workbook_xml=b"<a/>", **parts)) == "unpacks-too-large"


@pytest.mark.parametrize("start", [b'<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>', "<x/>".encode("utf-16")])
def test_a_workbook_with_entities_is_refused(start: bytes) -> None:
    assert refusal("a.xlsx", packed(xl__workbook_xml=b"<a/>", xl__styles_xml=start)) == "entities"


def test_a_broken_quotation_names_its_row_and_the_good_rows_stay() -> None:
    text = f'{HEAD}\nK1,{cast.TEODORO},US,MX\nK2,"Broken,US,MX\nK3,{cast.BRENDA},MX,US\n'
    first, broken, last = rows(text)
    assert isinstance(broken, BrokenRow)
    assert (broken.at, broken.code) == (3, "quotes")
    assert (first.key, last.key, last.at) == ("K1", "K3", 4)


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ("K1,,US,MX", "empty"),
        (",Name,US,MX", "empty"),
        ("K1,Name,USA,MX", "no-state"),
        ("K1,Name,MX,MX", "same-state"),
        ("K1,Name,US,MX,too,many,cells,here,9", "surplus"),
        ("K1,Name,US,MX,nowhere", "no-code"),
        ("K1,Name,US,MX,,soon", "no-instant"),
        ("K1,Name,US,MX,,2025-01-15T09:00", "no-instant"),
        ("K1,Name,US,MX,,,maybe", "no-fact"),
        ("K1,Name,US,MX,,,,true", "no-charge"),
        ("K1,Na\x07me,US,MX", "control-character"),
        (f"K1,{'x' * (MAX_CELL + 1)},US,MX", "too-long"),
        (f"{'k' * 201},Name,US,MX", "too-long"),
        ("K0,Name,US,MX", "key-twice"),
    ],
)
def test_a_broken_row_says_where_what_and_what_to_do(cells: str, code: str) -> None:
    head = f"{HEAD},track,opened_on,fact:person-consents,fact:offence-wilful"
    good, broken = rows(f"{head}\nK0,{cast.TEODORO},US,MX\n{cells}\n")
    assert isinstance(good, Wanted)
    assert isinstance(broken, BrokenRow)
    assert (broken.at, broken.code) == (3, code)
    for language in ("en", "es"):
        assert codes().say(f"broken.{code}", language, **broken.facts)
        assert codes().say(f"broken.{code}-remedy", language, **broken.facts)


def test_every_complaint_has_a_remedy_in_both_languages() -> None:
    said = {key for key in codes().keys() if key.startswith(("table.", "broken."))}  # noqa: SIM118
    assert {key for key in said if not key.endswith("-remedy") and f"{key}-remedy" not in said} == set()


def test_a_row_says_charges_with_their_standing_facts_and_an_instant_with_its_zone() -> None:
    head = f"{HEAD},charges,opened_on,fact:person-status,fact:maximum-requesting"
    (row,) = rows(
        f"{head}\nK1,{cast.TEODORO},US,MX,fraud; arson [alleged],2025-01-15T09:00:00-06:00,accused,24\n"
    )
    assert [(charge.id, charge.title, charge.standing) for charge in row.charges] == [
        ("1", "fraud", "charged"),
        ("2", "arson", "alleged"),
    ]
    assert row.facts == {"person-status": "accused", "maximum-requesting": 24}
    assert row.opened.utcoffset() == cast.NOON.utcoffset()
