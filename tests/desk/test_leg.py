"""The custody leg: who may, two officers, refused arrival, many at once, one key filed once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import Settings

from clerk.story import act as an_act
from clerk.story import carried, giving, planned, ready
from dedere import clerk
from dedere.docket.entries.handover import Checked, GoDecided, HandoverLocked, Identified
from dedere.docket.entries.review import StayOrdered
from dedere.docket.handover import Handover, Step, gaps
from dedere.registry.models import JournalLine, Reading

import cast

pytestmark = pytest.mark.django_db
Signed = Callable[[str], Client]


@pytest.fixture(autouse=True)
def on_the_day(settings: Settings) -> None:
    settings.DEDERE_DEMO_CLOCK = cast.later(hours=1).isoformat()


def sent(act: str, *, by: str, key: str = "k1", **more: object) -> dict[str, object]:
    """A step's form as a browser sends it."""
    return {
        "act": act,
        "key": key,
        "keeper": by,
        "when_moment": "2025-01-15T12:30",
        "when_zone": "America/Mexico_City",
        **more,
    }


IDENTIFY = {"how": ["fingerprints", "document"], "detail": "pasaporte G-1"}
CHECK = {"medical": "Apta para viajar", "property": "Reloj\nCartera de piel", "cash": "1,250.00 MXN"}
GIVE = {"place": "Hangar 3", "officer": "Carla Ríos, escolta 12"}
TAKE = {"place": "Dulles", "officer": "Deputy Marshal Ortiz"}


def address(handover: Handover, ordinal: int = 0, language: str = "es") -> str:
    return f"/{language}/handovers/{handover.id}/leg/{handover.active[ordinal].case}/"


def step_of(handover: Handover, ordinal: int = 0) -> Step:
    return clerk.handover(handover.id).active[ordinal].step


def text(client: Client, where: str) -> str:
    return client.get(where).content.decode()


def test_one_person_goes_from_hand_to_hand_by_two_officers(as_officer: Signed) -> None:
    """The whole leg, at a handover that two officers let go."""
    handover = ready(1).handover
    carla, ana, where = as_officer(cast.CARLA), as_officer(cast.ANA), address(handover)
    given = carla.post(where, sent("give-over", by=cast.CARLA, **GIVE))
    assert given.status_code == 302
    taken = ana.post(where, sent("take-over", by=cast.ANA, key="k2", **TAKE))
    assert taken.status_code == 302
    last = clerk.case(handover.active[0].case).lines[-1]
    assert (last.entry.code, last.by, last.second) == ("handed-over", cast.CARLA, cast.ANA)
    assert last.simulated
    assert "El tramo concluyó" in text(carla, where)


def test_identity_and_check_are_itemised(as_officer: Signed) -> None:
    handover, carla = planned(1).handover, as_officer(cast.CARLA)
    where = address(handover)
    carla.post(where, sent("identify-person", by=cast.CARLA, **IDENTIFY))
    carla.post(where, sent("check-person", by=cast.CARLA, **CHECK))
    person = clerk.handover(handover.id).active[0]
    assert person.identified_how == "Huellas dactilares, Documento de identidad: pasaporte G-1"
    assert (person.property, person.cash) == (("Reloj", "Cartera de piel"), "1,250.00 MXN")


def test_what_is_recorded_is_shown_in_both_zones_and_as_simulated(as_officer: Signed) -> None:
    handover, carla = planned(1).handover, as_officer(cast.CARLA)
    carla.post(address(handover), sent("identify-person", by=cast.CARLA, **IDENTIFY))
    page = text(carla, address(handover, language="en"))
    assert "15\u00a0Jan\u00a02025, 12:30\u00a0UTC−6 · 15\u00a0Jan\u00a02025, 13:30\u00a0UTC−5" in page
    assert "simulated" in page


