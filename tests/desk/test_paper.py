"""The papers at their addresses: who may print them, in which language, and that the reading is on record."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from django.test import Client
from pypdf import PdfReader

from clerk.story import opened, planned, track
from dedere.registry.models import Reading

import cast

pytestmark = pytest.mark.django_db
As = Callable[[str], Client]


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf"), answer.status_code
    assert answer["Cache-Control"] == "private, no-store"
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.content)).pages)


def test_the_manifest_speaks_the_language_of_its_address(ana: Client) -> None:
    id = planned(2).handover.id
    assert "Manifiesto de entrega" in text(ana, f"/es/handovers/{id}/manifest.pdf")
    assert "Handover manifest" in text(ana, f"/en/handovers/{id}/manifest.pdf")


def test_the_escort_prints_the_handover_and_not_the_request(as_officer: As) -> None:
    handover = planned(1).handover
    case = handover.active[0].case
    carla = as_officer(cast.CARLA)
    for paper in ("manifest", "certificate", "tags", f"escort/{case}"):
        assert carla.get(f"/es/handovers/{handover.id}/{paper}.pdf").status_code == 200
    assert carla.get(f"/es/cases/{case}/request.pdf").status_code == 403
    assert carla.get("/es/sheet.pdf").status_code == 403


def test_the_administrator_prints_nothing(as_officer: As) -> None:
    id = planned(1).handover.id
    assert as_officer(cast.ELENA).get(f"/es/handovers/{id}/manifest.pdf").status_code == 403


def test_printing_is_a_reading(ana: Client) -> None:
    id = planned(1).handover.id
    ana.get(f"/es/handovers/{id}/certificate.pdf")
    assert list(Reading.objects.values_list("officer", "stream", "page")) == [
        (cast.ANA, id, "paper-certificate")
    ]


def test_what_is_not_there_is_not_found(ana: Client) -> None:
    id = planned(1).handover.id
    assert ana.get("/es/handovers/H-2025-0099/manifest.pdf").status_code == 404
    assert ana.get(f"/es/handovers/{id}/escort/MX-2025-0099.pdf").status_code == 404
    assert ana.get("/es/cases/MX-2025-0099/request.pdf").status_code == 404


def test_the_draft_request_and_the_day_sheet_print(ana: Client) -> None:
    number = opened(track()).number
    assert "BORRADOR" in text(ana, f"/es/cases/{number}/request.pdf")
    assert "Hoja del día" in text(ana, "/es/sheet.pdf")
