"""Splink's part: names that share a key make a pair, and the levels of its steps make its weight."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pyarrow as pa
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F
from splink import Linker
from splink.backends.spark import SparkAPI

from dedere.persons.matching.rivals import FAINTEST
from dedere.persons.spark.levels import STEP, Levels, settings
from dedere.persons.spark.weighing import STEPS, stepped


def linked(
    spark: SparkSession, wanted: DataFrame, held: DataFrame, told: Any, levels: Levels, prior: float
) -> DataFrame:
    """Return the pairs of names that are worth a thought: their numbers, their weight, and the held record.

    ``told`` is the lexicon, broadcast.
    """
    spark.udf.register(STEP, F.arrow_udf(_step(told, spark.sparkContext.broadcast(levels)), STEPS))
    # Each step has a level, and the cases of so many are more than the JVM takes in one method; without this
    # every stage would first be compiled in vain.
    spark.conf.set("spark.sql.codegen.wholeStage", "false")
    api = SparkAPI(spark_session=spark, register_udfs_automatically=False)
    # Splink takes for the left one the list whose name comes first.
    tables = [
        api.register(wanted, dataset_display_name="a_wanted"),
        api.register(held, dataset_display_name="b_held"),
    ]
    found = Linker(tables, settings(levels, prior), log_level=None).inference.predict(warning_mode="never")
    pairs = found.as_spark_dataframe().select(
        F.col("unique_id_l").alias("wanted"),
        F.col("unique_id_r").alias("held"),
        F.col("match_weight").alias("weight_bits"),
    )
    records = held.select(F.col("unique_id").alias("held"), "line")
    return pairs.where(F.col("weight_bits") >= FAINTEST).join(records, "held")


def _step(told: Any, levels: Any) -> Callable[[pa.Array, pa.Array], pa.Array]:
    def step(wanted: pa.Array, held: pa.Array) -> pa.Array:
        return stepped(told.value, levels.value, wanted, held)

    step.__annotations__ = {"wanted": pa.Array, "held": pa.Array, "return": pa.Array}  # read by Spark
    return step
