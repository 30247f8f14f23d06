"""Whether the registry is well: it answers, its tables are current, its journal has a head."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from dedere.registry import journal
from dedere.registry.exchange import standing
from dedere.registry.lists.agenda import waiting
from dedere.registry.models import ClockRow, ProposalRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """One look at the registry.

    Attributes:
        database: whether it answered.
        migrations_pending: how many migrations have not been applied.
        size, root: how many lines the journal has, and the root of its tree.
        waiting: how many things wait, by what: ``overdue``, ``signatures``, ``other_state``, and of the
            exchange ``letters_unacknowledged``, ``letters_held``, ``letters_waiting``, ``envelopes_refused``.
    """

    database: bool
    migrations_pending: int = 0
    size: int = 0
    root: str = ""
    waiting: Mapping[str, int] = field(default_factory=dict)

    @property
    def well(self) -> bool:
        """Whether the desk can work."""
        return self.database and not self.migrations_pending


def look(*, at: datetime, on: date, home: str) -> Health:
    """Look once, at an instant on the desk's day; a database that does not answer is told, never raised."""
    try:
        pending = _pending()
        if pending:
            return Health(database=True, migrations_pending=pending)
        head = journal.head()
        return Health(
            database=True,
            size=head.size,
            root=head.root,
            waiting={**_waiting(on, home), **standing.counts(at)},
        )
    except DatabaseError:
        return Health(database=False)


def _pending() -> int:
    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _waiting(on: date, home: str) -> dict[str, int]:
    return {
        "overdue": ClockRow.objects.filter(live=True, due__lt=on).count(),
        "signatures": ProposalRow.objects.count(),
        "other_state": waiting(home).count(),
    }