def test_an_instant_is_read_in_the_zone_that_was_chosen(as_officer: Signed) -> None:
    handover, carla = planned(1).handover, as_officer(cast.CARLA)
    form = sent("identify-person", by=cast.CARLA, **IDENTIFY) | {"when_zone": "America/New_York"}
    carla.post(address(handover), form)
    line = clerk.handover(handover.id).lines[-1]
    assert line.occurred_at.utcoffset().total_seconds() == -5 * 3600


@pytest.mark.parametrize(
    ("act", "wrong", "field"),
    [
        ("identify-person", {**IDENTIFY, "how": []}, "how"),
        ("identify-person", {"how": ["other"], "detail": ""}, "detail"),
        ("identify-person", {**IDENTIFY, "when_moment": "ayer"}, "when"),
    ],
)
def test_a_form_with_a_gap_comes_back_with_what_was_written(
    as_officer: Signed, act: str, wrong: dict[str, object], field: str
) -> None:
    handover = planned(1).handover
    answer = as_officer(cast.CARLA).post(address(handover), sent(act, by=cast.CARLA) | wrong)
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert step_of(handover) is Step.LISTED


def test_without_a_go_the_page_says_so_and_offers_no_form(as_officer: Signed) -> None:
    handover, carla = planned(1).handover, as_officer(cast.CARLA)
    carla.post(address(handover), sent("identify-person", by=cast.CARLA, **IDENTIFY))
    carla.post(address(handover), sent("check-person", by=cast.CARLA, **CHECK))
    page = text(carla, address(handover))
    assert "no han firmado la autorización de salida" in page
    assert 'value="give-over"' not in page


def test_whoever_gave_is_told_that_another_takes(as_officer: Signed) -> None:
    handover, carla = ready(1).handover, as_officer(cast.CARLA)
    carla.post(address(handover), sent("give-over", by=cast.CARLA, **GIVE))
    page = text(carla, address(handover))
    assert "La recepción la firma una persona distinta de carla." in page
    assert 'value="take-over"' not in page
    answer = carla.post(address(handover), sent("take-over", by=cast.CARLA, key="k2", **TAKE))
    assert answer.status_code == 409
    assert step_of(handover) is Step.GIVEN_OVER


def test_a_refused_arrival_is_an_event_with_its_reason(as_officer: Signed) -> None:
    handover, ana = ready(1).handover, as_officer(cast.ANA)
    carried(handover.id, giving(handover.active[0].case), by=cast.CARLA)
    form = sent("record-not-taken", by=cast.ANA, place="Dulles", reason="Sin orden de recepción")
    assert ana.post(address(handover), form).status_code == 302
    page = text(ana, address(handover))
    assert step_of(handover) is Step.NOT_TAKEN
    assert "No se recibió a" in page
    assert "Sin orden de recepción" in page
    assert 'value="identify-person"' in page, "the leg may begin again"


def test_a_stay_that_stands_is_shown_and_named_never_silent(as_officer: Signed) -> None:
    handover, carla = ready(1).handover, as_officer(cast.CARLA)
    case = handover.active[0].case
    stay = StayOrdered(stay="s1", court="Juzgado Quinto de Distrito")
    clerk.file(case, an_act("record-stay", stay), by=cast.ANA, at=cast.NOON)
    page = text(carla, address(handover))
    assert "Juzgado Quinto de Distrito" in page
    silent = carla.post(address(handover), sent("give-over", by=cast.CARLA, **GIVE))
    assert silent.status_code == 409
    assert step_of(handover) is Step.CHECKED


