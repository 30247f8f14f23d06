"""Today says what must be done, for whom, by when, and what stands behind it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from pytest_django import Settings

from worklist import TODAY, a_case, a_handover, a_proposal

import cast

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def on_the_day(settings: Settings) -> None:
    settings.DEDERE_DEMO_CLOCK = cast.NOON.isoformat()


def group(client: Client, code: str, address: str = "/es/") -> object:
    return next(each for each in client.get(address).context["groups"] if each.code == code)


@pytest.mark.parametrize(
    ("days", "code"),
    [(-1, "overdue"), (0, "due"), (1, "soon"), (7, "soon")],
)
def test_a_clock_stands_in_the_group_of_its_due_day(ana: Client, days: int, code: str) -> None:
    a_case(1, due=TODAY + timedelta(days=days))
    for each in ana.get("/es/").context["groups"][:3]:
        assert each.count == (1 if each.code == code else 0)


def test_a_clock_of_more_than_a_week_waits_its_turn(ana: Client) -> None:
    a_case(1, due=TODAY + timedelta(days=8))
    assert group(ana, "soon").count == 0


def test_a_row_says_the_day_of_how_many_the_article_and_who(ana: Client) -> None:
    a_case(1, due=TODAY + timedelta(days=2))
    row = group(ana, "soon", "/en/").rows[0]
    assert row.when.startswith("day 58 of 60, art. 11(3), ")
    assert (row.number, row.person) == ("MX-2025-0001", cast.TEODORO)
    assert row.who


def test_behind_a_row_stand_rule_article_start_and_calendar_and_that_it_is_unchecked(ana: Client) -> None:
    a_case(1, due=TODAY)
    behind = dict(group(ana, "due", "/en/").rows[0].details)
    assert behind["Started"].startswith("16\u00a0Nov\u00a02024")
    assert "not checked against the official text" in behind["Article"]
    assert behind["Due"] == "15\u00a0Jan\u00a02025"
    assert behind["When it runs out"]


def test_signatures_handovers_and_the_other_state_have_their_groups(ana: Client) -> None:
    waiting = a_case(1, waiting_on="US")
    a_proposal(waiting)
    a_handover()
    assert group(ana, "signatures").count == 1
    assert group(ana, "waiting").rows[0].who == "corresponde actuar a Estados Unidos"
    assert group(ana, "handovers").rows[0].person == "6 personas"


def test_a_handover_after_fourteen_days_is_not_shown(ana: Client) -> None:
    a_handover(on=TODAY + timedelta(days=15))
    assert group(ana, "handovers").count == 0


def test_an_empty_group_says_what_that_means(ana: Client) -> None:
    page = ana.get("/es/").content.decode()
    assert "Ningún plazo ha vencido." in page
    assert "Se planean desde la página de entregas." in page


def test_many_rows_are_shown_in_part_and_counted_whole(ana: Client) -> None:
    for ordinal in range(1, 54):
        a_case(ordinal, due=TODAY)
    due = group(ana, "due")
    assert (len(due.rows), due.count) == (50, 53)
    assert "Se muestran los primeros 50 de 53." in ana.get("/es/").content.decode()


def test_whoever_reads_no_cases_is_sent_to_their_own_page(as_officer: Callable[[str], Client]) -> None:
    assert as_officer(cast.ELENA).get("/es/")["Location"] == "/es/officers/"


def test_a_page_costs_as_many_questions_for_fifty_rows_as_for_one(
    ana: Client, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    for ordinal in range(1, 51):
        a_case(ordinal, due=TODAY)
    with django_assert_max_num_queries(15):
        ana.get("/es/")
