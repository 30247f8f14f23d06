"""What happens to one text: each slip does what it says, and none fails on any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dedere.persons.synthetic import slips

EVERY = [
    slips.typo,
    slips.heard,
    slips.respelt,
    slips.misread,
    slips.damaged,
    slips.undotted,
    slips.without_particles,
    slips.joined,
    slips.cut,
    slips.shuffled,
]
ROLLS = range(0, 2**31, 250_007)


@given(st.text("ABCDEHIJLMNÑOQRSUVZÁ -.", min_size=1, max_size=30), st.integers(0, 2**31 - 1))
def test_a_slip_is_made_of_any_name_and_the_same_roll_makes_the_same(text: str, roll: int) -> None:
    if text.strip():
        assert [slip(text, roll) for slip in EVERY] == [slip(text, roll) for slip in EVERY]


def results(slip: slips.Slip, text: str) -> set[str]:
    return {slip(text, roll) for roll in ROLLS}


@pytest.mark.parametrize(
    ("slip", "text", "wanted"),
    [
        (slips.typo, "LOPEZ", {"LOPE", "LOPPEZ", "LPOEZ", "LIPEZ"}),
        (slips.heard, "VAZQUEZ", {"BAZQUEZ", "VASQUEZ"}),
        (slips.respelt, "GONZALEZ", {"GONZALES", "GONSALEZ"}),
        (slips.respelt, "JOSE", {"HOSE"}),
        (slips.respelt, "MUÑOZ", {"MUNYOZ"}),
        (slips.misread, "SOLIS", {"S0LIS", "SOL1S"}),
        (slips.damaged, "MUÑOZ", {"MU?OZ", "MU#OZ", "MUÃ‘OZ", "MUOZ"}),
        (slips.undotted, "MUÑOZ", {"MUNOZ"}),
        (slips.without_particles, "DE LA CRUZ", {"CRUZ"}),
        (slips.without_particles, "DE LA", {"DE LA"}),
        (slips.joined, "DE LA CRUZ", {"DELACRUZ", "DELA CRUZ"}),
        (slips.cut, "MONTES DE OCA RIVERA", {"MONTES DE", "MONTES DE OCA"}),
        (slips.shuffled, "PEREZ, ANA", {"ANA PEREZ", "PEREZ ANA"}),
    ],
)
def test_a_slip_makes_what_is_seen_in_registers(slip: slips.Slip, text: str, wanted: set[str]) -> None:
    assert wanted <= results(slip, text)


def test_a_number_is_miskeyed_in_one_place() -> None:
    curp = "SABC560626MDFLRN01"
    for made in results(slips.miskeyed, curp):
        assert len(made) == 18
        assert 1 <= sum(one != other for one, other in zip(made, curp, strict=True)) <= 2
