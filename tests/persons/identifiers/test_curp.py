"""The CURP: the examples of the Instructivo, the check digit, and one reading for one text or a column."""

from datetime import date

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dedere.persons.identifiers import curp, curps
from dedere.persons.identifiers.letters import name_letters

# Instructivo Normativo para la Asignación de la CURP (DOF 2021-10-18), criterios de excepción: given name,
# first and second surname, the four initials and, where it gives them, the three inner consonants.
PUBLISHED = [
    ("Concepción", "Salgado", "Briseño", "SABC", "LRN"),
    ("Ñacurutú", "Zárate", "y Heredia", "ZAHX", ""),
    ("Alberto", "Ñando", "Rodríguez", "XARA", ""),
    ("Tomás", "Castillejo", "Ñandú", "CAXT", ""),
    ("Lucero Beatriz Alondra", "Pérez", "García", "PEGL", "RRC"),
    ("Guadalupe José María", "Reyes", "Gardu", "REGG", "YRD"),
    ("María Luisa", "Pérez", "Hernández", "PEHL", ""),
    ("Ma. Guadalupe", "Estrada", "López", "EALG", ""),
    ("José María", "Hernández", "Lugo", "HELM", "RGR"),
    ("J Ricardo", "López", "Blanco", "LOBR", ""),
    ("Juan José", "D/Amico", "Álvarez", "DXAJ", "XLN"),
    ("'Essio", "Torres", "Bravo", "TOBX", ""),
    ("Roberto", "L-Castillo", "Hogaza", "LXHR", ""),
    ("Rocío", "Riva Palacio", "Cruz", "RICR", ""),
    ("Roberto", "López-Castillo", "Hogaza", "LOHR", ""),
    ("Iliana", "Guillen", "del Castillo-Rodríguez", "GUCI", ""),
    ("Dalia", "Argüello", "Pérez", "AUPD", ""),
    ("Carlos", "Mc Gregor", "López", "GELC", ""),
    ("Ángel", "de las Lomas", "Garces", "LOGA", ""),
    ("Van Rob", "Pérez", "Galeazi", "PEGR", ""),
    ("Ofelia", "Pedrero", "Domínguez", "PXDO", ""),
    ("Oscar", "Johnson", "Torres", "JXTO", ""),
    ("Andrés", "Ich", "Rodríguez", "IXRA", ""),
    ("Yazbek", "Smrz", "Jarosval", "SXJY", ""),
    ("Luis", "Pérez", "", "PEXL", ""),
    ("Margarita", "Zaro", "", "ZAXM", "RXR"),
    ("Juan", "", "", "XXXJ", "XXN"),
    ("Alberto", "Oñate", "Rodríguez", "OARA", "XDL"),
    ("Paola", "Eñuma", "Rosas", "EURP", "XSL"),
    ("Andrés", "Po", "Barrios", "POBA", "XRN"),
    ("Manuel", "Pedroza", "Ueia", "PEUM", "DXN"),
    ("Ma. de los Ángeles", "Moreno", "Sánchez", "MOSA", "RNN"),
    ("María José", "Estrada", "López", "EALJ", "SPS"),
    ("Juan José", "O'Hara", "Álvarez", "OXAJ", "XLN"),
]
WHOLE = "SABC560626MDFLRN01"  # the Instructivo's Concepción Salgado Briseño, born 26 June 1956 in the capital
NAMES = st.text("ABCDEFGHIJLMNÑOPQRSTUVZÁÉÜ .'-", max_size=24)
PEOPLE = st.fixed_dictionaries(
    {
        "given": NAMES,
        "surname_1": NAMES,
        "surname_2": NAMES,
        "born": st.dates(date(1900, 1, 1), date(2099, 12, 31)),
        "sex": st.sampled_from(["M", "F"]),
        "state": st.sampled_from(sorted(curp.STATES)),
        "homonym": st.integers(0, 25),
    }
)


