"""The ledger of two States drawn, printed and sent as files."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date
from itertools import pairwise

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from pypdf import PdfReader
from pytest_django import Settings

from clerk.promising import recorded, says
from dedere.accords.accord import Attendant, Words
from dedere.accords.figures import Figure
from dedere.desk.commitments.timeline import WIDE, scale_of, timeline
from dedere.registry.lists.dated import dated
from dedere.registry.models import AccordRow
from promised import TODAY, accord, account

import cast

pytestmark = pytest.mark.django_db
DAYS = st.lists(st.dates(date(1978, 1, 1), date(2031, 1, 1)), min_size=1, max_size=40)


@pytest.fixture(autouse=True)
def on_the_day(settings: Settings) -> None:
    settings.DEDERE_DEMO_CLOCK = cast.NOON.isoformat()


@given(days=DAYS)
def test_a_later_day_never_stands_before_an_earlier_one_and_all_stand_on_the_drawing(
    days: list[date],
) -> None:
    scale = scale_of(days, TODAY)
    places = [scale.x(day) for day in sorted(days)]
    assert all(one <= other for one, other in pairwise(places))
    assert 0 < places[0] <= places[-1] < WIDE
    assert sum(scale.widths.values()) == pytest.approx(WIDE - min(scale.starts.values()))


def test_each_mark_stands_in_the_lane_of_whoever_made_it_and_none_covers_another() -> None:
    for by in (("MX",), ("MX",), ("US",), ("MX", "US")):
        recorded(accord(by=by))
    drawn = timeline(list(AccordRow.objects.order_by("position")), today=TODAY)
    assert [(lane.side, len(lane.marks)) for lane in drawn.lanes] == [("MX", 2), ("both", 1), ("US", 1)]
    places = [(mark.x, mark.y) for lane in drawn.lanes for mark in lane.marks]
    assert len(set(places)) == 4


def test_the_drawing_has_a_table_beside_it_and_keeps_the_filters(ana: Client) -> None:
    recorded(accord(area="money"))
    recorded()
    text = ana.get("/en/commitments/timeline/?area=money").content.decode()
    assert text.count('class="tl__mark tl__mark--told" transform') == 1
    assert text.count('<th scope="row">') == 1
    assert "From the first line to today" in text
    nothing = ana.get("/en/commitments/timeline/?area=other&kind=measure").content.decode()
    assert "No line of the ledger matches what was asked." in nothing


def table(client: Client, address: str = "en/commitments.csv") -> list[dict[str, str]]:
    answer = client.get(f"/{address}")
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_the_table_has_both_columns_and_nothing_that_a_spreadsheet_would_run(ana: Client) -> None:
    figure = Figure(name="requests-received", target=2)
    told = accord(accounts=(account(words=Words(en="=1+1", es="=1+1")),), figure=figure, due=date(2025, 2, 1))
    number = recorded(told).file.number
    says(number, "broken", "US")
    (row,) = table(ana)
    assert (row["number"], row["what was promised"], row["due"]) == (number, "'=1+1", "2025-02-01")
    assert (row["Mexico: what it says"], row["United States: what it says"]) == ("unknown", "broken")
    assert (row["United States: sources"], row["counted"], row["would prove it"]) == ("S-1", "0", "2")
    assert row["query to the docket"] == "dedere accords figure requests-received"
    recorded(accord(area="money"))
    assert len(table(ana, "es/commitments.csv?area=money")) == 1


def test_a_calendar_of_due_days_tells_number_and_act_only(ana: Client) -> None:
    number = recorded(accord(due=date(2025, 2, 1))).file.number
    recorded()
    calendar = Calendar.from_ical(ana.get("/en/commitments.ics").content)
    (event,) = calendar.walk("VEVENT")
    assert event["SUMMARY"] == f"{number} · promise between the two States"
    assert (event.decoded("DTSTART"), event["DESCRIPTION"]) == (date(2025, 2, 1), "Mexico")
    assert "ferries" not in calendar.to_ical().decode()


def test_the_escort_takes_no_table_and_the_auditor_does(as_officer: Callable[[str], Client]) -> None:
    for address in ("commitments.csv", "commitments.ics"):
        assert as_officer(cast.CARLA).get(f"/es/{address}").status_code == 403
        assert as_officer(cast.DIEGO).get(f"/es/{address}").status_code == 200


def test_the_pack_of_a_meeting_says_in_both_languages_who_met_and_what_is_open(ana: Client) -> None:
    meeting = recorded(
        accord(
            "meeting",
            by=("MX", "US"),
            place="Colima",
            attended=(Attendant(state="US", name="an envoy"),),
            agenda=Words(en="ferries", es="transbordadores"),
        )
    ).file.number
    recorded(accord(at=meeting, term=Words(en="soon", es="pronto")))
    quarrel = recorded(accord(figure=Figure(name="requests-received", target=2))).file.number
    says(quarrel, "kept")
    says(quarrel, "broken", "US")
    answer = ana.get(f"/es/commitments/{meeting}/pack.pdf")
    assert answer["Content-Type"] == "application/pdf"
    text = " ".join(
        " ".join(leaf.extract_text() for leaf in PdfReader(io.BytesIO(answer.content)).pages).split()
    )
    for words in (
        "pendientes de nuestra parte 1; de la suya 0",
        "open on our side 1; on theirs 0",
        "an envoy (US)",
        "pronto / soon",
        "incumplido / broken",
        "personas cuya petición formal se recibió",
        "persons for whom a formal request was received",
        "no probado: 0 de 2 / not proved: 0 of 2",
        "dedere accords figure requests-received",
    ):
        assert words in text


def test_what_is_no_meeting_has_no_pack(ana: Client) -> None:
    assert ana.get(f"/es/commitments/{recorded().file.number}/pack.pdf").status_code == 404


def test_the_officers_own_feed_has_the_promises_of_its_days() -> None:
    number = recorded(accord(due=date(2025, 2, 1))).file.number
    recorded(accord(due=date(2027, 2, 1)))
    found = dated(since=TODAY, until=date(2025, 12, 31))
    assert [row.number for row in found.promises] == [number]
