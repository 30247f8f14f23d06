"""A roll: its columns told by their headings, its cells read, each row taken or named."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dedere.files.faults import UnreadableFile
from dedere.persons.reading.birthplaces import state_of
from dedere.persons.reading.cells import ROLL
from dedere.persons.reading.columns import recognise
from dedere.persons.reading.once import Once
from dedere.persons.reading.roll import open_roll
from dedere.words.wording import codes
from persons.reading.rollfile import ANSELMO, BERNARDA, TEODORO, batches, faults, read, rollfile


def test_a_roll_has_the_columns_that_every_roll_has(tmp_path: Path) -> None:
    frame, _ = read(rollfile(tmp_path, TEODORO))
    assert dict(frame.schema) == ROLL
    assert frame.row(0, named=True) == {
        "row": 1,
        "id": "R-1",
        "given": "Teodoro",
        "surname_1": "Quiñones",
        "surname_2": "Arce",
        "full_name": None,
        "aliases": ["El Teo", "Teo"],
        "year": 1975,
        "month": 3,
        "day": 12,
        "sex": "M",
        "birth_state": "SL",
        "curp": "QUAT750312HSLXRD07",
        "curp_fault": None,
        "rfc": None,
    }


@pytest.mark.parametrize(
    "head",
    [
        "ID,Nombre,Apellido Paterno,Apellido Materno",
        "folio,NOMBRES,PRIMER_APELLIDO,Segundo Apellido",
        "Record ID,First Name,Last Name,Maternal Surname",
        "Clave,nombre(s),apellido1,apellido2",
    ],
)
def test_headings_are_known_in_both_languages_in_any_order(tmp_path: Path, head: str) -> None:
    frame, _ = read(rollfile(tmp_path, "R-1,Teodoro,Quiñones,Arce", head=head))
    assert frame.select("given", "surname_1", "surname_2", "full_name").row(0) == (
        "Teodoro",
        "Quiñones",
        "Arce",
        None,
    )
    turned = ",".join(reversed(head.split(",")))
    again, _ = read(rollfile(tmp_path, "Arce,Quiñones,Teodoro,R-1", head=turned))
    assert again.equals(frame)


def test_a_name_in_one_field_is_a_full_name(tmp_path: Path) -> None:
    frame, _ = read(
        rollfile(tmp_path, "R-1,Teodoro Quiñones Arce,12/03/1975", head="id,nombre,Fecha de nacimiento")
    )
    assert frame["full_name"].to_list() == ["Teodoro Quiñones Arce"]
    assert frame.select("year", "month", "day").row(0) == (1975, 3, 12)


def test_a_field_may_be_spread_over_columns(tmp_path: Path) -> None:
    head = "id,first_name,middle_name,last_name,alias,apodo"
    frame, _ = read(rollfile(tmp_path, "1,José,Luis,Luna,Pepe,El Sol", "2,Ana,,Luna,,", head=head))
    assert frame["given"].to_list() == ["José Luis", "Ana"]
    assert frame["aliases"].to_list() == [["Pepe", "El Sol"], []]


@pytest.mark.parametrize(
    ("head", "code"),
    [
        ("R-1,Teodoro,Quiñones", "no-heading"),
        ("nombre,born", "missing-id"),
        ("id,born,curp", "missing-name"),
        ("id,name,dob,birth_date", "said-twice"),
    ],
)
def test_columns_that_are_missing_or_said_twice_are_refused(tmp_path: Path, head: str, code: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        open_roll(rollfile(tmp_path, TEODORO, head=head))
    assert refused.value.code == code


def test_the_rolls_own_heading_is_preferred() -> None:
    assert recognise("roll", ["dob", "id", "born", "name"]).places["born"] == (2,)


def test_rows_without_id_or_name_or_with_an_id_again_are_set_aside(tmp_path: Path) -> None:
    rows = (
        TEODORO,
        ",Ana,Luna,,,,,,",
        "R-7,,,,,1980,,,",
        TEODORO.replace("Teodoro", "Otro"),
        ",,,,,,,,",
        BERNARDA,
    )
    path = rollfile(tmp_path, *rows)
    frame, aside = read(path)
    assert frame["row"].to_list() == [1, 6]
    assert faults(path) == [(2, 3, "", "no-id"), (3, 4, "R-7", "no-name"), (4, 5, "R-1", "id-twice")]
    assert aside[0].read == "Ana | Luna"
    assert sum(batch.read for batch in batches(path)) == 6


def test_a_person_may_be_known_by_an_alias_alone(tmp_path: Path) -> None:
    frame, aside = read(rollfile(tmp_path, "R-1,,,,El Teo,,,,"))
    assert frame["aliases"].to_list() == [["El Teo"]]
    assert aside == []


def test_every_code_has_words(tmp_path: Path) -> None:
    aside = ("too-few-cells", "too-many-cells", "other-delimiter", "not-in-encoding", "too-long")
    assert {f"aside.{code}" for code in (*aside, "no-id", "no-name", "id-twice")} <= codes().keys()


def test_a_curp_with_a_wrong_digit_is_kept_and_its_fault_named(tmp_path: Path) -> None:
    rows = (TEODORO.replace("RD07", "RD08"), f"{ANSELMO}quat 750312-hslxrd07", f"{BERNARDA}QUAT75")
    frame, aside = read(rollfile(tmp_path, *rows))
    assert frame.select("curp", "curp_fault").rows() == [
        ("QUAT750312HSLXRD08", "curp-digit"),
        ("QUAT750312HSLXRD07", None),
        (None, "curp-length"),
    ]
    assert aside == []


def test_faulty_days_are_counted(tmp_path: Path) -> None:
    rows = ("1,Ana,nunca", "2,Eva,31/02/1980", "3,Lea,1980", "4,Sol,x")
    (batch,) = batches(rollfile(tmp_path, *rows, head="id,name,born"))
    assert batch.faults == {"unread": 2, "no-such-day": 1}
    assert batch.frame.select("year", "month", "day").rows() == [
        (0, 0, 0),
        (1980, 2, 0),
        (1980, 0, 0),
        (0, 0, 0),
    ]


def test_days_that_can_be_read_in_two_orders_follow_the_files_majority(tmp_path: Path) -> None:
    american = ("1,Ana,02/03/1980", "2,Eva,02/25/1980", "3,Lea,03/26/1980", "4,Sol,27/03/1980")
    frame, _ = read(rollfile(tmp_path, *american, head="id,name,dob"))
    assert frame.select("month", "day").rows() == [(2, 3), (2, 25), (3, 26), (3, 27)]


@pytest.mark.parametrize(
    ("head", "written", "read_as"),
    [
        ("sexo", "H,M,X,", ["M", "F", None, None]),
        ("sex", "M,F,m,U", ["M", "F", "M", None]),
        ("sexo", "Hombre,MUJER,mujer,M", ["M", "F", "F", "F"]),
        ("gender", "male,Female,M,?", ["M", "F", "M", None]),
        ("sex", "M,M,M,M", ["M", "M", "M", "M"]),
        ("sexo", "M,M,M,M", [None] * 4),
        ("sexo", "1,2,1,2", ["M", "F", "M", "F"]),
    ],
)
def test_an_m_is_a_woman_beside_an_h_and_a_man_beside_an_f(
    tmp_path: Path, head: str, written: str, read_as: list[str | None]
) -> None:
    rows = (f"{number},Ana,{sex}" for number, sex in enumerate(written.split(",")))
    assert read(rollfile(tmp_path, *rows, head=f"id,name,{head}"))[0]["sex"].to_list() == read_as


@pytest.mark.parametrize(
    ("text", "state"),
    [
        *(("SL", "SL"), ("Sinaloa", "SL"), ("culiacán, Sin.", "SL"), ("Culiacán, Sinaloa, México", "SL")),
        *(("MX-SIN", "SL"), ("25", "SL"), ("CDMX", "DF"), ("México, D.F.", "DF"), ("Ciudad de México", "DF")),
        *(("Estado de México", "MC"), ("Edo. Méx.", "MC"), ("Guerrero, Coahuila", "CL"), ("N.L.", "NL")),
        *(("nacido en el extranjero", "NE"), ("México", None), ("Los Angeles, CA", None)),
        *(("Minneapolis, MN", None), ("", None)),
    ],
)
def test_a_state_is_told_by_its_names_and_codes(text: str, state: str | None) -> None:
    assert state_of(text) == state


def test_a_row_is_shown_as_it_stands_in_its_file(tmp_path: Path) -> None:
    head = "id,Nombre,Fecha de nacimiento,Penal,Nota"
    path = rollfile(tmp_path, "1,Ana Luna,3/5/80,CEFERESO 1,", '2,Eva,,,"dos, tres"', "3,Lea,,,", head=head)
    assert open_roll(path).written([2, 1, 9]) == {
        1: {"id": "1", "Nombre": "Ana Luna", "Fecha de nacimiento": "3/5/80", "Penal": "CEFERESO 1"},
        2: {"id": "2", "Nombre": "Eva", "Nota": "dos, tres"},
    }


@given(st.lists(st.lists(st.sampled_from([None, *"abcdefghij"]), max_size=6), max_size=8))
def test_an_id_is_seen_again_exactly_when_it_stands_above(parts: list[list[str | None]]) -> None:
    once, above = Once(), set[str]()
    for ids in parts:
        marks = once.again(pl.Series(ids, dtype=pl.String)).to_list()
        for id, mark in zip(ids, marks, strict=True):
            assert mark == (id in above)
            above |= {id} - {None}
