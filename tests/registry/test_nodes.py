"""The journal proves its lines and its growth from the nodes that its rows keep."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dedere.registry import journal, nodes
from dedere.registry.models import JournalLine
from dedere.seal import tree
from registry.lines import notes

pytestmark = pytest.mark.django_db
CASE = "MX-2025-0001"


@pytest.mark.parametrize("size", [1, 2, 3, 7, 8, 13])
def test_every_line_is_proved_under_the_root_in_one_query(size: int) -> None:
    journal.append(CASE, notes(1, size), expected=0)
    root = bytes.fromhex(journal.head().root)
    for row in JournalLine.objects.all():
        with CaptureQueriesContext(connection) as asked:
            proof = nodes.inclusion(row.position, size)
        assert len(asked) <= 1
        assert tree.includes(root, size, row.position - 1, bytes.fromhex(row.leaf), proof)


def test_the_journal_shows_that_it_only_grew() -> None:
    roots = {0: nodes.root(0)}
    for size in range(1, 12):
        journal.append(CASE, notes(size, size), expected=size - 1)
        roots[size] = nodes.root(size)
        assert roots[size].hex() == journal.head().root
    for first, old in roots.items():
        assert tree.extends(first, old, 11, roots[11], nodes.consistency(first, 11))
        assert nodes.root(first) == old
