"""What leaves the desk: the lists as tables, the dates as a calendar without a name."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from django.utils.translation import override
from icalendar import Calendar
from openpyxl import load_workbook
from pytest_django import Settings

from dedere.desk import clock
from dedere.desk.exports import caserows, todayrows
from dedere.desk.exports.cells import written
from dedere.docket.choices import NAME_STANDINGS
from dedere.files.sheets import harmless
from dedere.registry import calendars
from dedere.registry.lists.cases import Wanted
from dedere.registry.lists.dated import dated
from dedere.registry.lists.whole import whole
from dedere.registry.models import Attempt, CalendarKey, ClockRow, Officer, OfficerChange, Reading
from worklist import TODAY, a_case, a_handover, a_proposal

import cast

pytestmark = pytest.mark.django_db
PAGE = "/en/calendar/"
CUSTODY = ("unknown", "held", "bail", "at-liberty", "escaped", "dead")
DOORS = (
    "/es/cases.csv",
    "/es/cases.xlsx",
    "/es/today.csv",
    "/es/today.xlsx",
    "/es/calendar/",
)


@pytest.fixture(autouse=True)
def on_the_day(settings: Settings) -> None:
    settings.DEDERE_DEMO_CLOCK = cast.NOON.isoformat()


def body(answer: object) -> bytes:
    return b"".join(answer.streaming_content)


def table(client: Client, address: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(body(client.get(address)).decode("utf-8-sig"))))


def numbers(client: Client, query: str = "") -> list[str]:
    return [row["Number"] for row in table(client, f"/en/cases.csv{query}")]


def address_of(client: Client, page: str = PAGE) -> str:
    return str(client.post(page, {"do": "make"}).context["address"])


def events(answer: object) -> list[object]:
    return Calendar.from_ical(answer.content).walk("VEVENT")


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("name", [cast.CARLA, cast.ELENA])
def test_the_escort_and_the_administrator_export_nothing(
    as_officer: Callable[[str], Client], name: str, door: str
) -> None:
    assert as_officer(name).get(door).status_code == 403
    assert Attempt.objects.get().permission == "export-cases"


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("name", [cast.ANA, cast.BRUNO, cast.DIEGO])
def test_whoever_reads_cases_exports_them(as_officer: Callable[[str], Client], name: str, door: str) -> None:
    assert as_officer(name).get(door).status_code == 200


def test_a_form_that_no_table_has_is_not_found(ana: Client) -> None:
    assert ana.get("/es/cases.pdf").status_code == 404
    assert ana.get("/es/today.doc").status_code == 404


def test_an_export_stands_among_the_readings(ana: Client, as_officer: Callable[[str], Client]) -> None:
    body(ana.get("/es/cases.csv"))
    taken = Reading.objects.get()
    assert (taken.officer, taken.stream, taken.page, taken.at.date()) == (cast.ANA, "", "cases.csv", TODAY)
    page = as_officer(cast.DIEGO).get("/es/ledger/readings/")
    assert "cases.csv" in page.content.decode()


def test_the_table_keeps_the_view_and_the_filters_of_the_page(ana: Client) -> None:
    a_case(1, due=TODAY + timedelta(days=3))
    a_case(2, cast.BRENDA, stage="granted", requesting="MX", requested="US", waiting_on="US")
    a_case(3, closed=True)
    for query, kept in {
        "": [2, 1],
        "?view=all": [3, 2, 1],
        "?view=due": [1],
        "?view=waiting": [2],
        "?view=all&stage=granted": [2],
        "?direction=MX-US": [2],
        "?q=holloway": [2],
        "?view=nowhere": [2, 1],
    }.items():
        assert numbers(ana, query) == [f"MX-2025-{ordinal:04d}" for ordinal in kept], query
        listed = ana.get(f"/en/cases/{query}").context["rows"]
        assert [row.number for row in listed] == numbers(ana, query)


def test_only_the_ticked_cases_leave_where_some_were_ticked(ana: Client) -> None:
    for ordinal in range(1, 4):
        a_case(ordinal)
    assert numbers(ana, "?case=MX-2025-0003&case=MX-2025-0001") == ["MX-2025-0001", "MX-2025-0003"]


def test_a_list_is_walked_to_its_end_a_page_at_a_time() -> None:
    for ordinal in range(1, 6):
        a_case(ordinal)
    for page, sizes in ((2, [2, 2, 1]), (5, [5]), (9, [5])):
        pages = list(whole(Wanted(), on=TODAY, home="MX", page=page))
        assert [len(each) for each in pages] == sizes
        assert [row.position for each in pages for row in each] == [5, 4, 3, 2, 1]


def test_every_standing_of_a_name_and_every_custody_has_words() -> None:
    for language in ("es", "en"):
        with override(language):
            assert all(caserows.name_standing(each) for each in NAME_STANDINGS)
            assert all(caserows.custody_words(each) for each in CUSTODY)
            assert caserows.custody_words("") == ""


def test_a_case_leaves_with_its_address_its_standing_and_days_in_iso(ana: Client) -> None:
    a_case(1, due=TODAY, name_standing="spelling-disputed", simulated=True)
    row = table(ana, "/en/cases.csv")[0]
    assert row["Address"] == "http://testserver/en/cases/MX-2025-0001/"
    assert row["Person"] == cast.TEODORO
    assert row["Standing of the name"] == "spelling disputed"
    assert row["simulated"] == "yes"
    assert row["Due"] == "2025-01-15"
    assert row["Zone in which days are counted"] == "America/Mexico_City"
    assert row["Opened"] == "2025-01-15T12:00:00-06:00"
    assert (row["Clock"], row["Article"]) == ("provisional arrest", "11(3)")


def test_the_table_speaks_the_language_of_its_address_to_the_last_row(ana: Client) -> None:
    a_case(1)
    answer = ana.get("/es/cases.csv")
    with override("en"):  # whoever is served meanwhile reads English
        text = body(answer).decode("utf-8-sig")
    assert text.startswith("Número,Dirección electrónica,Persona")
    assert "establecido" in text
    assert 'filename="expedientes-2025-01-15.csv"' in answer["Content-Disposition"]
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+52 55", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1", '=HYPERLINK("http://x")'],
)
def test_what_a_spreadsheet_would_run_is_led_by_an_apostrophe(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Ana", "art. 11(3)", "a=b", "MX-2025-0001", "Ñáñez"])
def test_plain_words_leave_as_they_are(text: str) -> None:
    assert harmless(text) == text


def test_an_instant_is_written_with_its_zone_and_a_day_without() -> None:
    at = datetime(2025, 1, 15, 18, 0, tzinfo=UTC)
    assert written(at, clock.zone()) == "2025-01-15T12:00:00-06:00"
    assert written(date(2025, 1, 15), clock.zone()) == "2025-01-15"
    assert written(None, clock.zone()) == ""
    assert written(-2, clock.zone()) == "-2"


def test_a_formula_in_a_name_stays_words_in_both_forms(ana: Client) -> None:
    a_case(1, "=cmd|' /C calc'!A0", other_number="@x\x07y")
    row = table(ana, "/en/cases.csv")[0]
    assert (row["Person"], row["Other State's number"]) == ("'=cmd|' /C calc'!A0", "'@xy")
    sheet = load_workbook(io.BytesIO(body(ana.get("/en/cases.xlsx")))).active
    cell = sheet.cell(2, 1 + caserows.COLUMNS.index("person"))
    assert (cell.value, cell.data_type) == ("'=cmd|' /C calc'!A0", "s")


def test_the_workbook_opens_with_its_days_as_days(ana: Client) -> None:
    a_case(1, due=TODAY)
    a_case(2)
    sheet = load_workbook(io.BytesIO(body(ana.get("/es/cases.xlsx")))).active
    rows = [dict(zip(caserows.COLUMNS, row, strict=True)) for row in sheet.values]
    assert sheet.title == "Expedientes"
    assert [row["number"] for row in rows] == ["Número", "MX-2025-0002", "MX-2025-0001"]
    assert rows[2]["due"] == datetime(2025, 1, 15)  # noqa: DTZ001  (a workbook's day)
    assert rows[2]["charges"] == 1
    assert rows[2]["opened-at"] == "2025-01-15T12:00:00-06:00"


def test_today_leaves_with_what_case_clock_day_article_due_and_who(ana: Client) -> None:
    waiting = a_case(1, waiting_on="US", due=TODAY + timedelta(days=2))
    a_proposal(waiting)
    a_handover()
    rows = {row["Group"]: row for row in table(ana, "/en/today.csv")}
    soon = rows["Due in the next seven days"]
    assert (soon["Number"], soon["Clock"], soon["Day"]) == (
        "MX-2025-0001",
        "provisional arrest",
        "day 58 of 60",
    )
    assert soon["Article"].startswith("art. 11(3), ")
    assert soon["Not checked against the official text"] == "yes"
    assert soon["Due"] == "2025-01-17"
    assert soon["Who"]
    assert soon["Address"] == "http://testserver/en/cases/MX-2025-0001/"
    assert rows["Signatures awaited"]["Since"] == "2025-01-15T12:00:00-06:00"
    assert rows["Handovers in the next fourteen days"]["Number"] == "H-2025-0001"
    assert rows["Waiting on the other State"]["Who"] == "United States must act"


def test_today_leaves_whole_though_the_page_shows_fifty(ana: Client) -> None:
    for ordinal in range(1, 54):
        a_case(ordinal, due=TODAY)
    sheet = load_workbook(io.BytesIO(body(ana.get("/es/today.xlsx")))).active
    assert (sheet.max_row, sheet.max_column) == (54, len(todayrows.COLUMNS))


def test_today_and_the_cases_lead_to_their_tables_and_to_the_calendar(ana: Client) -> None:
    a_case(1)
    page = ana.get("/es/").content.decode()
    for address in ("/es/today.xlsx", "/es/today.csv", "/es/calendar/"):
        assert f'href="{address}"' in page
    listed = ana.get("/es/cases/?view=all&before=9").content.decode()
    for address in ("/es/cases.xlsx?view=all", "/es/cases.csv?view=all"):
        assert f'href="{address}"' in listed
    assert 'href="/es/calendar/"' in ana.get("/es/account/preferences/").content.decode()


def test_the_feed_needs_no_session_but_the_key(ana: Client, client: Client) -> None:
    address = address_of(ana)
    answer = client.get(address)
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    assert not answer.cookies
    assert client.post(address).status_code == 405


def test_the_feed_tells_number_act_article_and_day_and_no_name(ana: Client, client: Client) -> None:
    case = a_case(1, due=TODAY + timedelta(days=5), simulated=True)
    ClockRow.objects.create(
        key=f"{case.number}/r1",
        case=case,
        rule="reminder",
        of=0,
        state="running",
        live=True,
        due=TODAY + timedelta(days=6),
        what=f"Llamar a la defensa de {cast.TEODORO}",
    )
    handover = a_handover()
    handover.title, handover.place = f"Entrega de {cast.BRENDA}", "Hangar de prueba"
    handover.save()
    answer = client.get(address_of(ana))
    reminder, arrest, given = sorted(events(answer), key=lambda event: event.decoded("DTSTART"), reverse=True)
    assert arrest["SUMMARY"] == "MX-2025-0001 · provisional arrest · simulated"
    assert arrest["DESCRIPTION"].startswith("art. 11(3), ")
    assert "not checked against the official text" in arrest["DESCRIPTION"]
    assert (arrest.decoded("DTSTART"), arrest.decoded("DTEND")) == (date(2025, 1, 20), date(2025, 1, 21))
    assert arrest["DTSTART"].params["VALUE"] == "DATE"
    assert arrest["URL"] == "http://testserver/en/cases/MX-2025-0001/"
    assert reminder["SUMMARY"] == "MX-2025-0001 · reminder · simulated"
    assert given["SUMMARY"] == "Handover H-2025-0001 · 6 persons"
    text = answer.content.decode().replace("\r\n ", "")
    for word in (*cast.TEODORO.split(), *cast.BRENDA.split(), "Hangar", "defensa"):
        assert word not in text


def test_the_feed_speaks_the_language_of_its_address(ana: Client, client: Client) -> None:
    a_case(1, due=TODAY)
    address = address_of(ana, "/es/calendar/")
    assert events(client.get(address))[0]["SUMMARY"] == "MX-2025-0001 · detención provisional"


def test_the_feed_says_so_where_it_holds_a_part_only() -> None:
    for ordinal in range(1, 4):
        a_case(ordinal, due=TODAY + timedelta(days=ordinal))
    a_case(4, due=TODAY + timedelta(days=400))
    found = dated(since=TODAY, until=TODAY + timedelta(days=366), most=2)
    assert [row.case_id for row in found.clocks] == ["MX-2025-0001", "MX-2025-0002"]
    assert found.count == 3


def test_a_revoked_key_opens_nothing_and_both_stand_in_the_ledger(
    ana: Client, client: Client, as_officer: Callable[[str], Client]
) -> None:
    address = address_of(ana)
    assert client.get(address).status_code == 200
    assert ana.post(PAGE, {"do": "end"})["Location"] == PAGE
    refused = client.get(address)
    assert refused.status_code == 404
    assert "This calendar address opens nothing" in refused.content.decode()
    assert list(OfficerChange.objects.values_list("officer", "what")) == [
        (cast.ANA, "calendar-made"),
        (cast.ANA, "calendar-ended"),
    ]
    ledger = as_officer(cast.DIEGO).get("/es/ledger/accounts/").content.decode()
    assert "clave de calendario revocada" in ledger


def test_a_new_key_ends_the_one_before_it(ana: Client, client: Client) -> None:
    first, second = address_of(ana), address_of(ana)
    assert client.get(first).status_code == 404
    assert client.get(second).status_code == 200


def test_a_key_nobody_made_opens_nothing(client: Client) -> None:
    assert client.get("/es/calendar/none.ics").status_code == 404


def test_the_key_is_shown_once_and_kept_as_a_digest(ana: Client) -> None:
    secret = address_of(ana).rpartition("/")[2].removesuffix(".ics")
    kept = CalendarKey.objects.get()
    assert secret not in (kept.digest, *OfficerChange.objects.values_list("after", flat=True))
    assert len(secret) >= 43
    page = ana.get(PAGE).content.decode()
    assert secret not in page
    assert "No calendar has read it yet." in page


def test_the_page_says_when_a_calendar_last_read(ana: Client, client: Client) -> None:
    client.get(address_of(ana))
    assert "A calendar last read it on 15\u00a0Jan\u00a02025" in ana.get(PAGE).content.decode()


@pytest.mark.parametrize("change", [{"is_active": False}, {"role": "escort"}])
def test_a_key_dies_with_its_officers_account_or_right(
    ana: Client, client: Client, change: dict[str, object]
) -> None:
    address = address_of(ana)
    Officer.objects.filter(username=cast.ANA).update(**change)
    assert client.get(address).status_code == 404


def test_ending_a_key_that_is_not_there_changes_nothing(officers: dict[str, Officer]) -> None:
    calendars.end(officers[cast.ANA], at=cast.NOON)
    assert not OfficerChange.objects.exists()
