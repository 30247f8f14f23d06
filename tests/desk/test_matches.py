"""The Matches page: queues, two records side by side, what weighs, and a decision recorded by plain forms."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings

from clerk.pairday import RUN, confirms, decides, kept, proposed, queued, undoes
from dedere.persons.proposal import Band
from dedere.registry import journal
from dedere.registry.models import DecidedRow, PairRow, Reading
from rolls import held, pair, wanted

import cast

pytestmark = pytest.mark.django_db
KEY = pair().key


@pytest.fixture(autouse=True)
def on_the_day(settings: Settings) -> None:
    settings.DEDERE_DEMO_CLOCK = cast.NOON.isoformat()


@pytest.fixture
def bruno(as_officer: Callable[[str], Client]) -> Client:
    """Bruno, who supervises."""
    return as_officer(cast.BRUNO)


def page(client: Client, address: str = f"matches/{KEY}/", language: str = "es") -> str:
    return client.get(f"/{language}/{address}").content.decode()


def says(client: Client, verdict: str, reason: str = "mismas huellas") -> HttpResponse:
    """Send the form as the page shows it."""
    form = client.get(f"/es/matches/{KEY}/").context["decide"].initial
    return client.post(f"/es/matches/{KEY}/say/?tab=strong", {**form, "verdict": verdict, "reason": reason})


def test_an_empty_desk_says_that_nothing_is_proposed(ana: Client) -> None:
    assert "Ninguna corrida hace hoy una propuesta firme." in page(ana, "matches/")


def test_the_first_pair_of_the_first_tab_that_has_any_is_shown(ana: Client) -> None:
    kept(proposed(band=Band.REVIEW), proposed(other=held("R-2"), band=Band.REVIEW, bits=20.0))
    shown = ana.get("/es/matches/").context
    assert (shown["tab"], shown["pair"].held.id) == ("review", "R-2")
    assert dict(shown["tabs"])["review"] == 2


def test_both_records_stand_side_by_side_with_what_differs_marked_and_told(ana: Client) -> None:
    kept(proposed(other=held(day=21)))
    text = page(ana)
    assert "<mark>Arce</mark>" in text
    assert "una dice menos que la otra, y nada distinto" in text
    assert "<mark>12</mark>" in text
    assert "us-wanted · W-1" in text
    assert "Sinaloa" in text


def test_what_weighs_is_a_picture_and_a_table_with_odds_in_words(ana: Client) -> None:
    kept()
    text = page(ana, language="en")
    assert "Of 100 pairs like this one, about 97 are of one person (97.0 %)." in text
    assert "1 in 340 of the register" in text
    assert "−16.0" in text
    assert "190,000 times likelier of one person" in text
    assert text.count('class="wf__picture" aria-hidden="true"') == 5
    assert 'style="' not in text


def test_the_page_says_that_nobody_is_merged_and_nobody_is_scored(ana: Client) -> None:
    kept()
    assert "nadie ha sido fusionado ni identificado" in page(ana)
    assert "never a person" in page(ana, language="en")


def test_rivals_on_both_sides_are_shown_with_their_weights(ana: Client) -> None:
    kept(proposed(), proposed(other=held("R-2"), bits=7.25), proposed(wanted("W-2"), bits=3.0))
    shown = ana.get(f"/es/matches/{KEY}/")
    assert [row.register_id for row in shown.context["pair"].rivals] == ["R-2"]
    assert [row.wanted_id for row in shown.context["pair"].claimants] == ["W-2"]
    assert "+7.2 bits" in shown.content.decode()


def test_a_decision_is_recorded_and_the_next_pair_comes_up(ana: Client) -> None:
    kept(proposed(), proposed(other=held("R-2"), bits=9.0))
    answer = says(ana, "not-the-same")
    assert answer["Location"] == f"/es/matches/{pair(register='R-2').key}/?tab=strong"
    told = ana.get(answer["Location"]).content.decode()
    assert "Registrado como P-2025-0001: Personas distintas." in told
    assert f'href="/es/matches/{KEY}/"' in told
    line = journal.read("P-2025-0001")[0]
    assert (line.by, line.simulated, line.entry.reason) == (cast.ANA, True, "mismas huellas")


def test_after_the_last_pair_the_tab_is_empty(ana: Client) -> None:
    kept()
    assert says(ana, "cannot-say")["Location"] == "/es/matches/?tab=strong"


@pytest.mark.parametrize(
    ("verdict", "reason", "complaint"),
    [
        ("same", " ", "Indique la razón"),
        ("", "las huellas difieren", "Diga si las dos fichas son de una misma persona"),
        ("perhaps", "las huellas difieren", "Diga si las dos fichas son de una misma persona"),
    ],
)
def test_a_form_that_lacks_something_comes_back_filled(
    ana: Client, verdict: str, reason: str, complaint: str
) -> None:
    kept()
    answer = says(ana, verdict, reason)
    assert answer.status_code == 422
    assert complaint in answer.content.decode()
    assert f'value="{reason}"' in answer.content.decode()
    assert queued() == "strong"


def test_records_that_changed_under_the_page_are_not_decided_on(ana: Client) -> None:
    kept()
    form = ana.get(f"/es/matches/{KEY}/").context["decide"].initial
    kept(proposed(other=held(surname_2="Arze")))
    answer = ana.post(f"/es/matches/{KEY}/say/", {**form, "verdict": "same", "reason": "x"})
    assert answer.status_code == 409
    assert "No se registró nada" in answer.content.decode()
    assert answer.context["decide"].initial != form


def test_an_officer_who_was_overtaken_is_told_by_whom(ana: Client) -> None:
    kept()
    form = ana.get(f"/es/matches/{KEY}/").context["decide"].initial
    decides("cannot-say", by=cast.BRUNO)
    answer = ana.post(f"/es/matches/{KEY}/say/", {**form, "verdict": "same", "reason": "x"})
    assert answer.status_code == 409
    assert "bruno registró algo sobre este par" in answer.content.decode()


def test_the_same_waits_for_a_supervisor_who_did_not_file_it(ana: Client, bruno: Client) -> None:
    kept()
    says(ana, "same")
    assert "Usted lo presentó" in page(ana)
    assert ana.post("/es/matches/P-2025-0001/sign/", {"seen": 1}).status_code == 403
    assert "Confirmar como segunda firma" in page(bruno)
    bruno.post("/es/matches/P-2025-0001/sign/", {"seen": 1})
    row = DecidedRow.objects.get()
    assert (row.verdict, row.by, row.second, queued()) == ("same", cast.ANA, cast.BRUNO, "decided")


def test_a_signature_on_an_older_page_is_refused(ana: Client, bruno: Client) -> None:
    kept()
    says(ana, "same")
    assert bruno.post("/es/matches/P-2025-0001/sign/", {"seen": "x"}).status_code == 409


def test_a_supervisor_may_decline_with_a_reason(ana: Client, bruno: Client) -> None:
    kept()
    says(ana, "same")
    assert bruno.post("/es/matches/P-2025-0001/decline/", {"seen": 1, "reason": ""}).status_code == 422
    bruno.post("/es/matches/P-2025-0001/decline/", {"seen": 1, "reason": "faltan huellas"})
    assert (queued(), "faltan huellas" in page(ana)) == ("strong", True)


def test_a_decision_is_undone_with_a_reason_and_everything_stays_on_file(ana: Client) -> None:
    kept()
    says(ana, "not-the-same")
    assert "obliga a toda corrida" in page(ana)
    ana.post("/es/matches/P-2025-0001/undo/", {"seen": 1, "reason": "me equivoqué de par"})
    text = page(ana)
    assert "Renglón 1 dejado sin efecto" in text
    assert "Personas distintas" in text
    assert queued() == "strong"


def test_a_reopened_pair_shows_both_versions_of_the_record(ana: Client) -> None:
    kept()
    decides("not-the-same")
    kept(proposed(other=held(surname_2="Arze")))
    text = page(ana, "matches/?tab=reopened")
    assert "Se resolvió con otras palabras: Persona del registro" in text
    assert re.search(r"Ar<mark>c</mark>e.*?Ar<mark>z</mark>e", text, re.DOTALL)


@pytest.mark.parametrize("tab", ["strong", "review", "reopened", "awaiting", "unsettled", "decided"])
def test_every_tab_lists_what_it_should_in_both_languages(ana: Client, tab: str) -> None:
    usual = [proposed(), proposed(other=held("R-2"), band=Band.REVIEW)]
    usual += [proposed(wanted(w)) for w in ("W-2", "W-3", "W-4")]
    kept(*usual, proposed(wanted("W-5")))
    decides("not-the-same", key=pair("W-2").key, words=(wanted(), held()))
    decides("same", key=pair("W-3").key, words=(wanted(), held()))
    decides("cannot-say", key=pair("W-4").key, words=(wanted(), held()))
    decides("not-the-same", key=pair("W-5").key, words=(wanted(), held()))
    kept(*usual, proposed(wanted("W-5", sex="M")))
    expected = {
        "strong": [pair().key],
        "review": [pair(register="R-2").key],
        "reopened": [pair("W-5").key],
        "awaiting": [pair("W-3").key],
        "unsettled": [pair("W-4").key],
        "decided": [pair("W-5").key, pair("W-2").key],
    }
    for language in ("es", "en"):
        shown = ana.get(f"/{language}/matches/?tab={tab}").context
        assert [row.key for row in shown["around"]] == expected[tab]


def test_a_decided_pair_that_no_run_proposes_any_more_is_shown_as_it_was_seen(ana: Client) -> None:
    kept()
    decides("not-the-same")
    kept(proposed(wanted("W-2")))
    text = page(ana)
    assert "1 de cada 340 del registro" in text
    assert "¿Son las dos fichas" not in text


def test_the_list_walks_a_long_queue_around_the_pair_that_is_shown(ana: Client) -> None:
    kept(*(proposed(other=held(f"R-{n}"), bits=float(n)) for n in range(60)))
    middle = pair(register="R-30").key
    around = [row.bits for row in ana.get(f"/es/matches/{middle}/?tab=strong").context["around"]]
    assert (around[0], around[4], len(around)) == (34.0, 30.0, 24)


def test_an_auditor_reads_and_decides_nothing(as_officer: Callable[[str], Client]) -> None:
    kept()
    diego = as_officer(cast.DIEGO)
    assert "¿Son las dos fichas" not in page(diego)
    assert says(diego, "same").status_code == 403


def test_each_reading_is_on_record(ana: Client) -> None:
    kept()
    page(ana)
    assert [(row.stream, row.page) for row in Reading.objects.all()] == [("R-2025-0001", f"pair {KEY}")]


def test_a_pair_that_nobody_knows_is_not_found(ana: Client) -> None:
    answer = ana.get(f"/es/matches/{'0' * 24}/")
    assert answer.status_code == 404
    assert "Ninguna corrida propone el par" in answer.content.decode()
    assert ana.get("/es/matches/P-2025-0009/").status_code == 404
    assert ana.get("/es/matches/R-2025-0009/").status_code == 404


def test_the_ledger_leads_to_the_pair_and_to_the_run(bruno: Client) -> None:
    kept()
    decides("not-the-same")
    text = page(bruno, "ledger/")
    assert "Par de fichas resuelto" in text
    assert "Corrida de coincidencias guardada" in text
    assert bruno.get("/es/matches/P-2025-0001/")["Location"] == f"/es/matches/{KEY}/"
    assert "el libro está íntegro" in page(bruno, "ledger/verify/")


def test_a_run_shows_its_seal_and_whether_it_holds(ana: Client) -> None:
    kept()
    assert "calculado de nuevo: coincide" in page(ana, "matches/R-2025-0001/")
    PairRow.objects.update(proposal="{}")
    assert "no son las que se sellaron" in page(ana, "matches/R-2025-0001/")
    kept()
    text = page(ana, "matches/R-2025-0001/")
    assert "Una corrida posterior" in text
    assert RUN.inputs[0].digest in text


def test_names_of_a_person_wanted_come_with_the_records_decided_to_be_the_same(ana: Client) -> None:
    kept()
    address = f"matches/{KEY}/names/"
    assert "Teodoro Quiñones Arce" not in page(ana, address)
    decides("same")
    confirms()
    text = page(ana, address)
    for words in ("TEODORO QUINONES", "El Teo", "Teodoro Quiñones Arce", "mx-register, ficha R-1"):
        assert words in text
    undoes()
    assert "Teodoro Quiñones Arce" not in page(ana, address)


def test_runs_of_other_rolls_stand_in_the_same_queue(ana: Client) -> None:
    kept()
    kept(proposed(), run=replace(RUN, wanted_roll="mx-wanted"))
    assert len(ana.get("/es/matches/").context["around"]) == 2
