"""How well scored pairs tell the same person from another: F1, recall at a precision, calibration.

Pairs are frames of ``wanted_id``, ``register_id`` and ``score``; the truth is a frame of the first two.
Recall is of every true pair, scored or not: what blocking lost is lost.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import polars as pl

PAIR = ["wanted_id", "register_id"]


@dataclass(frozen=True, slots=True)
class Curve:
    """How many pairs are proposed at each threshold, falling, and how many of them are true, of ``truths``.

    Pairs of equal score stand or fall together.
    """

    threshold: np.ndarray
    proposed: np.ndarray
    right: np.ndarray
    truths: int

    def f1(self) -> np.ndarray:
        """Twice the true pairs proposed by the pairs proposed and the true ones."""
        return 2 * self.right / (self.proposed + self.truths)

    def best_f1(self) -> tuple[float, float]:
        """The best F1 and the threshold that gives it; with nothing proposed, 0 and infinity."""
        if not len(self.threshold):
            return 0.0, float("inf")
        at = int(self.f1().argmax())
        return float(self.f1()[at]), float(self.threshold[at])

    def recall_at(self, precision: float) -> float:
        """The best recall among the thresholds whose proposals are right so often."""
        held = self.right >= precision * self.proposed - 1e-9
        return float(self.right[held].max(initial=0) / self.truths)


def marked(pairs: pl.DataFrame, truth: pl.DataFrame) -> pl.DataFrame:
    """The pairs, the highest score of each kept, with ``true`` beside; the highest first."""
    return (
        pairs.group_by(PAIR)
        .agg(pl.col("score").max())
        .join(truth.select(PAIR).unique().with_columns(true=True), on=PAIR, how="left")
        .with_columns(pl.col("true").fill_null(False))
        .sort("score", descending=True)
    )


def curve(marks: pl.DataFrame, truths: int) -> Curve:
    """Count what is proposed and what is right at each score of marked pairs."""
    score, true = marks["score"].to_numpy(), marks["true"].to_numpy()
    last = np.flatnonzero(np.append(score[1:] != score[:-1], True)) if len(score) else np.array([], int)
    return Curve(score[last], last + 1, true.cumsum()[last], truths)


def best_of_each(pairs: pl.DataFrame) -> pl.DataFrame:
    """Of each wanted person the pairs of the highest score only."""
    return pairs.filter(pl.col("score") == pl.col("score").max().over("wanted_id"))


def f1_by_stratum(
    marks: pl.DataFrame, truth: pl.DataFrame, strata: pl.DataFrame, threshold: float
) -> pl.DataFrame:
    """F1 at one threshold for each ``stratum`` of the wanted (a frame of ``wanted_id`` and ``stratum``).

    Returns a frame of ``stratum``, ``truths`` and ``f1``, by stratum.
    """
    shown = marks.filter(pl.col("score") >= threshold).join(strata, on="wanted_id")
    proposed = shown.group_by("stratum").agg(pl.len().alias("proposed"), pl.col("true").sum().alias("right"))
    truths = truth.select(PAIR).unique().join(strata, on="wanted_id").group_by("stratum").len("truths")
    return (
        truths.join(proposed, on="stratum", how="left")
        .fill_null(0)
        .select("stratum", "truths", f1=2 * pl.col("right") / (pl.col("proposed") + pl.col("truths")))
        .sort("stratum")
    )


def reliability(marks: pl.DataFrame, parts: int = 10) -> pl.DataFrame:
    """What was foretold and what was so, by equal parts of the scale of probability from 0 to 1.

    Returns a frame of ``part`` (from 0), ``pairs``, ``foretold`` (mean score) and ``observed`` (share true).
    """
    part = (pl.col("score") * parts).floor().clip(0, parts - 1).cast(pl.Int32)
    return (
        marks.group_by(part.alias("part"))
        .agg(pl.len().alias("pairs"), foretold=pl.col("score").mean(), observed=pl.col("true").mean())
        .sort("part")
    )


def calibration_error(table: pl.DataFrame) -> float:
    """The mean distance of foretold from observed, weighted by pairs (Naeini, Cooper and Hauskrecht 2015)."""
    away = (table["foretold"] - table["observed"]).abs() * table["pairs"]
    return float(away.sum() / max(1, table["pairs"].sum()))
