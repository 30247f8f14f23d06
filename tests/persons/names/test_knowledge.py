"""What is known of the words of names is sound: no word goes round in a circle, and a bad file says where."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from dedere.persons.names.knowledge import (
    FOLDER,
    Names,
    UnreadableKnowledge,
    by_role,
    read_small_words,
    read_variants,
    small_words,
    variants,
)

ROLES = pytest.mark.parametrize(
    "words", [by_role().given, by_role().surname, variants()], ids=["given", "surname", "either"]
)
LEAST = """
[given.nickname]
HERMINIO = ["MINIO"]
[given.anglicised]
HERMINIO = ["HERMAN"]
[given.written]
HERMINIO = ["HMO"]
[given.spelling]
HERMINIO = ["ERMINIO"]
[given.near]
HERMINIO = ["HERMILO"]
[surname.written]
TELLO = ["TLL"]
[surname.spelling]
TELLO = ["TEYO"]
[surname.near]
TELLO = ["TELLEZ"]
[also_surname]
words = ["HERMAN"]
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "variants.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("word", "name", "kind"),
    [
        ("PEPE", "JOSE", "nickname"),
        ("CHUY", "JESUS", "nickname"),
        ("CHEMA", "JOSE MARIA", "nickname"),
        ("TOÑO", "ANTONIO", "nickname"),
        ("LUPE", "GUADALUPE", "nickname"),
        ("JOE", "JOSE", "anglicised"),
        ("HENRY", "ENRIQUE", "anglicised"),
        ("MA", "MARIA", "written"),
        ("J", "JOSE", "written"),
        ("GPE", "GUADALUPE", "written"),
        ("YESICA", "JESSICA", "spelling"),
        ("BRIAN", "BRAYAN", "spelling"),
        ("GERALDO", "GERARDO", "near"),
        ("ALONSO", "ALFONSO", "near"),
        ("HDZ", "HERNANDEZ", "written"),
        ("INSUNZA", "INZUNZA", "spelling"),
        ("CORTEZ", "CORTES", "spelling"),
        ("ZALDIVAR", "SALDIVAR", "spelling"),
        ("VILLAREAL", "VILLARREAL", "spelling"),
    ],
)
def test_a_word_stands_for_a_name_and_says_how(word: str, name: str, kind: str) -> None:
    assert (name, kind) in variants()[word]


def test_alonso_is_never_a_spelling_of_alfonso() -> None:
    assert dict(variants()["ALONSO"])["ALFONSO"] == "near"


def test_an_abbreviation_of_both_roles_is_known_in_both() -> None:
    assert by_role().given["STGO"] == by_role().surname["STGO"] == variants()["STGO"]


@ROLES
def test_following_what_words_stand_for_never_leads_back(words: Mapping[str, Names]) -> None:
    def follow(word: str, path: tuple[str, ...]) -> None:
        for name, _ in words.get(word, ()):
            assert name not in path, f"{' → '.join(path)} → {name}"
            follow(name, (*path, name))

    for word in words:
        follow(word, (word,))


@ROLES
def test_one_step_leads_from_a_spelling_to_the_name_and_to_one_alone(words: Mapping[str, Names]) -> None:
    spelt = {word: [name for name, kind in names if kind == "spelling"] for word, names in words.items()}
    assert {word: names for word, names in spelt.items() if len(names) > 1} == {}
    assert [word for word, names in spelt.items() for name in names if spelt.get(name)] == []


@ROLES
def test_no_nickname_stands_for_more_than_four_names(words: Mapping[str, Names]) -> None:
    many = {word: [name for name, kind in names if kind == "nickname"] for word, names in words.items()}
    assert {word: names for word, names in many.items() if len(names) > 4} == {}


def test_a_variant_of_a_given_name_that_is_a_known_surname_is_marked() -> None:
    roles = by_role()
    surnames = {name for names in roles.surname.values() for name, _ in names}
    assert surnames & roles.given.keys() - roles.also_surname == set()
    assert {"GIL", "CARO", "CONCHA", "POLO"} <= roles.also_surname


