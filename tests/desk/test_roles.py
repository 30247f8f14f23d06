"""The cast at every door: Ana works cases, Bruno signs, Carla escorts, Diego reads, Elena grants."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from addresses import filled, patterns
from dedere.desk.officers import PERMISSIONS, PUBLIC, allows
from dedere.registry.models import Attempt

import cast

pytestmark = pytest.mark.django_db

# Who may open what: the story of the desk, told once. A row that changes changes the desk.
MATRIX = {
    "read-cases": {cast.ANA, cast.BRUNO, cast.DIEGO},
    "file-acts": {cast.ANA, cast.BRUNO},
    "sign-second": {cast.BRUNO},
    "import-cases": {cast.ANA, cast.BRUNO},
    "export-cases": {cast.ANA, cast.BRUNO, cast.DIEGO},
    "read-matches": {cast.ANA, cast.BRUNO, cast.DIEGO},
    "decide-matches": {cast.ANA, cast.BRUNO},
    "read-accords": {cast.ANA, cast.BRUNO, cast.DIEGO},
    "file-accords": {cast.ANA, cast.BRUNO},
    "read-claims": {cast.ANA, cast.BRUNO, cast.DIEGO},
    "confirm-claims": {cast.ANA, cast.BRUNO},
    "read-law": {cast.ANA, cast.BRUNO, cast.DIEGO},
    "try-amendments": {cast.ANA, cast.BRUNO},
    "read-handovers": {cast.ANA, cast.BRUNO, cast.CARLA, cast.DIEGO},
    "plan-handovers": {cast.ANA, cast.BRUNO},
    "decide-go": {cast.ANA, cast.BRUNO},
    "record-legs": {cast.ANA, cast.BRUNO, cast.CARLA},
    "read-sources": {cast.ANA, cast.BRUNO, cast.CARLA, cast.DIEGO},
    "read-ledger": {cast.BRUNO, cast.DIEGO},
    "manage-officers": {cast.ELENA},
    "own-account": set(cast.ROLES),
}


def test_the_matrix_speaks_of_every_permission() -> None:
    assert MATRIX.keys() == PERMISSIONS.keys()


@pytest.mark.parametrize("permission", MATRIX)
def test_each_permission_is_had_by_those_who_should(permission: str) -> None:
    assert {name for name, role in cast.ROLES.items() if allows(role, permission)} == MATRIX[permission]


def test_a_permission_nobody_declared_is_no_permission() -> None:
    with pytest.raises(KeyError):
        allows("caseworker", "rule-the-world")


def test_the_auditor_writes_nothing_anywhere() -> None:
    for _route, pattern in patterns():
        wanted = getattr(pattern.callback, "post_permission", PUBLIC)
        if wanted not in {
            PUBLIC,
            "own-account",
            "read-ledger",
            "read-cases",
            "read-handovers",
            "read-sources",
            "read-law",
            "read-matches",
            "read-accords",
            "read-claims",
        }:
            assert not allows("auditor", wanted) or wanted == "export-cases"


@pytest.mark.parametrize("name", cast.ROLES)
def test_at_each_door_whoever_lacks_the_permission_is_told_who_has_it(
    as_officer: Callable[[str], Client], name: str
) -> None:
    client, refused = as_officer(name), 0
    for route, pattern in patterns():
        permission = getattr(pattern.callback, "permission", PUBLIC)
        if not route.startswith("es/") or permission == PUBLIC or allows(cast.ROLES[name], permission):
            continue
        answer = client.get(filled(route, pattern))
        if answer.status_code == 405:
            answer = client.post(filled(route, pattern))
        refused += 1
        assert answer.status_code == 403, route
        assert "Este intento quedó registrado" in answer.content.decode()
    assert Attempt.objects.filter(officer=name).count() == refused


@pytest.mark.parametrize(
    ("name", "first"),
    [
        (cast.ANA, "/es/"),
        (cast.BRUNO, "/es/"),
        (cast.CARLA, "/es/handovers/"),
        (cast.DIEGO, "/es/"),
        (cast.ELENA, "/es/officers/"),
    ],
)
def test_each_lands_on_the_first_page_of_the_role(
    as_officer: Callable[[str], Client], name: str, first: str
) -> None:
    assert as_officer(name).get("/es/home/")["Location"] == first


@pytest.mark.parametrize("name", cast.ROLES)
def test_the_navigation_shows_only_doors_that_open(as_officer: Callable[[str], Client], name: str) -> None:
    client = as_officer(name)
    page = client.get("/es/account/preferences/")
    for door in page.context["doors"]:
        assert client.get(door.address).status_code == 200
