"""A journal that was chained becomes a tree, line for line; one whose chain breaks is left as it is."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from dedere.registry import journal
from dedere.registry.guards import lower_guards
from dedere.registry.models import JournalLine

BEFORE = [("registry", "0030_exchange")]
TEXTS = [("MX-2025-0001", 1, '{"a":"ñ"}'), ("MX-2025-0001", 2, "{}"), ("H-2025-0001", 1, '{"b":1}')]
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def chained() -> Iterator[None]:
    """The tables as they were, with a chained journal; afterwards they are as they should be, and empty."""
    migrate(BEFORE)
    yield
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM registry_journalline")
    migrate()
    lower_guards(connection)  # they go up again after the test's own teardown: see tests/ledger.py


def migrate(to: list[tuple[str, str]] | None = None) -> None:
    """Migrate to a point, or to the end."""
    executor = MigrationExecutor(connection)
    executor.migrate(to or executor.loader.graph.leaf_nodes())


def chain(*texts: tuple[str, int, str]) -> None:
    previous = ""
    with connection.cursor() as cursor:
        for position, (stream, number, text) in enumerate(texts, 1):
            digest = sha256(f"{previous}\n{position}\n{stream}\n{number}\n{text}".encode()).hexdigest()
            cursor.execute(
                "INSERT INTO registry_journalline (position, stream, number, text, previous, digest)"
                " VALUES (%s, %s, %s, %s, %s, %s)",
                [position, stream, number, text, previous, digest],
            )
            previous = digest


@pytest.mark.usefixtures("chained")
def test_a_chained_journal_becomes_a_tree_with_its_texts_as_they_were() -> None:
    chain(*TEXTS)
    migrate()
    rows = JournalLine.objects.order_by("position").values_list("stream", "number", "text")
    assert list(rows) == TEXTS
    assert journal.verify() == journal.head()


@pytest.mark.usefixtures("chained")
def test_a_broken_chain_is_not_made_to_look_sound() -> None:
    chain(*TEXTS)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE registry_journalline SET text = 'x' WHERE position = 2")
    with pytest.raises(RuntimeError, match="the journal's chain breaks at 2"):
        migrate()
