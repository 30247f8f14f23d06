"""Each word of a written name comes to stand in its role, whatever fields it was written in."""

from __future__ import annotations

import pytest

from custody import Row, search, table
from dedere.persons.comparing.record import ALIAS_AT, MARKS, NICKNAME, NUMBER, ROLE_AT, ROW, SUFFIX_AT, TOKENS
from dedere.persons.index.people import packed
from dedere.persons.index.vocabulary import Guests
from dedere.persons.reading.strings import roll_of

ROLES = {1: "given", 2: "paternal", 3: "maternal", 4: "married"}


def names(*rows: Row) -> list[tuple[str, dict[str, str]]]:
    """The names of rows: the row's place, A for an alias, N for a nickname; and the words of each by role."""
    guests = Guests(search().index.vocabulary)
    told = []
    for record in packed(roll_of(table(rows)), guests):
        words: dict[str, str] = {}
        for token in record[TOKENS : TOKENS + (int(record[MARKS]) & 15)]:
            role = ROLES[int(token >> ROLE_AT)]
            words[role] = f"{words.get(role, '')} {guests.text(int(token & NUMBER))}".strip()
        marks = ("A" if record[MARKS] >> ALIAS_AT & 1 else "") + ("N" if record[NICKNAME] else "")
        told.append((f"{record[ROW]}{marks}", words))
    return told


@pytest.mark.parametrize(
    ("written", "words"),
    [
        (
            "Teodoro Ignacio Quiñones Arce",
            {"given": "TEODORO IGNACIO", "paternal": "QUINONES", "maternal": "ARCE"},
        ),
        (
            "QUIÑONES ARCE TEODORO IGNACIO",
            {"given": "TEODORO IGNACIO", "paternal": "QUINONES", "maternal": "ARCE"},
        ),
        ("Quiñones y Arce, Teodoro", {"given": "TEODORO", "paternal": "QUINONES", "maternal": "ARCE"}),
        (
            "Tello Nava de Barragán, Rosa",
            {"given": "ROSA", "paternal": "TELLO", "maternal": "NAVA", "married": "BARRAGAN"},
        ),
        (
            "Tello Nava Vda. de Barragán, Ma. Rosa",
            {"given": "MARIA ROSA", "paternal": "TELLO", "maternal": "NAVA", "married": "BARRAGAN"},
        ),
        ("Lic. José de la Torre", {"given": "JOSE", "paternal": "TORRE"}),
        ("Oralia de la O Cepeda", {"given": "ORALIA", "paternal": "DELAO", "maternal": "CEPEDA"}),
        ("Valenzuela, FNU", {"paternal": "VALENZUELA"}),
        ('Gilberto "N"', {"given": "GILBERTO"}),
    ],
)
def test_a_name_in_one_field_is_parted_into_roles(written, words):
    assert [each for _, each in names({"id": "1", "full_name": written})] == [words]


def test_the_parts_of_a_row_are_taken_as_they_are_headed():
    row = {"id": "1", "given": "Rosa", "surname_1": "Tello de Barragán", "surname_2": "Nava"}
    assert names(row) == [
        ("0", {"given": "ROSA", "paternal": "TELLO", "married": "BARRAGAN", "maternal": "NAVA"})
    ]


def test_an_alias_is_a_name_of_its_own_and_a_nickname_belongs_to_the_names():
    row = {"id": "1", "given": "Gilberto", "surname_1": "Peña", "aliases": "Efraín Lugo;El Zurdo;El Güero"}
    own, lugo = {"given": "GILBERTO", "paternal": "PENA"}, {"given": "EFRAIN", "paternal": "LUGO"}
    assert names(row) == [("0N", own), ("0A", lugo), ("0N", own)]


def test_one_word_alone_is_a_name_or_a_nickname_and_one_after_an_article_a_nickname():
    rows = ({"id": "1", "full_name": "Zurdo"}, {"id": "2", "full_name": "El Zurdo"})
    assert names(*rows) == [("0N", {"paternal": "ZURDO"}), ("0N", {}), ("1N", {})]


@pytest.mark.parametrize(
    ("written", "suffix"),
    [
        ("Abel Lugo", 0),
        ("Abel Lugo Jr.", 1),
        ("Lugo hijo, Abel", 1),
        ("Abel Lugo Sr.", 2),
        ("Sr. Abel Lugo", 0),
    ],
)
def test_a_suffix_tells_father_from_son_and_before_a_name_it_is_a_title(written, suffix):
    (record,) = packed(
        roll_of(table(({"id": "1", "full_name": written},))), Guests(search().index.vocabulary)
    )
    assert record[MARKS] >> SUFFIX_AT & 3 == suffix
