"""Each way in which a name comes to be written differently still leads to its bearer, before all others."""

from __future__ import annotations

import pytest

from custody import found
from dedere.persons.proposal import Band

ON = {"teodoro": "1975-03-12", "rosa": "1983-08-05", "josé": "1969-12-24", "francisco": "1974-11-03"}
SURNAMES = [
    ("teodoro", "TEODORO IGNACIO QUINONES ARCE"),
    ("teodoro", "Teodoro Quinones"),  # the maternal one dropped
    ("teodoro", "Teodoro Arce"),  # the maternal one alone
    ("teodoro", "Teodoro Quinones-Arce"),
    ("teodoro", "Teodoro Arce Quinones"),  # swapped
    ("teodoro", "Arce, Teodoro Quinones"),  # the paternal one taken for a middle name
    ("teodoro", "Quiñones y Arce, Teodoro"),
    ("rosa", "Rosa Tello"),
    ("rosa", "Rosa Tello de Barragan"),
    ("rosa", "Ma. Rosa Isela Tello Nava Vda. de Barragan"),
    ("rosa", "Tello Nava de Barragan, Rosa"),
    ("josé", "Jose de Jesus Torre Munoz"),
    ("josé", "Jose de Jesus Delatorre"),
    ("josé", "JOSE JESUS DE LA TORRE"),
]
GIVENS = [
    ("teodoro", "T. I. Quinones Arce"),
    ("teodoro", "Ignacio Teodoro Quinones"),
    ("rosa", "M.ª Rosa Tello"),
    ("rosa", "MA ROSA TELLO"),
    ("rosa", "Isela Rosa Tello Nava"),
    ("rosa", "Rosa I. Tello"),
    ("josé", "J. Jesus de la Torre"),
    ("josé", "Jesus de la Torre"),
    ("josé", "Chuy de la Torre"),
    ("francisco", "Frank Valenzuela"),
    ("francisco", "Paco Valenzuela Ochoa"),
    ("francisco", "Javier Francisco Valenzuela"),
]
ONE_FIELD = [
    ("teodoro", "QUINONES ARCE TEODORO I"),
    ("teodoro", "QUINONES TEODORO"),
    ("teodoro", "Quinones Arce, Teodoro Ignacio"),
    ("rosa", "TELLO NAVA ROSA ISELA"),
    ("francisco", "LIC. FRANCISCO JAVIER VALENZUELA OCHOA"),
    ("francisco", "Valenzuela, FNU"),
]
LETTERS = [
    *(
        ("teodoro", f"TEODORO QUI{enye}ONES")
        for enye in ("Ñ", "N", "Ã‘", "Ã±", "¥", "¤", "Ð", "?", "#", "�", "&", "NI")
    ),
    ("teodoro", "TEODORO QUIONES ARCE"),  # the letter lost without a trace
    ("teodoro", "Teodorro Quinonez Arze"),
    ("teodoro", "Teodoro Quiñónes Árce"),
    ("rosa", "ROSA TEYO NABA"),
    ("josé", "JOSE DE JESUS DE LA TORRE MU/OZ"),
    ("francisco", "FRANC1SCO JAV1ER VALENZUELA 0CHOA"),  # read from paper
    ("francisco", "FRANCISC VALENZUEL OCHO"),  # cut off
    ("francisco", "Fransisco Balensuela"),
    ("francisco", "FRANCICSO VALENZUELA"),  # two letters changed places
]


@pytest.mark.parametrize(("who", "name"), [*SURNAMES, *GIVENS, *ONE_FIELD, *LETTERS])
def test_a_name_and_a_date_lead_to_their_bearer(who, name):
    first, *others = found(full_name=name, born=ON[who])
    assert (first.register_id, first.band) == (who, Band.STRONG if name != "Valenzuela, FNU" else Band.REVIEW)
    assert all(other.bits < first.bits for other in others)


