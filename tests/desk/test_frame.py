"""The shell of every page: policy, language, demonstration, errors, health, figures."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from django.test import Client
from django.utils.translation import override
from pytest_django import Settings

from dedere.registry.models import Attempt

import cast

pytestmark = pytest.mark.django_db
HERE = "/es/account/preferences/"


def text(answer: object) -> str:
    return answer.content.decode()


def test_the_policy_allows_nothing_inline_and_nothing_from_elsewhere(ana: Client) -> None:
    policy = ana.get(HERE)["Content-Security-Policy"]
    for rule in ("default-src 'self'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'"):
        assert rule in policy
    assert "unsafe" not in policy


def test_the_shell_has_no_inline_script_and_no_inline_style(ana: Client) -> None:
    page = text(ana.get(HERE))
    assert "<style" not in page
    assert " style=" not in page
    assert page.count("<script") == page.count("<script src=")


def test_the_language_switch_keeps_page_and_query(ana: Client) -> None:
    page = text(ana.get(f"{HERE}?view=all&page=2"))
    assert 'href="/en/account/preferences/?view=all&amp;page=2"' in page
    assert '<html lang="es"' in page


def test_the_strip_says_that_it_is_a_demonstration_and_where_its_clock_stands(
    ana: Client, settings: Settings
) -> None:
    settings.DEDERE_DEMO_CLOCK = ""
    assert "desk-strip" not in text(ana.get(HERE))
    settings.DEDERE_DEMO_CLOCK = "2025-02-26T09:00:00-06:00"
    page = text(ana.get(HERE))
    assert "Demostración con datos públicos." in page
    assert "26\u00a0feb\u00a02025" in page


def test_a_page_of_another_role_says_who_may_and_who_grants_it_and_is_on_record(ana: Client) -> None:
    answer = ana.get("/es/officers/")
    assert answer.status_code == 403
    assert "administrar funcionarios" in text(answer)
    assert "administración" in text(answer)
    attempt = Attempt.objects.get()
    assert (attempt.officer, attempt.permission, attempt.address) == (
        cast.ANA,
        "manage-officers",
        "/es/officers/",
    )


def test_not_found_says_what_was_looked_for(ana: Client) -> None:
    answer = ana.get("/en/nowhere/at-all/")
    assert answer.status_code == 404
    assert "There is no page at /en/nowhere/at-all/." in text(answer)


def test_a_form_from_another_session_says_that_nothing_was_recorded(officers: dict[str, object]) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(officers[cast.ANA], backend="django.contrib.auth.backends.ModelBackend")
    answer = client.post(HERE, {"language": "en", "look": "auto"})
    assert answer.status_code == 403
    assert "No se registró nada." in text(answer)


def test_a_fault_of_ours_tells_nothing_of_itself(settings: Settings) -> None:
    from django.test import RequestFactory

    from dedere.desk.frame.errors import broken

    answer = broken(RequestFactory().get("/es/"))
    assert answer.status_code == 500
    assert "Traceback" not in text(answer)
    assert "La mesa falló" in text(answer)


def test_health_answers_without_signing_in(client: Client) -> None:
    told = json.loads(client.get("/health").content)
    assert told["status"] == "well"
    assert told["database"] is True
    assert told["migrations_pending"] == 0
    assert set(told["journal"]) == {"size", "root"}
    exchange = {"letters_unacknowledged", "letters_held", "letters_waiting", "envelopes_refused"}
    assert set(told["waiting"]) == {"overdue", "signatures", "other_state"} | exchange


@pytest.mark.parametrize(
    ("name", "address", "status"),
    [
        ("", "127.0.0.1", 200),
        ("", "192.0.2.7", 404),
        (cast.ANA, "192.0.2.7", 403),
        (cast.ELENA, "192.0.2.7", 200),
    ],
)
def test_figures_are_for_loopback_and_administrators(
    as_officer: Callable[[str], Client], client: Client, name: str, address: str, status: int
) -> None:
    whoever = as_officer(name) if name else client
    answer = whoever.get("/metrics", REMOTE_ADDR=address)
    assert answer.status_code == status
    if status == 200:
        assert b"dedere_requests_total" in answer.content


def test_figures_name_routes_and_never_a_case(ana: Client) -> None:
    ana.get("/es/cases/MX-2025-0001/")
    assert b"MX-2025-0001" not in ana.get("/metrics").content


def test_the_session_says_when_it_ends_and_staying_costs_one_request(ana: Client) -> None:
    assert "Su sesión termina tras 30 minutos" in text(ana.get(HERE))
    assert ana.post("/es/account/stay/", headers={"X-Requested-With": "fetch"}).status_code == 204
    assert ana.get("/es/account/stay/").status_code == 405


def test_an_unknown_template_variable_fails(rf: object) -> None:
    from django.template import engines

    with pytest.raises(AssertionError, match="nobody"):
        engines["django"].from_string("{{ nobody.there }}").render({})


@pytest.mark.parametrize(
    ("home", "words"),
    [
        ("MX", "Autoridad central de México"),
        ("US", "Autoridad central de los Estados Unidos"),
        ("CO", "Autoridad central: Colombia"),
    ],
)
def test_the_header_names_the_authority_whose_desk_it_is(
    ana: Client, settings: Settings, home: str, words: str
) -> None:
    settings.DEDERE_HOME = home
    page = text(ana.get(HERE))
    assert words in page
    assert f'data-home="{home.lower()}"' in page


def test_a_file_that_the_clerk_does_not_find_is_named(rf: object, officers: dict[str, object]) -> None:
    from dedere.clerk.files import NoSuchFile
    from dedere.desk.frame.errors import MissingFile

    request = rf.get("/en/cases/MX-2025-9999/")
    request.user = officers[cast.ANA]
    request.session, request._messages = {}, ()
    with override("en"):
        answer = MissingFile(lambda _: None).process_exception(request, NoSuchFile("MX-2025-9999"))
    assert answer.status_code == 404
    assert "There is no case with the number MX-2025-9999." in text(answer)
    assert MissingFile(lambda _: None).process_exception(request, ValueError()) is None