def test_a_stay_accepted_by_the_go_travels_with_the_form(as_officer: Signed) -> None:
    handover = planned(1).handover
    case = handover.active[0].case
    stay = StayOrdered(stay="s1", court="Juzgado Quinto de Distrito")
    clerk.file(case, an_act("record-stay", stay), by=cast.ANA, at=cast.NOON)
    going = GoDecided(go=True, accepted=gaps(handover, clerk.cases([case])), reason="orden")
    proposal = carried(handover.id, an_act("decide-go", going)).handover.version
    clerk.sign_handover(handover.id, proposal, by=cast.BRUNO, at=cast.NOON)
    carried(handover.id, an_act("identify-person", Identified(case=case, leg="1", how="huellas")))
    carried(handover.id, an_act("check-person", Checked(case=case, leg="1")))
    carla, where = as_officer(cast.CARLA), address(handover)
    page = text(carla, where)
    assert f'name="stay-{case}" value="s1"' in page
    assert "Suspensiones vigentes pese a las cuales entrega" in page
    form = sent("give-over", by=cast.CARLA, **GIVE) | {f"stay-{case}": ["s1"]}
    assert carla.post(where, form).status_code == 302
    assert clerk.handover(handover.id).lines[-1].entry.despite_stays == ("s1",)


def test_a_key_that_comes_again_files_nothing_twice(as_officer: Signed) -> None:
    handover, carla = planned(1).handover, as_officer(cast.CARLA)
    form = sent("identify-person", by=cast.CARLA, **IDENTIFY)
    carla.post(address(handover), form)
    lines = JournalLine.objects.count()
    again = carla.post(address(handover), form, follow=True)
    assert JournalLine.objects.count() == lines
    assert "Ya estaba registrado, se envió una vez" in again.content.decode()


def test_a_refusal_keeps_no_key_so_that_the_form_may_be_mended(as_officer: Signed) -> None:
    handover, carla = planned(1).handover, as_officer(cast.CARLA)
    form = sent("identify-person", by=cast.CARLA, **IDENTIFY)
    late = carla.post(address(handover), form | {"when_moment": "2025-01-15T23:30"})
    assert late.status_code == 409
    assert carla.post(address(handover), form).status_code == 302


def test_what_one_officer_kept_no_other_sends(as_officer: Signed) -> None:
    handover = planned(1).handover
    form = sent("identify-person", by=cast.CARLA, **IDENTIFY)
    answer = as_officer(cast.ANA).post(address(handover), form)
    assert answer.status_code == 409
    assert "solo carla puede enviarlo" in answer.content.decode()
    assert step_of(handover) is Step.LISTED


def test_changed_since_it_was_opened_shows_what_was_written(as_officer: Signed) -> None:
    handover = planned(1).handover
    case = handover.active[0].case
    seen = {f"came-{case}": "listed"}
    as_officer(cast.ANA).post(address(handover), sent("identify-person", by=cast.ANA, **IDENTIFY) | seen)
    form = sent("identify-person", by=cast.CARLA, how=["photograph"], detail="") | seen
    answer = as_officer(cast.CARLA).post(address(handover), form)
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "Fotografía del expediente" in page
    assert "pasaporte G-1" in page


def test_locked_records_are_shown_locked_and_take_a_correction_only(as_officer: Signed) -> None:
    handover, ana = ready(1).handover, as_officer(cast.ANA)
    case, where = handover.active[0].case, address(handover)
    as_officer(cast.CARLA).post(where, sent("give-over", by=cast.CARLA, **GIVE))
    ana.post(where, sent("take-over", by=cast.ANA, key="k2", **TAKE))
    carried(handover.id, an_act("lock-handover", HandoverLocked()), at=cast.later(hours=1))
    page = text(ana, where)
    assert "Los registros de esta entrega están cerrados." in page
    line = next(each.number for each in clerk.handover(handover.id).lines if each.entry.code == "given-over")
    form = {"act": "correct-handover", "key": "k3", "keeper": cast.ANA, "line": line}
    answer = ana.post(where, form | {"reason": "Era el hangar 4", "holds": "Hangar 4"})
    assert answer.status_code == 302
    page = text(ana, where)
    assert "Era el hangar 4" in page
    assert "Hangar 3" in page, "the line stands as it was recorded"
    assert clerk.handover(handover.id).listed(case).step is Step.TAKEN_OVER


@pytest.mark.parametrize("name", [cast.ANA, cast.BRUNO, cast.CARLA])
def test_those_who_carry_legs_have_a_form(as_officer: Signed, name: str) -> None:
    assert 'value="identify-person"' in text(as_officer(name), address(planned(1).handover))


