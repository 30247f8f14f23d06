"""The RFC of a natural person: the example of the tax authority's rule, and what may be wrong with one."""

from datetime import date

import pytest

from dedere.persons.identifiers import rfc

# Gómez Díaz Emma, born 31 December 1956: the worked example of the SAT's algorithm.
EMMA = "GODE561231GR8"


def test_the_digit_is_that_of_the_published_example() -> None:
    assert rfc.digit("GODE561231GR") == "8"
    assert rfc.parse(EMMA) == rfc.Rfc(text=EMMA, born=(date(1956, 12, 31), date(2056, 12, 31)))


def test_ten_characters_are_read_alone() -> None:
    assert rfc.parse("gode-561231").fault is None


def test_a_day_that_only_one_century_has_is_read_in_that_century() -> None:
    assert rfc.parse("GODE000229").born == (date(2000, 2, 29),)


def test_a_key_may_carry_an_enye_and_a_ten_is_written_a() -> None:
    assert rfc.parse("ÑUÑE561231").fault is None
    endings = {rfc.digit(f"ÑUÑE5612{number:02}GR") for number in range(1, 32)}
    assert "A" in endings


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("GODE561231GR", "rfc-length"),
        ("GOD1561231GR8", "rfc-shape"),
        ("GODE561331GR8", "rfc-date"),
        ("GODE561231GR9", "rfc-digit"),
    ],
)
def test_what_is_wrong_with_an_rfc_has_a_code(text: str, fault: str) -> None:
    assert rfc.parse(text).fault == fault
