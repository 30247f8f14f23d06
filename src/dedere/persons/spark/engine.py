"""A wanted list against a register through Splink on Spark: the pairs and the weights of the local engine."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import polars as pl
import pyarrow as pa
from py4j.protocol import Py4JError
from pyspark.errors import PySparkException
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

from dedere.persons.batch.proposals import COLUMNS
from dedere.persons.index.keys import YEAR_BITS
from dedere.persons.matching.bands import REVIEW, STRONG
from dedere.persons.model.model import Model
from dedere.persons.spark import names
from dedere.persons.spark.installed import UnreadableEngine
from dedere.persons.spark.levels import levels
from dedere.persons.spark.lexicon import COUNTS, Lexicon, counted, lexicon
from dedere.persons.spark.linking import linked
from dedere.persons.spark.rolls import given, mapped, taken, written
from dedere.persons.spark.weighing import WEIGHED, outdone

_TOGETHER_BITS = 9  # 512 wanted persons are weighed against their rivals together


def match(
    wanted: Iterable[pl.DataFrame],
    register: Iterable[pl.DataFrame],
    model: Model,
    folder: Path,
    *,
    also: pl.DataFrame,
) -> pl.DataFrame:
    """Return the pairs worth showing, in the local engine's columns, and of others those with ``also``'s ids.

    ``folder`` must be empty, and have one name on every machine. Spark is started as its own configuration
    says, by default on every core of this machine; and ended. UnreadableEngine where Spark breaks off.
    """
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    logging.getLogger("splink").setLevel(logging.ERROR)
    rows = written(register, folder / "register")
    written(wanted, folder / "wanted")
    try:
        with SparkSession.builder.appName("dedere match").getOrCreate() as spark:
            spark.sparkContext.setLogLevel("ERROR")
            spark.sparkContext.setCheckpointDir((folder / "work").as_uri())
            return _Run(spark, folder, model, rows).pairs(also)
    except (PySparkException, Py4JError) as error:
        raise UnreadableEngine(
            where="--engine spark",
            what=str(error).partition("\n")[0],
            remedy="see what Spark says above, and its configuration",
        ) from error


@dataclass(frozen=True, slots=True)
class _Run:
    spark: SparkSession
    folder: Path
    model: Model
    rows: int

    def pairs(self, also: pl.DataFrame) -> pl.DataFrame:
        lexicon, prior = self.lexicon(), self.model.prior_of(self.rows)
        told = self.spark.sparkContext.broadcast(lexicon)
        found = linked(self.spark, *self.names(told), told, levels(self.model), prior)
        groups = found.groupBy(F.shiftright("wanted", names.NTH_BITS + _TOGETHER_BITS))
        return self.table(groups.applyInArrow(_rivals(told, self.model, prior), WEIGHED), also)

    def roll(self, name: str) -> DataFrame:
        return self.spark.read.parquet((self.folder / name).as_uri())

    def lexicon(self) -> Lexicon:
        """Count the tokens of both lists wherever they lie, and number them here."""
        register, wanted = (
            taken(
                self.roll(name)
                .mapInArrow(mapped(counted), COUNTS)
                .groupBy("token")
                .agg(F.sum("given").alias("given"), F.sum("surname").alias("surname"))
                .toArrow()
            )
            for name in ("register", "wanted")
        )
        return lexicon(register, wanted["token"], self.rows)

    def names(self, told: Any) -> tuple[DataFrame, DataFrame]:
        """Return the names wanted and held with their keys; those held are worked out once and kept."""
        asked = self.over("wanted", names.asked, names.ASKED, told).distinct()
        hashes = self.spark.sparkContext.broadcast(taken(asked.toArrow())["hash"].sort().to_numpy())
        place = (self.folder / "held").as_uri()
        self.over("register", names.held, names.NAMES, told, hashes).write.parquet(place)
        held = self.spark.read.parquet(place)
        hashed = F.shiftright("key", YEAR_BITS).alias("hash")
        each = held.select(F.explode("keys").alias("key"))
        brought = each.groupBy(hashed).agg(F.count("*").alias("names"))
        counts = self.spark.sparkContext.broadcast(taken(brought.toArrow()).sort("hash"))
        wanted = self.over("wanted", names.wanting, names.NAMES, told, counts)
        any_year = F.transform("keys", lambda key: -1 - F.shiftright(key, YEAR_BITS))
        return wanted, held.withColumn("keys", F.array_union("keys", any_year))

    def over(self, roll: str, work: Callable[..., pl.DataFrame], columns: str, *told: Any) -> DataFrame:
        """Return ``work`` done in every partition of a roll, with what was told to every machine."""

        def done(batches: Iterable[Any]) -> Iterable[Any]:
            return mapped(partial(work, *(each.value for each in told)))(batches)

        return self.roll(roll).mapInArrow(done, columns)

    def table(self, pairs: DataFrame, also: pl.DataFrame) -> pl.DataFrame:
        """Return the pairs to be shown with their ids."""
        ids = [
            self.roll(name).select(F.col(names.PLACE).alias(place), F.col("id").alias(f"{name}_id"))
            for name, place in (("wanted", "wanted"), ("register", "held"))
        ]
        probability = 1 / (1 + F.pow(F.lit(2.0), -F.col("weight_bits")))
        band = F.when(F.col("probability") >= STRONG, "strong").otherwise("review")
        named = pairs.withColumn("probability", probability).withColumn("band", band)
        named = named.join(ids[0], "wanted").join(ids[1], "held").select(*COLUMNS)
        shown = named.where(F.col("probability") >= REVIEW)
        if also.is_empty():
            return taken(shown.toArrow())
        asked = F.broadcast(self.spark.createDataFrame(given(also)))
        rest = named.where(F.col("probability") < REVIEW).join(asked, also.columns, "left_semi")
        return taken(shown.unionByName(rest).toArrow())


def _rivals(told: Any, model: Model, prior: float) -> Callable[[pa.Table], pa.Table]:
    def weighed(pairs: pa.Table) -> pa.Table:
        return given(outdone(told.value, model, prior, taken(pairs)))

    return weighed