@pytest.mark.parametrize(("own", "first", "second", "initials", "inner"), PUBLISHED)
def test_the_letters_are_those_of_the_published_examples(
    own: str, first: str, second: str, initials: str, inner: str
) -> None:
    letters = name_letters(own, first, second)
    assert letters[0] == initials
    assert letters[1] == inner or not inner


def test_a_whole_curp_is_composed_and_says_what_went_into_it() -> None:
    made = curp.compose(
        given="Concepción",
        surname_1="Salgado",
        surname_2="Briseño",
        born=date(1956, 6, 26),
        sex="F",
        state="DF",
    )
    assert made == WHOLE
    assert curp.parse(made) == curp.Curp(text=made, born=date(1956, 6, 26), sex="F", state="DF")


def test_a_curp_is_read_as_people_write_it() -> None:
    assert curp.parse(" sabc-560626 mdflrn-01 ") == curp.parse(WHOLE)


def test_the_seventeenth_character_tells_the_century() -> None:
    born = curp.parse("SABC560626MDFLRNA" + curp.digit("SABC560626MDFLRNA")).born
    assert born == date(2056, 6, 26)


def test_a_curp_may_carry_no_sex() -> None:
    stem = "SABC560626XDFLRN0"
    assert curp.parse(stem + curp.digit(stem)) == curp.Curp(
        text=stem + curp.digit(stem), born=date(1956, 6, 26), state="DF"
    )


FAULTY = [
    ("SABC560626MDFLRN0", "curp-length"),
    ("", "curp-length"),
    ("S4BC560626MDFLRN01", "curp-shape"),
    ("ÑABC560626MDFLRN01", "curp-shape"),
    ("SABC560231MDFLRN01", "curp-date"),
    ("SABC000229MDFLRN01", "curp-date"),
    ("SABC561326MDFLRN01", "curp-date"),
    ("SABC560626MXXLRN01", "curp-state"),
    ("SABC560626MDFLRN02", "curp-digit"),
]


@pytest.mark.parametrize(("text", "fault"), FAULTY)
def test_what_is_wrong_with_a_curp_has_a_code(text: str, fault: str) -> None:
    assert curp.parse(text).fault == fault


def test_a_wrong_digit_does_not_hide_the_rest() -> None:
    read = curp.parse("SABC560626MDFLRN02")
    assert (read.born, read.sex, read.state) == (date(1956, 6, 26), "F", "DF")


def test_no_curp_is_composed_for_a_state_that_does_not_exist() -> None:
    with pytest.raises(ValueError, match="XX"):
        curp.compose(given="", surname_1="", surname_2="", born=date(1990, 1, 1), sex=None, state="XX")


@given(st.lists(PEOPLE, min_size=1, max_size=20))
def test_a_column_is_composed_and_read_as_one_by_one(people: list[dict[str, object]]) -> None:
    made = curps.compose(pl.DataFrame(people))
    assert made.to_list() == [curp.compose(**person) for person in people]  # type: ignore[arg-type]
    columns = curps.read(made)
    for row, text in zip(columns.iter_rows(named=True), made, strict=True):
        one = curp.parse(text)
        assert (row["sex"], row["birth_state"], row["fault"]) == (one.sex, one.state, None)
        assert one.born == date(row["year"], row["month"], row["day"])


def test_a_column_finds_the_same_faults() -> None:
    texts = [text for text, _ in FAULTY]
    read = curps.read(pl.Series([*texts, None, WHOLE]))
    assert read["fault"].to_list() == [*(fault for _, fault in FAULTY), None, None]
    assert read["year"].to_list() == [*(getattr(curp.parse(text).born, "year", 0) for text in texts), 0, 1956]
    assert read["birth_state"].to_list()[-4:] == [None, "DF", None, "DF"]


@given(st.lists(st.text("SABCXYZ0123456789ÑMHDFLRN", max_size=20), max_size=20))
def test_a_column_reads_any_text_as_one_by_one(texts: list[str]) -> None:
    read = curps.read(pl.Series(texts, dtype=pl.String))
    assert read["fault"].to_list() == [curp.parse(text).fault for text in texts]
