"""Lists of persons for a command: read with a bar and a count, the register's index built or used again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

import polars as pl
from rich.progress import Progress

from dedere.cli.setaside import SetAsides
from dedere.persons.batch.kept import ASIDE, Kept, being_built, demand_replaceable, kept, put_in_place
from dedere.persons.index import store
from dedere.persons.index.grow import OtherRows, grow
from dedere.persons.reading.cells import Habits
from dedere.persons.reading.faults import UnreadableRoll
from dedere.persons.reading.roll import Roll, open_roll
from dedere.persons.run import Listed


@dataclass(slots=True, kw_only=True)
class Count:
    """What was read of a list so far."""

    rows: int = 0
    blank: int = 0
    aside: Counter[str] = field(default_factory=Counter)
    faults: Counter[str] = field(default_factory=Counter)
    said: Habits = field(default_factory=Habits)

    @property
    def read(self) -> int:
        """How many records."""
        return self.rows + self.blank + self.aside.total()

    def listed(self, roll: Roll, digest: str) -> Listed:
        """The list as a run says it was read."""
        days = {None: "not-told", True: "month-first", False: "day-first"}[self.said.month_first]
        women = {None: "not-told", True: "woman", False: "man"}[self.said.m_is_woman]
        return Listed(
            file=roll.path.name,
            digest=digest,
            rows=self.rows,
            blank=self.blank,
            aside=dict(sorted(self.aside.items())),
            faults=dict(sorted(self.faults.items())),
            read_as={**roll.source.facts, "days": days, "m": women},
        )


def frames(roll: Roll, count: Count, aside: SetAsides, bar: Progress, label: str) -> Iterator[pl.DataFrame]:
    """Yield a roll batch by batch, counted and shown; what cannot be taken is set aside."""
    doing = bar.add_task(label, total=roll.source.expected)
    for batch in roll.batches():
        aside.add(roll.path.name, batch.aside)
        count.rows += batch.frame.height
        count.aside.update(each.code for each in batch.aside)
        count.blank += batch.blank
        count.faults += batch.faults
        count.said = batch.said
        yield batch.frame
        bar.update(doing, completed=count.read)
    bar.update(doing, total=count.read)
    if not count.rows:
        raise UnreadableRoll(roll.path, "none-taken", aside=aside.path)


def indexed(register: Path, digest: str, folder: Path, bar: Progress, label: str) -> tuple[Kept, bool]:
    """Build the index of a register in a folder, or find it there; return what it is of, and if it was found.

    An index of the register's first rows grows; one of another register gives way when the new one is whole.
    """
    release = version("dedere")
    if (found := kept(folder)) and (found.register.digest, found.dedere) == (digest, release):
        return found, True
    demand_replaceable(folder)
    if found and found.dedere == release and digest != found.register.digest:
        with suppress(OtherRows):
            return _made(register, digest, folder, bar, label, store.load(folder)), False
    return _made(register, digest, folder, bar, label, None), False


def _made(
    register: Path, digest: str, folder: Path, bar: Progress, label: str, before: store.Index | None
) -> Kept:
    """Build a register's index, or grow it from one of its first rows; raises OtherRows where it is not."""
    roll, count, beside = open_roll(register), Count(), being_built(folder)
    with SetAsides(beside.with_name(f"{beside.name}.{ASIDE}")) as aside:
        rolls = frames(roll, count, aside, bar, label)
        if before:
            grow(before, rolls, beside)
        else:
            store.build(rolls, beside)
    aside.path.rename(beside / ASIDE)
    return put_in_place(beside, folder, count.listed(roll, digest), version("dedere"))
