"""Recording an act: what is offered, one form, its effect, drafts, refusals, the second signature."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from clerk.story import act, charges, note, opened, track
from dedere import clerk
from dedere.docket.acts import RULES
from dedere.docket.entries import FactEstablished, StayOrdered, SurrenderOrdered
from dedere.registry.models import Draft

import cast

As = Callable[[str], Client]
pytestmark = pytest.mark.django_db

NOW = {"occurred_at_moment": "2025-01-15T12:30", "occurred_at_zone": "America/Mexico_City"}


def transfer() -> str:
    """A case on the national-security route, where surrender may be ordered at once."""
    return opened(track("national-security-transfer"), charges()).number


def send(client: Client, number: str, code: str, **sent: object) -> tuple[int, str]:
    seen = {"seen": clerk.case(number).version, "step": "record"}
    answer = client.post(f"/en/cases/{number}/acts/{code}/", {**NOW, **seen, **sent})
    return answer.status_code, answer.content.decode()


def test_the_list_puts_what_may_be_done_now_first_and_says_why_not_the_rest(as_officer: As) -> None:
    page = as_officer(cast.ANA).get(f"/en/cases/{transfer()}/acts/").content.decode()
    offered, withheld = page.split("Acts that may not be recorded now", 1)
    assert "acts/order-surrender/" in offered
    assert "acts/admit-request/" not in offered
    assert "does not exist on this route" in withheld


@pytest.mark.parametrize("code", sorted({rule.code for rule in RULES if not rule.by_handover}))
@pytest.mark.parametrize("language", ["es", "en"])
def test_every_act_has_a_form_in_both_languages(as_officer: As, language: str, code: str) -> None:
    elsewhere = code in ("open-case", "refuse-signature")
    answer = as_officer(cast.ANA).get(f"/{language}/cases/{transfer()}/acts/{code}/")
    assert answer.status_code == (404 if elsewhere else 200)


def test_an_act_is_recorded_with_its_own_instant_and_sources(as_officer: As) -> None:
    number = transfer()
    sent = {"title": "Llamada", "text": "Se llamó al juzgado.", "sources": "oficio-1\noficio-2"}
    status, _ = send(as_officer(cast.ANA), number, "note", **sent)
    line = clerk.case(number).lines[-1]
    assert (status, line.entry.code, line.sources) == (302, "noted", ("oficio-1", "oficio-2"))
    assert line.occurred_at.isoformat() == "2025-01-15T12:30:00-06:00"


def test_after_an_error_the_form_comes_back_filled_under_a_summary(as_officer: As) -> None:
    status, page = send(as_officer(cast.ANA), transfer(), "note", title="Llamada", text="")
    assert status == 422
    assert "There is a problem" in page
    assert 'value="Llamada"' in page
    assert 'href="#f-text"' in page


@pytest.mark.parametrize(("moment", "zone"), [("", "UTC"), ("mañana", "UTC"), ("2025-01-15T12:30", "Mars")])
def test_an_instant_without_day_time_or_zone_is_refused(as_officer: As, moment: str, zone: str) -> None:
    number = transfer()
    bad = {"occurred_at_moment": moment, "occurred_at_zone": zone, "title": "x", "text": "y"}
    assert send(as_officer(cast.ANA), number, "note", **bad)[0] == 422
    assert clerk.case(number).version == 3


def test_a_time_that_a_clock_change_skipped_did_not_exist(as_officer: As) -> None:
    skipped = {"occurred_at_moment": "2024-03-10T02:30", "occurred_at_zone": "America/New_York"}
    status, page = send(as_officer(cast.ANA), transfer(), "note", title="x", text="y", **skipped)
    assert status == 422
    assert "did not exist in America/New_York" in page


def test_an_act_in_the_wrong_state_is_refused_in_words_and_nothing_is_recorded(as_officer: As) -> None:
    number = transfer()
    client = as_officer(cast.ANA)
    assert "may not be recorded now" in client.get(f"/en/cases/{number}/acts/admit-request/").content.decode()
    status, page = send(client, number, "admit-request")
    assert status == 409
    assert "does not exist on this route" in page
    assert clerk.case(number).version == 3


def test_the_effect_is_shown_without_recording_anything(as_officer: As) -> None:
    number = transfer()
    status, page = send(as_officer(cast.ANA), number, "order-surrender", authority="SRE", step="effect")
    assert status == 200
    assert "Surrender ordered" in page or "surrender ordered" in page
    assert "until another officer signs" in page
    assert clerk.case(number).version == 3


def test_the_effect_of_an_arrest_names_the_clock_that_starts(as_officer: As, settings: Any) -> None:
    settings.DEDERE_DEMO_CLOCK = "2025-01-15T13:00:00-06:00"
    number = opened(track(), charges()).number
    for code, sent in (("seek-provisional-arrest", {}), ("record-provisional-arrest", {"place": "Toluca"})):
        status, page = send(as_officer(cast.ANA), number, code, step="effect", **sent)
        assert status == 200
        send(as_officer(cast.ANA), number, code, **sent)
    assert "60" in page
    assert "Starts the clock" in page


def test_a_draft_is_kept_on_the_server_and_let_go_when_the_act_is_filed(as_officer: As) -> None:
    number, client = transfer(), as_officer(cast.ANA)
    assert send(client, number, "note", title="a medias", step="draft")[0] == 302
    page = client.get(f"/en/cases/{number}/acts/note/").content.decode()
    assert "a medias" in page
    assert "There is a problem" not in page
    assert "a medias" not in as_officer(cast.BRUNO).get(f"/en/cases/{number}/acts/note/").content.decode()
    send(client, number, "note", title="a medias", text="entera")
    assert not Draft.objects.exists()


def test_a_draft_can_be_discarded(as_officer: As) -> None:
    number, client = transfer(), as_officer(cast.ANA)
    send(client, number, "note", title="a medias", step="draft")
    assert send(client, number, "note", step="discard")[0] == 302
    assert not Draft.objects.exists()


def test_a_page_that_was_overtaken_shows_both_sides_and_can_be_sent_again(as_officer: As) -> None:
    number, client = transfer(), as_officer(cast.ANA)
    old = clerk.case(number).version
    clerk.file(number, note("de Bruno"), by=cast.BRUNO, at=cast.NOON)
    status, page = send(client, number, "note", title="de Ana", text="mía", seen=old)
    assert status == 409
    assert "changed since you opened it" in page
    assert "de Bruno" in page
    assert "de Ana" in page
    assert f'name="seen" value="{old + 1}"' in page
    assert send(client, number, "note", title="de Ana", text="mía", seen=old + 1)[0] == 302


def test_a_fact_is_asked_for_in_its_own_type(as_officer: As) -> None:
    number, client = transfer(), as_officer(cast.ANA)
    address = f"/en/cases/{number}/acts/establish-fact/"
    assert "Which fact is now known" in client.get(address).content.decode()
    fact = f"{address}?fact=person-is-national-of-requested"
    assert 'type="radio"' in client.get(fact).content.decode()
    sent = {**NOW, "seen": 3, "step": "record", "value": "yes"}
    assert client.post(fact, sent).status_code == 302
    entry = clerk.case(number).lines[-1].entry
    assert entry == FactEstablished(fact="person-is-national-of-requested", value=True)


def test_a_charge_without_a_name_is_refused_and_charges_keep_their_numbers(as_officer: As) -> None:
    number, client = opened(track()).number, as_officer(cast.ANA)
    rows = {"charges-provision": ["21 USC 952"], "charges-standing": ["charged"]}
    assert send(client, number, "state-charges", **{"charges-title": [""], **rows})[0] == 422
    assert send(client, number, "state-charges", **{"charges-title": ["importación"], **rows})[0] == 302
    assert [(charge.id, charge.title) for charge in clerk.case(number).charges] == [("1", "importación")]


def test_a_line_is_corrected_by_a_further_act(as_officer: As) -> None:
    number = opened(
        track(), act("record-stay", StayOrdered(stay="a-1", court="J7", covers="extradition"))
    ).number
    client = as_officer(cast.ANA)
    seen = {**NOW, "seen": 3, "step": "record", "reason": "otro expediente", "strikes": "yes"}
    assert client.post(f"/es/cases/{number}/acts/correct/?line=3", seen).status_code == 302
    assert len(clerk.case(number).standing_stays) == 1, "one officer alone unmakes no stay"
    assert clerk.sign(number, 4, by=cast.BRUNO, at=cast.later(hours=1))
    assert clerk.case(number).standing_stays == ()


@pytest.mark.parametrize("who", [cast.CARLA, cast.DIEGO, cast.ELENA])
def test_who_may_not_file_is_turned_away_and_nothing_is_recorded(as_officer: As, who: str) -> None:
    number = transfer()
    assert send(as_officer(who), number, "note", title="x", text="y")[0] == 403
    assert clerk.case(number).version == 3


def proposed() -> tuple[str, int]:
    """A surrender order that Ana filed and nobody has signed second."""
    number = transfer()
    clerk.file(number, act("order-surrender", SurrenderOrdered(authority="SRE")), by=cast.ANA, at=cast.NOON)
    return number, clerk.case(number).proposals[0].line


def test_a_supervisor_signs_second_and_both_names_stand(as_officer: As) -> None:
    number, line = proposed()
    client = as_officer(cast.BRUNO)
    assert "Sign second" in client.get(f"/en/cases/{number}/sign/{line}/").content.decode()
    assert client.post(f"/en/cases/{number}/sign/{line}/", {"step": "sign", "seen": line}).status_code == 302
    last = clerk.case(number).lines[-1]
    assert (last.by, last.second, last.entry.code) == (cast.ANA, cast.BRUNO, "surrender-ordered")


def test_nobody_countersigns_their_own_act(as_officer: As) -> None:
    number = transfer()
    order = act("order-surrender", SurrenderOrdered(authority="SRE"))
    clerk.file(number, order, by=cast.BRUNO, at=cast.NOON)
    line, client = clerk.case(number).proposals[0].line, as_officer(cast.BRUNO)
    assert "another officer must sign it" in client.get(f"/en/cases/{number}/sign/{line}/").content.decode()
    assert client.post(f"/en/cases/{number}/sign/{line}/", {"step": "sign"}).status_code == 409
    assert clerk.case(number).proposals


@pytest.mark.parametrize("who", [cast.ANA, cast.CARLA, cast.DIEGO])
def test_only_a_supervisor_signs_second(as_officer: As, who: str) -> None:
    number, line = proposed()
    assert as_officer(who).post(f"/en/cases/{number}/sign/{line}/", {"step": "sign"}).status_code == 403
    assert clerk.case(number).proposals


def test_a_signature_is_declined_with_a_reason_and_only_with_one(as_officer: As) -> None:
    number, line = proposed()
    client = as_officer(cast.BRUNO)
    address = f"/en/cases/{number}/sign/{line}/"
    assert client.post(address, {"step": "decline", "reason": ""}).status_code == 422
    assert client.post(address, {"step": "decline", "reason": "falta la orden"}).status_code == 302
    assert clerk.case(number).proposals == ()
    assert client.get(address).status_code == 404