def test_the_auditor_reads_and_has_no_form(as_officer: Signed) -> None:
    handover, diego = planned(1).handover, as_officer(cast.DIEGO)
    for where in (address(handover), f"/es/handovers/{handover.id}/leg/"):
        page = diego.get(where)
        assert "no registra nada en ella" in page.content.decode()
        assert b'name="case"' not in page.content
        assert b"leg-save" not in page.content
        assert diego.post(where, sent("identify-person", by=cast.DIEGO, **IDENTIFY)).status_code == 403
    assert step_of(handover) is Step.LISTED
    assert Reading.objects.filter(officer=cast.DIEGO, stream=handover.id, page="leg").count() == 2


def test_the_administrator_sees_no_leg(as_officer: Signed) -> None:
    assert as_officer(cast.ELENA).get(address(planned(1).handover)).status_code == 403


def test_who_is_not_on_the_manifest_is_not_found(as_officer: Signed) -> None:
    handover = planned(1).handover
    carla = as_officer(cast.CARLA)
    assert carla.get(f"/es/handovers/{handover.id}/leg/MX-2025-0099/").status_code == 404
    assert carla.get("/es/handovers/H-2025-0099/leg/").status_code == 404
    assert carla.get(f"/es/handovers/{handover.id}/leg/?leg=9").status_code == 404


def test_one_step_for_many_is_an_act_for_each_and_each_is_told(as_officer: Signed) -> None:
    handover, carla = planned(3).handover, as_officer(cast.CARLA)
    cases = [person.case for person in handover.active]
    as_officer(cast.ANA).post(address(handover), sent("identify-person", by=cast.ANA, **IDENTIFY))
    form = sent("identify-person", by=cast.CARLA, **IDENTIFY) | {"case": cases}
    form |= {f"came-{case}": "listed" for case in cases}
    answer = carla.post(f"/es/handovers/{handover.id}/leg/", form)
    assert answer.status_code == 409
    refused = [bool(each.refused) for each in answer.context["results"]]
    assert refused == [True, False, False]
    page = answer.content.decode()
    assert "Identificar: registrado para 2 de 3 personas." in page
    assert "Otra persona asentó algo mientras usted escribía" in page
    lines = [line for line in clerk.handover(handover.id).lines if line.entry.code == "identified"]
    assert len(lines) == 3


def test_many_sent_again_under_the_same_key_file_nothing_twice(as_officer: Signed) -> None:
    handover, carla = planned(2).handover, as_officer(cast.CARLA)
    form = sent("identify-person", by=cast.CARLA, **IDENTIFY) | {
        "case": [person.case for person in handover.active]
    }
    where = f"/es/handovers/{handover.id}/leg/"
    assert carla.post(where, form).status_code == 200
    lines = JournalLine.objects.count()
    again = carla.post(where, form)
    assert [each.again for each in again.context["results"]] == [True, True]
    assert JournalLine.objects.count() == lines


def test_nobody_ticked_is_said(as_officer: Signed) -> None:
    handover = planned(1).handover
    form = sent("identify-person", by=cast.CARLA, **IDENTIFY)
    answer = as_officer(cast.CARLA).post(f"/es/handovers/{handover.id}/leg/", form)
    assert answer.status_code == 422
    assert "Elija al menos a una persona." in answer.content.decode()


def test_the_page_for_many_opens_at_the_earliest_step_and_counts_each(as_officer: Signed) -> None:
    handover, carla = planned(3).handover, as_officer(cast.CARLA)
    carla.post(address(handover), sent("identify-person", by=cast.CARLA, **IDENTIFY))
    page = carla.get(f"/es/handovers/{handover.id}/leg/?leg=1")
    assert [door.persons for door in page.context["before"]] == [2, 1, 0, 0, 0]
    assert page.context["form"].act == "identify-person"
    assert len(page.context["rows"]) == 2
