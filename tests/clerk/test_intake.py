"""The import: rows become cases through the docket's own rules; the same list may come again."""

from __future__ import annotations

import pytest

from dedere import clerk
from dedere.clerk import intake
from dedere.clerk.intake import Taken
from dedere.clerk.rows import BrokenRow
from dedere.clerk.tables import Table, read_table
from dedere.docket.entries import Corrected
from dedere.registry import journal
from dedere.registry.models import CaseRow, JournalLine
from dedere.registry.rebuild import rebuild

import cast

pytestmark = pytest.mark.django_db
HEAD = "key,person,requesting,requested,track,charges,other_number,fact:person-status"
ROW = f"K1,{cast.TEODORO},US,MX,treaty-extradition,fraud; arson,D-1,accused"


def table(*rows: str) -> Table:
    return read_table("cases.csv", "\n".join((HEAD, *rows)).encode())


def take(*rows: str, hours: int = 0, **how: object) -> list[Taken | BrokenRow]:
    return list(intake.take(table(*rows), by=cast.ANA, at=cast.later(hours=hours), **how))


def what(results: list[Taken | BrokenRow]) -> list[str]:
    return [each.what if isinstance(each, Taken) else each.code for each in results]


def test_a_row_opens_a_case_with_its_route_its_charges_and_its_facts() -> None:
    (taken,) = take(ROW)
    case = clerk.case(taken.number)
    assert (case.number, case.person, case.other_number) == ("MX-2025-0001", cast.TEODORO, "D-1")
    assert [(track.kind.value, track.basis) for track in case.tracks] == [
        ("treaty-extradition", "us-mx-1978")
    ]
    assert [charge.title for charge in case.charges] == ["fraud", "arson"]
    assert case.facts[("person-status", "")].value == "accused"
    assert {line.by for line in case.lines} == {cast.ANA}


def test_the_same_list_again_changes_nothing() -> None:
    assert what(take(ROW)) == ["opened"]
    lines = JournalLine.objects.count()
    assert what(take(ROW, hours=1)) == ["unchanged"]
    assert JournalLine.objects.count() == lines


def test_a_row_that_says_more_updates_its_case_and_overwrites_nothing() -> None:
    take(ROW)
    later = f"K1,{cast.TEODORO} Segundo,US,MX,national-security-transfer,fraud [pleaded]; arson,D-2,sentenced"
    (taken,) = take(later, hours=1)
    case = clerk.case(taken.number)
    assert (taken.what, taken.number) == ("updated", "MX-2025-0001")
    assert [track.kind.value for track in case.tracks] == ["treaty-extradition", "national-security-transfer"]
    assert [charge.standing for charge in case.charges] == ["pleaded", "charged"]
    assert (case.other_number, case.facts[("person-status", "")].value) == ("D-2", "sentenced")
    assert case.person == cast.TEODORO
    correction = case.lines[-1].entry
    assert isinstance(correction, Corrected)
    assert (correction.line, correction.strikes) == (1, False)
    assert f"{cast.TEODORO} Segundo" in correction.holds
    assert what(take(later, hours=2)) == ["unchanged"]


def test_a_row_that_came_back_to_what_it_was_says_so_once() -> None:
    take(ROW)
    take(ROW.replace("D-1", "D-2"), hours=1)
    (taken,) = take(ROW, hours=2)
    assert clerk.case(taken.number).other_number == "D-1"


def test_broken_rows_are_named_and_the_good_ones_go_on() -> None:
    results = take("K0,,US,MX,,,,", ROW, f"K2,{cast.BRENDA},MX,US,,,,")
    assert what(results) == ["empty", "opened", "opened"]
    assert CaseRow.objects.count() == 2


def test_what_the_docket_refuses_is_named_by_its_own_code() -> None:
    future = read_table(
        "c.csv", f"key,person,requesting,requested,opened_on\nK1,{cast.TEODORO},US,MX,2031-01-01\n".encode()
    )
    (broken,) = intake.take(future, by=cast.ANA, at=cast.NOON)
    assert isinstance(broken, BrokenRow)
    assert (broken.group, broken.code) == ("refused", "in-the-future")
    assert not JournalLine.objects.exists()


def test_a_preview_says_the_same_and_writes_nothing() -> None:
    take(ROW)
    lines = JournalLine.objects.count()
    told = intake.preview(table(ROW, f"K2,{cast.BRENDA},MX,US,,,,", "K3,,US,MX,,,,"))
    assert what(list(told)) == ["unchanged", "opened", "empty"]
    assert JournalLine.objects.count() == lines


def test_many_rows_are_taken_in_batches_and_the_worklists_agree_with_the_journal() -> None:
    rows = [f"K{number},{cast.LISTED[number % 6]},US,MX,treaty-extradition,fraud,," for number in range(25)]
    results = take(*rows, batch=10)
    assert [each.number for each in results] == [f"MX-2025-{number:04d}" for number in range(1, 26)]
    assert journal.verify()
    assert rebuild(write=False).differing == 0


def test_in_a_demonstration_each_line_is_marked_simulated() -> None:
    (taken,) = take(ROW, simulated=True)
    assert all(line.simulated for line in clerk.case(taken.number).lines)
