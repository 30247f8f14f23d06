"""What two States promised each other is filed, listed, read together and rebuilt."""

from datetime import date

import pytest

from clerk.promising import recorded, says
from clerk.story import opened
from dedere.clerk import NoSuchFile
from dedere.clerk.accords import (
    accord_file,
    file_accord,
    follow_up_of,
    sign_act,
    sign_proposed,
)
from dedere.registry import accords, journal
from dedere.registry.accords import Asked
from dedere.registry.models import AccordRow, ColumnRow
from dedere.registry.rebuild import rebuild
from promised import accord

import cast

pytestmark = pytest.mark.django_db


def test_a_promise_gets_a_number_and_a_row_with_both_columns():
    filed = recorded(accord(due=date(2025, 2, 1)))
    row = AccordRow.objects.get()
    assert (filed.file.number, row.reading, row.due, row.awaited) == (
        "A-2025-0001",
        "unknown",
        date(2025, 2, 1),
        "MX",
    )
    assert {(each.side, each.position) for each in ColumnRow.objects.all()} == {
        ("MX", "unknown"),
        ("US", "unknown"),
    }
    assert journal.verify()


def test_what_each_side_says_changes_its_own_column_and_the_reading():
    number = recorded(accord(due=date(2025, 2, 1))).file.number
    says(number, "kept")
    says(number, "broken", "US")
    columns = accords.columns_of([number])[number]
    assert (columns["MX"].position, columns["US"].position, columns["US"].published) == (
        "kept",
        "broken",
        True,
    )
    row = AccordRow.objects.get()
    assert (row.reading, row.why, row.due) == ("disputed", "the-sides-contradict-each-other", None)


def test_our_state_signs_by_two_officers():
    number = recorded().file.number
    act = sign_act(number, on=cast.NOON.date(), at=cast.NOON)
    proposed = file_accord(number, act, by=cast.ANA, at=cast.NOON)
    assert AccordRow.objects.get().awaiting == proposed.lines[0].number
    assert sign_proposed(number, 2, by=cast.ANA, at=cast.NOON).code == "same-officer"
    sign_proposed(number, 2, by=cast.BRUNO, at=cast.NOON)
    assert ColumnRow.objects.get(side="MX").signed_on == cast.NOON.date()
    assert AccordRow.objects.get().awaiting == 0


def test_an_officer_whose_page_was_older_is_told_what_came_first():
    number = recorded().file.number
    says(number, "open")
    refused = says(number, "kept", seen=1)
    assert (refused.code, refused.facts["theirs"]) == ("overtaken", "position-stated")
    assert sign_proposed(number, 1, by=cast.BRUNO, at=cast.NOON, seen=1).code == "overtaken"


def test_a_number_that_names_no_accord_is_not_found():
    assert says("A-2025-0009", "kept").code == "no-such-accord"
    assert sign_proposed("A-2025-0009", 1, by=cast.ANA, at=cast.NOON).code == "no-such-accord"
    with pytest.raises(NoSuchFile):
        accord_file(opened().number)


def test_lines_are_listed_by_what_they_are_and_by_what_a_side_says():
    recorded(accord("meeting", on="2025-01"))
    kept = recorded().file.number
    recorded(accord(area="money", by=("US",), on="1999"))
    says(kept, "kept")

    def found(**asked: object) -> list[str]:
        return [row.number for row in accords.listed(Asked(**asked))]

    assert found() == ["A-2025-0003", "A-2025-0001", "A-2025-0002"]
    assert found(kind="meeting") == ["A-2025-0001"]
    assert found(area="money") == found(by="US") == ["A-2025-0003"]
    assert found(side="MX", position="kept") == found(reading="one-says-kept") == [kept]
    assert found(since=date(2025, 1, 1), until=date(2025, 1, 5)) == ["A-2025-0001"]


def test_what_falls_due_is_found_by_its_day_until_the_giver_answers():
    number = recorded(accord(due=date(2025, 2, 1))).file.number
    recorded(accord(every=3))
    assert [row.number for row in accords.due_by(date(2025, 2, 1))] == [number]
    assert [row.due for row in accords.due_by(date(2025, 12, 1))] == [date(2025, 2, 1), date(2025, 4, 10)]
    says(number, "kept")
    assert [row.number for row in accords.due_by(date(2025, 2, 1))] == []


def test_after_a_meeting_it_is_said_what_is_open_on_each_side():
    meeting = recorded(accord("meeting")).file.number
    ours = recorded(accord(at=meeting)).file.number
    recorded(accord(at=meeting, by=("US",)))
    recorded(accord(by=("MX", "US"), on="2025-01-02"))
    recorded(accord(on="2025-01-11"))
    found = follow_up_of(meeting)
    assert (found.made, {side: len(each) for side, each in found.open.items()}) == (
        ("A-2025-0002", "A-2025-0003"),
        {"MX": 2, "US": 2},
    )
    says(ours, "kept")
    assert follow_up_of(meeting).open["MX"] == ("A-2025-0004",)


def test_rows_are_drawn_anew_from_the_journal_and_strays_are_removed():
    number = recorded(accord(due=date(2025, 2, 1))).file.number
    says(number, "open", "US")
    assert rebuild().differing == 0
    AccordRow.objects.update(reading="agreed-kept")
    ColumnRow.objects.filter(side="US").update(position="kept")
    ColumnRow.objects.create(
        key="A-2025-0009/MX",
        accord="A-2025-0009",
        side="MX",
        position="kept",
        line=1,
        published=False,
        signed_published=False,
    )
    found = rebuild()
    assert (found.accords, found.differing) == (1, 3)
    assert rebuild().differing == 0
    assert ColumnRow.objects.get(side="US").position == "open"
