"""Signing in: the right password, ten wrong ones, a second factor, the language of landing."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import Settings

from dedere.registry.models import Attempt, Officer

import cast

pytestmark = pytest.mark.django_db
DOOR = "/es/sign-in/"


def sign_in(client: Client, password: str = cast.PASSWORD, name: str = cast.ELENA) -> object:
    return client.post(DOOR, {"login": name, "password": password})


def test_the_right_password_lands_on_the_officers_first_page_in_their_language(
    client: Client, officers: dict[str, Officer]
) -> None:
    Officer.objects.filter(username=cast.ELENA).update(language="en")
    assert sign_in(client)["Location"] == "/en/home/"


def test_a_page_asked_for_before_signing_in_is_where_one_lands(
    client: Client, officers: dict[str, Officer]
) -> None:
    body = {"login": cast.ELENA, "password": cast.PASSWORD, "next": "/es/account/preferences/"}
    assert client.post(DOOR, body)["Location"] == "/es/account/preferences/"


def test_a_wrong_password_says_so_and_keeps_the_name(client: Client, officers: dict[str, Officer]) -> None:
    answer = sign_in(client, "no es esta")
    assert answer.status_code == 200
    assert f'value="{cast.ELENA}"' in answer.content.decode()
    assert "govuk-error-summary" in answer.content.decode()


def test_ten_wrong_passwords_close_the_name_in_words_and_on_record(
    client: Client, officers: dict[str, Officer]
) -> None:
    for _ in range(9):
        assert sign_in(client, "no es esta").status_code == 200
    tenth = sign_in(client, "no es esta")
    assert tenth.status_code == 429
    assert "Demasiadas contraseñas incorrectas" in tenth.content.decode()
    assert "15 minutos" in tenth.content.decode()
    assert sign_in(client).status_code == 429, "the right password opens nothing while the name is closed"
    assert Attempt.objects.filter(officer=cast.ELENA, permission="sign-in-locked").exists()


def test_another_name_stays_open_while_one_is_closed(client: Client, officers: dict[str, Officer]) -> None:
    for _ in range(10):
        sign_in(client, "no es esta")
    assert sign_in(client, name=cast.DIEGO).status_code == 302


def test_a_disabled_account_does_not_open(client: Client, officers: dict[str, Officer]) -> None:
    Officer.objects.filter(username=cast.ELENA).update(is_active=False)
    assert sign_in(client).status_code == 200


def test_nobody_signs_themself_up(client: Client) -> None:
    for address in ("/es/signup/", "/es/accounts/signup/", "/es/sign-up/"):
        assert client.get(address).status_code == 404


def test_an_authenticator_may_be_used_and_then_asks_for_its_code(
    client: Client, officers: dict[str, Officer]
) -> None:
    from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time

    sign_in(client)
    confirm = client.get("/es/account/factor/on/")["Location"]
    assert confirm.startswith("/es/account/confirm/"), "what changes how one signs in asks for the password"
    assert client.post(confirm, {"password": cast.PASSWORD})["Location"] == "/es/account/factor/on/"
    client.get("/es/account/factor/on/")
    secret = client.session["mfa.totp.secret"]

    def code_now() -> str:
        return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))

    assert client.post("/es/account/factor/on/", {"code": code_now()}).status_code == 302
    assert "Segundo factor activo" in client.get("/es/account/factor/").content.decode()
    assert client.get("/es/account/recovery/").status_code == 200
    client.post("/es/sign-out/")
    assert sign_in(client)["Location"].startswith("/es/sign-in/code/")
    assert client.get("/es/home/").status_code == 302, "the password alone opens nothing"
    refused = client.post("/es/sign-in/code/", {"code": "000000"})
    assert refused.status_code == 200
    assert "govuk-error-message" in refused.content.decode()


def test_preferences_keep_language_and_colours(client: Client, officers: dict[str, Officer]) -> None:
    sign_in(client)
    answer = client.post("/es/account/preferences/", {"language": "en", "look": "contrast"})
    assert answer["Location"] == "/en/account/preferences/"
    page = client.get("/en/account/preferences/").content.decode()
    assert 'data-look="contrast"' in page
    assert Officer.objects.get(username=cast.ELENA).language == "en"


def test_an_address_that_knocks_too_often_is_told_in_words(
    client: Client, officers: dict[str, Officer], settings: Settings
) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"login": "2/m/ip", "login_failed": None}
    for _ in range(2):
        assert sign_in(client, "no es esta").status_code == 200
    answer = sign_in(client)
    assert answer.status_code == 429
    assert "Demasiadas solicitudes desde esta dirección" in answer.content.decode()
