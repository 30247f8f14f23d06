"""The list of cases: views, filters, words, pages, empty states; search; a new case."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from pytest_django import Settings

from worklist import TODAY, a_case, a_handover

import cast

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def on_the_day(settings: Settings) -> None:
    settings.DEDERE_DEMO_CLOCK = cast.NOON.isoformat()


def numbers(client: Client, query: str = "") -> list[str]:
    return [row.number[-1] for row in client.get(f"/es/cases/{query}").context["rows"]]


@pytest.mark.parametrize(
    ("query", "left"),
    [
        ("", ["4", "3", "2", "1"]),
        ("?view=due", ["1"]),
        ("?view=provisional", ["1"]),
        ("?view=stayed", ["2"]),
        ("?view=unassured", ["4", "2", "1"]),
        ("?view=waiting", ["3"]),
        ("?view=all", ["5", "4", "3", "2", "1"]),
        ("?view=nonsense", ["4", "3", "2", "1"]),
        ("?stage=granted", ["2"]),
        ("?stage=nonsense", ["4", "3", "2", "1"]),
        ("?direction=MX-US", ["4"]),
        ("?track=temporary-surrender", ["3"]),
        ("?q=quinones", ["1"]),
        ("?q=QUIÑONES+teo", ["1"]),
        ("?q=holl", ["4"]),
        ("?q=OIA-77", ["2"]),
        ("?q=nobody", []),
    ],
)
def test_views_filters_and_words_leave_what_they_should(ana: Client, query: str, left: list[str]) -> None:
    a_case(1, due=TODAY + timedelta(days=3))
    a_case(2, cast.LISTED[0], stayed=True, stays=1, stage="granted", other_number="OIA-77")
    a_case(3, cast.LISTED[1], waiting_on="US", unassured=False, track="temporary-surrender")
    a_case(4, cast.BRENDA, requesting="MX", requested="US")
    a_case(5, cast.LISTED[2], closed=True, unassured=False)
    assert numbers(ana, query) == left


def test_pages_follow_one_another_without_gap_or_repeat(ana: Client) -> None:
    for ordinal in range(1, 151):
        a_case(ordinal)
    first = ana.get("/es/cases/").context
    assert (len(first["rows"]), first["page"].count) == (100, 150)
    second = ana.get(f"/es/cases/?before={first['page'].next}").context
    seen = [row.number for row in (*first["rows"], *second["rows"])]
    assert len(seen) == len(set(seen)) == 150
    assert second["page"].next == 0


def test_an_empty_list_says_what_that_means_and_the_next_step(ana: Client) -> None:
    page = ana.get("/es/cases/?view=stayed").content.decode()
    assert "No hay suspensión vigente en estos expedientes." in page
    assert 'href="/es/cases/?view=all"' in page


def test_a_name_that_is_not_established_is_shown_so(ana: Client) -> None:
    a_case(1, "Eleazar", name_standing="surname-not-established")
    assert "apellido no establecido" in ana.get("/es/cases/").content.decode()


def test_a_simulated_case_says_so(ana: Client) -> None:
    a_case(1, simulated=True)
    assert "simulado" in ana.get("/es/cases/").content.decode()


def test_a_whole_number_opens_its_file(ana: Client) -> None:
    a_case(1)
    a_handover()
    assert ana.get("/es/find/?q=mx-2025-0001")["Location"] == "/es/cases/MX-2025-0001/"
    assert ana.get("/es/find/?q=H-2025-0001")["Location"] == "/es/handovers/H-2025-0001/"


def test_search_finds_persons_and_handovers_without_regard_to_accents(ana: Client) -> None:
    a_case(1)
    a_handover()
    found = ana.get("/es/find/?q=quinones").context["found"]
    assert [row.person for row in found.cases] == [cast.TEODORO]
    assert [row.id for row in ana.get("/es/find/?q=entrega seis").context["found"].handovers] == [
        "H-2025-0001"
    ]


def test_nothing_found_says_what_was_searched(ana: Client) -> None:
    page = ana.get("/en/find/?q=nobody").content.decode()
    assert "Names, aliases, case numbers, the other State&#x27;s numbers" in page


def test_a_case_is_opened_from_five_fields(ana: Client) -> None:
    body = {
        "person": cast.BRENDA,
        "direction": "MX-US",
        "track": "treaty-extradition",
        "basis": "us-mx-1978",
        "other_number": "",
    }
    answer = ana.post("/es/cases/new/", body)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/es/cases/MX-2025-")
    assert numbers(ana, "?q=holloway&direction=MX-US") == ["1"]


def test_a_case_that_lacks_a_field_comes_back_filled(ana: Client) -> None:
    answer = ana.post("/es/cases/new/", {"person": cast.BRENDA, "direction": "MX-US"})
    assert answer.status_code == 409
    page = answer.content.decode()
    assert f'value="{cast.BRENDA}"' in page
    assert "govuk-error-summary" in page


def test_one_act_is_filed_for_many_and_each_is_told(ana: Client) -> None:
    opened = []
    for person in cast.LISTED[:3]:
        body = {
            "person": person,
            "direction": "US-MX",
            "track": "treaty-extradition",
            "basis": "us-mx-1978",
        }
        opened.append(ana.post("/es/cases/new/", body)["Location"].split("/")[-2])
    query = "&".join(f"case={number}" for number in opened)
    chosen = ana.get(f"/es/cases/many/?{query}")
    assert "note" in chosen.context["acts"]
    form = {
        "case": opened,
        "title": "Aviso",
        "text": "Se avisó por teléfono.",
        "occurred_at_moment": "2025-01-15T11:00",
        "occurred_at_zone": "America/Mexico_City",
    }
    page = ana.post("/es/cases/many/note/", form)
    assert [why for _number, why in page.context["results"]] == ["", "", ""]


def test_nothing_ticked_says_the_next_step(ana: Client) -> None:
    assert "No se marcó ningún expediente." in ana.get("/es/cases/many/").content.decode()
