"""Who is easily taken for another ranks below, or is left for a person to tell; the evidence says why."""

from __future__ import annotations

import pytest

from custody import found
from dedere.persons.proposal import Band, Proposal


def ranked(**wanted: str) -> list[str]:
    return [each.register_id for each in found(**wanted)]


def codes(proposal: Proposal) -> dict[str, float]:
    return {each.code: each.bits for each in proposal.evidence}


def test_of_twins_the_one_named_comes_first_and_the_other_shows_what_differs():
    first, second = found(full_name="Teodoro Quinones", born="1975-03-12")[:2]
    assert (first.register_id, second.register_id) == ("teodoro", "his twin")
    assert (first.band, second.band) == (Band.STRONG, Band.REVIEW)
    assert codes(second)["first-given.differs"] < -1
    assert first.bits - second.bits > 10


def test_the_other_twin_comes_first_when_he_is_named():
    first, second = found(full_name="Tomas Quinones Arce", born="1975-03-12")[:2]
    assert (first.register_id, second.register_id) == ("his twin", "teodoro")


@pytest.mark.parametrize(("born", "who"), [("1975", "teodoro"), ("2001", "his son")])
def test_father_and_son_of_one_name_are_told_apart_by_the_year(born, who):
    held = found(full_name="Teodoro Ignacio Quinones", born=born)
    (other,) = {"teodoro", "his son"} - {who}
    assert (held[0].register_id, held[0].band) == (who, Band.STRONG)
    assert other not in {each.register_id for each in held}


def test_a_brother_with_the_same_surnames_is_not_shown():
    assert "his brother" not in ranked(full_name="Teodoro Quinones Arce", born="1975-03-12")
    assert ranked(full_name="Ruben Dario Quinones Arce", born="1978-10-02")[0] == "his brother"


def test_a_namesake_of_another_year_is_not_proposed_strongly():
    held = {each.register_id: each for each in found(full_name="Teodoro Quinones Arce", born="1975-03-12")}
    assert held["teodoro"].band is Band.STRONG
    assert "his namesake" not in held or held["his namesake"].bits < 0


def test_without_a_date_namesakes_are_each_others_rivals():
    first, second = found(full_name="Teodoro Quinones Arce")[:2]
    assert {first.register_id, second.register_id} == {"teodoro", "his namesake"}
    assert second.register_id in first.rivals
    assert codes(first)["rivals"] < -1


def test_an_equal_date_alone_proposes_nobody():
    assert found(full_name="Baltasar Pantoja", born="1975-03-12") == []


def test_a_date_and_a_common_given_name_rank_below_a_name_without_a_date():
    dated = found(full_name="José Pantoja", born="1969-12-24")
    named = found(full_name="José de Jesús de la Torre Muñoz")[0]
    assert named.register_id == "josé"
    assert all(each.bits < named.bits for each in dated)


def test_an_alias_that_lacks_a_surname_does_not_beat_the_whole_name():
    whole = found(full_name="Gilberto Peña Yáñez", born="1977-02-08")[0]
    by_alias = found(full_name="Gilberto Yáñez", born="1977-02-08")[0]
    assert whole.register_id == by_alias.register_id == "gilberto"
    assert whole.bits > by_alias.bits


def test_short_surnames_weigh_as_much_as_long_ones_that_are_as_rare():
    short = codes(found(full_name="Lázaro Uc Ku", born="1987-09-14")[0])
    assert min(short["paternal-surname.same"], short["maternal-surname.same"]) > 4


def test_two_letters_are_a_surname_and_not_how_another_begins():
    assert "lázaro" not in ranked(full_name="Lázaro Ucán Kumul", born="1990-05-05")


def test_sharing_both_surnames_alone_proposes_nobody_strongly():
    assert all(
        each.band is not Band.STRONG for each in found(full_name="Silvestre Quinones Arce", born="1962-05-21")
    )


CURP = "CORN820307HSRTMV07"


def test_an_equal_curp_weighs_for_him():
    name = {"full_name": "Nivardo Cota Romandia", "born": "1982-03-07"}
    without, with_it = found(**name)[0], found(**name, curp=CURP)[0]
    assert codes(with_it)["curp.same"] > 0
    assert with_it.bits > without.bits


@pytest.mark.parametrize(
    ("curp", "code"),
    [("CORN820307HSRTMV15", "curp.head-same"), ("COXX800101HSRTMV07", "curp.tail-same")],
)
def test_half_a_curp_weighs_for_him_too(curp, code):
    first = found(full_name="Nivardo Cota Romandia", born="1982-03-07", curp=curp)[0]
    assert first.register_id == "nivardo"
    assert codes(first)[code] > 0


def test_the_curp_of_another_person_is_shown_as_a_contradiction():
    first = found(full_name="Nivardo Cota Romandia", born="1982-03-07", curp="MAPA910101HSRLNB01")[0]
    assert (first.register_id, first.band) == ("nivardo", Band.STRONG)
    assert codes(first)["curp.differs"] < -1


def test_a_curp_under_another_name_is_for_a_person_to_look_at():
    first = found(full_name="Zacarias Pantoja", curp=CURP)[0]
    assert (first.register_id, first.band) == ("nivardo", Band.REVIEW)
    assert codes(first)["curp.same"] > 0
    assert codes(first)["first-given.differs"] < -1


@pytest.mark.parametrize("number", [{"rfc": "SAIR710606AB1"}, {"curp": "SAIR710606HSRNBG05"}])
def test_an_rfc_answers_to_an_rfc_and_to_the_head_of_a_curp(number):
    first = found(full_name="Rogelio Sandoval", **number)[0]
    assert (first.register_id, first.band) == ("rogelio", Band.STRONG)
    assert codes(first)["curp.rfc-same"] > 0
