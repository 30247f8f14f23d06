"""What ``dedere match`` is asked, and what an engine hands back to be written and sealed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from dedere.persons.batch.arrived import New
from dedere.persons.batch.honoured import binding
from dedere.persons.batch.kept import Kept
from dedere.persons.decided import Decision, Pair
from dedere.persons.record import Record, record_of
from dedere.persons.run import Listed


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What is asked of a run."""

    wanted: Path
    register: Path
    output: Path
    engine: str
    index: Path | None
    incremental: bool
    resume: bool
    decisions: Path | None
    wanted_roll: str
    register_roll: str

    @property
    def work(self) -> Path:
        """Where unfinished work is kept."""
        return self.output.with_name(f".{self.output.name}.work")

    @property
    def kept(self) -> Path:
        """Where the index is kept, or is while the run lasts."""
        return self.index or self.work / "index"

    def beside(self, ending: str) -> Path:
        """A file beside the output."""
        return self.output.with_name(f"{self.output.stem}.{ending}")

    def binding(
        self, decisions: Mapping[Pair, Decision], wanted: list[pl.DataFrame], held: list[pl.DataFrame]
    ) -> list[Decision]:
        """The decisions of these two rolls whose records, among these rows, still say what they said."""
        return binding(decisions, _records(self.wanted_roll, *wanted), _records(self.register_roll, *held))


@dataclass(frozen=True, slots=True, kw_only=True)
class Paired:
    """The pairs an engine found, what was decided honoured, and what the run is to say of how they came."""

    pairs: pl.DataFrame
    wanted: Listed
    index: Kept
    aside: tuple[Path, ...]
    binds: int
    parameters: Mapping[str, str]
    used_again: bool = False
    new: New | None = None


def noting(
    rolls: Iterator[pl.DataFrame], ids: Collection[str], noted: list[pl.DataFrame]
) -> Iterator[pl.DataFrame]:
    """Yield the rolls, and note the rows of which something was decided."""
    for roll in rolls:
        if ids and (some := roll.filter(pl.col("id").is_in(ids))).height:
            noted.append(some)
        yield roll


def _records(roll: str, *rows: pl.DataFrame) -> Mapping[str, Record]:
    return {each["id"]: record_of(roll, each) for frame in rows for each in frame.iter_rows(named=True)}
