"""The import at the desk: a table is sent, looked at, taken; what is not what it says is refused."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from dedere import clerk
from dedere.desk.intake.kept import MAX_BYTES
from dedere.registry.models import CaseRow, Draft, JournalLine

import cast

pytestmark = pytest.mark.django_db
HEAD = "key,person,requesting,requested,track"
GOOD = f"K1,{cast.TEODORO},US,MX,treaty-extradition"
BROKEN = f"K2,{cast.BRENDA},USA,MX,"


def send(client: Client, *rows: str, name: str = "cases.csv", language: str = "en") -> HttpResponse:
    content = "\n".join((HEAD, *rows)).encode()
    return send_bytes(client, name, content, language=language)


def send_bytes(client: Client, name: str, content: bytes, *, language: str = "en") -> HttpResponse:
    return client.post(f"/{language}/import/", {"table": SimpleUploadedFile(name, content)}, follow=True)


def take(client: Client, do: str = "take") -> HttpResponse:
    return client.post("/en/import/take/", {"do": do}, follow=True)


@pytest.mark.parametrize("name", [cast.CARLA, cast.DIEGO, cast.ELENA])
def test_only_those_who_file_acts_import(as_officer: Callable[[str], Client], name: str) -> None:
    for address in ("/es/import/", "/es/import/preview/", "/es/import/take/", "/es/import/broken.csv"):
        assert as_officer(name).get(address).status_code == 403


def test_the_page_says_which_columns_there_are_in_both_languages(ana: Client) -> None:
    page = ana.get("/es/import/").content.decode()
    for column in ("key", "clave", "requesting", "requirente", "fact:…"):
        assert f"<code>{column}</code>" in page


def test_a_table_is_looked_at_before_anything_is_taken(ana: Client) -> None:
    page = send(ana, GOOD).content.decode()
    assert "1 cases would be opened" in page
    assert cast.TEODORO in page
    assert not JournalLine.objects.exists()
    done = take(ana).content.decode()
    assert "MX-2025-0001" in done or "1 cases opened" in done
    assert clerk.case(CaseRow.objects.get().number).lines[0].by == cast.ANA
    assert not Draft.objects.exists()


def test_a_broken_row_stays_named_while_the_good_rows_stay_in_the_preview(ana: Client) -> None:
    page = send(ana, BROKEN, GOOD, language="es").content.decode()
    assert "«USA» en «requesting» no es el código de un Estado" in page
    assert "ISO 3166-1" in page
    assert cast.TEODORO in page
    assert "Tomar la fila correcta" in page
    take(ana)
    assert CaseRow.objects.get().person == cast.TEODORO


def test_broken_rows_come_back_as_a_table_to_mend_and_a_formula_in_them_is_harmless(ana: Client) -> None:
    send(ana, "=cmd(),,US,MX,", GOOD)
    answer = ana.get("/en/import/broken.csv")
    (row,) = csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")))
    assert (row["Row"], row["key"]) == ("2", "'=cmd()")
    assert row["What to do"]


def test_the_same_table_sent_again_says_no_change(ana: Client) -> None:
    send(ana, GOOD)
    take(ana)
    page = send(ana, GOOD).content.decode()
    assert "1 stay as they are" in page
    assert 'value="take"' not in page


def test_an_upload_that_is_not_what_it_says_is_refused_with_the_remedy(ana: Client) -> None:
    for name, content, said in (
        ("cases.csv", b"%PDF-1.7", "el contenido es PDF, no una tabla"),
        ("cases.xlsx", HEAD.encode() + b"\nK1,x,US,MX,", "el contenido es csv"),
        ("cases.csv", b"key,person\n1,2\n", "falta la columna «requesting»"),
    ):
        answer = send_bytes(ana, name, content, language="es")
        assert answer.status_code == 422
        assert said in answer.content.decode()
        assert "Qué hacer:" in answer.content.decode()
    assert not Draft.objects.exists()


def test_an_upload_too_large_for_a_form_is_refused(ana: Client) -> None:
    answer = send_bytes(ana, "cases.csv", HEAD.encode() + b"\n" + b"x" * MAX_BYTES)
    assert answer.status_code == 422
    assert "split the file" in answer.content.decode()


def test_a_table_may_be_let_go_and_another_officers_is_never_seen(
    ana: Client, as_officer: Callable[[str], Client]
) -> None:
    send(ana, GOOD)
    bruno = as_officer(cast.BRUNO).get("/en/import/preview/", follow=True).content.decode()
    assert cast.TEODORO not in bruno
    take(ana, "drop")
    assert not Draft.objects.exists()
    assert not JournalLine.objects.exists()


def test_markup_in_a_cell_is_shown_as_written(ana: Client) -> None:
    page = send(ana, "K1,<script>alert(1)</script>,US,MX,").content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page
