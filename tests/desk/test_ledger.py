"""The auditor's pages: filter, verify, take a copy, break one byte of it, see the entry named."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings

from dedere.registry.models import CheckpointRow, PublishedSource, WitnessedRow

import cast

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def on_the_day(settings: Settings) -> None:
    settings.DEDERE_DEMO_CLOCK = cast.NOON.isoformat()


@pytest.fixture
def diego(as_officer: Callable[[str], Client], ana: Client) -> Client:
    """Diego, who audits, after Ana has opened two cases."""
    for person in (cast.TEODORO, cast.BRENDA):
        ana.post(
            "/es/cases/new/",
            {"person": person, "direction": "US-MX", "track": "treaty-extradition", "basis": "us-mx-1978"},
        )
    return as_officer(cast.DIEGO)


def copy_of(client: Client) -> bytes:
    return b"".join(client.get("/es/ledger/copy.jsonl").streaming_content)


def checked(client: Client, copy: bytes) -> str:
    return client.post("/es/ledger/check/", {"copy": SimpleUploadedFile("copy.jsonl", copy)}).content.decode()


def test_entries_show_who_when_and_the_text_that_was_hashed(diego: Client) -> None:
    page = diego.get("/es/ledger/").content.decode()
    assert cast.TEODORO in page
    assert "15\u00a0ene\u00a02025, 12:0" in page
    assert "UTC−6" in page


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ("?stream=mx-2025-0001", 2),
        ("?by=ana", 4),
        ("?by=bruno", 0),
        ("?kind=case-opened", 2),
        ("?since=2025-01-15&until=2025-01-15", 4),
        ("?until=2025-01-14", 0),
        ("?before=3", 2),
        ("?before=nonsense", 4),
    ],
)
def test_filters_leave_what_they_should(diego: Client, query: str, rows: int) -> None:
    assert len(diego.get(f"/es/ledger/{query}").context["rows"]) == rows


def test_the_page_says_in_a_line_and_a_picture_how_far_the_ledger_is_signed(diego: Client) -> None:
    page = diego.get("/es/ledger/").content.decode()
    assert "Sin firma" in page
    assert "Sin refrendo de otro Estado" in page
    CheckpointRow.objects.create(size=2, note="", signed_at=cast.NOON, cosigned_at=cast.NOON)
    WitnessedRow.objects.create(origin="us.example", state="US", size=7, note="", cosigned_at=cast.NOON)
    page = diego.get("/es/ledger/").content.decode()
    assert "De 4 asientos, 2 están bajo la firma de este Estado y 2 también bajo la del otro." in page
    assert 'width="500"' in page
    assert "este Estado ha refrendado 7 asientos" in page
    WitnessedRow.objects.update(refused="past-rewritten")
    page = diego.get("/es/ledger/").content.decode()
    assert "no se refrendó el libro de US" in page
    assert "entre sus primeros 7 renglones algo es distinto" in page


def test_the_ledger_is_verified_in_the_page(diego: Client) -> None:
    page = diego.get("/es/ledger/verify/").content.decode()
    assert "el libro está íntegro" in page
    assert "Se releyeron los 4 asientos" in page


def test_a_whole_copy_is_whole_and_ends_where_the_ledger_ends(diego: Client) -> None:
    page = checked(diego, copy_of(diego))
    assert "Los 4 asientos de la copia están íntegros" in page
    assert "Termina donde termina hoy este libro." in page


def test_one_byte_changed_in_a_copy_names_the_entry(diego: Client) -> None:
    broken = copy_of(diego).replace(cast.BRENDA.encode(), cast.BRENDA.replace("B", "8").encode(), 1)
    page = checked(diego, broken)
    assert "el libro está roto" in page
    assert "Se rompe primero en el asiento 3: MX-2025-0002, línea 1." in page


@pytest.mark.parametrize("upload", [b"", b"not a ledger\n", b"\x00\xff\xfe", b"{}\n", b"[" * 100_000])
def test_what_is_no_copy_is_refused_in_words(diego: Client, upload: bytes) -> None:
    page = checked(diego, upload)
    assert "el libro está roto" in page or "govuk-error-summary" in page


def test_attempts_and_accounts_are_listed(diego: Client, ana: Client) -> None:
    ana.get("/es/ledger/")
    page = diego.get("/es/ledger/attempts/").content.decode()
    assert "consultar el libro de registro" in page
    assert "/es/ledger/" in page
    assert "Ninguna cuenta ha cambiado." in diego.get("/es/ledger/accounts/").content.decode()


def test_readings_are_listed_by_file(diego: Client) -> None:
    from dedere.desk.frame import record

    record.reading(by=cast.ANA, stream="MX-2025-0001", page="summary", at=cast.NOON)
    rows = diego.get("/es/ledger/readings/?stream=MX-2025-0001").context["leaf"].rows
    assert [(row.officer, row.page) for row in rows] == [(cast.ANA, "summary")]


def test_a_source_shows_outlet_date_tier_address_and_where_it_is_used(diego: Client) -> None:
    PublishedSource.objects.create(
        id="S-1",
        outlet="Gaceta de prueba",
        date="2025-02",
        language="es",
        tier="official",
        address="https://example.org/1",
    )
    page = diego.get("/es/sources/S-1/").content.decode()
    for words in (
        "Gaceta de prueba",
        "feb\u00a02025",
        "oficial",
        "https://example.org/1",
        "Ningún asiento cita",
    ):
        assert words in page
    assert diego.get("/es/sources/S-2/").status_code == 404


def test_partial_dates_are_shown_as_far_as_they_are_known() -> None:
    from dedere.desk.frame import dates

    assert dates.partial("2025", "en") == "2025"
    assert dates.partial("2025-02", "en") == "Feb\u00a02025"
    assert dates.partial("2025-02-27", "en") == dates.day(date(2025, 2, 27), "en")
