"""Days and instants in words, with their zone; permissions and roles have words; chips have signs."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from django.utils.translation import override

from dedere.desk import wording
from dedere.desk.frame import dates
from dedere.desk.frame.chips import _TONES, SIGNS
from dedere.desk.frame.tags import instants, mark
from dedere.desk.officers import PERMISSIONS, ROLES
from dedere.words.wording import LANGUAGES, codes

import cast

ON = date(2026, 1, 20)


def test_a_day_has_its_month_in_words() -> None:
    assert dates.day(ON, "es") == "20\u00a0ene\u00a02026"
    assert dates.day(ON, "en") == "20\u00a0Jan\u00a02026"
    assert dates.day_in_full(ON, "es") == "20 de enero de 2026"
    assert dates.day_in_full(ON, "en") == "20 January 2026"


@pytest.mark.parametrize(
    ("zone", "words"),
    [
        (timezone(timedelta(hours=-6)), "UTC−6"),
        (timezone(timedelta(hours=5, minutes=30)), "UTC+5:30"),
        (timezone(timedelta(hours=-3, minutes=-30)), "UTC−3:30"),
        (UTC, "UTC+0"),
    ],
)
def test_an_instant_carries_its_zone(zone: timezone, words: str) -> None:
    assert dates.offset(datetime(2025, 2, 26, 9, 0, tzinfo=zone)) == words


def test_what_was_flown_shows_both_zones() -> None:
    at = datetime(2025, 2, 27, 10, 30, tzinfo=ZoneInfo("America/Mexico_City"))
    with override("en"):
        assert instants(at, "America/New_York") == (
            "27\u00a0Feb\u00a02025, 10:30\u00a0UTC−6 · 27\u00a0Feb\u00a02025, 11:30\u00a0UTC−5"
        )
        assert instants(at, "America/Mexico_City") == "27\u00a0Feb\u00a02025, 10:30\u00a0UTC−6"


def test_every_permission_and_every_role_has_words() -> None:
    for language in LANGUAGES:
        for permission in PERMISSIONS:
            assert wording.screens().say(f"permission.{permission}", language)
        for role in ROLES:
            assert codes().say(f"role.{role}", language)


def test_the_cast_has_the_roles_of_the_desk() -> None:
    assert set(cast.ROLES.values()) == set(ROLES)


def test_every_tone_has_a_sign_beside_its_colour() -> None:
    tones = {tone for group in _TONES.values() for tone in group.values()}
    assert tones <= set(SIGNS)
    signs = [sign for sign in SIGNS.values() if sign]
    assert len(signs) == len(set(signs))


def test_a_chips_words_are_escaped() -> None:
    assert "<b>" not in mark("<b>", "late")


def test_one_thing_and_many_have_their_own_sentence() -> None:
    with override("es"):
        assert wording.code("role", "escort") == "custodia y traslado"
        assert wording.code("role", "") == ""
        assert wording.code("role", "nobody-named-this") == "nobody-named-this"