@pytest.mark.parametrize(
    ("who", "wanted"),
    [
        ("lázaro", {"full_name": "LAZARO UC KU"}),
        ("lázaro", {"full_name": "UC KU LAZARO", "born": "1987-09-14"}),
        ("lázaro", {"given": "Lazaro", "surname_1": "Uc", "born": "1987"}),
        ("fabián", {"full_name": "Fabian Sochihua", "born": "1981-06-28"}),
        ("fabián", {"full_name": "Fabian Jochihua Zintzun", "born": "1981"}),
        ("mynor", {"full_name": "Minor Iscoy Chan", "born": "1993-01-19"}),
        ("mynor", {"full_name": "Mynor Ixcoy", "born": "1993"}),
        ("alma", {"full_name": "Alma Sanmartin Montesdeoca", "born": "1990-04-17"}),
        ("alma", {"full_name": "Alma Delia Montes de Oca", "born": "1990-04-17"}),
        ("oralia", {"full_name": "Oralia Delao", "born": "1972-05-09"}),
        ("guadalupe", {"full_name": "J. GPE. HDZ VELAZQUEZ", "born": "1980"}),
        ("guadalupe", {"full_name": "Lupe Hernandez Velasquez", "born": "1980-12-12"}),
        ("enrique", {"full_name": "Henry Gimenez Castaneda", "born": "1985-05-30"}),
        ("enrique", {"full_name": "Enrique Ximenez", "born": "30/05/85"}),
        ("sergei", {"full_name": "Сергей Иванов", "born": "1979-07-07"}),
        ("li", {"full_name": "王丽", "born": "1990-10-10"}),
        ("li", {"full_name": "Wang Li", "born": "1990-10-10"}),
        ("gilberto", {"full_name": "Gilberto Yanez", "born": "1977"}),  # an alias of his
        ("gilberto", {"full_name": "GILBERTO PEÑA ALIAS EL ZURDO"}),
        ("gilberto", {"full_name": "Gilbert Pena", "aliases": "El Zurdo"}),
        ("gilberto", {"full_name": "Efren Mata", "aliases": "Gilberto Peña Yáñez", "born": "1977-02-08"}),
        ("edgar", {"full_name": "Edgar Salgado", "born": "1986"}),
    ],
)  # fmt: skip
def test_a_name_leads_to_its_bearer_with_what_else_is_known(who, wanted):
    first = found(**wanted)[0]
    assert (first.register_id, first.band) == (who, Band.STRONG)


@pytest.mark.parametrize(
    "born",
    ["1975", "1975-03", "1975-12-03", "1976-03-12", "1975-03-13", "1975-04-12", "1957-03-12", "1975-01-01"],
)
def test_a_date_in_part_swapped_or_a_little_off_still_leads_to_him(born):
    exact = found(full_name="Teodoro Ignacio Quinones Arce", born="1975-03-12")[0]
    first = found(full_name="Teodoro Ignacio Quinones Arce", born=born)[0]
    assert (first.register_id, first.band) == ("teodoro", Band.STRONG)
    assert first.bits < exact.bits


def test_the_first_of_january_says_the_year_alone():
    (birth,) = (
        each
        for each in found(full_name="Edgar Salgado Urbina", born="1986-08-22")[0].evidence
        if "birth" in each.code
    )
    assert birth.code == "birth.same-year"


def test_a_husbands_name_alone_is_for_a_person_to_look_at():
    first, second = found(full_name="Rosa Barragan", born="1983-08-05", sex="F")
    assert (first.register_id, first.band) == ("rosa", Band.REVIEW)
    assert second.register_id == "rosa of her husband"
    assert found(full_name="Rosa Barragan", born="1979-02-11")[0].register_id == "rosa of her husband"


@pytest.mark.parametrize("nickname", ["El Zurdo", "Zurdo"])
def test_a_nickname_that_two_bear_proposes_neither_strongly(nickname):
    shown = found(full_name=nickname)
    assert {"gilberto", "another zurdo"} <= {each.register_id for each in shown}
    assert all(each.band is not Band.STRONG for each in shown)


def test_a_nickname_beside_another_name_shows_nobody_who_bears_it_and_agrees_in_nothing_else():
    assert found(full_name="Ulises Tello Barragan", born="1966-06-06", aliases="El Zurdo") == []
