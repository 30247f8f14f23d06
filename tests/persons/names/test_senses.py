"""What a token means, and what it stands for, before anything is compared."""

import pytest

from dedere.persons.names.senses import (
    ARTICLE,
    JUNIOR,
    NAME,
    NOTHING,
    OF,
    PARTICLE,
    SENIOR,
    senses,
    stands_for,
)


@pytest.mark.parametrize(
    ("token", "sense"),
    [
        ("EL", ARTICLE),
        ("DEL", PARTICLE),
        ("Y", PARTICLE),
        ("E", NAME),
        ("DE", OF),
        ("VDA", OF),
        ("VIUDA", OF),
        ("LIC", NOTHING),
        ("HIJO", JUNIOR),
        ("PADRE", SENIOR),
        ("UC", NAME),
    ],
)
def test_a_small_word_is_told_from_a_name(token, sense):
    assert senses([token]).sense[0] == sense


@pytest.mark.parametrize(
    ("token", "surname"),
    [
        ("DELACRUZ", "CRUZ"),
        ("DELAPEÑA", "PENA"),
        ("DELAMORENO", "MORENO"),
        ("DELGADO", "DELGADO"),
        ("DELANEY", "DELANEY"),
        ("DELAXYZQW", "DELAXYZQW"),
        ("HDZ", "HERNANDEZ"),
        ("MUNIOZ", "MUNOZ"),
        ("MUGNOZ", "MUNOZ"),
        ("N", ""),
    ],
)
def test_a_surname_is_read_out_of_what_is_written(token, surname):
    assert senses([token]).as_surname == [surname]


def test_a_given_name_is_read_out_of_an_abbreviation_and_of_other_letters():
    assert senses(["MA", "GPE", "ĐUC"]).as_given == ["MARIA", "GUADALUPE", "DUC"]


@pytest.mark.parametrize(
    ("token", "name"),
    [("LUPE", "GUADALUPE"), ("FRANK", "FRANCISCO"), ("ZINTZUN", "TZINTZUN"), ("ISCOY", "IXCOY")],
)
def test_a_nickname_and_a_clerks_spelling_stand_for_the_name(token, name):
    assert name in stands_for(token)
    assert stands_for(name)[0] == name


def test_a_name_that_is_near_another_does_not_stand_for_it():
    assert "GERARDO" not in stands_for("GERALDO")
