"""The keys of a record: which it has, how they are written, and what may stand for them."""

from __future__ import annotations

import pytest

from dedere.persons.apart.kinds import KINDS, USUAL, Traits, keys_of, readings
from dedere.words.wording import codes

NAMES = (("JUAN",), ("PABLO",), ("BRITO",), ("ARSE",))
WHOLE = Traits(names=NAMES, year=1980, month=3, day=5, curp="AEBJ800305HDFRRN01")
THREE = {"ARSE+BRITO+JUAN", "ARSE+BRITO+PABLO", "ARSE+JUAN+PABLO", "BRITO+JUAN+PABLO"}


@pytest.mark.parametrize(
    ("kind", "keys"),
    [
        ("curp", {"AEBJ800305HDFRRN01"}),
        ("three-names-month", {f"{names}|1980-03" for names in THREE}),
        ("three-names-day", {f"{names}|--03-05" for names in THREE}),
        ("three-names-year", {f"{names}|1980" for names in THREE}),
        ("four-names", {"ARSE+BRITO+JUAN+PABLO"}),
    ],
)
def test_each_kind_writes_what_it_is_made_of(kind: str, keys: set[str]) -> None:
    assert keys_of(WHOLE, [kind]) == {f"{kind}|{key}" for key in keys}


def test_two_names_and_a_date_are_any_two_names() -> None:
    keys = keys_of(WHOLE, ["two-names-date"])
    assert len(keys) == 6
    assert "two-names-date|ARSE+PABLO|1980-03-05" in keys


def test_a_record_that_says_nothing_has_no_key() -> None:
    assert keys_of(Traits(), KINDS) == set()


def test_names_in_another_order_have_the_same_keys() -> None:
    turned = Traits(names=NAMES[::-1], year=1980, month=3, day=5, curp=WHOLE.curp)
    assert keys_of(turned, KINDS) == keys_of(WHOLE, KINDS)


def test_a_name_that_may_stand_for_another_has_the_keys_of_both() -> None:
    its = Traits(names=(("PEPE", "JOSE"), ("BRITO",)), year=1980, month=3, day=5)
    assert keys_of(its, KINDS) == {
        "two-names-date|BRITO+PEPE|1980-03-05",
        "two-names-date|BRITO+JOSE|1980-03-05",
    }


def test_a_date_known_in_part_makes_the_keys_that_need_no_more() -> None:
    month = Traits(names=NAMES, year=1980, month=3)
    assert {key.partition("|")[0] for key in keys_of(month, USUAL)} == {"three-names-month", "four-names"}
    assert {key.partition("|")[0] for key in keys_of(Traits(names=NAMES), KINDS)} == {"four-names"}


def test_the_kind_that_many_share_is_not_usual() -> None:
    assert set(KINDS) - set(USUAL) == {"three-names-year"}


def test_a_reading_exchanges_day_and_month_where_both_can_be_either() -> None:
    assert [(each.month, each.day) for each in readings(WHOLE)] == [(3, 5), (5, 3)]
    for month, day in ((3, 25), (3, 3), (3, 0), (0, 0)):
        assert list(readings(Traits(month=month, day=day))) == [Traits(month=month, day=day)]


def test_every_kind_has_words_and_no_words_lack_a_kind() -> None:
    said = {key.partition(".")[2] for key in codes().keys() if key.startswith("apart-kind.")}  # noqa: SIM118
    assert said == set(KINDS)
