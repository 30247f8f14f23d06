"""Letters that came to harm are read back where one reading fits, and left as a blank where none does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dedere.persons.names.letters import LETTERS, garbled, mend, restore


def read(text: str) -> str:
    return " ".join(restore(word) for word in mend(text).upper().split())


@pytest.mark.parametrize(
    "damaged",
    [
        "MUÃ‘OZ",
        "MUÃ±OZ",
        "MUÃ\x91OZ",
        "MUÃƒâ€˜OZ",
        "MU├æOZ",
        "MU¥OZ",
        "MU¤OZ",
        "MU±OZ",
        "MUÐOZ",
        "MU#OZ",
        "MU?OZ",
        "MU??OZ",
        "MU�OZ",
        "MU��OZ",
        "MU/OZ",
        "MU&OZ",
        "MU@OZ",
        "MU*OZ",
        "MUÃ?OZ",
        "MUÃOZ",
        "MU&Ntilde;OZ",
        "MU&#209;OZ",
        r"MU\u00d1OZ",
        "MUNIOZ",
        "MUNYOZ",
        "MUGNOZ",
    ],
)
def test_a_damaged_enye_is_read(damaged: str) -> None:
    assert read(damaged) == "MUÑOZ"


@pytest.mark.parametrize(
    ("damaged", "name"),
    [
        ("JosÃ©", "JOSÉ"),
        ("JOSÃ", "JOSE"),
        ("JOS?", "JOSE"),
        ("JOSE?", "JOSE"),
        ("RA?L", "RAUL"),
        ("MARÃ\xadA", "MARÍA"),
        ("GARC?A", "GARCIA"),
        ("Garc¡a", "GARCÍA"),
        ("GONZ�LEZ", "GONZALEZ"),
        ("C¢rdoba", "CÓRDOBA"),
        ("GÃœEMES", "GÜEMES"),
        ("PE¥A", "PEÑA"),
        ("CASTA?EDA", "CASTAÑEDA"),
        ("GARC1A", "GARCIA"),
        ("L0PEZ", "LOPEZ"),
    ],
)
def test_other_damaged_letters_are_read(damaged: str, name: str) -> None:
    assert read(damaged) == name


@pytest.mark.parametrize(
    "sound",
    [
        "PEREZ/LOPEZ",
        "TELLO-NAVA",
        "D’ANGELO",
        "JOÃO GUIMARÃES",
        "ANTONIO",
        "MA. ELENA",
        "Mª ELENA",
        "A&E",
        "Z40",
        "JUAN 3RD",
        'FERMÍN "N"',
        "ÑÁÑEZ GÜÉMEZ",
    ],
)
def test_what_is_sound_or_may_be_is_left_alone(sound: str) -> None:
    assert read(sound) == sound.upper()


def test_a_blank_that_several_names_fit_stays_a_blank() -> None:
    assert read("?AÑEZ") == "?AÑEZ"


def test_a_blank_inside_no_known_name_stays_a_blank() -> None:
    assert read("XOCHIH#A") == "XOCHIH?A"


@pytest.mark.parametrize("letter", LETTERS)
def test_every_letter_survives_utf_8_read_as_latin_1_or_windows_or_dos(letter: str) -> None:
    for narrow in ("latin-1", "cp437", "cp850"):
        assert mend(f"x{letter.encode().decode(narrow)}x") == f"x{letter}x"


def test_no_garbage_stands_for_two_letters() -> None:
    assert set(garbled().values()) <= set(LETTERS)
    assert not [signs for signs in garbled() if signs.isascii()]


@given(
    some.text(alphabet="ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz" + LETTERS + " -'", max_size=40)
)
def test_a_text_of_letters_is_never_changed(text: str) -> None:
    assert mend(text) == text


@given(some.text(max_size=30))
def test_whatever_is_written_is_read_without_fail_and_once_is_enough(text: str) -> None:
    mended = mend(text)
    assert "�" not in mended
    read_once = restore(mended.upper())
    assert restore(read_once) == read_once
