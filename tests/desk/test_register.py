"""The search box looks a name up in the register too, where the desk has an index of one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest
from django.test import Client
from pytest_django import Settings

from dedere.persons.index.store import build
from dedere.persons.reading.cells import ROLL
from dedere.registry.models import Reading

import cast

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of the cast's handover, as a register has them."""
    people = [name.split() for name in cast.LISTED]
    rows = [
        {"row": n, "id": f"R-{n}", "given": given, "surname_1": first, "surname_2": second, "year": 1970 + n}
        for n, (given, first, second) in enumerate(people, 1)
    ]
    folder = tmp_path_factory.mktemp("index") / "mx-register"
    build([pl.DataFrame([{**row, "aliases": []} for row in rows], schema=dict(ROLL))], folder)
    return folder


def test_a_name_is_found_in_the_register_however_it_is_typed(
    ana: Client, index: Path, settings: Settings
) -> None:
    settings.DEDERE_REGISTER_INDEX = str(index)
    page = ana.get("/es/find/?q=Cuellar Nava, Vernardo").content.decode()
    assert "En el registro" in page
    assert "Bernardo Cuéllar Nava" in page
    assert "mx-register · R-2" in page
    assert "1972" in page
    assert Reading.objects.get().page == "register: Cuellar Nava, Vernardo"


def test_a_look_up_that_finds_nobody_is_on_record_too(ana: Client, index: Path, settings: Settings) -> None:
    settings.DEDERE_REGISTER_INDEX = str(index)
    assert "En el registro" not in ana.get("/es/find/?q=Zacarías Wolff").content.decode()
    assert Reading.objects.get().page == "register: Zacarías Wolff"


def test_without_an_index_only_files_are_searched(ana: Client) -> None:
    assert ana.get("/es/find/?q=Bernardo").context["register"] == []


def test_whoever_may_not_read_matches_searches_nothing(
    as_officer: Callable[[str], Client], index: Path, settings: Settings
) -> None:
    settings.DEDERE_REGISTER_INDEX = str(index)
    assert as_officer(cast.CARLA).get("/es/find/?q=Bernardo").status_code == 403