def test_surnames_with_particles_run_in_are_parted_and_delgado_is_not() -> None:
    particles = small_words().particles
    assert particles.parted["DELACRUZ"] == ("DE", "LA", "CRUZ")
    assert particles.parted["DELAPENA"] == ("DE", "LA", "PEÑA")
    assert {"DELGADO", "DELGADILLO", "DELFIN"} <= particles.kept - particles.parted.keys()


def test_a_surname_whose_letters_are_its_whole_is_kept_whole() -> None:
    assert {("DE", "LA", "O"), ("MONTES", "DE", "OCA")} <= small_words().particles.whole


def test_nobody_is_called_not_known() -> None:
    words = small_words()
    assert {("FNU",), ("SIN", "APELLIDO"), ("SE", "IGNORA")} <= set(words.unknown_anywhere)
    assert {("JOHN", "DOE"), ("S", "A"), ("XX",)} <= set(words.unknown_alone)
    assert ("N",) in words.unknown_last
    assert not set(words.unknown_anywhere) & set(words.unknown_alone)


def test_phrases_are_tried_longest_first() -> None:
    for listed in (small_words().titles, small_words().unknown_anywhere, small_words().alias_words):
        assert [len(phrase) for phrase in listed] == sorted(map(len, listed), reverse=True)


def test_the_least_file_is_read(tmp_path: Path) -> None:
    roles = read_variants(written(tmp_path, LEAST))
    assert roles.given["MINIO"] == (("HERMINIO", "nickname"),)
    assert roles.also_surname == {"HERMAN"}


@pytest.mark.parametrize(
    ("was", "now", "complaint"),
    [
        ('["MINIO"]', '["MINIO"', "this is not TOML"),
        ('["MINIO"]', '["Minio"]', "'Minio' has other letters"),
        ('["MINIO"]', '["MINIO", "MINIO"]', "'MINIO' stands here twice"),
        ('["MINIO"]', "[]", "no list of texts"),
        ('["MINIO"]', "7", "no list of texts"),
        ('["MINIO"]', '["HERMINIO"]', "'HERMINIO' is the name itself already"),
        ('["MINIO"]', '["HERMAN"]', "'HERMAN' is nickname already"),
        ("[given.near]", "[given.nearly]", "near: 'near' is missing"),
        ("[also_surname]", "[surnames]", "'also_surname' is missing"),
        ('words = ["HERMAN"]', 'words = ["RUPERTO"]', "'RUPERTO' stands for no given name"),
        ('[surname.near]\nTELLO = ["TELLEZ"]', "[surname]\nnear = 3", "surname.near: this is no table"),
    ],
)
def test_a_bad_file_of_variants_says_where_and_what(
    tmp_path: Path, was: str, now: str, complaint: str
) -> None:
    assert was in LEAST
    with pytest.raises(UnreadableKnowledge) as told:
        read_variants(written(tmp_path, LEAST.replace(was, now, 1)))
    assert complaint in str(told.value)
    assert told.value.remedy


@pytest.mark.parametrize(
    ("was", "now", "complaint"),
    [
        ('DEALBA = "DE ALBA"', 'DEALBA = "DE ALVA"', "'DE ALVA' is not 'DEALBA' with spaces in it"),
        ("letters = 4", "letters = true", "True is no number of letters"),
        ("[married]", "[wedded]", "'married' is missing"),
        ('father = ["SR"', 'father = ["S.R."', "'S.R.' has other letters"),
    ],
)
def test_a_bad_file_of_small_words_says_where_and_what(
    tmp_path: Path, was: str, now: str, complaint: str
) -> None:
    text = (FOLDER / "particles.toml").read_text(encoding="utf-8")
    assert was in text
    path = tmp_path / "particles.toml"
    path.write_text(text.replace(was, now, 1), encoding="utf-8")
    with pytest.raises(UnreadableKnowledge) as told:
        read_small_words(path)
    assert complaint in str(told.value)
