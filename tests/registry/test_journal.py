"""The journal takes lines at its end, keeps them as they are, and says who broke it."""

import pytest
from django.db import DatabaseError, connection, transaction

from dedere.docket import text
from dedere.registry import journal
from dedere.registry.chain import Broken, Verified
from dedere.registry.guards import lower_guards, raise_guards
from dedere.registry.journal import Addition, Overtaken
from dedere.registry.models import EntryRow, JournalLine, Reading
from registry.lines import note, notes

import cast

pytestmark = pytest.mark.django_db
CASE, OTHER = "MX-2025-0001", "MX-2025-0002"


def three_lines() -> None:
    journal.append(CASE, notes(1, 2), expected=0)
    journal.append(OTHER, [note(1)], expected=0)


def test_what_is_appended_is_read_back_as_it_was() -> None:
    journal.append(CASE, notes(1, 2), expected=0)
    journal.append(CASE, [note(3, "otra")], expected=2)
    assert journal.read(CASE) == (note(1), note(2), note(3, "otra"))


def test_a_stream_nobody_wrote_to_is_empty() -> None:
    assert journal.read("MX-2025-9999") == ()


def test_the_text_stored_is_the_text_hashed() -> None:
    journal.append(CASE, [note(1)], expected=0)
    stored = JournalLine.objects.get()
    assert stored.text == text.write(note(1))
    assert stored.previous == ""
    assert journal.verify() == Verified(lines=1, head=stored.digest)


def test_positions_run_without_gaps_over_all_streams() -> None:
    three_lines()
    assert list(JournalLine.objects.order_by("position").values_list("position", "stream", "number")) == [
        (1, CASE, 1),
        (2, CASE, 2),
        (3, OTHER, 1),
    ]


def test_the_ledgers_rows_follow_the_journal() -> None:
    three_lines()
    row = EntryRow.objects.get(position=3)
    assert (row.stream, row.number, row.kind, row.by) == (OTHER, 1, "noted", cast.ANA)


def test_a_second_writer_of_the_same_number_is_overtaken() -> None:
    journal.append(CASE, [note(1)], expected=0)
    with pytest.raises(Overtaken) as caught:
        journal.append(CASE, [note(1, "tarde")], expected=0)
    assert (caught.value.expected, caught.value.found) == (0, 1)
    assert journal.read(CASE) == (note(1),)


def test_several_streams_are_appended_all_or_none() -> None:
    journal.append(OTHER, [note(1)], expected=0)
    with pytest.raises(Overtaken), transaction.atomic():
        journal.append_all(
            [
                Addition(stream=CASE, lines=[note(1)], expected=0),
                Addition(stream=OTHER, lines=[note(1)], expected=0),
            ]
        )
    assert journal.read(CASE) == ()


def test_lines_with_a_gap_in_their_numbers_are_a_bug() -> None:
    with pytest.raises(ValueError, match="must be numbered 1 to 1"):
        journal.append(CASE, [note(2)], expected=0)


STATEMENTS = {
    "update": "UPDATE registry_journalline SET text = 'x' WHERE position = 2",
    "delete": "DELETE FROM registry_journalline WHERE position = 3",
    "delete all": "DELETE FROM registry_journalline",
    "insert after a gap": "INSERT INTO registry_journalline "
    "(position, stream, number, text, previous, digest) "
    "SELECT 5, stream, 3, text, digest, digest FROM registry_journalline WHERE position = 3",
    "insert onto the wrong link": "INSERT INTO registry_journalline "
    "(position, stream, number, text, previous, digest) "
    "SELECT 4, stream, 2, text, previous, digest FROM registry_journalline WHERE position = 3",
    "insert a number twice": "INSERT INTO registry_journalline "
    "(position, stream, number, text, previous, digest) "
    "SELECT 4, stream, 1, text, digest, 'd' FROM registry_journalline WHERE position = 3",
    "skip a number": "INSERT INTO registry_journalline "
    "(position, stream, number, text, previous, digest) "
    "SELECT 4, stream, 9, text, digest, 'd' FROM registry_journalline WHERE position = 3",
}
ONE_ENGINE = {
    "sqlite": "INSERT OR REPLACE INTO registry_journalline "
    "SELECT position, stream, number, 'x', previous, digest FROM registry_journalline WHERE position = 2",
    "postgresql": "TRUNCATE registry_journalline",
}


def refused(statement: str) -> None:
    before = list(JournalLine.objects.order_by("position").values())
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert list(JournalLine.objects.order_by("position").values()) == before


@pytest.mark.parametrize("statement", STATEMENTS.values(), ids=STATEMENTS.keys())
def test_the_database_itself_refuses_to_change_the_journal(statement: str) -> None:
    three_lines()
    refused(statement)


def test_the_engines_own_way_round_is_closed_too() -> None:
    three_lines()
    refused(ONE_ENGINE[connection.vendor])


def test_who_read_what_is_kept_as_the_journal_is() -> None:
    Reading.objects.create(at=cast.NOON, officer=cast.DIEGO, stream=CASE, page="summary")
    with pytest.raises(DatabaseError), transaction.atomic():
        Reading.objects.update(officer=cast.ANA)
    with pytest.raises(DatabaseError), transaction.atomic():
        Reading.objects.all().delete()
    assert Reading.objects.get().officer == cast.DIEGO


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"text": "{}"}, "broken-digest"),
        ({"stream": "MX-2025-0007"}, "broken-digest"),
        ({"digest": "0" * 64}, "broken-digest"),
        ({"previous": "0" * 64}, "broken-digest"),
    ],
)
def test_verification_names_the_entry_that_someone_with_the_keys_altered(
    change: dict[str, str], reason: str
) -> None:
    three_lines()
    lower_guards(connection)
    JournalLine.objects.filter(position=2).update(**change)
    raise_guards(connection)
    broken = journal.verify()
    assert isinstance(broken, Broken)
    assert (broken.position, broken.number, broken.reason) == (2, 2, reason)


def test_a_line_taken_out_is_named() -> None:
    three_lines()
    lower_guards(connection)
    JournalLine.objects.filter(position=2).delete()
    raise_guards(connection)
    broken = journal.verify()
    assert isinstance(broken, Broken)
    assert (broken.position, broken.reason) == (2, "broken-order")
