"""Desk tests: the cast signs in; an unknown template variable fails; the clock is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.cache import cache
from django.template import engines
from django.test import Client

import cast


class Unknown(str):
    """What Django puts in place of an unknown variable: here, a failure that names it."""

    def __contains__(self, wanted: object) -> bool:
        return wanted == "%s"

    def __mod__(self, variable: object) -> str:
        raise AssertionError(f"a template names {variable}, which nobody handed it")


@pytest.fixture(autouse=True)
def unknown_variables_fail() -> object:
    """Make every template strict for the length of a test."""
    engine = engines["django"].engine
    before, engine.string_if_invalid = engine.string_if_invalid, Unknown("%s")
    yield
    engine.string_if_invalid = before


@pytest.fixture(autouse=True)
def nobody_has_knocked_yet() -> None:
    """Forget how often this address signed in: the count lives in the process, not in the database."""
    cache.clear()


@pytest.fixture
def as_officer(officers: dict[str, object]) -> Callable[[str], Client]:
    """``as_officer(cast.ANA)``: a client in which that officer has signed in."""

    def signed_in(name: str) -> Client:
        client = Client()
        client.force_login(officers[name], backend="django.contrib.auth.backends.ModelBackend")
        return client

    return signed_in


@pytest.fixture
def ana(as_officer: Callable[[str], Client]) -> Client:
    """Ana, who works cases."""
    return as_officer(cast.ANA)
