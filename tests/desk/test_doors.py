"""Nobody enters without signing in; each view says which permission it needs."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import URLPattern

from addresses import filled, patterns
from dedere.desk.officers import PERMISSIONS, PUBLIC

ROUTES = [pytest.param(route, pattern, id=route) for route, pattern in patterns()]
OPEN = {
    "health",
    "metrics",
    "account_login",
    "account_logout",
    "account_inactive",
    "mfa_authenticate",
    "calendar",
    "statistics",
    "edition",
}


def named(pattern: URLPattern) -> str:
    return str(getattr(pattern.callback, "permission", ""))


@pytest.mark.parametrize(("route", "pattern"), ROUTES)
def test_every_view_names_its_permission(route: str, pattern: URLPattern) -> None:
    assert named(pattern) in {*PERMISSIONS, PUBLIC}, f"{route}: put @may or @public on the view"


@pytest.mark.parametrize(("route", "pattern"), ROUTES)
def test_only_named_doors_are_open(route: str, pattern: URLPattern) -> None:
    if named(pattern) == PUBLIC:
        assert pattern.name in OPEN


@pytest.mark.django_db
@pytest.mark.parametrize(("route", "pattern"), ROUTES)
def test_whoever_has_not_signed_in_is_sent_to_the_door(
    client: Client, route: str, pattern: URLPattern
) -> None:
    if named(pattern) == PUBLIC:
        return
    for answer in (client.get(filled(route, pattern)), client.post(filled(route, pattern))):
        assert answer.status_code == 302
        assert "/sign-in/?next=" in answer["Location"]
