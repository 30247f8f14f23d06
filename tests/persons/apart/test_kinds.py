"""The keys of a record: which it has, how they are written, and what may stand for them."""

from __future__ import annotations

import pytest

from dedere.persons.apart.kinds import KINDS, Traits, keys_of, readings

WHOLE = Traits(
    given=("JUAN", "PABLO"), surnames=("ARSE", "BRITO"), year=1980, month=3, day=5, curp="AEBJ800305HDFRRN01"
)


@pytest.mark.parametrize(
    ("kind", "keys"),
    [
        ("curp", {"AEBJ800305HDFRRN01"}),
        ("surnames-date", {"ARSE+BRITO|1980-03-05"}),
        ("givens-date", {"JUAN+PABLO|1980-03-05"}),
        ("given-surnames-year", {"JUAN|ARSE+BRITO|1980", "PABLO|ARSE+BRITO|1980"}),
        ("givens-surnames", {"JUAN+PABLO|ARSE+BRITO"}),
        (
            "given-surname-date",
            {f"{given}|{surname}|1980-03-05" for given in ("JUAN", "PABLO") for surname in ("ARSE", "BRITO")},
        ),
    ],
)
def test_each_kind_writes_what_it_is_made_of(kind: str, keys: set[str]) -> None:
    assert keys_of(WHOLE, [kind]) == {f"{kind}|{key}" for key in keys}


def test_a_record_that_says_nothing_has_no_key() -> None:
    assert keys_of(Traits(), KINDS) == set()


def test_names_in_another_order_have_the_same_keys() -> None:
    turned = Traits(given=("PABLO", "JUAN"), surnames=("BRITO", "ARSE"), year=1980, month=3, day=5)
    kinds = [kind for kind in KINDS if kind != "curp"]
    assert keys_of(turned, kinds) == keys_of(WHOLE, kinds)


def test_a_date_that_is_known_in_part_makes_no_key_with_a_date() -> None:
    part = Traits(given=("JUAN",), surnames=("ARSE", "BRITO"), year=1980, month=3)
    assert {key.partition("|")[0] for key in keys_of(part, KINDS)} == {"given-surnames-year"}


def test_one_name_is_never_a_pair_with_itself() -> None:
    assert keys_of(Traits(surnames=("ARSE", "ARSE"), year=1980, month=3, day=5), ["surnames-date"]) == set()


def test_readings_exchange_day_and_month_and_try_the_years_beside() -> None:
    dates = [(each.year, each.month, each.day) for each in readings(WHOLE)]
    assert dates == [(1980, 3, 5), (1980, 5, 3), (1979, 0, 0), (1981, 0, 0)]


def test_a_day_that_can_be_no_month_is_not_exchanged() -> None:
    assert [each.day for each in readings(Traits(year=1980, month=3, day=25))] == [25, 0, 0]
    assert len(list(readings(Traits()))) == 1
