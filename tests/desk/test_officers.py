"""The administrator adds, gives roles, disables and resets; each change is on record."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from dedere.registry.models import Officer, OfficerChange

import cast

pytestmark = pytest.mark.django_db
NEW = {
    "username": "fabiola",
    "name": "Fabiola Treviño",
    "role": "caseworker",
    "language": "es",
    "password": cast.PASSWORD,
}


@pytest.fixture
def elena(as_officer: Callable[[str], Client]) -> Client:
    return as_officer(cast.ELENA)


def test_an_added_officer_may_sign_in(elena: Client) -> None:
    assert elena.post("/es/officers/new/", NEW)["Location"] == "/es/officers/"
    made = Officer.objects.get(username="fabiola")
    assert (made.called, made.role, made.check_password(cast.PASSWORD)) == (
        "Fabiola Treviño",
        "caseworker",
        True,
    )
    change = OfficerChange.objects.get()
    assert (change.by, change.officer, change.what, change.after) == (
        cast.ELENA,
        "fabiola",
        "added",
        "caseworker",
    )


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("username", "ANA", "ya está ocupado"),
        ("username", "2 palabras", "Empiece con minúscula"),
        ("password", "corta", "12"),
        ("password", "password1234", "común"),
        ("role", "king", "govuk-error-message"),
        ("name", "", "govuk-error-message"),
    ],
)
def test_what_cannot_be_added_says_why_and_keeps_the_form(
    elena: Client, field: str, value: str, said: str
) -> None:
    answer = elena.post("/es/officers/new/", {**NEW, field: value})
    assert answer.status_code == 200
    assert said in answer.content.decode()
    assert 'value="Fabiola Treviño"' in answer.content.decode() or field == "name"
    assert Officer.objects.count() == len(cast.ROLES)


def test_another_role_is_given_and_on_record(elena: Client) -> None:
    elena.post("/es/officers/ana/", {"do": "role", "role": "auditor"})
    assert Officer.objects.get(username=cast.ANA).role == "auditor"
    change = OfficerChange.objects.get()
    assert (change.what, change.before, change.after) == ("role", "caseworker", "auditor")


def test_the_last_administrator_neither_leaves_the_role_nor_is_disabled(elena: Client) -> None:
    for body in ({"do": "role", "role": "auditor"}, {"do": "disable"}):
        page = elena.post("/es/officers/elena/", body).content.decode()
        assert "última persona con función de administración" in page
    kept = Officer.objects.get(username=cast.ELENA)
    assert (kept.role, kept.is_active) == ("administrator", True)


def test_a_disabled_officer_is_out_at_once_and_may_come_back(
    elena: Client, as_officer: Callable[[str], Client]
) -> None:
    ana = as_officer(cast.ANA)
    elena.post("/es/officers/ana/", {"do": "disable"})
    assert ana.get("/es/account/preferences/").status_code == 302
    elena.post("/es/officers/ana/", {"do": "enable"})
    assert Officer.objects.get(username=cast.ANA).is_active


def test_a_reset_password_ends_sessions_and_opens_a_closed_name(
    elena: Client, client: Client, as_officer: Callable[[str], Client]
) -> None:
    ana = as_officer(cast.ANA)
    for _ in range(10):
        client.post("/es/sign-in/", {"login": cast.ANA, "password": "no es esta"})
    elena.post("/es/officers/ana/", {"do": "password", "password": "otra frase larga y rara"})
    assert ana.get("/es/account/preferences/").status_code == 302
    answer = client.post("/es/sign-in/", {"login": cast.ANA, "password": "otra frase larga y rara"})
    assert answer.status_code == 302


def test_an_officer_who_is_not_there_is_named_in_the_answer(elena: Client) -> None:
    answer = elena.get("/es/officers/nadie/")
    assert answer.status_code == 404
    assert "nadie" in answer.content.decode()
