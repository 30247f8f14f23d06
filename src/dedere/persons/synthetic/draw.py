"""A register, a wanted list and the truth, drawn from one seed: whole, or in bounded memory."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import polars as pl
from numpy.typing import NDArray

from dedere.persons.synthetic.known import known
from dedere.persons.synthetic.names import Numbers, surnames
from dedere.persons.synthetic.population import NONE, Persons, in_custody
from dedere.persons.synthetic.record import record
from dedere.persons.synthetic.recording import Recording

BLOCK = 250_000  # rows of the register that are drawn at once: people of different blocks are strangers
TABLES = ("register", "wanted", "truth", "groups")


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """What was drawn, as four tables.

    `truth` has every row of the register that is about a wanted person (`wanted_id`, `register_id`); `groups`
    says whose error rates a wanted row counts towards (`wanted_id`, `group`: "married-name",
    "indigenous-surname", "central-american" or "other").
    """

    register: pl.DataFrame
    wanted: pl.DataFrame
    truth: pl.DataFrame
    groups: pl.DataFrame


def draw(
    *,
    seed: int,
    recording: Recording,
    register: int = 1_000_000,
    wanted: int = 20_000,
    held: float = 0.5,
) -> Drawn:
    """Draw a register of so many rows and a wanted list, a share `held` of which is in the register.

    Both have text columns: `id`, and those of `record.COLUMNS`; semicolons part the aliases.
    The same arguments draw the same bytes.
    """
    parts = list(blocks(seed=seed, recording=recording, register=register, wanted=wanted, held=held))
    return Drawn(**{name: pl.concat([getattr(part, name) for part in parts]) for name in TABLES})


def blocks(
    *, seed: int, recording: Recording, register: int, wanted: int, held: float = 0.5
) -> Iterator[Drawn]:
    """The same, at most 250,000 rows of the register at a time, with ids that run on."""
    count = -(-register // BLOCK)
    ends = np.linspace(0, [register, wanted], count + 1).round().astype(np.int64)
    for number, child in enumerate(np.random.SeedSequence(seed).spawn(count)):
        (row, line), (next_row, next_line) = ends[number], ends[number + 1]
        rng = np.random.default_rng(child)
        yield _block(rng, recording, number, (row, next_row), (line, next_line), held)


def write(drawn: Iterable[Drawn] | Drawn, folder: Path) -> None:
    """Write register.parquet, wanted.parquet, truth.parquet and groups.parquet, whole or block by block."""
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder) as pieces:
        for number, part in enumerate([drawn] if isinstance(drawn, Drawn) else drawn):
            for name in TABLES:
                getattr(part, name).write_parquet(f"{pieces}/{name}-{number:05}.parquet")
        for name in TABLES:
            pl.scan_parquet(f"{pieces}/{name}-*.parquet").sink_parquet(folder / f"{name}.parquet")


def _block(
    rng: np.random.Generator,
    recording: Recording,
    number: int,
    rows: tuple[int, int],
    lines: tuple[int, int],
    held: float,
) -> Drawn:
    rows_each = _times(rng, rows[1] - rows[0], recording.people.readmitted)
    wanted = lines[1] - lines[0]
    inside = min(round(wanted * held), len(rows_each))
    people = known(rng, in_custody(rng, len(rows_each) + wanted - inside, recording.people), number)
    person_of_row = rng.permutation(np.repeat(np.arange(len(rows_each)), rows_each))
    register, _ = record(rng, people.take(person_of_row), recording.register)
    sought = np.concatenate(
        [rng.choice(len(rows_each), inside, replace=False), np.arange(len(rows_each), len(people))]
    )
    person_of_line = rng.permutation(sought)
    listed, married = record(rng, people.take(person_of_line), recording.wanted)
    register_ids, wanted_ids = _ids("B", rows), _ids("A", lines)
    return Drawn(
        register=register.insert_column(0, register_ids),
        wanted=listed.insert_column(0, wanted_ids),
        truth=_truth(person_of_line, wanted_ids, person_of_row, register_ids),
        groups=pl.DataFrame(
            {"wanted_id": wanted_ids, "group": _groups(people.take(person_of_line).persons, married)}
        ),
    )


def _times(rng: np.random.Generator, rows: int, readmitted: float) -> Numbers:
    """How many rows each person has, so that together they have `rows`: the last person has what is left."""
    times = rng.geometric(1 - readmitted, rows)
    ends = np.cumsum(times)
    last = int(np.searchsorted(ends, rows))
    times[last] -= ends[last] - rows
    return np.asarray(times[: last + 1])


def _ids(letter: str, span: tuple[int, int]) -> pl.Series:
    return pl.select(
        pl.format(f"{letter}-{{}}", pl.int_range(*span).cast(pl.String).str.zfill(8)).alias("id")
    ).to_series()


def _truth(
    person_of_line: Numbers, wanted_ids: pl.Series, person_of_row: Numbers, register_ids: pl.Series
) -> pl.DataFrame:
    lines = pl.DataFrame({"person": person_of_line, "wanted_id": wanted_ids})
    rows = pl.DataFrame({"person": person_of_row, "register_id": register_ids})
    return lines.join(rows, on="person").select("wanted_id", "register_id").sort("wanted_id", "register_id")


def _groups(persons: Persons, married: NDArray[np.bool_]) -> pl.Series:
    known_surnames = surnames()
    own = known_surnames.indigenous[persons.surname_1] | (
        known_surnames.indigenous[persons.surname_2] & (persons.surname_2 != NONE)
    )
    central = np.array([place.central for place in known_surnames.places])[persons.place]
    group = np.select(
        [married, own, central], ["married-name", "indigenous-surname", "central-american"], "other"
    )
    return pl.Series(group.tolist(), dtype=pl.String)
