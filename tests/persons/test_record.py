"""A record says what its row says, and its digest changes with a word of it and with nothing else."""

import pytest

from dedere.persons.record import Record, Said, differing, read_record, record_of, write_record
from rolls import held, wanted


def test_a_record_keeps_what_the_row_says_in_a_fixed_order_and_leaves_out_the_rest():
    row = {"row": 7, "id": "R-1", "sex": "M", "given": "Teodoro", "surname_1": "Quiñones", "surname_2": None}
    said = (Said(field="given", text="Teodoro"), Said(field="surname_1", text="Quiñones"))
    assert record_of("mx", row) == Record(roll="mx", id="R-1", said=(*said, Said(field="sex", text="M")))


@pytest.mark.parametrize(
    ("year", "month", "day", "born"),
    [
        (1975, 3, 12, "1975-03-12"),
        (1975, 3, 0, "1975-03"),
        (1975, 0, 0, "1975"),
        (1975, 0, 4, "1975"),
        (0, 3, 12, "--03-12"),
        (0, 0, 0, ""),
    ],
)
def test_a_birth_date_is_told_as_far_as_it_is_known(year, month, day, born):
    assert record_of("mx", {"id": "1", "year": year, "month": month, "day": day}).text("born") == born


def test_the_digest_is_of_the_words_and_not_of_the_place():
    assert held().digest == held("R-99").digest == held(row=3).digest
    assert held(surname_2="Arze").digest != held().digest
    assert wanted(aliases=["El Teo", "Teo"]).digest != wanted(aliases=["El Teo; Tea"]).digest


def test_a_name_is_shown_as_it_was_written():
    assert wanted().name == "TEODORO QUINONES"
    assert held().name == "Teodoro Quiñones Arce"
    assert record_of("us", {"id": "1", "aliases": ["El Teo"]}).name == "El Teo"


def test_a_record_comes_back_from_its_text():
    assert read_record(write_record(held())) == held()


def test_only_what_both_say_can_differ():
    assert differing(wanted(sex="F"), held()) == {"sex"}
