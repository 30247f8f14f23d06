"""What each paper says: persons with their standing, gaps, stays, both languages, the journal's head."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from clerk.story import act, carried, charges, giving, opened, planned, ready, taking, track
from dedere import clerk
from dedere.desk.paper.certificate import certificate
from dedere.desk.paper.daysheet import day_sheet
from dedere.desk.paper.escort import escort
from dedere.desk.paper.manifest import manifest
from dedere.desk.paper.request import request
from dedere.desk.paper.tags import tags
from dedere.desk.paper.words import ENGLISH, SPANISH
from dedere.docket.acts import Act
from dedere.docket.entries.handover import (
    GateMarked,
    HandoverCorrected,
    HandoverLocked,
    HandoverReported,
    SeparationRuled,
)
from dedere.docket.entries.opening import FactEstablished
from dedere.docket.entries.review import StayOrdered
from dedere.docket.entries.surrender import UndertakingGiven
from dedere.docket.entries.upkeep import DueSet
from dedere.docket.handover import Handover
from dedere.registry import journal
from dedere.registry.lists.agenda import agenda
from paper.printed import Printed

import cast

pytestmark = pytest.mark.django_db
AT = cast.later(hours=2)


def people(handover: Handover) -> dict[str, object]:
    return clerk.cases(person.case for person in handover.persons)


def gone(number: int = 1) -> Handover:
    """A handover carried to its lock."""
    handover = ready(number).handover
    for person in handover.active:
        carried(handover.id, giving(person.case), by=cast.CARLA)
        carried(handover.id, taking(person.case), by=cast.BRUNO)
    return carried(handover.id, act("lock-handover", HandoverLocked())).handover


def filed(number: str, code: str, entry: object, **said: object) -> None:
    done = clerk.file(number, Act(code=code, entry=entry, occurred_at=cast.NOON, **said), by=cast.ANA, at=AT)
    assert isinstance(done, clerk.Filed), done


def test_the_manifest_names_everyone_with_standing_and_says_that_it_is_not_ready() -> None:
    handover = planned(3).handover
    paper = Printed(manifest(handover, people(handover), SPANISH, at=AT))
    for person in handover.active:
        assert person.person in paper.text
        assert person.case in paper.text
    assert "sin cargos en el expediente" in paper.text
    assert "no está lista" in paper.text
    assert "Ley de Seguridad Nacional" in paper.text


def test_the_manifest_shows_legs_separations_stays_and_who_decided_with_each_gap_accepted() -> None:
    handover = planned(2).handover
    first, second = (person.case for person in handover.active)
    filed(
        first,
        "record-stay",
        StayOrdered(stay="s1", court="Juzgado Décimo", covers="expulsion"),
        sources=("A",),
    )
    rule = SeparationRuled(first=first, second=second, reason="rivales", apart="adjacent")
    carried(handover.id, act("rule-separation", rule))
    mark = GateMarked(case=first, gate="medical", state="met", evidence="certificado 7")
    handover = carried(handover.id, act("mark-gate", mark)).handover
    text = Printed(manifest(handover, people(handover), ENGLISH, at=AT)).text
    assert "MMTO to KJFK" in text
    assert "not seated together. rivales" in text
    assert "Juzgado Décimo" in text
    assert "Sources: A." in text
    assert "No decision is on record." in text
    decided = ready(1).handover
    text = Printed(manifest(decided, people(decided), ENGLISH, at=AT)).text
    assert f"Go, decided by {cast.ANA} + {cast.BRUNO}" in text
    assert f"Accepted by {cast.ANA} + {cast.BRUNO}: {decided.active[0].person}" in text


def test_each_paper_ends_with_the_journals_head_so_that_it_can_be_checked() -> None:
    handover = planned(1).handover
    head = journal.head()
    paper = Printed(manifest(handover, people(handover), SPANISH, at=AT))
    assert head.root in paper.text.replace(" ", "")
    assert f"{head.size} renglones" in paper.text


def test_the_escort_record_shows_the_custody_chain_in_both_zones_with_its_officers() -> None:
    handover = gone()
    person = handover.active[0]
    case = clerk.case(person.case)
    text = Printed(escort(handover, person, case, SPANISH, at=AT)).text
    assert "huellas" in text
    assert "UTC−6" in text
    assert "UTC−5" in text
    assert "Carla" in text
    assert "Dolores" in text
    assert case.number in text


def test_an_escort_record_before_the_journey_is_a_form_for_the_hand() -> None:
    handover = planned(1).handover
    person = handover.active[0]
    text = Printed(escort(handover, person, clerk.case(person.case), ENGLISH, at=AT)).text
    assert "Nothing is recorded yet" in text
    assert "Identified by (name, signature, hour with zone)" in text


def test_the_certificate_says_everything_in_spanish_and_in_english() -> None:
    handover = gone(2)
    given = UndertakingGiven(undertaking="u1", giver="Justice", about="death-penalty", text="letter")
    filed(handover.active[0].case, "record-undertaking", given, sources=("B",))
    paper = Printed(certificate(handover, people(handover), at=AT))
    for words in (SPANISH, ENGLISH):
        assert words.say("certificate") in paper.text
        assert words.code("track", "national-security-transfer") in paper.text
        assert words.choice("about", "death-penalty") in paper.text
        assert words.say("outcome-taken") in paper.text
    assert "Cubre a 1 de la lista" in paper.text
    assert "It covers 1 of those listed" in paper.text
    assert "entregadas 2" in paper.text
    assert "borrador" not in paper.text


def test_a_certificate_before_the_lock_says_that_it_is_a_draft() -> None:
    handover = planned(1).handover
    text = Printed(certificate(handover, people(handover), at=AT)).text
    assert "el acta es un borrador" in text
    assert "the certificate is a draft" in text


def test_a_correction_after_the_lock_stands_on_the_certificate_beside_what_it_corrects() -> None:
    handover = gone()
    wrong = HandoverCorrected(line=2, reason="otro aeropuerto", holds="Toluca")
    handover = carried(handover.id, act("correct-handover", wrong)).handover
    text = Printed(certificate(handover, people(handover), at=AT)).text
    assert "Línea 2: otro aeropuerto" in text
    assert "What holds: Toluca" in text


def test_a_reported_handover_prints_the_day_and_no_hour_that_nobody_knows() -> None:
    id = planned(1).handover.id
    report = HandoverReported(place="AIFA", giving="FGR", receiving="Justice")
    line = carried(id, act("record-reported-handover", report)).handover.version
    handover = clerk.sign_handover(id, line, by=cast.BRUNO, at=cast.NOON).handover
    text = Printed(certificate(handover, people(handover), at=AT)).text
    assert "hora no conocida" in text
    assert "holds no custody chain" in text
    assert "12:00 UTC" not in text


def test_the_draft_request_frames_what_is_missing_and_says_what_was_never_checked() -> None:
    number = opened(track(), charges(), person=cast.TEODORO, nationalities=("MX",)).number
    text = Printed(request(clerk.case(number), on=date(2025, 1, 15), at=AT)).text
    assert "BORRADOR · NO ENVIADO / DRAFT · NOT SENT" in text
    assert cast.TEODORO in text
    assert "Contrabando" in text
    assert "NO CONSTA / UNKNOWN" in text
    assert "not yet checked against the official text" in text
    assert "10(2)" in text
    before = text.count("NO CONSTA")
    for fact in ("paper-translation", "by-diplomatic-channel"):
        filed(number, "establish-fact", FactEstablished(fact=fact, value=True))
    filed(number, "establish-fact", FactEstablished(fact="paper-offence", value=False))
    text = Printed(request(clerk.case(number), on=date(2025, 1, 15), at=AT)).text
    assert text.count("NO CONSTA") < before
    assert "CONSTA / ON FILE" in text
    assert "FALTA / MISSING" in text


def test_a_draft_for_a_case_on_another_route_says_so_and_opens_nothing() -> None:
    number = opened(track("national-security-transfer"), charges()).number
    lines = journal.head().size
    text = Printed(request(clerk.case(number), on=date(2025, 1, 15), at=AT)).text
    assert "sigue otra vía" in text
    assert "10(2)" in text
    assert journal.head().size == lines


def test_a_simulated_handover_says_so_on_every_paper() -> None:
    plan = planned(1).handover
    mark = GateMarked(case=plan.active[0].case, gate="medical", state="met")
    simulated = Act(code="mark-gate", entry=mark, occurred_at=cast.NOON, simulated=True)
    handover = carried(plan.id, simulated).handover
    cases = people(handover)
    for content in (
        manifest(handover, cases, SPANISH, at=AT),
        certificate(handover, cases, at=AT),
        tags(handover, SPANISH, at=AT),
    ):
        assert "SIMULADO" in Printed(content).text


def test_the_tags_hold_one_for_each_person_eight_to_a_sheet() -> None:
    handover = planned(9).handover
    paper = Printed(tags(handover, ENGLISH, at=AT))
    assert len(paper.reader.pages) == 2
    assert all(person.case in paper.text for person in handover.active)


def test_the_day_sheet_lists_what_is_due_and_says_what_empty_means() -> None:
    number = opened(act("set-reminder", DueSet(on=date(2025, 1, 15), what="llamar al juzgado"))).number
    on = cast.NOON.date()
    text = Printed(day_sheet(agenda(on=on, home="MX"), SPANISH, on=on, at=AT)).text
    assert "llamar al juzgado" in text
    assert number in text
    assert SPANISH.screen("today.empty-overdue") in text
    tomorrow = on + timedelta(days=1)
    text = Printed(day_sheet(agenda(on=tomorrow, home="MX"), ENGLISH, on=tomorrow, at=AT)).text
    assert ENGLISH.screen("today.group-overdue") + " (1)" in text
