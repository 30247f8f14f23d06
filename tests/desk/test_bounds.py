"""What a request may bring, what a cache may keep, what an unknown caller may leave behind."""

from __future__ import annotations

import pytest
from django.test import Client

from dedere.registry.models import Attempt

pytestmark = pytest.mark.django_db


def test_a_body_too_large_is_refused_before_it_is_read(client: Client) -> None:
    answer = client.generic("POST", "/es/ledger/check/", b"x", CONTENT_LENGTH=str(2**40))
    assert answer.status_code == 413


def test_a_body_of_untold_length_is_refused(client: Client) -> None:
    answer = client.post("/es/sign-in/", headers={"Transfer-Encoding": "chunked"})
    assert answer.status_code == 411


def test_no_cache_keeps_a_page_shown_to_an_officer(ana: Client) -> None:
    assert ana.get("/es/cases/").headers["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("where", [{"REMOTE_ADDR": "192.0.2.7"}, {"HTTP_X_FORWARDED_FOR": "192.0.2.7"}])
def test_an_unknown_caller_finds_no_figures_and_leaves_no_row(client: Client, where: dict[str, str]) -> None:
    assert client.get("/metrics", **where).status_code == 404
    assert not Attempt.objects.exists()


def test_behind_a_proxy_nobody_is_on_this_machine(client: Client, settings: object) -> None:
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")  # type: ignore[attr-defined]
    assert client.get("/metrics").status_code == 404
