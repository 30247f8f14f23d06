"""The clerk records what the docket decides, and nothing where it refuses."""

import pytest

from clerk.story import act, charges, note, opened, opening, reminder, track
from dedere import clerk
from dedere.clerk.files import NoSuchFile
from dedere.docket.entries.aftercare import CaseClosed
from dedere.docket.entries.upkeep import Noted
from dedere.registry import journal
from dedere.registry.models import CaseRow, ClockRow, JournalLine, ProposalRow, WordRow
from dedere.seal.verifier import Head
from dedere.words import Refused

import cast

pytestmark = pytest.mark.django_db


def row(number: str) -> CaseRow:
    return CaseRow.objects.get(number=number)


def test_cases_are_numbered_by_home_state_and_year_without_gaps() -> None:
    assert [opened().number, opened().number] == ["MX-2025-0001", "MX-2025-0002"]


def test_a_refused_opening_uses_up_no_number() -> None:
    refused = clerk.open_case(
        opening(), note(""), act("no-such-act", Noted(title="a", text="b")), by=cast.ANA, at=cast.NOON
    )
    assert isinstance(refused, Refused)
    assert JournalLine.objects.count() == 0
    assert opened().number == "MX-2025-0001"


def test_a_case_opened_with_track_and_charges_stands_at_once() -> None:
    case = opened(track(), charges())
    assert case == clerk.case("MX-2025-0001")
    assert (row(case.number).track, row(case.number).stage) == ("treaty-extradition", "opened")
    assert (row(case.number).version, row(case.number).charges) == (3, 1)


def test_what_is_filed_is_on_file_and_on_the_list() -> None:
    case = opened()
    filed = clerk.file(case.number, note(), by=cast.ANA, at=cast.later(hours=1), seen=1)
    assert isinstance(filed, clerk.Filed)
    assert filed.case == clerk.case(case.number)
    assert (row(case.number).version, row(case.number).changed_at) == (2, cast.later(hours=1))
    assert isinstance(journal.verify(), Head)


def test_a_page_older_than_the_file_is_overtaken_with_both_sides_entries() -> None:
    case = opened()
    clerk.file(case.number, note("primera"), by=cast.BRUNO, at=cast.later(hours=1), seen=1)
    late = clerk.file(case.number, note("segunda"), by=cast.ANA, at=cast.later(hours=2), seen=1)
    assert isinstance(late, Refused)
    assert late.code == "overtaken"
    assert (late.facts["seen"], late.facts["version"], late.facts["by"]) == ("1", "2", cast.BRUNO)
    assert "primera" in late.facts["theirs_text"]
    assert "segunda" in late.facts["yours_text"]
    assert clerk.case(case.number).version == 2


def test_of_several_acts_all_are_filed_or_none() -> None:
    case = opened()
    refused = clerk.file_all(case.number, [note(), track(), track()], by=cast.ANA, at=cast.NOON)
    assert isinstance(refused, Refused)
    assert clerk.case(case.number) == case


def test_an_act_on_a_case_that_is_not_there_is_refused() -> None:
    refused = clerk.file("MX-2025-0099", note(), by=cast.ANA, at=cast.NOON)
    assert refused == Refused(code="no-such-case", facts={"case": "MX-2025-0099"})
    with pytest.raises(NoSuchFile):
        clerk.case("MX-2025-0099")


def test_an_act_of_legal_effect_waits_on_the_list_until_another_officer_signs() -> None:
    case = opened()
    closing = act("close-case", CaseClosed(reason="archivo"))
    clerk.file(case.number, closing, by=cast.ANA, at=cast.later(hours=1))
    waiting = ProposalRow.objects.get()
    assert (waiting.case_id, waiting.act, waiting.by) == (case.number, "close-case", cast.ANA)
    own = clerk.sign(case.number, waiting.line, by=cast.ANA, at=cast.later(hours=2))
    assert isinstance(own, Refused)
    assert own.code == "same-officer"
    signed = clerk.sign(case.number, waiting.line, by=cast.BRUNO, at=cast.later(hours=2), seen=2)
    assert isinstance(signed, clerk.Filed)
    assert (signed.lines[0].by, signed.lines[0].second) == (cast.ANA, cast.BRUNO)
    assert not ProposalRow.objects.exists()
    assert row(case.number).closed


def test_signing_on_an_old_page_is_overtaken() -> None:
    case = opened()
    clerk.file(case.number, act("close-case", CaseClosed(reason="archivo")), by=cast.ANA, at=cast.NOON)
    clerk.file(case.number, note(), by=cast.ANA, at=cast.NOON)
    late = clerk.sign(case.number, 2, by=cast.BRUNO, at=cast.NOON, seen=2)
    assert isinstance(late, Refused)
    assert (late.code, late.facts["theirs"], late.facts["yours"]) == (
        "overtaken",
        "noted",
        "signature-awaited",
    )


def test_a_day_an_officer_set_is_due_on_the_list() -> None:
    case = opened(reminder(cast.later(days=3)))
    due = ClockRow.objects.get(rule="reminder")
    assert (due.case_id, due.due, due.live) == (case.number, cast.later(days=3).date(), True)
    assert row(case.number).due == due.due


def test_a_case_is_found_by_any_word_of_its_names_and_numbers() -> None:
    case = opened(person="José Ñáñez de la O", aliases=("El Güero",), other_number="DOJ-77/A")
    words = set(WordRow.objects.filter(case=case.number).values_list("word", flat=True))
    assert {"jose", "nanez", "guero", "doj-77", "doj", "77", "mx-2025-0001", "0001", "1"} <= words


def test_one_act_for_many_says_what_became_of_each() -> None:
    first, second = opened(), opened()
    results = clerk.file_many(
        [first.number, "MX-2025-0099", second.number], lambda number: note(number), by=cast.ANA, at=cast.NOON
    )
    told = [(each.number, bool(each.result)) for each in results]
    assert told == [(first.number, True), ("MX-2025-0099", False), (second.number, True)]
    assert clerk.case(second.number).lines[-1].entry == Noted(title="Nota", text=second.number)


TEXTS = ["ñ" * 5000, "línea\notra", "a\u2028b", "🦎", "'; DROP TABLE x; --", "%s {x}"]


@pytest.mark.parametrize("name", TEXTS)
def test_whatever_text_the_docket_permits_can_be_kept(name: str) -> None:
    case = opened(person=name, other_number=name, aliases=(name,))
    assert clerk.case(case.number).person == name
    assert (row(case.number).person, row(case.number).other_number) == (name, name)


@pytest.mark.parametrize("name", ["a\0b", "a\ud800b"])
def test_text_that_a_database_cannot_keep_is_refused_as_content(name: str) -> None:
    refused = clerk.open_case(opening(name), by=cast.ANA, at=cast.NOON)
    assert refused == Refused(code="content-wrong", facts={"field": "person"})


def test_many_cases_opened_at_once_are_each_as_if_opened_alone() -> None:
    bad = (opening(), track(), track())
    openings = [(opening(), track(), charges()), bad, (opening(cast.BRENDA),)]
    results = list(clerk.open_many(openings, by=cast.ANA, at=cast.NOON, batch=2))
    assert [bool(result) for result in results] == [True, False, True]
    filed = [result for result in results if isinstance(result, clerk.Filed)]
    assert [each.case.number for each in filed] == ["MX-2025-0001", "MX-2025-0002"]
    assert [clerk.case(each.case.number) for each in filed] == [each.case for each in filed]
    assert CaseRow.objects.count() == 2
    assert isinstance(journal.verify(), Head)
