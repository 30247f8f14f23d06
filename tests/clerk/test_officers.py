"""Officers are added with a role, a language and a password that holds, and the ledger says by whom."""

import pytest

from dedere.clerk.officers import add_officer
from dedere.registry.models import Officer, OfficerChange
from dedere.words import Refused

import cast

pytestmark = pytest.mark.django_db


def added(username: str = cast.ANA, **said: str) -> Officer | Refused:
    usual = {"role": "caseworker", "password": cast.PASSWORD, "name": "Ana Prado"}
    return add_officer(username, by=cast.ELENA, at=cast.NOON, **{**usual, **said})


def test_an_officer_added_can_sign_in_and_the_change_is_on_record() -> None:
    officer = added(language="en")
    assert isinstance(officer, Officer)
    assert officer.check_password(cast.PASSWORD)
    assert (officer.role, officer.language, officer.called) == ("caseworker", "en", "Ana Prado")
    change = OfficerChange.objects.get()
    assert (change.by, change.officer, change.what, change.after) == (
        cast.ELENA,
        cast.ANA,
        "added",
        "caseworker",
    )


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"username": "no spaces please"}, "bad-name"),
        ({"username": ""}, "bad-name"),
        ({"role": "king"}, "unknown-role"),
        ({"language": "fr"}, "unknown-language"),
        ({"password": "short"}, "weak-password"),
    ],
)
def test_a_name_role_language_or_password_that_will_not_do_is_refused(
    said: dict[str, str], code: str
) -> None:
    refused = added(**said)
    assert isinstance(refused, Refused)
    assert refused.code == code
    assert not Officer.objects.exists()


def test_a_name_is_given_once_whatever_its_capitals() -> None:
    added()
    refused = added("ANA")
    assert isinstance(refused, Refused)
    assert refused.code == "name-taken"
