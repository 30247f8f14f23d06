"""What is told of one matcher on one pair of lists, as rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import polars as pl

from benchmarks.persons.measures import (
    best_of_each,
    calibration_error,
    curve,
    f1_by_stratum,
    marked,
    reliability,
)
from benchmarks.rows import Row

SHOWN = 0.05  # the least probability told of: the millions below would hide how far the others are out


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One pair of lists: what it is called, who is who in it, and what is known of each wanted person."""

    work: str
    truth: pl.DataFrame
    strata: pl.DataFrame

    def only(self, wanted: pl.Series) -> Asked:
        """The same of some of the wanted only."""
        kept = pl.col("wanted_id").is_in(wanted.implode())
        work = f"{self.work}, {len(wanted):,} of the wanted"
        return Asked(work=work, truth=self.truth.filter(kept), strata=self.strata.filter(kept))


def told(who: str, asked: Asked, pairs: pl.DataFrame, said: Mapping[str, float]) -> Iterable[Row]:
    """How good and how dear: F1 at its best threshold, by stratum, recall at .99, blocking, seconds, memory.

    A matcher is taken at its best: with every pair it scored, or with the best of each wanted person only.
    """
    truths = len(asked.truth.unique())
    marks = marked(pairs, asked.truth)
    ways = [marks, best_of_each(marks)]
    curves = [curve(each, truths) for each in ways]
    at = max((0, 1), key=lambda way: curves[way].best_f1()[0])
    best, threshold = curves[at].best_f1()
    sure = max(each.recall_at(0.99) for each in curves)

    def row(what: str, figure: float, unit: str = "share", better: str = "higher") -> Row:
        return Row(work=f"{asked.work}: {what}", who=who, figure=round(figure, 3), unit=unit, better=better)

    yield row("F1", best)
    yield row("recall at precision .99", sure)
    yield row("recall of the candidates", said["found"] / truths)
    for stratum, count, f1 in f1_by_stratum(ways[at], asked.truth, asked.strata, threshold).iter_rows():
        yield row(f"F1, {stratum} ({count:,} pairs)", f1)
    yield row("from files to pairs", said["seconds"], "s", "lower")
    yield row("from files to pairs, processor time", said["processor"], "s", "lower")
    yield row("candidates", said["candidates"], "pairs", "lower")
    yield row("peak memory", said["peak"], "MiB", "lower")


def calibrated(who: str, asked: Asked, pairs: pl.DataFrame) -> Iterable[Row]:
    """How far foretold lies from observed among pairs that may be shown: in all, and by tenths."""
    shown = pairs.with_columns(score="probability").filter(pl.col("score") >= SHOWN)
    table = reliability(marked(shown, asked.truth))
    error = calibration_error(table)
    yield Row(
        work=f"{asked.work}: calibration error", who=who, figure=round(error, 4), unit="share", better="lower"
    )
    for part, pairs, foretold, observed in table.iter_rows():
        said = f"probability {part / 10:.1f} to {(part + 1) / 10:.1f}, foretold {foretold:.3f}"
        work = f"{asked.work}: share true of {pairs:,} pairs of {said}"
        yield Row(work=work, who=who, figure=round(observed, 3), unit="share", better="higher")
