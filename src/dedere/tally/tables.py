"""The tables that are published, and every cell of them as the group of persons it counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

ALL = ""  # the key of a total
NONE = "-"  # the key of those to whom it does not apply: never shown, and found by subtracting totals
Fact = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Counts by ``rows`` and ``columns``, two things told of each; who lacks one of the two is not in it."""

    name: str
    rows: str
    columns: str


# Of routes; each shares margins with others, so all are hidden together.
ROUTES = (
    Table(name="requests-by-year", rows="track", columns="opened"),
    Table(name="requests-by-direction", rows="direction", columns="opened"),
    Table(name="requests-by-stage", rows="stage", columns="direction"),
    Table(name="refusals", rows="ground", columns="direction"),
    Table(name="consent", rows="consent", columns="direction"),
    Table(name="handovers-by-year", rows="track", columns="handed_over"),
    Table(name="handovers-by-direction", rows="direction", columns="handed_over"),
    Table(name="aftercare", rows="aftercare", columns="direction"),
    Table(name="decisions-timed", rows="track", columns="decision_timed"),
    Table(name="surrenders-timed", rows="track", columns="surrender_timed"),
)
# Never shown: who was handed over outside every published handover, found by subtracting those.
ELSEWHERE = (
    Table(name="elsewhere-by-track", rows="track", columns="elsewhere"),
    Table(name="elsewhere-by-direction", rows="direction", columns="elsewhere"),
)
GIVEN = (Table(name="assurances", rows="about", columns="standing"),)


@dataclass(frozen=True, slots=True)
class Place:
    """One cell of one table; ``ALL`` in place of a value is the total."""

    table: str
    row: str
    column: str

    @property
    def totals(self) -> int:
        """How many of its two keys are totals."""
        return (self.row == ALL) + (self.column == ALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A table with its keys in the order of print; totals stand last."""

    table: Table
    rows: tuple[str, ...]
    columns: tuple[str, ...]

    def places(self) -> Iterator[Place]:
        """Every cell, the totals too."""
        for row in (*self.rows, ALL):
            for column in (*self.columns, ALL):
                yield Place(self.table.name, row, column)

    def remainders(self) -> Iterator[Place]:
        """Those who are left when a total of this table is taken from a total of another."""
        for row in (*self.rows, ALL):
            yield Place(self.table.name, row, NONE)
        for column in (*self.columns, ALL):
            yield Place(self.table.name, NONE, column)


def lay(table: Table, facts: Sequence[Fact]) -> Laid:
    """Return a table with the keys that somebody in it has."""
    within = [fact for fact in facts if fact[table.rows] and fact[table.columns]]
    return Laid(
        table=table,
        rows=tuple(sorted({fact[table.rows] for fact in within})),
        columns=tuple(sorted({fact[table.columns] for fact in within})),
    )


def profiles(facts: Sequence[Fact]) -> tuple[tuple[Fact, int], ...]:
    """Return the different facts with how many share each, in a fixed order."""
    counted = Counter(tuple(sorted(fact.items())) for fact in facts)
    return tuple((dict(key), number) for key, number in sorted(counted.items()))


def members(place: Place, table: Table, kinds: Sequence[tuple[Fact, int]]) -> frozenset[int]:
    """Return which of the profiles a cell counts."""
    return frozenset(
        index
        for index, (fact, _) in enumerate(kinds)
        if _in(place.row, fact[table.rows]) and _in(place.column, fact[table.columns])
    )


def _in(key: str, value: str) -> bool:
    if key == NONE:
        return not value
    return bool(value) and key in (ALL, value)
