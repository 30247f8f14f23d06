"""The law page, and an amendment tried on a copy: checked, kept, shown case by case, sent, saved nowhere."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from clerk.story import charges, opened, track
from dedere.desk.amendment import trial
from dedere.desk.wording import screens
from dedere.law.library import library, text_of
from dedere.law.table import LARGEST
from dedere.law.written import LAYERS
from dedere.registry.models import Draft, JournalLine, Reading

import cast

pytestmark = pytest.mark.django_db
TREATY = "us-mx-1978"
TEXT = text_of(library().instruments[TREATY], library())
TERM = "months   = 12"
DIPLOMATIC = 'kind     = "channel"'


def send(client: Client, text: str, *, language: str = "en", **more: object) -> HttpResponse:
    return client.post(f"/{language}/law/{TREATY}/", {"text": text, **more}, follow=True)


def without_channel() -> str:
    """The treaty without the clause on the diplomatic channel, which every request under it meets or not."""
    head, *clauses = TEXT.split("[[clause]]")
    return "[[clause]]".join([head, *(each for each in clauses if DIPLOMATIC not in each)])


def test_the_law_page_lists_every_instrument_and_offers_a_copy_to_those_who_may(
    as_officer: Callable[[str], Client],
) -> None:
    for name, offered in ((cast.ANA, True), (cast.DIEGO, False)):
        page = as_officer(name).get("/es/law/").content.decode()
        assert all(each.title["es"] in page for each in library().instruments.values())
        assert (f"/es/law/{TREATY}/" in page) is offered


def test_the_copy_begins_with_the_text_in_force(ana: Client) -> None:
    assert ana.get(f"/en/law/{TREATY}/").context["form"].initial["text"] == TEXT
    assert ana.get("/en/law/treaty-of-nowhere/").status_code == 404


@pytest.mark.parametrize("language", ["es", "en"])
def test_a_copy_that_cannot_be_read_is_complained_of_exactly_and_stays_in_the_form(
    ana: Client, language: str
) -> None:
    broken = TEXT.replace(TERM, "mnths   = 12", 1)
    answer = send(ana, broken, language=language)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "[[clause]] 3 extraditable-offence, article 2(1): months" in page
    assert "mnths   = 12" in page
    assert ana.get(f"/{language}/law/{TREATY}/").context["form"].initial["text"] == broken


def test_every_instrument_has_its_copy_which_as_it_stands_changes_nothing(ana: Client) -> None:
    for name in library().instruments:
        text = ana.get(f"/es/law/{name}/").context["form"].initial["text"]
        page = ana.post(f"/es/law/{name}/", {"text": text}, follow=True)
        assert page.context["same"], name
        assert not page.context["changes"], name


def test_a_copy_may_not_call_itself_another_instrument(ana: Client) -> None:
    page = send(ana, TEXT.replace(f'"{TREATY}"', '"us-mx-1976"', 1)).content.decode()
    assert "the id &#x27;us-mx-1976&#x27; is not its folder" in page


def test_the_cases_that_come_out_otherwise_are_shown_before_and_after_and_nothing_is_saved(
    ana: Client,
) -> None:
    number, lines = opened(track(), charges()).number, JournalLine.objects.count()
    opened(track("deportation"))
    page = send(ana, without_channel()).content.decode()
    assert "One open case comes out otherwise." in page
    assert "One is untouched." in page
    assert f'href="/en/cases/{number}/"' in page
    assert "no such clause in force" in page
    assert "removed" in page
    assert library().instruments[TREATY].digest in {each.digest for each in library().instruments.values()}
    assert text_of(library().instruments[TREATY], library()) == TEXT
    assert JournalLine.objects.filter(stream=number).count() == lines
    assert Reading.objects.filter(officer=cast.ANA, page=f"amendment {TREATY}").exists()


def test_charges_that_come_out_alike_share_a_row(ana: Client) -> None:
    opened(track(), charges())
    rows = send(ana, without_channel()).context["rows"]
    assert len(rows) == 1


def test_the_copy_in_force_touches_nobody_and_says_so_in_both_languages(ana: Client) -> None:
    opened(track())
    assert "letter for letter" in send(ana, TEXT.replace("\n", "\r\n")).content.decode()
    assert "letra por letra" in send(ana, TEXT, language="es").content.decode()


def test_the_rows_are_sent_as_a_table_charge_by_charge(ana: Client) -> None:
    number = opened(track(), charges()).number
    send(ana, without_channel())
    answer = ana.get(f"/en/law/{TREATY}/touched.csv")
    rows = list(csv.DictReader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"))))
    assert {(row["Case"], row["Article"], row["After"]) for row in rows} == {
        (number, "10(1)", "no such clause in force")
    }
    assert Reading.objects.filter(officer=cast.ANA, page="amendment.csv").exists()


def test_older_cases_are_a_page_further_on(ana: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial, "PAGE", 1)
    older, newer = opened(track()).number, opened(track()).number
    first = send(ana, without_channel())
    assert newer in first.content.decode()
    assert older not in first.content.decode()
    second = ana.get(f"/en/law/{TREATY}/touched/?before={first.context['found'].next}")
    assert older in second.content.decode()
    assert not second.context["found"].next


def test_a_file_stands_in_the_place_of_the_text_and_is_mended_there(ana: Client) -> None:
    broken = TEXT.replace(TERM, "months = -1", 1)
    answer = send(ana, TEXT, file=SimpleUploadedFile("copy.toml", broken.encode()))
    assert answer.status_code == 422
    assert "months = -1" in answer.content.decode()
    for content, said in ((b"\xff\xfe", "not UTF-8"), (b"#" * (LARGEST + 1), "too large")):
        answer = send(ana, TEXT, file=SimpleUploadedFile("copy.toml", content))
        assert answer.status_code == 422
        assert said in answer.content.decode()
    assert send(ana, "").status_code == 422


def test_a_text_larger_than_the_reader_takes_is_refused_and_not_kept(ana: Client) -> None:
    answer = send(ana, f"{TEXT}{'#' * LARGEST}")
    assert answer.status_code == 422
    assert "are too many" in answer.content.decode()
    assert not Draft.objects.exists()


def test_the_copy_is_its_officers_alone_and_may_be_let_go(
    ana: Client, as_officer: Callable[[str], Client]
) -> None:
    mended = TEXT.replace(TERM, "months   = 6", 1)
    send(ana, mended)
    bruno = as_officer(cast.BRUNO)
    assert bruno.get(f"/en/law/{TREATY}/").context["form"].initial["text"] == TEXT
    for leaf in ("touched/", "touched.csv"):
        assert bruno.get(f"/en/law/{TREATY}/{leaf}")["Location"] == f"/en/law/{TREATY}/"
    assert ana.get(f"/en/law/{TREATY}/").context["form"].initial["text"] == mended
    ana.post(f"/en/law/{TREATY}/drop/")
    assert ana.get(f"/en/law/{TREATY}/").context["form"].initial["text"] == TEXT


def test_markup_in_a_copy_is_shown_as_written(ana: Client) -> None:
    opened(track())
    copy = TEXT.replace('text.en  = "Each', 'text.en  = "<script>alert(1)</script> Each', 1)
    page = send(ana, copy).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_every_layer_of_an_instrument_has_words() -> None:
    assert {f"amendment.layer.{layer}" for layer in LAYERS} <= screens().keys()
