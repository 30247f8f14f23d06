"""The journal takes lines at its end, keeps them as they are, and says who broke it."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from dedere.docket import text
from dedere.registry import journal
from dedere.registry.guards import lower_guards, raise_guards
from dedere.registry.journal import Addition, Overtaken
from dedere.registry.models import EntryRow, JournalLine, Reading
from dedere.seal.leaf import commitment, line_hash
from dedere.seal.verifier import Broken, Head
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


def test_the_text_stored_is_the_text_committed_to() -> None:
    journal.append(CASE, [note(1)], expected=0)
    stored = JournalLine.objects.get()
    assert stored.text == text.write(note(1))
    leaf = line_hash(1, CASE, 1, commitment(bytes(stored.salt), stored.text))
    assert stored.leaf == leaf.hex()
    assert journal.verify() == journal.head() == Head(size=1, root=stored.leaf)


def test_two_lines_of_one_text_show_nothing_of_it_by_their_leaves() -> None:
    journal.append(CASE, [note(1)], expected=0)
    journal.append(OTHER, [note(1)], expected=0)
    first, second = JournalLine.objects.order_by("position")
    assert (first.text, len(first.salt)) == (second.text, 16)
    assert first.salt != second.salt


def test_an_append_reads_what_the_tree_needs_in_one_query_and_writes_one_row_a_line() -> None:
    journal.append(CASE, notes(1, 11), expected=0)
    with CaptureQueriesContext(connection) as asked:
        journal.append(OTHER, [note(1)], expected=0)
    told = [each["sql"] for each in asked]
    assert sum("nodes" in each and each.lstrip().startswith("WITH") for each in told) == 1
    copied = connection.vendor == "postgresql"  # COPY goes past the log of queries
    assert sum("INSERT INTO" in each and "journalline" in each for each in told) == (0 if copied else 1)


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


INSERT = "INSERT INTO registry_journalline (position, stream, number, text, salt, nodes, commitment) SELECT "
THIRD = " FROM registry_journalline WHERE position = 3"
STATEMENTS = {
    "update": "UPDATE registry_journalline SET text = 'x' WHERE position = 2",
    "update the nodes": "UPDATE registry_journalline SET nodes = salt WHERE position = 2",
    "take the text and keep nothing": "UPDATE registry_journalline SET text = '' WHERE position = 2",
    "delete": "DELETE FROM registry_journalline WHERE position = 3",
    "delete all": "DELETE FROM registry_journalline",
    "insert after a gap": f"{INSERT} 5, stream, 2, text, salt, nodes, NULL {THIRD}",
    "insert with no salt": f"{INSERT} 4, stream, 2, text, nodes, nodes, NULL {THIRD}",
    "insert with no nodes": f"{INSERT} 4, stream, 2, text, salt, salt, NULL {THIRD}",
    "insert what is erased already": f"{INSERT} 4, stream, 2, text, salt, nodes, nodes {THIRD}",
    "insert a number twice": f"{INSERT} 4, stream, 1, text, salt, nodes, NULL {THIRD}",
    "skip a number": f"{INSERT} 4, stream, 9, text, salt, nodes, NULL {THIRD}",
}
ONE_ENGINE = {
    "sqlite": INSERT.replace("INTO", "OR REPLACE INTO") + "position, stream, number, 'x', salt, nodes, NULL"
    " FROM registry_journalline WHERE position = 2",
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
    ("change", "at", "reason"),
    [
        ({"text": "{}"}, 2, "broken-leaf"),
        ({"stream": "MX-2025-0007"}, 2, "broken-leaf"),
        ({"salt": bytes(16)}, 2, "broken-leaf"),
        ({"nodes": bytes(64)}, 2, "broken-leaf"),
        ({"commitment": bytes(32)}, 2, "broken-leaf"),
    ],
)
def test_verification_names_the_entry_that_someone_with_the_keys_altered(
    change: dict[str, object], at: int, reason: str
) -> None:
    three_lines()
    altered(2, **change)
    broken = journal.verify()
    assert isinstance(broken, Broken)
    assert (broken.position, broken.number, broken.reason) == (at, at, reason)


@pytest.mark.parametrize("at", [1, 2, 3, 4, 5, 6, 7])
def test_a_line_replaced_with_a_leaf_of_its_own_is_named_by_the_tree_above_it(at: int) -> None:
    journal.append(CASE, notes(1, 8), expected=0)
    row = JournalLine.objects.get(position=at)
    leaf = line_hash(at, CASE, at, commitment(bytes(row.salt), "{}"))
    altered(at, text="{}", nodes=leaf + bytes(row.nodes[32:]))
    broken = journal.verify()
    assert isinstance(broken, Broken)
    assert broken.reason == "broken-node"
    assert at - 1 <= broken.position <= at


def test_a_line_taken_out_is_named() -> None:
    three_lines()
    lower_guards(connection)
    JournalLine.objects.filter(position=2).delete()
    raise_guards(connection)
    broken = journal.verify()
    assert isinstance(broken, Broken)
    assert (broken.position, broken.reason) == (2, "broken-order")


def altered(position: int, **change: object) -> None:
    lower_guards(connection)
    JournalLine.objects.filter(position=position).update(**change)
    raise_guards(connection)
