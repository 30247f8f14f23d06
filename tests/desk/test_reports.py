"""A report at the desk: read beside what stands, confirmed claim by claim, and harmless whatever it holds."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from clerk.claimstory import TEXT, told
from dedere.claims.reading.report import LONGEST, MOST
from dedere.clerk.events import event_file
from dedere.docket.entries import ClaimConfirmed
from dedere.registry.models import Draft, JournalLine
from dedere.registry.published import named

import cast

pytestmark = pytest.mark.django_db

NEW = {"source": "GAZETTE-0204", "outlet": "The Gazette", "date": "2025-02-04", "tier": "news"}


@pytest.fixture
def event() -> str:
    """Twelve persons, handed over on 3 February 2025, as two newspapers say."""
    return told()


def hand_in(client: Client, text: str = TEXT, language: str = "en", **more: Any) -> HttpResponse:
    return client.post(f"/{language}/claims/read/", {"text": text, **more})


def hidden(answer: HttpResponse) -> dict[str, str]:
    """What the page sends back of the report, as a browser would: line ends become CRLF."""
    page = answer.content.decode()
    found = re.findall(
        r'<input type="hidden" name="(text|headline|speaks|of_day)"(?: value="([^"]*)")?', page
    )
    return {name: html.unescape(value).replace("\n", "\r\n") for name, value in found}


def row_of(answer: HttpResponse, attribute: str, value: str) -> int:
    return next(
        row.number
        for row in answer.context["found"].rows
        if (row.claim.attribute.value, row.claim.value) == (attribute, value)
    )


def confirm(client: Client, answer: HttpResponse, *rows: int, **more: str) -> HttpResponse:
    told = {**hidden(answer), "take": [str(row) for row in rows], **more}
    return client.post("/en/claims/read/confirm/", told)


def test_each_claim_is_marked_in_the_text_and_stands_beside_its_verdict(ana: Client, event: str) -> None:
    answer = hand_in(ana)
    page = " ".join(answer.content.decode().split())
    row = row_of(answer, "count", "14")
    assert f'claims-mark--contradicted">14 prisoners<a class="claims-mark__row" id="m-{row}"' in page
    assert '<span class="govuk-visually-hidden"> contradicted</span>' in page
    supported = answer.context["found"].rows[row_of(answer, "count", "12") - 1]
    assert supported.beside.verdict.value == "supported"
    assert supported.beside.against == ("DAILY", "WEEKLY")


def test_nothing_of_a_report_is_kept_by_reading_it(ana: Client, event: str) -> None:
    before = JournalLine.objects.count()
    answer = hand_in(ana)
    assert "Nothing of the report is kept" in answer.content.decode()
    assert JournalLine.objects.count() == before
    assert not Draft.objects.exists()


def test_what_is_ticked_enters_the_ledger_as_it_was_read_and_only_that(ana: Client, event: str) -> None:
    read = hand_in(ana)
    row = row_of(read, "count", "12")
    answer = confirm(ana, read, row, event=event, **NEW, **{"party-1": "MX"})
    assert "One claim recorded" in answer.content.decode()
    line = event_file(event).lines[-1]
    entry = line.entry
    assert isinstance(entry, ClaimConfirmed)
    assert (entry.source, entry.attribute, entry.value, entry.kind) == (
        "GAZETTE-0204",
        "count",
        "12",
        "reported",
    )
    assert entry.party == "MX"
    assert "Attorney General" in entry.speaker
    assert read.context["found"].report.text[entry.start : entry.end] == "12 prisoners"
    assert (line.by, line.sources) == (cast.ANA, ("GAZETTE-0204",))
    assert named(["GAZETTE-0204"])["GAZETTE-0204"].outlet == "The Gazette"
    assert event_file(event).version == 8


def test_a_claim_is_confirmed_once_however_often_the_form_is_sent(ana: Client, event: str) -> None:
    read = hand_in(ana)
    row = row_of(read, "count", "12")
    confirm(ana, read, row, event=event, **NEW)
    again = confirm(ana, read, row, event=event, **NEW)
    assert again.status_code == 422
    assert f"in the ledger: {event}" in again.content.decode()
    assert event_file(event).version == 8


def test_after_an_error_the_form_comes_back_with_the_text_the_ticks_and_the_fields(
    ana: Client, event: str
) -> None:
    read = hand_in(ana)
    row = row_of(read, "count", "12")
    answer = confirm(ana, read, row, event=event, source="GAZETTE-0204", **{"party-1": "US"})
    page = " ".join(answer.content.decode().split())
    assert answer.status_code == 422
    assert "This source is new here" in page
    assert 'value="GAZETTE-0204"' in page
    assert f'value="{row}" id="t-{row}" aria-label="Confirm claim {row}" checked' in page
    assert '<option value="US" selected>' in page
    assert hidden(answer) == hidden(read)
    assert event_file(event).version == 7


def test_a_source_that_is_listed_keeps_what_is_known_of_it(ana: Client, event: str) -> None:
    read = hand_in(ana)
    told = {**NEW, "source": "DAILY", "outlet": "Somebody else"}
    confirm(ana, read, row_of(read, "verb", "extradited"), event=event, **told)
    assert event_file(event).version == 8
    assert named(["DAILY"])["DAILY"].outlet == "DAILY"


def test_an_auditor_reads_and_is_offered_nothing_to_confirm(
    as_officer: Callable[[str], Client], event: str
) -> None:
    diego = as_officer(cast.DIEGO)
    answer = hand_in(diego)
    assert answer.status_code == 200
    assert 'name="take"' not in answer.content.decode()
    assert confirm(diego, answer, 1, event=event, **NEW).status_code == 403


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "Paste a text or choose a file"), ("es", "Pegue un texto o elija un archivo")],
)
def test_a_form_without_a_report_says_so(ana: Client, language: str, said: str) -> None:
    answer = hand_in(ana, "", language)
    assert answer.status_code == 422
    assert said in answer.content.decode()


HOSTILE = (
    "Entrega de presos\n\n<script>alert(1)</script><img src=x onerror=alert(2)> México extraditó a 14 presos "
    'el 3 de febrero de 2025, dijo \'"><svg onload=alert(3)>. =HYPERLINK("http://x") {{ user.password }} '
    "{% load x %} \x07\x1b[2J \u202e14 presos\u202c"
)


def test_what_a_hostile_report_says_is_shown_as_words_and_does_nothing(ana: Client, event: str) -> None:
    answer = hand_in(ana, HOSTILE, "es")
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<svg onload" not in page
    assert "{{ user.password }}" in html.unescape(page)
    assert not set("\x07\x1b\u202e") & set(page)
    assert "unsafe-inline" not in answer["Content-Security-Policy"]


def test_a_page_of_html_is_read_for_its_words_and_never_drawn(ana: Client, event: str) -> None:
    page = b"<html><script>steal()</script><body><h1>Mexico extradited 14 prisoners</h1></body></html>"
    answer = hand_in(ana, "", file=SimpleUploadedFile("report.html", page))
    shown = answer.content.decode()
    assert row_of(answer, "count", "14")
    assert "steal()" not in shown
    assert "<h1>Mexico" not in shown


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("report.pdf", b"words"),
        ("report.txt", b"%PDF-1.7 words"),
        ("report.txt", b"PK\x03\x04\x00\x00\x01\x02\x00\xff"),
        ("report.html", b"\xff\xfe\x00\x00w\x00\x00\x00"),
        ("report.txt", b" "),
        ("report.txt", b"word " * (LONGEST // 4)),
        ("report.html", b"x" * (MOST + 1)),
    ],
    ids=["name", "pdf", "zip", "utf-32", "empty", "long", "large"],
)
def test_a_file_that_is_no_report_is_refused_and_the_form_comes_back(
    ana: Client, name: str, content: bytes
) -> None:
    answer = hand_in(ana, "", file=SimpleUploadedFile(name, content), on="2025-02-04")
    assert answer.status_code == 422
    assert 'value="2025-02-04"' in answer.content.decode()


def test_a_text_that_was_changed_on_the_way_is_read_anew_and_one_too_long_is_not(
    ana: Client, event: str
) -> None:
    read = hand_in(ana)
    forged = {**hidden(read), "text": "x" * (LONGEST + 1), "take": ["1"], "event": event, **NEW}
    assert ana.post("/en/claims/read/confirm/", forged)["Location"] == "/en/claims/read/"
    nowhere = confirm(ana, read, 1, event="E-2025-0009", **NEW)
    assert nowhere.status_code == 422
    nobody = confirm(ana, read, 9999, event=event, **NEW)
    assert nobody.status_code == 422
    assert event_file(event).version == 7


@pytest.mark.parametrize("source", ["=CMD()", "<b>", "../x", "a b", "X" * 41])
def test_a_source_has_a_plain_id(ana: Client, event: str, source: str) -> None:
    read = hand_in(ana)
    assert confirm(ana, read, 1, event=event, **{**NEW, "source": source}).status_code == 422


def test_the_address_of_a_source_runs_nothing(ana: Client, event: str) -> None:
    read = hand_in(ana)
    answer = confirm(ana, read, 1, event=event, **NEW, address="javascript:alert(1)")
    assert answer.status_code == 422
    assert not named(["GAZETTE-0204"])
