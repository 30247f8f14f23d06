"""What officers file on the ledger of two States: each for their own, in forms that come back filled."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings

import dedere
from clerk.promising import recorded, says
from dedere.accords.accord import Indicator, Words
from dedere.accords.figures import Figure
from dedere.accords.position import Position
from dedere.clerk.accords import accord_file, ledger
from dedere.clerk.example import keep_accords, read_example
from dedere.desk.commitments.recording import AccordForm
from dedere.desk.commitments.written import written
from dedere.registry.models import AccordRow
from promised import accord, account

import cast

pytestmark = pytest.mark.django_db
EXAMPLE = Path(dedere.__file__).parents[2] / "examples" / "mexico-2025"
DAY = "2025-01-12"


@pytest.fixture(autouse=True)
def on_the_day(settings: Settings) -> None:
    settings.DEDERE_DEMO_CLOCK = cast.NOON.isoformat()


@pytest.fixture
def bruno(as_officer: Callable[[str], Client]) -> Client:
    """Bruno, who supervises."""
    return as_officer(cast.BRUNO)


def files(client: Client, number: str, code: str, **told: object) -> HttpResponse:
    seen = told.pop("seen", None) or accord_file(number).version
    return client.post(f"/en/commitments/{number}/acts/{code}/", {"seen": seen, "on": DAY, **told})


def texts(answer: HttpResponse) -> str:
    return " ".join(answer.content.decode().split())


def test_an_officer_states_the_position_of_our_state_alone_with_the_figure_of_the_docket(ana: Client) -> None:
    number = recorded(accord(figure=Figure(name="requests-received", target=1))).file.number
    assert (
        files(ana, number, "state-position", position="kept", es="prestados", counted="on").status_code == 302
    )
    file = accord_file(number)
    said = file.column("MX").current
    assert (said.position, said.es, said.figure.name, said.published) == (
        Position.KEPT,
        "prestados",
        "requests-received",
        False,
    )
    assert said.simulated, "the desk's clock stands in a demonstration"
    assert file.column("US").position is Position.UNKNOWN


def test_the_other_side_is_entered_from_what_it_published_and_only_with_a_source(ana: Client) -> None:
    number = recorded().file.number
    bare = files(ana, number, "record-published-position", side="US", position="broken", en="never lent")
    assert bare.status_code == 422
    assert "never lent" in texts(bare), "the form comes back filled"
    assert bare.context["form"].errors.keys() == {"sources"}
    files(ana, number, "record-published-position", side="US", position="broken", sources="S-1")
    said = accord_file(number).column("US").current
    assert (said.position, said.published, said.sources) == (Position.BROKEN, True, ("S-1",))


def test_a_refusal_gives_the_form_back_filled_and_says_why(ana: Client) -> None:
    number = recorded().file.number
    early = files(ana, number, "state-position", position="kept", es="antes", on="2024-12-31")
    assert early.status_code == 409
    assert "Nothing can be said of it before it was made, on 10\u00a0Jan\u00a02025." in early.content.decode()
    assert "antes" in texts(early)


def test_who_was_overtaken_is_told_by_whom_and_sends_again_what_they_wrote(bruno: Client) -> None:
    number = recorded().file.number
    says(number, "open")
    late = files(bruno, number, "state-position", position="kept", es="ya", seen=1, on="2025-01-15")
    assert late.status_code == 409
    assert "ana recorded something on this line while you were writing" in texts(late)
    form = late.context["form"]
    again = files(bruno, number, "state-position", **{**form.data.dict(), "seen": form.data["seen"]})
    assert again.status_code == 302
    assert accord_file(number).column("MX").position is Position.KEPT


def test_evidence_says_what_it_is_in_one_language_at_least(ana: Client) -> None:
    number = recorded().file.number
    assert files(ana, number, "add-evidence", document="D-1").status_code == 422
    assert files(ana, number, "add-evidence", en="a photograph", document="D-1").status_code == 302
    assert "a photograph · D-1" in texts(ana.get(f"/en/commitments/{number}/"))


def test_a_text_is_signed_by_two_officers_and_a_corrected_one_anew(ana: Client, bruno: Client) -> None:
    number = recorded().file.number
    files(ana, number, "sign-accord")
    assert "Awaits a second signature:" in texts(bruno.get("/en/commitments/?area=money"))
    mine = texts(ana.get(f"/en/commitments/{number}/"))
    assert "You filed this: another officer must sign it." in mine
    theirs = bruno.get(f"/en/commitments/{number}/")
    assert theirs.context["signing"]
    bruno.post(f"/en/commitments/{number}/sign/", {"seen": 2})
    assert accord_file(number).signed_by("MX").second == cast.BRUNO
    assert "Awaits a second signature:" not in texts(bruno.get("/en/commitments/"))
    given = {name: value for name, value in written(accord()).items() if value}
    changed = {**given, "ledger_en": "lend three ferries", "reason": "a misreading", "on": "2025-01-10"}
    assert files(ana, number, "correct-accord", **changed).status_code == 302
    waits = texts(bruno.get(f"/en/commitments/{number}/"))
    assert "lend two ferries → lend three ferries" in waits
    bruno.post(f"/en/commitments/{number}/sign/", {"seen": 4})
    assert accord_file(number).recorded.title.en == "lend three ferries"
    assert "It signed an earlier text, not this one." in texts(ana.get(f"/en/commitments/{number}/"))


def test_a_published_signature_and_a_strike_await_another_officer_who_may_decline(
    ana: Client, bruno: Client
) -> None:
    number = recorded().file.number
    says(number, "broken", "US")
    files(ana, number, "record-published-signature", side="US", sources="S-1")
    assert "Which State United States" in " ".join(_words(bruno.get(f"/en/commitments/{number}/")))
    empty = bruno.post(f"/en/commitments/{number}/decline/", {"seen": 3, "reason": ""})
    assert empty.status_code == 422
    bruno.post(f"/en/commitments/{number}/decline/", {"seen": 3, "reason": "not read"})
    assert accord_file(number).awaiting is None
    files(ana, number, "strike-position", line=2, reason="another promise was meant")
    assert "United States: broken, 15 Jan 2025" in " ".join(_words(bruno.get(f"/en/commitments/{number}/")))
    bruno.post(f"/en/commitments/{number}/sign/", {"seen": 5})
    assert accord_file(number).column("US").current is None
    assert "entered in error" in texts(ana.get(f"/en/commitments/{number}/"))


def _words(answer: HttpResponse) -> list[str]:
    return re.sub(r"<[^>]+>", " ", answer.content.decode()).split()


def test_a_second_signature_on_an_older_page_is_refused_in_words(ana: Client, bruno: Client) -> None:
    number = recorded().file.number
    files(ana, number, "sign-accord")
    says(number, "open")
    late = bruno.post(f"/en/commitments/{number}/sign/", {"seen": 2})
    assert late.status_code == 409
    assert "ana recorded something on this line" in texts(late)


def test_a_commitment_is_recorded_with_what_a_source_says_and_no_more(ana: Client) -> None:
    told = {
        "seen": 0,
        "area": "money",
        "by": ["US"],
        "beneficiary": "MX",
        "on": "2025-01",
        "ledger_es": "prestar dos transbordadores",
        "us_en": "two ferries",
        "us_original": "en",
        "us_sources": "S-1",
        "mx_silent": "on",
        "sources": "S-1",
    }
    wrong = ana.post("/en/commitments/new/commitment/", {**told, "on": "soon", "mx_es": "dos"})
    assert wrong.status_code == 422
    assert wrong.context["form"].errors.keys() == {"on", "mx_silent"}
    assert ana.post("/en/commitments/new/commitment/", told).status_code == 302
    kept = accord_file(AccordRow.objects.get().number).recorded
    assert (kept.on, kept.of("US").original, kept.of("MX").silent) == ("2025-01", "en", True)
    assert kept.title == Words(en="prestar dos transbordadores", es="prestar dos transbordadores")
    assert (kept.due, kept.every, kept.indicator, kept.figure) == (None, 0, None, None)


@pytest.mark.parametrize(
    ("told", "wrong"),
    [
        ({"until": "2024"}, "until"),
        ({"attended": "FR: Dubois"}, "attended"),
        ({"figure": "requests-received", "figure_track": "deportation"}, "figure_track"),
        ({"figure_about": "return"}, "figure_about"),
        ({"figure_since": "2025-02-02", "figure_until": "2025-02-01"}, "figure_until"),
        ({"ledger_es": ""}, "ledger_es"),
    ],
)
def test_what_cannot_be_recorded_is_said_at_its_field(ana: Client, told: dict[str, str], wrong: str) -> None:
    whole = {"seen": 0, "area": "money", "by": ["US"], "on": "2025-01-10", "ledger_es": "reunirse", **told}
    answer = ana.post("/es/commitments/new/meeting/", whole)
    assert answer.status_code == 422
    assert answer.context["form"].errors.keys() == {wrong}


def test_a_correction_that_changes_nothing_of_the_example_would_change_nothing(ana: Client) -> None:
    keep_accords(EXAMPLE, read_example(EXAMPLE))
    for kept in ledger():
        shown = {name: value for name, value in written(kept.accord).items() if value}
        lines = {
            name: "\n".join(value) for name, value in shown.items() if name.endswith(("sources", "attended"))
        }
        form = AccordForm(kept.accord.kind, {**shown, **lines, "seen": 1, "reason": "x"}, accord=kept.accord)
        assert form.is_valid(), (kept.number, form.errors)
        again = form.act(at=cast.NOON, simulated=False).entry.accord
        assert again == kept.accord, kept.number


def test_an_indicator_and_an_agenda_come_back_as_they_were_written() -> None:
    both = Words(en="ferries", es="transbordadores")
    told = accord("meeting", agenda=both, indicator=Indicator(what=both, unit="ships"), accounts=(account(),))
    shown = {name: value for name, value in written(told).items() if value}
    form = AccordForm("meeting", {**shown, "seen": 1, "reason": "x"}, accord=told)
    assert form.is_valid(), form.errors
    assert form.act(at=cast.NOON, simulated=False).entry.accord == told


def test_only_what_the_file_takes_and_the_role_allows_is_offered(
    as_officer: Callable[[str], Client], ana: Client
) -> None:
    number = recorded().file.number
    assert "strike-position" not in ana.get(f"/es/commitments/{number}/").context["offered"]
    says(number, "open")
    assert "strike-position" in ana.get(f"/es/commitments/{number}/").context["offered"]
    files(ana, number, "sign-accord")
    assert ana.get(f"/es/commitments/{number}/").context["offered"] == [
        "state-position",
        "record-published-position",
        "add-evidence",
    ]
    diego = as_officer(cast.DIEGO)
    assert diego.get(f"/es/commitments/{number}/").context["offered"] == []
    assert diego.get(f"/es/commitments/{number}/acts/state-position/").status_code == 403


def test_the_form_of_a_line_says_in_words_what_each_part_of_it_is(ana: Client) -> None:
    form = ana.get("/es/commitments/new/meeting/").context["form"]
    assert [title for title, _ in form.shown()] == [
        "Qué, quién y cuándo",
        "El texto: como lo nombra este registro",
        "El texto: texto conjunto",
        "El texto: México",
        "El texto: Estados Unidos",
        "Qué se mide y qué lo probaría",
        "Una cifra de los expedientes, si alguna tiene que ver",
        "Por qué y según qué fuentes",
    ]


@pytest.mark.parametrize("code", ["refuse-signature", "record-meeting", "note"])
def test_an_act_that_has_no_form_here_is_not_found(ana: Client, code: str) -> None:
    number = recorded().file.number
    assert ana.get(f"/es/commitments/{number}/acts/{code}/").status_code == 404
    assert ana.get("/es/commitments/new/treaty/").status_code == 404
